using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class NomeCompletoDellePersone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NomeCompleto",
                table: "Persone",
                type: "TEXT",
                maxLength: 401,
                nullable: false,
                defaultValue: "");
            migrationBuilder.Sql("UPDATE \"Persone\" SET \"NomeCompleto\" = rtrim(\"Nome\" || ' ' || \"Cognome\")");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NomeCompleto",
                table: "Persone");
        }
    }
}
