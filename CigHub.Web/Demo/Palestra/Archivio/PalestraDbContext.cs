using CigHub.Domain.Codici;
using CigHub.Domain.Palestra;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Demo.Palestra.Archivio;

/// <summary>
/// The database context of the palestra, with a file of its own. Its data are those that a foreign portal would keep. They are no business
/// data of CigHub and have no events.
/// </summary>
public sealed class PalestraDbContext(DbContextOptions<PalestraDbContext> options) : DbContext(options)
{
    public DbSet<DocumentoPalestra> Documenti => Set<DocumentoPalestra>();

    public DbSet<Addestramento> Addestramenti => Set<Addestramento>();

    public DbSet<Progressivi> Progressivi => Set<Progressivi>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Cig>().HaveConversion<CodiceConverter<Cig>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DocumentoPalestra>(b =>
        {
            b.ToTable("Documenti");
            b.Property(d => d.Id).ValueGeneratedNever();
            b.Property(d => d.Dati).HasConversion(new JsonColumnConverter<DatiDocumento>());
            b.HasIndex(d => d.PersonaId);
            b.HasIndex(d => d.CigDerivato).IsUnique();
        });
        modelBuilder.Entity<Addestramento>(b =>
        {
            b.ToTable("Addestramenti");
            b.HasKey(a => a.PersonaId);
            b.Property(a => a.PersonaId).ValueGeneratedNever();
            b.Property(a => a.Guasti).HasConversion(new ElencoConverter<Guasto>(), new ElencoComparer<Guasto>());
        });
        modelBuilder.Entity<Progressivi>(b => b.ToTable("Progressivi").Property(p => p.Id).ValueGeneratedNever());
    }
}

/// <summary>
/// The one row that counts the CIG given and the documents sent, so that no number occurs twice, even after «Ricomincia».
/// </summary>
public sealed class Progressivi
{
    public int Id { get; init; }

    public int CigDati { get; set; }

    public int DocumentiInviati { get; set; }
}
