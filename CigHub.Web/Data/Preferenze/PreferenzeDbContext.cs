using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>What helps people work but is not business data: where a request on the portal stands, which values were copied. No events.</summary>
public sealed class PreferenzeDbContext(DbContextOptions<PreferenzeDbContext> options) : DbContext(options)
{
    public DbSet<PosizioneRichiesta> Posizioni => Set<PosizioneRichiesta>();

    public DbSet<SpuntaCopia> Spunte => Set<SpuntaCopia>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PosizioneRichiesta>(b =>
        {
            b.ToTable("PosizioniRichiesta");
            b.HasKey(p => p.AffidamentoId);
            b.Property(p => p.AffidamentoId).ValueGeneratedNever();
        });
        modelBuilder.Entity<SpuntaCopia>(b =>
        {
            b.ToTable("SpunteCopia");
            b.HasKey(s => new { s.AffidamentoId, s.Percorso });
        });
    }
}

/// <summary>The step of the portal's path at which a request was left; of the Affidamento, so that another computer finds it.</summary>
public sealed class PosizioneRichiesta
{
    public Guid AffidamentoId { get; init; }

    public int Passo { get; set; }
}

/// <summary>A value that has been copied to the portal.</summary>
public sealed class SpuntaCopia
{
    public Guid AffidamentoId { get; init; }

    public required string Percorso { get; init; }
}
