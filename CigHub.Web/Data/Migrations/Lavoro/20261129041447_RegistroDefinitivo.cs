using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class RegistroDefinitivo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BozzaRegistrata",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ImportoRegistrato",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ScrittaAl",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ScrittaDaId",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ScrittaDal",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScrittaInRuolo",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_ScrittaAl",
                table: "Affidamenti",
                column: "ScrittaAl",
                filter: "\"ScrittaAl\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_ScrittaAl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "BozzaRegistrata",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ImportoRegistrato",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ScrittaAl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ScrittaDaId",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ScrittaDal",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ScrittaInRuolo",
                table: "Affidamenti");
        }
    }
}
