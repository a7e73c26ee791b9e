using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class OpenDataESolleciti : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ContrattoAl",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            // The fascicolo is JSON. From here on the aggregate keeps the copy.
            migrationBuilder.Sql(
                """
                UPDATE "Affidamenti" SET "ContrattoAl" = json_extract("Fascicolo", '$.ContrattoAl')
                WHERE json_extract("Fascicolo", '$.ContrattoAl') IS NOT NULL;
                """);

            migrationBuilder.CreateTable(
                name: "FileOpenData",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Nome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Giorno = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    GiornoDalNome = table.Column<bool>(type: "INTEGER", nullable: false),
                    Righe = table.Column<int>(type: "INTEGER", nullable: false),
                    Tenute = table.Column<int>(type: "INTEGER", nullable: false),
                    Mesi = table.Column<string>(type: "TEXT", nullable: false),
                    Oltre = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfrontatoIl = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileOpenData", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FileOpenData_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Solleciti",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Giorno = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Solleciti", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Solleciti_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DifferenzeOpenData",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Identita = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tipo = table.Column<int>(type: "INTEGER", nullable: false),
                    Cig = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ente = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    LottoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Qui = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    La = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Giorno = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Spiegata = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DifferenzeOpenData", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DifferenzeOpenData_FileOpenData_FileId",
                        column: x => x.FileId,
                        principalTable: "FileOpenData",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_ContrattoAl",
                table: "Affidamenti",
                column: "ContrattoAl",
                filter: "\"ContrattoAl\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DifferenzeOpenData_FileId_EnteId_Spiegata_Giorno_Id_Tipo",
                table: "DifferenzeOpenData",
                columns: new[] { "FileId", "EnteId", "Spiegata", "Giorno", "Id", "Tipo" });

            migrationBuilder.CreateIndex(
                name: "IX_DifferenzeOpenData_FileId_Spiegata_Giorno_Id_Tipo_EnteId",
                table: "DifferenzeOpenData",
                columns: new[] { "FileId", "Spiegata", "Giorno", "Id", "Tipo", "EnteId" });

            migrationBuilder.CreateIndex(
                name: "IX_DifferenzeOpenData_Identita",
                table: "DifferenzeOpenData",
                column: "Identita");

            migrationBuilder.CreateIndex(
                name: "IX_FileOpenData_EnteId",
                table: "FileOpenData",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_Solleciti_AffidamentoId_Giorno",
                table: "Solleciti",
                columns: new[] { "AffidamentoId", "Giorno" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Solleciti_Giorno",
                table: "Solleciti",
                column: "Giorno");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DifferenzeOpenData");

            migrationBuilder.DropTable(
                name: "Solleciti");

            migrationBuilder.DropTable(
                name: "FileOpenData");

            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_ContrattoAl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ContrattoAl",
                table: "Affidamenti");
        }
    }
}
