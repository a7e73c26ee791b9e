using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class Rilievi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Rilievi",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Famiglia = table.Column<int>(type: "INTEGER", nullable: false),
                    Regola = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConvenzioneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Giorno = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Frase = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Prove = table.Column<string>(type: "TEXT", nullable: false),
                    Stato = table.Column<int>(type: "INTEGER", nullable: false),
                    Attuale = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rilievi", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rilievi_Convenzioni_ConvenzioneId",
                        column: x => x.ConvenzioneId,
                        principalTable: "Convenzioni",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Rilievi_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Rilievi_ConvenzioneId_Famiglia_Giorno_Id_Stato_Regola_EnteId",
                table: "Rilievi",
                columns: new[] { "ConvenzioneId", "Famiglia", "Giorno", "Id", "Stato", "Regola", "EnteId" });

            migrationBuilder.CreateIndex(
                name: "IX_Rilievi_EnteId_Famiglia_Giorno_Id_Stato_Regola_ConvenzioneId",
                table: "Rilievi",
                columns: new[] { "EnteId", "Famiglia", "Giorno", "Id", "Stato", "Regola", "ConvenzioneId" });

            migrationBuilder.CreateIndex(
                name: "IX_Rilievi_Famiglia_Giorno_Id_Stato_Regola_EnteId_ConvenzioneId",
                table: "Rilievi",
                columns: new[] { "Famiglia", "Giorno", "Id", "Stato", "Regola", "EnteId", "ConvenzioneId" });

            migrationBuilder.CreateIndex(
                name: "IX_Rilievi_Famiglia_Stato_Giorno_Id_Regola_EnteId_ConvenzioneId",
                table: "Rilievi",
                columns: new[] { "Famiglia", "Stato", "Giorno", "Id", "Regola", "EnteId", "ConvenzioneId" });

            migrationBuilder.CreateIndex(
                name: "IX_Rilievi_Regola_Famiglia_Giorno_Id_Stato_EnteId_ConvenzioneId",
                table: "Rilievi",
                columns: new[] { "Regola", "Famiglia", "Giorno", "Id", "Stato", "EnteId", "ConvenzioneId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Rilievi");
        }
    }
}
