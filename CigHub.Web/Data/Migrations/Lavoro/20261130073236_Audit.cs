using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Titolo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConvenzioneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Dal = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Al = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Requisito = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AutoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PianificatoIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stato = table.Column<int>(type: "INTEGER", nullable: false),
                    Campione = table.Column<string>(type: "TEXT", nullable: true),
                    Conclusioni = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ChiusoDaId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChiusoIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Audit_Convenzioni_ConvenzioneId",
                        column: x => x.ConvenzioneId,
                        principalTable: "Convenzioni",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Audit_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Audit_Persone_AutoreId",
                        column: x => x.AutoreId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Audit_Persone_ChiusoDaId",
                        column: x => x.ChiusoDaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarteDiLavoro",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Posizione = table.Column<int>(type: "INTEGER", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Esito = table.Column<int>(type: "INTEGER", nullable: true),
                    Esaminato = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Nota = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CompilataDaId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CompilataIl = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarteDiLavoro", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CarteDiLavoro_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarteDiLavoro_Audit_AuditId",
                        column: x => x.AuditId,
                        principalTable: "Audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CarteDiLavoro_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarteDiLavoro_Persone_CompilataDaId",
                        column: x => x.CompilataDaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Constatazioni",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CartaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gravita = table.Column<int>(type: "INTEGER", nullable: false),
                    Testo = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Causa = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Azione = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ResponsabileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Entro = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AutoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Risposta = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RispostaIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AttuataIl = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerificataDaId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VerificataIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Efficace = table.Column<bool>(type: "INTEGER", nullable: true),
                    NotaVerifica = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Constatazioni", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Constatazioni_Audit_AuditId",
                        column: x => x.AuditId,
                        principalTable: "Audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Constatazioni_CarteDiLavoro_CartaId",
                        column: x => x.CartaId,
                        principalTable: "CarteDiLavoro",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Constatazioni_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Constatazioni_Persone_AutoreId",
                        column: x => x.AutoreId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Constatazioni_Persone_ResponsabileId",
                        column: x => x.ResponsabileId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Constatazioni_Persone_VerificataDaId",
                        column: x => x.VerificataDaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_AutoreId",
                table: "Audit",
                column: "AutoreId");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_ChiusoDaId",
                table: "Audit",
                column: "ChiusoDaId");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_ConvenzioneId",
                table: "Audit",
                column: "ConvenzioneId");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_EnteId",
                table: "Audit",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_PianificatoIl_Id",
                table: "Audit",
                columns: new[] { "PianificatoIl", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CarteDiLavoro_AffidamentoId",
                table: "CarteDiLavoro",
                column: "AffidamentoId");

            migrationBuilder.CreateIndex(
                name: "IX_CarteDiLavoro_AuditId",
                table: "CarteDiLavoro",
                column: "AuditId");

            migrationBuilder.CreateIndex(
                name: "IX_CarteDiLavoro_CompilataDaId",
                table: "CarteDiLavoro",
                column: "CompilataDaId");

            migrationBuilder.CreateIndex(
                name: "IX_CarteDiLavoro_EnteId",
                table: "CarteDiLavoro",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_Constatazioni_AuditId",
                table: "Constatazioni",
                column: "AuditId");

            migrationBuilder.CreateIndex(
                name: "IX_Constatazioni_AutoreId",
                table: "Constatazioni",
                column: "AutoreId");

            migrationBuilder.CreateIndex(
                name: "IX_Constatazioni_CartaId",
                table: "Constatazioni",
                column: "CartaId");

            migrationBuilder.CreateIndex(
                name: "IX_Constatazioni_EnteId",
                table: "Constatazioni",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_Constatazioni_ResponsabileId_Entro_Id",
                table: "Constatazioni",
                columns: new[] { "ResponsabileId", "Entro", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Constatazioni_VerificataDaId",
                table: "Constatazioni",
                column: "VerificataDaId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Constatazioni");

            migrationBuilder.DropTable(
                name: "CarteDiLavoro");

            migrationBuilder.DropTable(
                name: "Audit");
        }
    }
}
