using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class RegistroDefinitivo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BozzaRegistrata",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ImportoRegistrato",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ScrittaAl",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ScrittaDaId",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ScrittaDal",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScrittaInRuolo",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IdentitaPersone",
                columns: table => new
                {
                    Impronta = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sale = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    Contenuto = table.Column<string>(type: "TEXT", nullable: false),
                    Dal = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentitaPersone", x => x.Impronta);
                    table.ForeignKey(
                        name: "FK_IdentitaPersone_Persone_PersonaId",
                        column: x => x.PersonaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_ScrittaAl",
                table: "Affidamenti",
                column: "ScrittaAl",
                filter: "\"ScrittaAl\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_IdentitaPersone_PersonaId_Dal",
                table: "IdentitaPersone",
                columns: new[] { "PersonaId", "Dal" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentitaPersone");

            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_ScrittaAl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "BozzaRegistrata",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ImportoRegistrato",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ScrittaAl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ScrittaDaId",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ScrittaDal",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "ScrittaInRuolo",
                table: "Affidamenti");
        }
    }
}
