using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class ConservazionePersone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "CodiceFiscale",
                table: "Persone",
                type: "TEXT",
                maxLength: 16,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 16);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CancellataIl",
                table: "Persone",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cancellazione",
                table: "Persone",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DatiRiservati",
                table: "Persone",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LimitataDal",
                table: "Persone",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Vincolo",
                table: "Persone",
                type: "TEXT",
                maxLength: 500,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CancellataIl",
                table: "Persone");

            migrationBuilder.DropColumn(
                name: "Cancellazione",
                table: "Persone");

            migrationBuilder.DropColumn(
                name: "DatiRiservati",
                table: "Persone");

            migrationBuilder.DropColumn(
                name: "LimitataDal",
                table: "Persone");

            migrationBuilder.DropColumn(
                name: "Vincolo",
                table: "Persone");

            migrationBuilder.AlterColumn<string>(
                name: "CodiceFiscale",
                table: "Persone",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 16,
                oldNullable: true);
        }
    }
}
