using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class ListeImportate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ListeImportate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdTipologica = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ImportataIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportataDa = table.Column<Guid>(type: "TEXT", nullable: false),
                    NomeFile = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Impronta = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Voci = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListeImportate", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ListeImportate_IdTipologica",
                table: "ListeImportate",
                column: "IdTipologica",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ListeImportate");
        }
    }
}
