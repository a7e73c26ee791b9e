using System.Reflection;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Migrations as a later version of the app would bring them. One adds a column, one rebuilds the table of the registro, and one belongs to
/// the database of the preferences.
/// </summary>
internal static class TestMigrations
{
    public const string Column = "20991231000001_TestColumn", Rebuild = "20991231000002_TestRebuild", Preferences = "20991231000003_TestPreferences";

    public static IServiceCollection AddTestMigrations(this IServiceCollection services) => services
        .ConfigureDbContext<CigHubDbContext>(o => Add(o))
        .ConfigureDbContext<PreferenzeDbContext>(o => Add(o));

    /// <summary>
    /// Copies the app's present model into the target model of a test migration, because the rebuild of a table needs the whole definition
    /// of the table.
    /// </summary>
    internal static void ModelOf(ModelSnapshot snapshot, ModelBuilder builder) =>
        typeof(ModelSnapshot).GetMethod("BuildModel", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(snapshot, [builder]);

    private static void Add(DbContextOptionsBuilder options) => options.ReplaceService<IMigrationsAssembly, WithTestMigrations>();
}

/// <summary>The list of migrations that EF applies: those of the app, followed by those of the tests.</summary>
#pragma warning disable EF1001 // There is no other way to add migrations from a second assembly.
internal sealed class WithTestMigrations(
    ICurrentDbContext current, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> logger)
    : MigrationsAssembly(current, options, ids, logger)
{
    private readonly Type _context = current.Context.GetType();

    public override IReadOnlyDictionary<string, TypeInfo> Migrations
    {
        get
        {
            var all = new SortedList<string, TypeInfo>(base.Migrations.ToDictionary(), StringComparer.Ordinal);
            foreach (var type in (Type[])[typeof(TestColumn), typeof(TestRebuild), typeof(TestPreferences)])
            {
                if (type.GetCustomAttribute<DbContextAttribute>()!.ContextType == _context)
                {
                    all[type.GetCustomAttribute<MigrationAttribute>()!.Id] = type.GetTypeInfo();
                }
            }

            return all;
        }
    }
}
#pragma warning restore EF1001

[DbContext(typeof(CigHubDbContext))]
[Migration(TestMigrations.Column)]
internal sealed class TestColumn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Prova", "Enti", "TEXT", nullable: true);
        migrationBuilder.CreateIndex("IX_Enti_Prova", "Enti", "Prova");
        migrationBuilder.Sql("UPDATE \"Enti\" SET \"Prova\" = 'aggiornato'");
    }
}

[DbContext(typeof(CigHubDbContext))]
[Migration(TestMigrations.Rebuild)]
internal sealed class TestRebuild : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AlterColumn<string>("Esito", "Registro", "TEXT", nullable: false, collation: "NOCASE", oldClrType: typeof(string), oldType: "TEXT");
    }

    protected override void BuildTargetModel(ModelBuilder modelBuilder) =>
        TestMigrations.ModelOf(new Web.Data.Migrations.Lavoro.CigHubDbContextModelSnapshot(), modelBuilder);
}

[DbContext(typeof(PreferenzeDbContext))]
[Migration(TestMigrations.Preferences)]
internal sealed class TestPreferences : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Prova", "Preferenze", "TEXT", nullable: true);
}
