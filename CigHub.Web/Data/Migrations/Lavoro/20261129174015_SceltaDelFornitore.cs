using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Lavoro
{
    /// <inheritdoc />
    public partial class SceltaDelFornitore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CriterioFornitori",
                table: "Convenzioni",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CriterioScelta",
                table: "Affidamenti",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MotivoScelta",
                table: "Affidamenti",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CriterioFornitori",
                table: "Convenzioni");

            migrationBuilder.DropColumn(
                name: "CriterioScelta",
                table: "Affidamenti");

            migrationBuilder.DropColumn(
                name: "MotivoScelta",
                table: "Affidamenti");
        }
    }
}
