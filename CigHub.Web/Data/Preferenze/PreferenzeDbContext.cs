using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Preferenze;

/// <summary>
/// The database context of data that help people work but are not business data, such as the position of a request on the portal and the
/// copied values. They have no events.
/// </summary>
public sealed class PreferenzeDbContext(DbContextOptions<PreferenzeDbContext> options) : DbContext(options)
{
    public DbSet<PosizioneRichiesta> Posizioni => Set<PosizioneRichiesta>();

    public DbSet<SpuntaCopia> Spunte => Set<SpuntaCopia>();

    public DbSet<Preferenza> Preferenze => Set<Preferenza>();

    public DbSet<AffidamentoSelezionato> Selezione => Set<AffidamentoSelezionato>();

    public DbSet<VoceSerie> Serie => Set<VoceSerie>();

    public DbSet<VistaSalvata> Viste => Set<VistaSalvata>();

    public DbSet<Sessione> Sessioni => Set<Sessione>();

    public DbSet<ProvaDiScrittura> ProveDiScrittura => Set<ProvaDiScrittura>();

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
        modelBuilder.Entity<Preferenza>(b =>
        {
            b.ToTable("Preferenze");
            b.HasKey(p => new { p.PersonaId, p.Chiave });
        });
        modelBuilder.Entity<AffidamentoSelezionato>(b =>
        {
            b.ToTable("AffidamentiSelezionati");
            b.HasKey(s => new { s.PersonaId, s.AffidamentoId });
        });
        modelBuilder.Entity<VoceSerie>(b =>
        {
            b.ToTable("VociSerie");
            b.HasKey(s => new { s.PersonaId, s.AffidamentoId });
            b.Property(s => s.RipresoIl).HasConversion<UtcConverter>();
        });
        modelBuilder.Entity<VistaSalvata>(b =>
        {
            b.ToTable("VisteSalvate");
            b.HasKey(v => v.Id);
            b.Property(v => v.Id).ValueGeneratedNever();
            b.HasIndex(v => new { v.PersonaId, v.Lista, v.Chiave }).IsUnique();
        });
        modelBuilder.Entity<Sessione>(b =>
        {
            b.ToTable("Sessioni");
            b.HasKey(s => s.Id);
            b.Property(s => s.Id).ValueGeneratedNever();
            b.HasIndex(s => s.Chiave).IsUnique();
            b.HasIndex(s => new { s.FinitaIl, s.PersonaId });
            b.Property(s => s.Motivo).HasConversion<string>();
            b.Property(s => s.ApertaIl).HasConversion<UtcConverter>();
            b.Property(s => s.UltimaAttivita).HasConversion<UtcConverter>();
            b.Property(s => s.Scadenza).HasConversion<UtcConverter>();
            b.Property(s => s.FinitaIl).HasConversion<UtcConverter>();
        });
        modelBuilder.Entity<ProvaDiScrittura>(b =>
        {
            b.ToTable("ProvaDiScrittura");
            b.HasKey(p => p.Id);
            b.Property(p => p.Id).ValueGeneratedNever();
            b.Property(p => p.Il).HasConversion<UtcConverter>();
        });
    }
}

/// <summary>The one row that the probe of readiness writes again and again, to learn whether the storage still takes writes.</summary>
public sealed class ProvaDiScrittura
{
    /// <summary>The id of the only row.</summary>
    public const int Unica = 1;

    public int Id { get; init; } = Unica;

    /// <summary>The instant of the last write, UTC.</summary>
    public DateTime Il { get; set; }
}

/// <summary>
/// The step of the percorso del portale at which a request was left. It is stored for the Affidamento and not for a browser, so that the
/// RUP can go on at another computer.
/// </summary>
public sealed class PosizioneRichiesta
{
    public Guid AffidamentoId { get; init; }

    public int Passo { get; set; }
}

/// <summary>A value of a request that the RUP has copied to the portal, and that the page therefore shows as ticked.</summary>
public sealed class SpuntaCopia
{
    public Guid AffidamentoId { get; init; }

    public required string Percorso { get; init; }
}

/// <summary>A choice that a person made and finds again at the next visit, on any computer.</summary>
public sealed class Preferenza
{
    public Guid PersonaId { get; init; }

    /// <summary>The name of the choice, for example <c>affidamenti.righe</c>.</summary>
    public required string Chiave { get; init; }

    public required string Valore { get; set; }
}

/// <summary>An Affidamento that a person has ticked in the list (the portal's <em>Selezione</em>): it stays ticked from page to page.</summary>
public sealed class AffidamentoSelezionato
{
    public Guid PersonaId { get; init; }

    public Guid AffidamentoId { get; init; }
}

/// <summary>A request in a person's series. It keeps no time that the person spent on it (art. 4 L. 300/1970).</summary>
public sealed class VoceSerie
{
    public Guid PersonaId { get; init; }

    public Guid AffidamentoId { get; init; }

    /// <summary>The place of the request in the series, counted from 1.</summary>
    public int Ordine { get; init; }

    /// <summary>Says whether the request is put off until after all the others.</summary>
    public bool Saltato { get; set; }

    /// <summary>The instant at which the panel took the request up, or null when the panel does not show it.</summary>
    public DateTime? RipresoIl { get; set; }
}

/// <summary>A view of a list that a person has saved by name: filters, order and columns.</summary>
public sealed class VistaSalvata
{
    public Guid Id { get; init; }

    public Guid PersonaId { get; init; }

    /// <summary>The name of the list, from <see cref="ListKey"/>.</summary>
    public required string Lista { get; init; }

    public required string Nome { get; init; }

    /// <summary>The name in the form in which two equal names are found. It is unique among the views of a person and a list.</summary>
    public required string Chiave { get; init; }

    /// <summary>Filters, order and columns, as the query of the list's address.</summary>
    public required string Filtri { get; init; }

    /// <summary>Says whether the list opens with this view. At most one view of a person and a list does.</summary>
    public bool Apre { get; init; }
}
