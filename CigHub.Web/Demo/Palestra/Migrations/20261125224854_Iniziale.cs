using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Demo.Palestra.Migrations
{
    /// <inheritdoc />
    public partial class Iniziale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Addestramenti",
                columns: table => new
                {
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Richieste = table.Column<int>(type: "INTEGER", nullable: false),
                    Guasti = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Addestramenti", x => x.PersonaId);
                });

            migrationBuilder.CreateTable(
                name: "Documenti",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Dati = table.Column<string>(type: "TEXT", nullable: false),
                    Rup = table.Column<string>(type: "TEXT", nullable: false),
                    RupCodiceFiscale = table.Column<string>(type: "TEXT", nullable: true),
                    DescrizioneOperazione = table.Column<string>(type: "TEXT", nullable: false),
                    CategoriaAppalto = table.Column<string>(type: "TEXT", nullable: false),
                    CreatoIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CigDerivato = table.Column<string>(type: "TEXT", nullable: true),
                    RegistroDiSistema = table.Column<string>(type: "TEXT", nullable: true),
                    FascicoloDiSistema = table.Column<string>(type: "TEXT", nullable: true),
                    DataInvio = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnnullatoIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Rifiuto = table.Column<string>(type: "TEXT", nullable: true),
                    InModifica = table.Column<bool>(type: "INTEGER", nullable: false),
                    ModificatoIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Selezionato = table.Column<bool>(type: "INTEGER", nullable: false),
                    InCaricoA = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documenti", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Progressivi",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    CigDati = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentiInviati = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progressivi", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Documenti_CigDerivato",
                table: "Documenti",
                column: "CigDerivato",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Documenti_PersonaId",
                table: "Documenti",
                column: "PersonaId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Addestramenti");

            migrationBuilder.DropTable(
                name: "Documenti");

            migrationBuilder.DropTable(
                name: "Progressivi");
        }
    }
}
