using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

internal sealed class AffidamentoConfig : IEntityTypeConfiguration<Affidamento>
{
    public void Configure(EntityTypeBuilder<Affidamento> b)
    {
        b.ToTable("Affidamenti");
        b.Root();
        b.HasOne<Ente>().WithMany().HasForeignKey(a => a.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Lotto>().WithMany().HasForeignKey(a => a.LottoId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(a => a.AutoreId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(a => a.RupId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(a => new { a.Anno, a.Progressivo }).IsUnique();

        // RUP and author are included so that the worklist finds the Affidamenti of other people without reading the rows.
        b.HasIndex(a => new { a.EnteId, a.Stato, a.ModificatoIl, a.RupId, a.AutoreId });
        b.Ignore(a => a.Numero);
        b.Ignore(a => a.Importo);
        b.Ignore(a => a.PresoDalLotto);
        b.Ignore(a => a.HaIlContratto);
        b.Ignore(a => a.ContrattoDal);
        b.Ignore(a => a.Fornitori);
        b.Ignore(a => a.TentativoDaGuardare);
        b.Ignore(a => a.CodiceAppalto);
        b.Property(a => a.MotivoBandoSuccessivo).HasMaxLength(Affidamento.MaxNota);
        b.Property(a => a.MotivoScelta).HasMaxLength(Affidamento.MaxNota);
        b.Property(a => a.NotaRitorno).HasMaxLength(Affidamento.MaxNota);
        b.Property("_statoBozza").HasColumnName("StatoBozza");

        // The draft enters the registro field by field, one piece of work at a time (BozzaWorkEvents), and as a whole when the request
        // starts.
        b.Property(a => a.Bozza).HasConversion<BozzaConverter, BozzaComparer>().OfBozza();
        b.Property(a => a.BozzaRegistrata).HasConversion<BozzaConverter, BozzaComparer>().OfBozza();
        b.Property(a => a.ImportoRegistrato).HasConversion<ImportoConverter>().OfBozza();
        b.Property(a => a.ScrittaDaId).OfBozza();
        b.Property(a => a.ScrittaInRuolo).OfBozza();
        b.Property(a => a.ScrittaPerDelegaId).OfBozza();
        b.Property(a => a.ScrittaDal).OfBozza();
        b.Property(a => a.ScrittaAl).OfBozza();
        b.HasIndex(a => a.ScrittaAl).HasFilter("\"ScrittaAl\" IS NOT NULL");
        b.Property(a => a.TitoloDocumento).OfBozza();
        b.Property(a => a.Oggetto).OfBozza();
        b.Property(a => a.ModificatoIl).OfBozza();
        b.Property(a => a.DenominazioneOe).OfBozza();
        b.Property(a => a.CodiciFornitori).OfBozza();
        b.Importo(a => a.ImportoAppalto).HasAnnotation(ModelParts.OutsideRegistro, true).HasAnnotation(ModelParts.Bozza, true);
        b.Property(a => a.CigDerivati).NotInRegistro();

        // Copies by which worklists filter. The registro has the ledger's rows and the atti themselves.
        b.Property(a => a.AcquisitoIl).NotInRegistro();
        b.Property(a => a.HaOrdinativo).NotInRegistro();
        b.Property(a => a.ContrattoAl).NotInRegistro();
        b.HasIndex(a => a.ContrattoAl).HasFilter("\"ContrattoAl\" IS NOT NULL");
        b.Property(a => a.HaPubblicazione).NotInRegistro();
        b.Property(a => a.Conferma).HasConversion<JsonColumnConverter<ConfermaCapienza>>();
        b.Importo(a => a.Confermato).HasAnnotation(ModelParts.OutsideRegistro, true);
        b.Property(a => a.StatoConferma).NotInRegistro();
        b.Property(a => a.ConfermaFinoAl).NotInRegistro();
        b.HasIndex(a => new { a.StatoConferma, a.ConfermaFinoAl });

        // Few wait at a time, so the lista d'attesa of every Lotto is read from an index of those alone.
        b.HasIndex(a => new { a.LottoId, a.InListaDal }).HasFilter("\"InListaDal\" IS NOT NULL");
        b.Property(a => a.TestoRicerca).OfBozza();
        b.Property(a => a.Fascicolo).HasConversion<JsonColumnConverter<DatiFascicolo>>();
        b.ComplexProperty(a => a.Portale, p =>
        {
            p.Property(x => x.RegistroDiSistema).HasMaxLength(DatiPortale.MaxTesto);
            p.Property(x => x.FascicoloDiSistema).HasMaxLength(DatiPortale.MaxTesto);
            p.Property(x => x.Stato).HasMaxLength(DatiPortale.MaxTesto);
            p.Property(x => x.StatoAffidamento).HasMaxLength(DatiPortale.MaxTesto);
            p.Property(x => x.StatoSchedaPcp).HasMaxLength(DatiPortale.MaxTesto);
        });
        b.HasMany(a => a.Atti).WithOne().HasForeignKey(g => g.AffidamentoId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(a => a.ModificatoIl);
        b.HasIndex(a => new { a.LottoId, a.Stato });
        b.HasIndex(a => a.RupId);
        b.HasMany(a => a.Aggiudicazioni).WithOne().HasForeignKey(g => g.AffidamentoId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(a => a.Aggiudicazioni).AutoInclude();

        // The state depends on the operations: an Affidamento that is loaded without them would show a wrong state.
        b.HasMany(a => a.Operazioni).WithOne().HasForeignKey(o => o.AffidamentoId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(a => a.Operazioni).AutoInclude();

        // The next request depends on how the last try ended: an Affidamento that is loaded without its tries would allow a second CIG.
        b.HasMany(a => a.Tentativi).WithOne().HasForeignKey(t => t.AffidamentoId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(a => a.Tentativi).AutoInclude();
        b.HasMany(a => a.CigInPiu).WithOne().HasForeignKey(c => c.AffidamentoId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TentativoConfig : IEntityTypeConfiguration<Tentativo>
{
    public void Configure(EntityTypeBuilder<Tentativo> b)
    {
        b.ToTable("Tentativi");
        b.HasKey(t => t.Id);
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Ignore(t => t.DaGuardare);
        b.Ignore(t => t.HaUsatoIlCodice);
        b.Ignore(t => t.ElencoCodici);
        b.Property(t => t.CodiceAppalto).HasMaxLength(Domain.Affidamenti.Ad4.LimitiAd4.CodiceAppaltoMassimo);
        b.Property(t => t.Codici).HasMaxLength(Tentativo.MaxCodici);
        b.Property(t => t.Risposta).HasMaxLength(Affidamento.MaxNota);
        b.HasIndex(t => new { t.AffidamentoId, t.Numero }).IsUnique();
        b.HasIndex(t => t.CodiceAppalto);
    }
}

internal sealed class SollecitoConfig : IEntityTypeConfiguration<Sollecito>
{
    public void Configure(EntityTypeBuilder<Sollecito> b)
    {
        b.ToTable("Solleciti");
        b.HasKey(s => s.Id);
        b.Property(s => s.Id).ValueGeneratedNever();
        b.HasOne<Affidamento>().WithMany().HasForeignKey(s => s.AffidamentoId).OnDelete(DeleteBehavior.Cascade);
        b.Property(s => s.EnteId).NotInRegistro();
        b.Property(s => s.PersonaId).NotInRegistro();
        b.Property(s => s.Utc).NotInRegistro();

        // At most one a day, and the last days' ones for the Cruscotto.
        b.HasIndex(s => new { s.AffidamentoId, s.Giorno }).IsUnique();
        b.HasIndex(s => s.Giorno);
    }
}

internal sealed class CigInPiuConfig : IEntityTypeConfiguration<CigInPiu>
{
    public void Configure(EntityTypeBuilder<CigInPiu> b)
    {
        b.ToTable("CigInPiu");
        b.HasKey(c => c.Id);
        b.Property(c => c.Id).ValueGeneratedNever();
        b.Ignore(c => c.DaAnnullare);
        b.Property(c => c.Riferimento).HasMaxLength(CigInPiu.MaxRiferimento);
        b.HasIndex(c => c.Cig).IsUnique();
        b.HasIndex(c => c.AffidamentoId);
    }
}

internal sealed class AggiudicazioneConfig : IEntityTypeConfiguration<Aggiudicazione>
{
    public void Configure(EntityTypeBuilder<Aggiudicazione> b)
    {
        b.ToTable("Aggiudicazioni");
        b.HasKey(g => g.Id);
        b.Property(g => g.Id).ValueGeneratedNever();
        b.Property(g => g.IdPartecipante).OfBozza();
        b.HasIndex(g => g.CigDerivato).IsUnique();
        b.HasIndex(g => new { g.AffidamentoId, g.Indice }).IsUnique();
        b.Importo(g => g.Importo).HasAnnotation(ModelParts.OutsideRegistro, true).HasAnnotation(ModelParts.Bozza, true);
    }
}

internal sealed class OperazionePortaleConfig : IEntityTypeConfiguration<OperazionePortale>
{
    public void Configure(EntityTypeBuilder<OperazionePortale> b)
    {
        b.ToTable("OperazioniPortale");
        b.HasKey(o => o.Id);
        b.Property(o => o.Id).ValueGeneratedNever();
        b.HasOne<Aggiudicazione>().WithMany().HasForeignKey(o => o.AggiudicazioneId).OnDelete(DeleteBehavior.Restrict);
        b.Ignore(o => o.Aperta);
        b.Property(o => o.Dati).HasConversion<JsonColumnConverter<DatiOperazione>>();
        b.HasIndex(o => o.AffidamentoId);

        // The domain checks these rules first. The indexes enforce them against any other program that writes the file.
        b.HasIndex(o => new { o.AffidamentoId, o.Tipo }).IsUnique()
            .HasFilter($"\"Stato\" = {(int)StatoOperazione.Avviata}").HasDatabaseName("UX_OperazioniPortale_InCorso");
        b.HasIndex(o => new { o.AggiudicazioneId, o.Tipo }).IsUnique()
            .HasFilter($"\"Stato\" = {(int)StatoOperazione.Accettata}").HasDatabaseName("UX_OperazioniPortale_UnaVolta");
    }
}

internal sealed class AttoConfig : IEntityTypeConfiguration<Atto>
{
    public void Configure(EntityTypeBuilder<Atto> b)
    {
        b.ToTable("Atti");
        b.HasKey(a => a.Id);
        b.Property(a => a.Id).ValueGeneratedNever();
        b.Property(a => a.Dati).HasConversion<JsonColumnConverter<DatiAtto>>();
        b.Property(a => a.Tipo).NotInRegistro();
        b.Property(a => a.ValidoFinoAl).NotInRegistro();
        b.HasIndex(a => new { a.ValidoFinoAl, a.AffidamentoId }).HasFilter("\"ValidoFinoAl\" IS NOT NULL");
        b.Property(a => a.Firmatario).HasMaxLength(DatiAtto.MaxTesto).NotInRegistro();
        b.Property(a => a.File).HasConversion<JsonColumnConverter<FileAllegato>>();
        b.HasIndex(a => a.AffidamentoId);
    }
}

internal sealed class ContenutoFileConfig : IEntityTypeConfiguration<ContenutoFile>
{
    public void Configure(EntityTypeBuilder<ContenutoFile> b)
    {
        b.ToTable("ContenutiFile");
        b.HasKey(c => c.Sha256);
        b.Property(c => c.Sha256).HasMaxLength(64);

        // The registro has the hash of the bytes, so the bytes themselves stay out of it.
        b.Property(c => c.Byte).NotInRegistro();
    }
}

internal sealed class ElencoCaricatoConfig : IEntityTypeConfiguration<ElencoCaricato>
{
    public void Configure(EntityTypeBuilder<ElencoCaricato> b)
    {
        b.ToTable("ElenchiPortale");
        b.Root();
        b.HasOne<Ente>().WithMany().HasForeignKey(e => e.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(e => e.CaricatoDa).OnDelete(DeleteBehavior.Restrict);
        b.Property(e => e.File).HasConversion<JsonColumnConverter<FileAllegato>>();
        b.Property(e => e.Sha256).HasMaxLength(64);
        b.HasIndex(e => new { e.EnteId, e.Sha256 }).IsUnique();
    }
}

internal sealed class PercorsoPortaleConfig : IEntityTypeConfiguration<PercorsoPortale>
{
    public void Configure(EntityTypeBuilder<PercorsoPortale> b)
    {
        b.ToTable("PercorsiPortale");
        b.Root();
        b.HasIndex(p => p.Versione).IsUnique();
        b.Property(p => p.Nota).HasMaxLength(PercorsoPortale.MaxNota);
        b.Property(p => p.Passi).HasConversion<ElencoConverter<PassoPortale>, ElencoComparer<PassoPortale>>().HasField("_passi");
    }
}

internal sealed class MalfunzionamentoConfig : IEntityTypeConfiguration<Malfunzionamento>
{
    public void Configure(EntityTypeBuilder<Malfunzionamento> b)
    {
        b.ToTable("Malfunzionamenti");
        b.Root();
        b.Property(m => m.Nota).HasMaxLength(Malfunzionamento.MaxNota);
        b.HasOne<Persona>().WithMany().HasForeignKey(m => m.SegnalatoDaId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(m => m.ChiusoDaId).OnDelete(DeleteBehavior.Restrict);

        // At most one row may be open: when two people report at the same time, only one report is saved.
        b.HasIndex(m => m.Al).IsUnique().HasFilter("\"Al\" IS NULL").HasDatabaseName("UX_Malfunzionamenti_InCorso");
        b.HasIndex(m => m.Dal);
    }
}
