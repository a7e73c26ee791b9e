using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class SoglieEAvvisiSilenziati : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Importo",
                table: "DifferenzeOpenData",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Oggetto",
                table: "DifferenzeOpenData",
                type: "TEXT",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Soglie_GiorniBloccata",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Soglie_GiorniBloccataLunga",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Soglie_GiorniComunicazione",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Soglie_MesiPerLaGara",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Soglie_ResiduoBasso",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Soglie_ResiduoMedio",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Soglie_ResiduoMinimo",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AvvisiSilenziati",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LottoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tipo = table.Column<int>(type: "INTEGER", nullable: false),
                    Gravita = table.Column<int>(type: "INTEGER", nullable: false),
                    FinoAl = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Motivo = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PersonaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AvvisiSilenziati", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AvvisiSilenziati_Enti_EnteId",
                        column: x => x.EnteId,
                        principalTable: "Enti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AvvisiSilenziati_Lotti_LottoId",
                        column: x => x.LottoId,
                        principalTable: "Lotti",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AvvisiSilenziati_EnteId",
                table: "AvvisiSilenziati",
                column: "EnteId");

            migrationBuilder.CreateIndex(
                name: "IX_AvvisiSilenziati_LottoId",
                table: "AvvisiSilenziati",
                column: "LottoId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AvvisiSilenziati");

            migrationBuilder.DropColumn(
                name: "Importo",
                table: "DifferenzeOpenData");

            migrationBuilder.DropColumn(
                name: "Oggetto",
                table: "DifferenzeOpenData");

            migrationBuilder.DropColumn(
                name: "Soglie_GiorniBloccata",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "Soglie_GiorniBloccataLunga",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "Soglie_GiorniComunicazione",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "Soglie_MesiPerLaGara",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "Soglie_ResiduoBasso",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "Soglie_ResiduoMedio",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "Soglie_ResiduoMinimo",
                table: "Convenzioni");
        }
    }
}
