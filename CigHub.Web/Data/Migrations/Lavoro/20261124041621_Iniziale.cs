using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class Iniziale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Convenzioni",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Titolo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Disciplina = table.Column<int>(type: "INTEGER", nullable: false),
                    DataBando = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AdesioniDal = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AdesioniAl = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ConfrontoCompetitivo = table.Column<bool>(type: "INTEGER", nullable: false),
                    Erosione = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Convenzioni", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Enti",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Denominazione = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    CodiceFiscale = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    PartitaIva = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    Pec = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    CodiceIpa = table.Column<string>(type: "TEXT", nullable: false),
                    CodiceAusa = table.Column<string>(type: "TEXT", nullable: false),
                    Luogo = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    CentriDiCosto = table.Column<string>(type: "TEXT", nullable: false),
                    Sede_Cap = table.Column<string>(type: "TEXT", nullable: false),
                    Sede_Citta = table.Column<string>(type: "TEXT", nullable: false),
                    Sede_Indirizzo = table.Column<string>(type: "TEXT", nullable: false),
                    Sede_Provincia = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enti", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PercorsiPortale",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Versione = table.Column<int>(type: "INTEGER", nullable: false),
                    Passi = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PercorsiPortale", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Persone",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NomeUtente = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Cognome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CodiceFiscale = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Attiva = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Persone", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Registro",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    Byte = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Foglia = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AttoreId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ruolo = table.Column<string>(type: "TEXT", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Azione = table.Column<string>(type: "TEXT", nullable: false),
                    OggettoTipo = table.Column<string>(type: "TEXT", nullable: false),
                    OggettoId = table.Column<string>(type: "TEXT", nullable: false),
                    Esito = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registro", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "RegistroTesta",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Dimensione = table.Column<long>(type: "INTEGER", nullable: false),
                    Radice = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Bordo = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistroTesta", x => x.Id);
                    table.CheckConstraint("CK_RegistroTesta_Unica", "\"Id\" = 1");
                });

            migrationBuilder.CreateTable(
                name: "Lotti",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConvenzioneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    Oggetto = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CigPadre = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Fornitori = table.Column<string>(type: "TEXT", nullable: false),
                    Caratteristiche_Categoria = table.Column<string>(type: "TEXT", nullable: false),
                    Caratteristiche_Ccnl = table.Column<string>(type: "TEXT", nullable: false),
                    Caratteristiche_Cpv = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Caratteristiche_DataAggiudicazione = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Caratteristiche_Nuts = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Caratteristiche_OggettoContratto = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lotti", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Lotti_Convenzioni_ConvenzioneId",
                        column: x => x.ConvenzioneId,
                        principalTable: "Convenzioni",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Appartenenze",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ruolo = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Dal = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fino = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appartenenze", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Appartenenze_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appartenenze_Persone_PersonaId",
                        column: x => x.PersonaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Affidamenti",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Anno = table.Column<int>(type: "INTEGER", nullable: false),
                    Progressivo = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LottoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AutoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MotivoBandoSuccessivo = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Bozza = table.Column<string>(type: "TEXT", nullable: false),
                    TitoloDocumento = table.Column<string>(type: "TEXT", nullable: false),
                    Oggetto = table.Column<string>(type: "TEXT", nullable: false),
                    Stato = table.Column<int>(type: "INTEGER", nullable: false),
                    Ritorno = table.Column<int>(type: "INTEGER", nullable: false),
                    NotaRitorno = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    InviatoAlPortale = table.Column<bool>(type: "INTEGER", nullable: false),
                    RilettoIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatoIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RichiestoIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VersionePercorso = table.Column<int>(type: "INTEGER", nullable: true),
                    ModificatoIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StatoBozza = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Affidamenti", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Affidamenti_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Affidamenti_Lotti_LottoId",
                        column: x => x.LottoId,
                        principalTable: "Lotti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Affidamenti_Persone_AutoreId",
                        column: x => x.AutoreId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Affidamenti_Persone_RupId",
                        column: x => x.RupId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Capienze",
                columns: table => new
                {
                    LottoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AltreAdesioniAl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SforamentoDaRegolarizzare = table.Column<bool>(type: "INTEGER", nullable: false),
                    Aderito = table.Column<long>(type: "INTEGER", nullable: false),
                    AltreAdesioni = table.Column<long>(type: "INTEGER", nullable: false),
                    Massimale = table.Column<long>(type: "INTEGER", nullable: false),
                    Riservato = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Capienze", x => x.LottoId);
                    table.CheckConstraint("CK_Capienze_Residuo", "\"Massimale\" - \"Aderito\" - \"Riservato\" - \"AltreAdesioni\" >= 0 OR \"SforamentoDaRegolarizzare\" = 1");
                    table.ForeignKey(
                        name: "FK_Capienze_Lotti_LottoId",
                        column: x => x.LottoId,
                        principalTable: "Lotti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MovimentiCapienza",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LottoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tipo = table.Column<int>(type: "INTEGER", nullable: false),
                    Utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AggiudicazioneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Riferimento = table.Column<string>(type: "TEXT", nullable: true),
                    Importo = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MovimentiCapienza", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MovimentiCapienza_Lotti_LottoId",
                        column: x => x.LottoId,
                        principalTable: "Lotti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Aggiudicazioni",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AffidamentoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Indice = table.Column<int>(type: "INTEGER", nullable: false),
                    Stato = table.Column<int>(type: "INTEGER", nullable: false),
                    CigDerivato = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Importo = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Aggiudicazioni", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Aggiudicazioni_Affidamenti_AffidamentoId",
                        column: x => x.AffidamentoId,
                        principalTable: "Affidamenti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "RegistroTesta",
                columns: new[] { "Id", "Bordo", "Dimensione", "Radice" },
                values: new object[] { 1, new byte[0], 0L, new byte[] { 227, 176, 196, 66, 152, 252, 28, 20, 154, 251, 244, 200, 153, 111, 185, 36, 39, 174, 65, 228, 100, 155, 147, 76, 164, 149, 153, 27, 120, 82, 184, 85 } });

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_Anno_Progressivo",
                table: "Affidamenti",
                columns: new[] { "Anno", "Progressivo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_AutoreId",
                table: "Affidamenti",
                column: "AutoreId");

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_EnteId_Stato_ModificatoIl",
                table: "Affidamenti",
                columns: new[] { "EnteId", "Stato", "ModificatoIl" });

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_LottoId",
                table: "Affidamenti",
                column: "LottoId");

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_RupId",
                table: "Affidamenti",
                column: "RupId");

            migrationBuilder.CreateIndex(
                name: "IX_Aggiudicazioni_AffidamentoId_Indice",
                table: "Aggiudicazioni",
                columns: new[] { "AffidamentoId", "Indice" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Aggiudicazioni_CigDerivato",
                table: "Aggiudicazioni",
                column: "CigDerivato",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appartenenze_EnteId",
                table: "Appartenenze",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_Appartenenze_PersonaId_Ruolo_EnteId",
                table: "Appartenenze",
                columns: new[] { "PersonaId", "Ruolo", "EnteId" });

            migrationBuilder.CreateIndex(
                name: "IX_Enti_CodiceFiscale",
                table: "Enti",
                column: "CodiceFiscale",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lotti_CigPadre",
                table: "Lotti",
                column: "CigPadre",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lotti_ConvenzioneId_Numero",
                table: "Lotti",
                columns: new[] { "ConvenzioneId", "Numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MovimentiCapienza_LottoId_Utc",
                table: "MovimentiCapienza",
                columns: new[] { "LottoId", "Utc" });

            migrationBuilder.CreateIndex(
                name: "IX_PercorsiPortale_Versione",
                table: "PercorsiPortale",
                column: "Versione",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Persone_NomeUtente",
                table: "Persone",
                column: "NomeUtente",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registro_EnteId_Seq",
                table: "Registro",
                columns: new[] { "EnteId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_Registro_OggettoTipo_OggettoId",
                table: "Registro",
                columns: new[] { "OggettoTipo", "OggettoId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Aggiudicazioni");

            migrationBuilder.DropTable(
                name: "Appartenenze");

            migrationBuilder.DropTable(
                name: "Capienze");

            migrationBuilder.DropTable(
                name: "MovimentiCapienza");

            migrationBuilder.DropTable(
                name: "PercorsiPortale");

            migrationBuilder.DropTable(
                name: "Registro");

            migrationBuilder.DropTable(
                name: "RegistroTesta");

            migrationBuilder.DropTable(
                name: "Affidamenti");

            migrationBuilder.DropTable(
                name: "Enti");

            migrationBuilder.DropTable(
                name: "Lotti");

            migrationBuilder.DropTable(
                name: "Persone");

            migrationBuilder.DropTable(
                name: "Convenzioni");
        }
    }
}
