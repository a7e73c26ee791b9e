using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class PersoneEAccesso : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Identita",
                table: "Persone",
                type: "TEXT",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Atto",
                table: "Appartenenze",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Esterno",
                table: "Appartenenze",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Incarico",
                table: "Appartenenze",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RegistrazioniPortale",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stato = table.Column<int>(type: "INTEGER", nullable: false),
                    RichiestaIl = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SollecitataIl = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CredenzialiIl = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PasswordCambiataIl = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AttivaDal = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SospesaDal = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MotivoSospensione = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SospesaDallUfficio = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistrazioniPortale", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegistrazioniPortale_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegistrazioniPortale_Persone_PersonaId",
                        column: x => x.PersonaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RichiesteDiAccesso",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Identita = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    NomeUtente = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Cognome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CodiceFiscale = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Telefono = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Ente = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    CodiceFiscaleEnte = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Ruolo = table.Column<int>(type: "INTEGER", nullable: false),
                    Nota = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PresentataIl = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stato = table.Column<int>(type: "INTEGER", nullable: false),
                    DecisaIl = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecisaDa = table.Column<Guid>(type: "TEXT", nullable: true),
                    Motivo = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RichiesteDiAccesso", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Persone_Identita",
                table: "Persone",
                column: "Identita",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegistrazioniPortale_EnteId",
                table: "RegistrazioniPortale",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrazioniPortale_PersonaId_EnteId",
                table: "RegistrazioniPortale",
                columns: new[] { "PersonaId", "EnteId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RichiesteDiAccesso_Identita",
                table: "RichiesteDiAccesso",
                column: "Identita",
                unique: true,
                filter: "\"Stato\" = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegistrazioniPortale");

            migrationBuilder.DropTable(
                name: "RichiesteDiAccesso");

            migrationBuilder.DropIndex(
                name: "IX_Persone_Identita",
                table: "Persone");

            migrationBuilder.DropColumn(
                name: "Identita",
                table: "Persone");

            migrationBuilder.DropColumn(
                name: "Atto",
                table: "Appartenenze");

            migrationBuilder.DropColumn(
                name: "Esterno",
                table: "Appartenenze");

            migrationBuilder.DropColumn(
                name: "Incarico",
                table: "Appartenenze");
        }
    }
}
