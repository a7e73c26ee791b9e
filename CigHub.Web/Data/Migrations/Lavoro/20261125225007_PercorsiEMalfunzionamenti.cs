using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class PercorsiEMalfunzionamenti : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Nota",
                table: "PercorsiPortale",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "PubblicatoIl",
                table: "PercorsiPortale",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Malfunzionamenti",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Dal = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SegnalatoDaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nota = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Al = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChiusoDaId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Malfunzionamenti", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Malfunzionamenti_Persone_ChiusoDaId",
                        column: x => x.ChiusoDaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Malfunzionamenti_Persone_SegnalatoDaId",
                        column: x => x.SegnalatoDaId,
                        principalTable: "Persone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Malfunzionamenti_ChiusoDaId",
                table: "Malfunzionamenti",
                column: "ChiusoDaId");

            migrationBuilder.CreateIndex(
                name: "IX_Malfunzionamenti_Dal",
                table: "Malfunzionamenti",
                column: "Dal");

            migrationBuilder.CreateIndex(
                name: "IX_Malfunzionamenti_SegnalatoDaId",
                table: "Malfunzionamenti",
                column: "SegnalatoDaId");

            migrationBuilder.CreateIndex(
                name: "UX_Malfunzionamenti_InCorso",
                table: "Malfunzionamenti",
                column: "Al",
                unique: true,
                filter: "\"Al\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Malfunzionamenti");

            migrationBuilder.DropColumn(
                name: "Nota",
                table: "PercorsiPortale");

            migrationBuilder.DropColumn(
                name: "PubblicatoIl",
                table: "PercorsiPortale");
        }
    }
}
