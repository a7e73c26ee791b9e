using System;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class TotaliSpesa : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "EnteId",
                table: "MovimentiCapienza",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Giorno",
                table: "MovimentiCapienza",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<Guid>(
                name: "IdPartecipante",
                table: "MovimentiCapienza",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RegistratoIl",
                table: "MovimentiCapienza",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.Sql(LedgerFill.Sql);
            migrationBuilder.Sql(MonthlyTotals.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(MonthlyTotals.Table);

            migrationBuilder.DropColumn(
                name: "EnteId",
                table: "MovimentiCapienza");

            migrationBuilder.DropColumn(
                name: "Giorno",
                table: "MovimentiCapienza");

            migrationBuilder.DropColumn(
                name: "IdPartecipante",
                table: "MovimentiCapienza");

            migrationBuilder.DropColumn(
                name: "RegistratoIl",
                table: "MovimentiCapienza");
        }
    }
}
