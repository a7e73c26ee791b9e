using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class TentativiECigInPiu : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "SchedaDal",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AiutiErrori",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Codice = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Testo = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Causa = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    CheFare = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Rimedio = table.Column<int>(type: "INTEGER", nullable: false),
                    AChi = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Fonte = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ModificatoIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AiutiErrori", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CigInPiu",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cig = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Origine = table.Column<int>(type: "INTEGER", nullable: false),
                    TrovatoIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Entro = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AnnullatoIl = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Riferimento = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CigInPiu", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CigInPiu_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tentativi",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    CodiceAppalto = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AvviatoIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Esito = table.Column<int>(type: "INTEGER", nullable: false),
                    ChiusoIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Codici = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Risposta = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    GuardatoIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Trovato = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tentativi", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tentativi_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AiutiErrori_Codice",
                table: "AiutiErrori",
                column: "Codice",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CigInPiu_AffidamentoId",
                table: "CigInPiu",
                column: "AffidamentoId");

            migrationBuilder.CreateIndex(
                name: "IX_CigInPiu_Cig",
                table: "CigInPiu",
                column: "Cig",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tentativi_AffidamentoId_Numero",
                table: "Tentativi",
                columns: new[] { "AffidamentoId", "Numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tentativi_CodiceAppalto",
                table: "Tentativi",
                column: "CodiceAppalto");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AiutiErrori");

            migrationBuilder.DropTable(
                name: "CigInPiu");

            migrationBuilder.DropTable(
                name: "Tentativi");

            migrationBuilder.DropColumn(
                name: "SchedaDal",
                table: "Affidamenti");
        }
    }
}
