using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.OpenData;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Domain.Rilievi;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>
/// The database context of the business data and the registro. One scope has one use case and one context, and only the write path saves
/// it.
/// </summary>
public sealed class CigHubDbContext(DbContextOptions<CigHubDbContext> options, Ambito ambito) : DbContext(options)
{
    /// <summary>The name of the query filter that hides the Affidamenti of other Enti.</summary>
    public const string FiltroEnte = "Ente";

    /// <summary>The source of the ids for the rows that this context adds.</summary>
    internal NewIds Ids { get; set; } = new();

    /// <summary>The events that the write path adds to the registro in this context's transaction.</summary>
    internal NewEvents NewEvents { get; } = new();

    public DbSet<Persona> Persone => Set<Persona>();

    public DbSet<IdentitaPersona> IdentitaPersone => Set<IdentitaPersona>();

    public DbSet<Ente> Enti => Set<Ente>();

    public DbSet<Appartenenza> Appartenenze => Set<Appartenenza>();

    public DbSet<DichiarazioneConflitto> DichiarazioniConflitto => Set<DichiarazioneConflitto>();

    public DbSet<Delega> Deleghe => Set<Delega>();

    public DbSet<AffidamentoDelegato> AffidamentiDelegati => Set<AffidamentoDelegato>();

    public DbSet<RegistrazionePortale> RegistrazioniPortale => Set<RegistrazionePortale>();

    public DbSet<RichiestaDiAccesso> RichiesteDiAccesso => Set<RichiestaDiAccesso>();

    public DbSet<Convenzione> Convenzioni => Set<Convenzione>();

    public DbSet<Lotto> Lotti => Set<Lotto>();

    public DbSet<Capienza> Capienze => Set<Capienza>();

    public DbSet<MovimentoCapienza> Movimenti => Set<MovimentoCapienza>();

    public DbSet<Affidamento> Affidamenti => Set<Affidamento>();

    public DbSet<Aggiudicazione> Aggiudicazioni => Set<Aggiudicazione>();

    public DbSet<Atto> Atti => Set<Atto>();

    public DbSet<OperazionePortale> Operazioni => Set<OperazionePortale>();

    public DbSet<Tentativo> Tentativi => Set<Tentativo>();

    public DbSet<CigInPiu> CigInPiu => Set<CigInPiu>();

    public DbSet<ContenutoFile> ContenutiFile => Set<ContenutoFile>();

    public DbSet<ElencoCaricato> ElenchiPortale => Set<ElencoCaricato>();

    public DbSet<PercorsoPortale> Percorsi => Set<PercorsoPortale>();

    public DbSet<Malfunzionamento> Malfunzionamenti => Set<Malfunzionamento>();

    public DbSet<ListaImportata> ListeImportate => Set<ListaImportata>();

    public DbSet<AiutoModificato> AiutiErrori => Set<AiutoModificato>();

    public DbSet<Sollecito> Solleciti => Set<Sollecito>();

    public DbSet<FileOpenData> FileOpenData => Set<FileOpenData>();

    public DbSet<DifferenzaOpenData> DifferenzeOpenData => Set<DifferenzaOpenData>();

    public DbSet<AvvisoSilenziato> AvvisiSilenziati => Set<AvvisoSilenziato>();

    public DbSet<Rilievo> Rilievi => Set<Rilievo>();

    public DbSet<Audit> Audit => Set<Audit>();

    public DbSet<CartaDiLavoro> CarteDiLavoro => Set<CartaDiLavoro>();

    public DbSet<Constatazione> Constatazioni => Set<Constatazione>();

    public DbSet<ProgrammaAudit> ProgrammiAudit => Set<ProgrammaAudit>();

    public DbSet<Adempimento> Adempimenti => Set<Adempimento>();

    public DbSet<VerificaFornitore> VerificheFornitori => Set<VerificaFornitore>();

    public DbSet<RigaRegistro> Registro => Set<RigaRegistro>();

    public DbSet<RigaTesta> Testa => Set<RigaTesta>();

    private bool TuttiGliEnti => ambito.TuttiGliEnti;

    private Guid? EnteVisibile => ambito.EnteId;

    private Guid? RupVisibile => ambito.Delega?.RupId;

    private Guid? ConvenzioneVisibile => ambito.Delega?.ConvenzioneId;

    /// <summary>The delega that names the visible Affidamenti one by one, or null.</summary>
    private Guid? DelegaVisibile => ambito.Delega is { Ambito: AmbitoDelega.Scelti, DelegaId: var id } ? id : null;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CigHubDbContext).Assembly);

        // The parts of an Affidamento are found through db.Affidamenti, which has this filter too. The limits of a delegate are null for
        // everybody else, and then leave the SQL as it was.
        modelBuilder.Entity<Affidamento>().HasQueryFilter(
            FiltroEnte,
            a => TuttiGliEnti || (a.EnteId == EnteVisibile
                && (RupVisibile == null || a.RupId == RupVisibile)
                && (ConvenzioneVisibile == null || Lotti.Any(l => l.Id == a.LottoId && l.ConvenzioneId == ConvenzioneVisibile))
                && (DelegaVisibile == null || AffidamentiDelegati.Any(
                    d => d.DelegaId == DelegaVisibile && d.AffidamentoId == a.Id && (a.RupDal == null || a.RupDal <= d.DelegatoIl)))));
        modelBuilder.Entity<Aggiudicazione>().HasQueryFilter(
            FiltroEnte, g => TuttiGliEnti || Affidamenti.Any(a => a.Id == g.AffidamentoId && a.EnteId == EnteVisibile));
        modelBuilder.Entity<Atto>().HasQueryFilter(
            FiltroEnte, t => TuttiGliEnti || Affidamenti.Any(a => a.Id == t.AffidamentoId && a.EnteId == EnteVisibile));
        modelBuilder.Entity<OperazionePortale>().HasQueryFilter(
            FiltroEnte, o => TuttiGliEnti || Affidamenti.Any(a => a.Id == o.AffidamentoId && a.EnteId == EnteVisibile));
        modelBuilder.Entity<Tentativo>().HasQueryFilter(
            FiltroEnte, t => TuttiGliEnti || Affidamenti.Any(a => a.Id == t.AffidamentoId && a.EnteId == EnteVisibile));
        modelBuilder.Entity<CigInPiu>().HasQueryFilter(
            FiltroEnte, c => TuttiGliEnti || Affidamenti.Any(a => a.Id == c.AffidamentoId && a.EnteId == EnteVisibile));

        modelBuilder.Entity<Rilievo>().HasQueryFilter(FiltroEnte, r => TuttiGliEnti || (r.EnteId == EnteVisibile && RupVisibile == null));

        modelBuilder.Entity<Sollecito>().HasQueryFilter(FiltroEnte, s => TuttiGliEnti || (s.EnteId == EnteVisibile && RupVisibile == null));
        modelBuilder.Entity<AvvisoSilenziato>().HasQueryFilter(FiltroEnte, s => TuttiGliEnti || (s.EnteId == EnteVisibile && RupVisibile == null));
        modelBuilder.Entity<DifferenzaOpenData>().HasQueryFilter(
            FiltroEnte, d => TuttiGliEnti || (d.EnteId == EnteVisibile && RupVisibile == null));
        modelBuilder.Entity<FileOpenData>().HasQueryFilter(
            FiltroEnte, f => TuttiGliEnti || ((f.EnteId == EnteVisibile || f.EnteId == null) && RupVisibile == null));
        // An audit of all Enti is seen whole only by whoever sees all Enti. Its parts are of one Ente each, and the owner of a finding sees it.
        modelBuilder.Entity<Audit>().HasQueryFilter(FiltroEnte, a => TuttiGliEnti || (a.EnteId == EnteVisibile && RupVisibile == null));
        modelBuilder.Entity<ProgrammaAudit>().HasQueryFilter(
            FiltroEnte, p => TuttiGliEnti || ((p.EnteId == EnteVisibile || p.EnteId == null) && RupVisibile == null));
        modelBuilder.Entity<CartaDiLavoro>().HasQueryFilter(FiltroEnte, c => TuttiGliEnti || (c.EnteId == EnteVisibile && RupVisibile == null));
        modelBuilder.Entity<Constatazione>().HasQueryFilter(FiltroEnte, c => TuttiGliEnti || (c.EnteId == EnteVisibile && RupVisibile == null));

        // A check of a Lotto is everybody's. That of an Affidamento is reached through the Affidamento, which has the limits of a delegate.
        modelBuilder.Entity<VerificaFornitore>().HasQueryFilter(
            FiltroEnte, v => TuttiGliEnti || v.AffidamentoId == null || Affidamenti.Any(a => a.Id == v.AffidamentoId && a.EnteId == EnteVisibile));

        // A DichiarazioneConflitto has no filter: a conflict belongs to the person, so it holds at every Ente. The queries that show one
        // reach it through an Affidamento of the reader's Ente.
        modelBuilder.Entity<ElencoCaricato>().HasQueryFilter(
            FiltroEnte, e => TuttiGliEnti || (e.EnteId == EnteVisibile && RupVisibile == null));
        modelBuilder.Entity<RigaRegistro>().HasQueryFilter(
            FiltroEnte, e => TuttiGliEnti || (e.EnteId == EnteVisibile && (RupVisibile == null || e.OggettoTipo == nameof(Affidamento))));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Cig>().HaveConversion<CodiceConverter<Cig>>().HaveMaxLength(10);
        configurationBuilder.Properties<CodiceFiscale>().HaveConversion<CodiceConverter<CodiceFiscale>>().HaveMaxLength(16);
        configurationBuilder.Properties<PartitaIva>().HaveConversion<CodiceConverter<PartitaIva>>().HaveMaxLength(11);
        configurationBuilder.Properties<CodIstat>().HaveConversion<CodiceConverter<CodIstat>>().HaveMaxLength(9);
        configurationBuilder.Properties<CodNuts>().HaveConversion<CodiceConverter<CodNuts>>().HaveMaxLength(5);
        configurationBuilder.Properties<Cpv>().HaveConversion<CodiceConverter<Cpv>>().HaveMaxLength(8);
    }
}
