using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class ListaAttesa : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "InListaDal",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_LottoId_InListaDal",
                table: "Affidamenti",
                columns: new[] { "LottoId", "InListaDal" },
                filter: "\"InListaDal\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_LottoId_InListaDal",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "InListaDal",
                table: "Affidamenti");
        }
    }
}
