using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CigHub.Web.Data.Migrations.Preferenze
{
    /// <inheritdoc />
    public partial class SerieSenzaTempi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Millisecondi",
                table: "VociSerie");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Millisecondi",
                table: "VociSerie",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }
    }
}
