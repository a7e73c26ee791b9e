using System;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class DecisioniSuiConflitti : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "DecisaDaId",
                table: "DichiarazioniConflitto",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecisaIl",
                table: "DichiarazioniConflitto",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Decisione",
                table: "DichiarazioniConflitto",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MotivoDecisione",
                table: "DichiarazioniConflitto",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CodiciFornitori",
                table: "Affidamenti",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
            migrationBuilder.Sql(CodiciFornitoriFill.Sql);

            migrationBuilder.CreateIndex(
                name: "IX_DichiarazioniConflitto_DecisaDaId",
                table: "DichiarazioniConflitto",
                column: "DecisaDaId");

            migrationBuilder.AddForeignKey(
                name: "FK_DichiarazioniConflitto_Persone_DecisaDaId",
                table: "DichiarazioniConflitto",
                column: "DecisaDaId",
                principalTable: "Persone",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_DichiarazioniConflitto_Persone_DecisaDaId",
                table: "DichiarazioniConflitto");

            migrationBuilder.DropIndex(
                name: "IX_DichiarazioniConflitto_DecisaDaId",
                table: "DichiarazioniConflitto");

            migrationBuilder.DropColumn(
                name: "DecisaDaId",
                table: "DichiarazioniConflitto");

            migrationBuilder.DropColumn(
                name: "DecisaIl",
                table: "DichiarazioniConflitto");

            migrationBuilder.DropColumn(
                name: "Decisione",
                table: "DichiarazioniConflitto");

            migrationBuilder.DropColumn(
                name: "MotivoDecisione",
                table: "DichiarazioniConflitto");

            migrationBuilder.DropColumn(
                name: "CodiciFornitori",
                table: "Affidamenti");
        }
    }
}
