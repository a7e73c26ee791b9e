using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

internal sealed class ConvenzioneConfig : IEntityTypeConfiguration<Convenzione>
{
    public void Configure(EntityTypeBuilder<Convenzione> b)
    {
        b.ToTable("Convenzioni");
        b.Root();
        b.Property(c => c.Titolo).HasMaxLength(Convenzione.MaxTitolo);
        b.Property(c => c.OrdineMinimo).HasConversion<ImportoConverter>();
        b.Property(c => c.SogliaApprovazione).HasConversion<ImportoConverter>();
        b.Property(c => c.EntiAmmessi).HasConversion<ElencoConverter<EnteAmmesso>, ElencoComparer<EnteAmmesso>>();
        b.ComplexProperty(c => c.Soglie);
    }
}

internal sealed class LottoConfig : IEntityTypeConfiguration<Lotto>
{
    public void Configure(EntityTypeBuilder<Lotto> b)
    {
        b.ToTable("Lotti");
        b.Root();
        b.HasOne<Convenzione>().WithMany().HasForeignKey(l => l.ConvenzioneId).OnDelete(DeleteBehavior.Restrict);
        b.Property(l => l.Oggetto).HasMaxLength(Lotto.MaxOggetto);
        b.HasIndex(l => l.CigPadre).IsUnique();
        b.HasIndex(l => new { l.ConvenzioneId, l.Numero }).IsUnique();
        b.ComplexProperty(l => l.Caratteristiche);
        b.Property(l => l.Fornitori).HasConversion<ElencoConverter<Fornitore>, ElencoComparer<Fornitore>>().HasField("_fornitori");
    }
}

internal sealed class AvvisoSilenziatoConfig : IEntityTypeConfiguration<AvvisoSilenziato>
{
    public void Configure(EntityTypeBuilder<AvvisoSilenziato> b)
    {
        b.ToTable("AvvisiSilenziati");
        b.HasKey(s => s.Id);
        b.Property(s => s.Id).ValueGeneratedNever();
        b.HasOne<Lotto>().WithMany().HasForeignKey(s => s.LottoId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Ente>().WithMany().HasForeignKey(s => s.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.Property(s => s.Motivo).HasMaxLength(AvvisoSilenziato.MaxMotivo);

        // The event has the person and the moment.
        b.Property(s => s.PersonaId).NotInRegistro();
        b.Property(s => s.Utc).NotInRegistro();
    }
}

internal sealed class CapienzaConfig : IEntityTypeConfiguration<Capienza>
{
    /// <summary>The name of the database check that allows a negative residuo only in a row that marks a sforamento.</summary>
    public const string CheckResiduo = "CK_Capienze_Residuo";

    public void Configure(EntityTypeBuilder<Capienza> b)
    {
        b.ToTable("Capienze", t => t.HasCheckConstraint(
            CheckResiduo,
            "\"Massimale\" - \"Aderito\" - \"Riservato\" - \"AltreAdesioni\" >= 0 OR \"SforamentoDaRegolarizzare\" = 1"));
        b.HasKey(c => c.LottoId);
        b.HasOne<Lotto>().WithOne().HasForeignKey<Capienza>(c => c.LottoId).OnDelete(DeleteBehavior.Restrict);

        // A save compares the totals themselves, so that nobody takes an amount that somebody else has just taken.
        b.Importo(c => c.Massimale).IsConcurrencyToken();
        b.Importo(c => c.Aderito).IsConcurrencyToken();
        b.Importo(c => c.Riservato).IsConcurrencyToken();
        b.Importo(c => c.AltreAdesioni).IsConcurrencyToken();
        b.Importo(c => c.MassimaleIniziale);
        b.Ignore(c => c.Residuo);
    }
}

internal sealed class MovimentoConfig : IEntityTypeConfiguration<MovimentoCapienza>
{
    public void Configure(EntityTypeBuilder<MovimentoCapienza> b)
    {
        b.ToTable("MovimentiCapienza");
        b.HasKey(m => m.Id);
        b.Property(m => m.Id).ValueGeneratedOnAdd().HasValueGenerator<IdOfAddedRow>();
        b.HasOne<Lotto>().WithMany().HasForeignKey(m => m.LottoId).OnDelete(DeleteBehavior.Restrict);
        b.Importo(m => m.Importo);
        b.Property(m => m.Riferimento).HasMaxLength(AttoDiRiferimento.MaxDescrizione);
        b.Property(m => m.Protocollo).HasMaxLength(AttoDiRiferimento.MaxProtocollo);

        // The registro names the Aggiudicazione and the moment, from which these follow.
        b.Property(m => m.EnteId).NotInRegistro();
        b.Property(m => m.IdPartecipante).NotInRegistro();
        b.Property(m => m.Giorno).NotInRegistro();
        b.Property(m => m.RegistratoIl).NotInRegistro();
        b.HasIndex(m => new { m.LottoId, m.Utc });
        b.HasIndex(m => m.AggiudicazioneId);
    }
}
