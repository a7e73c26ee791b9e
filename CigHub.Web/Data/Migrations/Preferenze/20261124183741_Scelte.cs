using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Preferenze
{
    /// <inheritdoc />
    public partial class Scelte : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AffidamentiSelezionati",
                columns: table => new
                {
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AffidamentiSelezionati", x => new { x.PersonaId, x.AffidamentoId });
                });

            migrationBuilder.CreateTable(
                name: "Preferenze",
                columns: table => new
                {
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Chiave = table.Column<string>(type: "TEXT", nullable: false),
                    Valore = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Preferenze", x => new { x.PersonaId, x.Chiave });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AffidamentiSelezionati");

            migrationBuilder.DropTable(
                name: "Preferenze");
        }
    }
}
