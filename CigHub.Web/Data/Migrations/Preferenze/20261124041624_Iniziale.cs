using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Preferenze
{
    /// <inheritdoc />
    public partial class Iniziale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PosizioniRichiesta",
                columns: table => new
                {
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Passo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PosizioniRichiesta", x => x.AffidamentoId);
                });

            migrationBuilder.CreateTable(
                name: "SpunteCopia",
                columns: table => new
                {
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Percorso = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpunteCopia", x => new { x.AffidamentoId, x.Percorso });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PosizioniRichiesta");

            migrationBuilder.DropTable(
                name: "SpunteCopia");
        }
    }
}
