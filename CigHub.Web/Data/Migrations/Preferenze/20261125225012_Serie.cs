using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Preferenze
{
    /// <inheritdoc />
    public partial class Serie : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "VociSerie",
                columns: table => new
                {
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordine = table.Column<int>(type: "INTEGER", nullable: false),
                    Saltato = table.Column<bool>(type: "INTEGER", nullable: false),
                    Millisecondi = table.Column<long>(type: "INTEGER", nullable: false),
                    RipresoIl = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VociSerie", x => new { x.PersonaId, x.AffidamentoId });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "VociSerie");
        }
    }
}
