using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class ElenchiPortale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ElenchiPortale",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Righe = table.Column<int>(type: "INTEGER", nullable: false),
                    CaricatoDa = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaricatoIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Cig = table.Column<int>(type: "INTEGER", nullable: false),
                    Aggiornamenti = table.Column<int>(type: "INTEGER", nullable: false),
                    Adottati = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ElenchiPortale", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ElenchiPortale_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ElenchiPortale_Persone_CaricatoDa",
                        column: x => x.CaricatoDa,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ElenchiPortale_CaricatoDa",
                table: "ElenchiPortale",
                column: "CaricatoDa");

            migrationBuilder.CreateIndex(
                name: "IX_ElenchiPortale_EnteId_Sha256",
                table: "ElenchiPortale",
                columns: new[] { "EnteId", "Sha256" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ElenchiPortale");
        }
    }
}
