using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Preferenze
{
    /// <inheritdoc />
    public partial class Sessioni : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Sessioni",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Chiave = table.Column<string>(type: "TEXT", nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NomeUtente = table.Column<string>(type: "TEXT", nullable: false),
                    AppartenenzaId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ruoli = table.Column<string>(type: "TEXT", nullable: false),
                    Biglietto = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ApertaIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UltimaAttivita = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Scadenza = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinitaIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Motivo = table.Column<string>(type: "TEXT", nullable: true),
                    Browser = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessioni", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sessioni_Chiave",
                table: "Sessioni",
                column: "Chiave",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessioni_FinitaIl_PersonaId",
                table: "Sessioni",
                columns: new[] { "FinitaIl", "PersonaId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Sessioni");
        }
    }
}
