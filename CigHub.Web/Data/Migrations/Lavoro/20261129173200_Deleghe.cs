using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class Deleghe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "RupDal",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ScrittaPerDelegaId",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Deleghe",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeleganteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DelegatoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ambito = table.Column<int>(type: "INTEGER", nullable: false),
                    ConvenzioneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Compila = table.Column<bool>(type: "INTEGER", nullable: false),
                    OperaSulPortale = table.Column<bool>(type: "INTEGER", nullable: false),
                    RegistraEsito = table.Column<bool>(type: "INTEGER", nullable: false),
                    TieneFascicolo = table.Column<bool>(type: "INTEGER", nullable: false),
                    Atto = table.Column<string>(type: "TEXT", nullable: false),
                    Dal = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Al = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ConferitaIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevocataIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MotivoRevoca = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deleghe", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deleghe_Appartenenze_NominaId",
                        column: x => x.NominaId,
                        principalTable: "Appartenenze",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deleghe_Appartenenze_PostoId",
                        column: x => x.PostoId,
                        principalTable: "Appartenenze",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deleghe_Convenzioni_ConvenzioneId",
                        column: x => x.ConvenzioneId,
                        principalTable: "Convenzioni",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deleghe_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deleghe_Persone_DeleganteId",
                        column: x => x.DeleganteId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deleghe_Persone_DelegatoId",
                        column: x => x.DelegatoId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AffidamentiDelegati",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DelegaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DelegatoIl = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AffidamentiDelegati", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AffidamentiDelegati_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AffidamentiDelegati_Deleghe_DelegaId",
                        column: x => x.DelegaId,
                        principalTable: "Deleghe",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AffidamentiDelegati_AffidamentoId",
                table: "AffidamentiDelegati",
                column: "AffidamentoId");

            migrationBuilder.CreateIndex(
                name: "IX_AffidamentiDelegati_DelegaId_AffidamentoId",
                table: "AffidamentiDelegati",
                columns: new[] { "DelegaId", "AffidamentoId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deleghe_ConvenzioneId",
                table: "Deleghe",
                column: "ConvenzioneId");

            migrationBuilder.CreateIndex(
                name: "IX_Deleghe_DeleganteId",
                table: "Deleghe",
                column: "DeleganteId");

            migrationBuilder.CreateIndex(
                name: "IX_Deleghe_DelegatoId",
                table: "Deleghe",
                column: "DelegatoId");

            migrationBuilder.CreateIndex(
                name: "IX_Deleghe_EnteId",
                table: "Deleghe",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_Deleghe_NominaId",
                table: "Deleghe",
                column: "NominaId");

            migrationBuilder.CreateIndex(
                name: "IX_Deleghe_PostoId",
                table: "Deleghe",
                column: "PostoId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AffidamentiDelegati");

            migrationBuilder.DropTable(
                name: "Deleghe");

            migrationBuilder.DropColumn(
                name: "RupDal",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ScrittaPerDelegaId",
                table: "Affidamenti");
        }
    }
}
