using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Preferenze
{
    /// <inheritdoc />
    public partial class VisteSalvate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "VisteSalvate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lista = table.Column<string>(type: "TEXT", nullable: false),
                    Nome = table.Column<string>(type: "TEXT", nullable: false),
                    Chiave = table.Column<string>(type: "TEXT", nullable: false),
                    Filtri = table.Column<string>(type: "TEXT", nullable: false),
                    Apre = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisteSalvate", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_VisteSalvate_PersonaId_Lista_Chiave",
                table: "VisteSalvate",
                columns: new[] { "PersonaId", "Lista", "Chiave" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "VisteSalvate");
        }
    }
}
