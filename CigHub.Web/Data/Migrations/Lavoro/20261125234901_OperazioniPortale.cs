using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class OperazioniPortale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "OperazioniPortale",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AggiudicazioneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Tipo = table.Column<int>(type: "INTEGER", nullable: false),
                    Stato = table.Column<int>(type: "INTEGER", nullable: false),
                    AvviataIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChiusaIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Dati = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperazioniPortale", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OperazioniPortale_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OperazioniPortale_Aggiudicazioni_AggiudicazioneId",
                        column: x => x.AggiudicazioneId,
                        principalTable: "Aggiudicazioni",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OperazioniPortale_AffidamentoId",
                table: "OperazioniPortale",
                column: "AffidamentoId");

            migrationBuilder.CreateIndex(
                name: "UX_OperazioniPortale_InCorso",
                table: "OperazioniPortale",
                columns: new[] { "AffidamentoId", "Tipo" },
                unique: true,
                filter: "\"Stato\" = 1");

            migrationBuilder.CreateIndex(
                name: "UX_OperazioniPortale_UnaVolta",
                table: "OperazioniPortale",
                columns: new[] { "AggiudicazioneId", "Tipo" },
                unique: true,
                filter: "\"Stato\" = 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OperazioniPortale");
        }
    }
}
