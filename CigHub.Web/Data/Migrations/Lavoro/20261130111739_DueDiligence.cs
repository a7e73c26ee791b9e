using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class DueDiligence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ProgrammaId",
                table: "Audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Adempimenti",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tipo = table.Column<int>(type: "INTEGER", nullable: false),
                    Giorno = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Atto = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AutoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Adempimenti", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Adempimenti_Persone_AutoreId",
                        column: x => x.AutoreId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adempimenti_Persone_PersonaId",
                        column: x => x.PersonaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammiAudit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Anno = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Obiettivi = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ApprovatoDa = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ApprovatoIl = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Previsti = table.Column<string>(type: "TEXT", nullable: false),
                    AutoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammiAudit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammiAudit_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgrammiAudit_Persone_AutoreId",
                        column: x => x.AutoreId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VerificheFornitori",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LottoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FornitoreCodice = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Fornitore = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Tipo = table.Column<int>(type: "INTEGER", nullable: false),
                    Chi = table.Column<int>(type: "INTEGER", nullable: false),
                    Esito = table.Column<int>(type: "INTEGER", nullable: false),
                    Giorno = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Scadenza = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Nota = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: true),
                    AutoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RegistrataIl = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VerificheFornitori", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VerificheFornitori_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VerificheFornitori_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VerificheFornitori_Lotti_LottoId",
                        column: x => x.LottoId,
                        principalTable: "Lotti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VerificheFornitori_Persone_AutoreId",
                        column: x => x.AutoreId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_ProgrammaId",
                table: "Audit",
                column: "ProgrammaId");

            migrationBuilder.CreateIndex(
                name: "IX_Adempimenti_AutoreId",
                table: "Adempimenti",
                column: "AutoreId");

            migrationBuilder.CreateIndex(
                name: "IX_Adempimenti_PersonaId",
                table: "Adempimenti",
                column: "PersonaId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammiAudit_Anno_Utc",
                table: "ProgrammiAudit",
                columns: new[] { "Anno", "Utc" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammiAudit_AutoreId",
                table: "ProgrammiAudit",
                column: "AutoreId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammiAudit_EnteId",
                table: "ProgrammiAudit",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_VerificheFornitori_AffidamentoId",
                table: "VerificheFornitori",
                column: "AffidamentoId");

            migrationBuilder.CreateIndex(
                name: "IX_VerificheFornitori_AutoreId",
                table: "VerificheFornitori",
                column: "AutoreId");

            migrationBuilder.CreateIndex(
                name: "IX_VerificheFornitori_EnteId",
                table: "VerificheFornitori",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_VerificheFornitori_LottoId_AffidamentoId",
                table: "VerificheFornitori",
                columns: new[] { "LottoId", "AffidamentoId" });

            migrationBuilder.CreateIndex(
                name: "IX_VerificheFornitori_Scadenza",
                table: "VerificheFornitori",
                column: "Scadenza",
                filter: "\"Scadenza\" IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Audit_ProgrammiAudit_ProgrammaId",
                table: "Audit",
                column: "ProgrammaId",
                principalTable: "ProgrammiAudit",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Audit_ProgrammiAudit_ProgrammaId",
                table: "Audit");

            migrationBuilder.DropTable(
                name: "Adempimenti");

            migrationBuilder.DropTable(
                name: "ProgrammiAudit");

            migrationBuilder.DropTable(
                name: "VerificheFornitori");

            migrationBuilder.DropIndex(
                name: "IX_Audit_ProgrammaId",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "ProgrammaId",
                table: "Audit");
        }
    }
}
