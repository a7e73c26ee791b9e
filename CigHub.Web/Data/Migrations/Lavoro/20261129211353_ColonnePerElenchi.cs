using System;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class ColonnePerElenchi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registro_OggettoTipo_OggettoId",
                table: "Registro");

            migrationBuilder.AddColumn<int>(
                name: "Tipo",
                table: "Atti",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidoFinoAl",
                table: "Atti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "IdPartecipante",
                table: "Aggiudicazioni",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTime>(
                name: "AcquisitoIl",
                table: "Affidamenti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HaOrdinativo",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "HaPubblicazione",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_EnteId_Stato_ModificatoIl",
                table: "Affidamenti");

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_EnteId_Stato_ModificatoIl_RupId_AutoreId",
                table: "Affidamenti",
                columns: new[] { "EnteId", "Stato", "ModificatoIl", "RupId", "AutoreId" });

            migrationBuilder.CreateIndex(
                name: "IX_Registro_OggettoId_OggettoTipo",
                table: "Registro",
                columns: new[] { "OggettoId", "OggettoTipo" });

            migrationBuilder.CreateIndex(
                name: "IX_Atti_ValidoFinoAl_AffidamentoId",
                table: "Atti",
                columns: new[] { "ValidoFinoAl", "AffidamentoId" },
                filter: "\"ValidoFinoAl\" IS NOT NULL");

            migrationBuilder.Sql(WorklistFill.Sql);
            migrationBuilder.Sql(TextIndex.Rebuild);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(TextIndex.Drop);

            migrationBuilder.DropIndex(
                name: "IX_Registro_OggettoId_OggettoTipo",
                table: "Registro");

            migrationBuilder.DropIndex(
                name: "IX_Atti_ValidoFinoAl_AffidamentoId",
                table: "Atti");

            migrationBuilder.DropColumn(
                name: "Tipo",
                table: "Atti");

            migrationBuilder.DropColumn(
                name: "ValidoFinoAl",
                table: "Atti");

            migrationBuilder.DropColumn(
                name: "IdPartecipante",
                table: "Aggiudicazioni");

            migrationBuilder.DropColumn(
                name: "AcquisitoIl",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "HaOrdinativo",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "HaPubblicazione",
                table: "Affidamenti");

            migrationBuilder.DropIndex(
                name: "IX_Affidamenti_EnteId_Stato_ModificatoIl_RupId_AutoreId",
                table: "Affidamenti");

            migrationBuilder.CreateIndex(
                name: "IX_Affidamenti_EnteId_Stato_ModificatoIl",
                table: "Affidamenti",
                columns: new[] { "EnteId", "Stato", "ModificatoIl" });

            migrationBuilder.CreateIndex(
                name: "IX_Registro_OggettoTipo_OggettoId",
                table: "Registro",
                columns: new[] { "OggettoTipo", "OggettoId" });
        }
    }
}
