using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class ConfermeDiCapienza : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CapienzaChiestaIl",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Conferma",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConfermaFinoAl",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Confermato",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // The acts that are there already keep their data and take nothing: what they confirmed may no longer fit (decision 0044).
            migrationBuilder.AddColumn<int>(
                name: "StatoConferma",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_StatoConferma_ConfermaFinoAl",
                table: "Affidamenti",
                columns: new[] { "StatoConferma", "ConfermaFinoAl" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_StatoConferma_ConfermaFinoAl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "CapienzaChiestaIl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Conferma",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ConfermaFinoAl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Confermato",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "StatoConferma",
                table: "Affidamenti");
        }
    }
}
