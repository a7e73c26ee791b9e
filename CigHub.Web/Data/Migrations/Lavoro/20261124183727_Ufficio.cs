using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class Ufficio : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_LottoId",
                table: "Affidamenti");

            migrationBuilder.AddColumn<string>(
                name: "Telefono",
                table: "Persone",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DataAtto",
                table: "MovimentiCapienza",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Protocollo",
                table: "MovimentiCapienza",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChiusoDal",
                table: "Lotti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "PartitaIva",
                table: "Enti",
                type: "TEXT",
                maxLength: 11,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 11);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChiusoDal",
                table: "Enti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Contatti",
                table: "Enti",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChiusaDal",
                table: "Convenzioni",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DurataMassimaMesi",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OpzioniPreviste",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "OrdineMinimo",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "QuintoPrevisto",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "MassimaleIniziale",
                table: "Capienze",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "CigDerivati",
                table: "Affidamenti",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DenominazioneOe",
                table: "Affidamenti",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Fascicolo",
                table: "Affidamenti",
                type: "TEXT",
                nullable: false,
                defaultValue: "{\"AliquotaIva\":null,\"Impegno\":\"\",\"Capitolo\":\"\",\"ContrattoDal\":null,\"ContrattoAl\":null}");

            migrationBuilder.AddColumn<long>(
                name: "ImportoAppalto",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Portale_DataInvio",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Portale_FascicoloDiSistema",
                table: "Affidamenti",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Portale_RegistroDiSistema",
                table: "Affidamenti",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Portale_Stato",
                table: "Affidamenti",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Portale_StatoAffidamento",
                table: "Affidamenti",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Portale_StatoSchedaPcp",
                table: "Affidamenti",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Pregresso",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TestoRicerca",
                table: "Affidamenti",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Atti",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Dati = table.Column<string>(type: "TEXT", nullable: false),
                    Firmatario = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: true),
                    AggiuntoIl = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Atti", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Atti_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContenutiFile",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Byte = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContenutiFile", x => x.Sha256);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MovimentiCapienza_AggiudicazioneId",
                table: "MovimentiCapienza",
                column: "AggiudicazioneId");

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_LottoId_Stato",
                table: "Affidamenti",
                columns: new[] { "LottoId", "Stato" });

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_ModificatoIl",
                table: "Affidamenti",
                column: "ModificatoIl");

            migrationBuilder.CreateIndex(
                name: "IX_Atti_AffidamentoId",
                table: "Atti",
                column: "AffidamentoId");

            // What the aggregates copy for lists and reckon with, for the rows that are there already.
            migrationBuilder.Sql("""UPDATE "Capienze" SET "MassimaleIniziale" = "Massimale";""");
            migrationBuilder.Sql(
                """
                UPDATE "Affidamenti" SET
                    "ImportoAppalto" = COALESCE((SELECT SUM(g."Importo") FROM "Aggiudicazioni" g WHERE g."AffidamentoId" = "Affidamenti"."Id"), 0),
                    "CigDerivati" = COALESCE((SELECT GROUP_CONCAT(g."CigDerivato", ' ') FROM "Aggiudicazioni" g WHERE g."AffidamentoId" = "Affidamenti"."Id"), ''),
                    "DenominazioneOe" = COALESCE(json_extract("Bozza", '$.documento.anacForm.aggiudicazioni[0].partecipanti[0].denominazione'), '');
                UPDATE "Affidamenti" SET "TestoRicerca" = lower(
                    ' ch ' || "Anno" || printf(' %05d ', "Progressivo") || "TitoloDocumento" || ' ' || "Oggetto" || ' ' || "DenominazioneOe" || ' ' || "CigDerivati" || ' '
                    || COALESCE(json_extract("Bozza", '$.documento.anacForm.appalto.cig'), ''));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Atti");

            migrationBuilder.DropTable(
                name: "ContenutiFile");

            migrationBuilder.DropIndex(
                name: "IX_MovimentiCapienza_AggiudicazioneId",
                table: "MovimentiCapienza");

            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_LottoId_Stato",
                table: "Affidamenti");

            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_ModificatoIl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Telefono",
                table: "Persone");

            migrationBuilder.DropColumn(
                name: "DataAtto",
                table: "MovimentiCapienza");

            migrationBuilder.DropColumn(
                name: "Protocollo",
                table: "MovimentiCapienza");

            migrationBuilder.DropColumn(
                name: "ChiusoDal",
                table: "Lotti");

            migrationBuilder.DropColumn(
                name: "ChiusoDal",
                table: "Enti");

            migrationBuilder.DropColumn(
                name: "Contatti",
                table: "Enti");

            migrationBuilder.DropColumn(
                name: "ChiusaDal",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "DurataMassimaMesi",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "OpzioniPreviste",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "OrdineMinimo",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "QuintoPrevisto",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "MassimaleIniziale",
                table: "Capienze");

            migrationBuilder.DropColumn(
                name: "CigDerivati",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "DenominazioneOe",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Fascicolo",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ImportoAppalto",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Portale_DataInvio",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Portale_FascicoloDiSistema",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Portale_RegistroDiSistema",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Portale_Stato",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Portale_StatoAffidamento",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Portale_StatoSchedaPcp",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "Pregresso",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "TestoRicerca",
                table: "Affidamenti");

            migrationBuilder.AlterColumn<string>(
                name: "PartitaIva",
                table: "Enti",
                type: "TEXT",
                maxLength: 11,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 11,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_LottoId",
                table: "Affidamenti",
                column: "LottoId");
        }
    }
}
