using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class SeparazioneCompiti : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DichiarazioniAl",
                table: "Convenzioni",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SogliaApprovazione",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ApprovatoDaId",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ApprovatoIl",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "InviatoDaId",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DichiarazioniConflitto",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConvenzioneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FornitoreCodice = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Fornitore = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Esito = table.Column<int>(type: "INTEGER", nullable: false),
                    Natura = table.Column<int>(type: "INTEGER", nullable: true),
                    Versione = table.Column<string>(type: "TEXT", nullable: false),
                    Utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidaAl = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PassatoA = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DichiarazioniConflitto", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DichiarazioniConflitto_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DichiarazioniConflitto_Convenzioni_ConvenzioneId",
                        column: x => x.ConvenzioneId,
                        principalTable: "Convenzioni",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DichiarazioniConflitto_Persone_PassatoA",
                        column: x => x.PassatoA,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DichiarazioniConflitto_Persone_PersonaId",
                        column: x => x.PersonaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DichiarazioniConflitto_AffidamentoId",
                table: "DichiarazioniConflitto",
                column: "AffidamentoId");

            migrationBuilder.CreateIndex(
                name: "IX_DichiarazioniConflitto_ConvenzioneId",
                table: "DichiarazioniConflitto",
                column: "ConvenzioneId");

            migrationBuilder.CreateIndex(
                name: "IX_DichiarazioniConflitto_PassatoA",
                table: "DichiarazioniConflitto",
                column: "PassatoA");

            migrationBuilder.CreateIndex(
                name: "IX_DichiarazioniConflitto_PersonaId_ConvenzioneId",
                table: "DichiarazioniConflitto",
                columns: new[] { "PersonaId", "ConvenzioneId" });

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DichiarazioniConflitto");

            migrationBuilder.DropColumn(
                name: "DichiarazioniAl",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "SogliaApprovazione",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "ApprovatoDaId",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ApprovatoIl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "InviatoDaId",
                table: "Affidamenti");
        }
    }
}
