using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

/// <summary>The table of the yearly declarations and the training of people, which only grows: triggers refuse a change.</summary>
internal sealed class AdempimentoConfig : IEntityTypeConfiguration<Adempimento>
{
    public void Configure(EntityTypeBuilder<Adempimento> b)
    {
        b.ToTable("Adempimenti");
        b.HasKey(a => a.Id);
        b.Property(a => a.Id).ValueGeneratedNever();
        b.Property(a => a.Atto).HasMaxLength(Adempimento.MaxAtto);
        b.HasOne<Persona>().WithMany().HasForeignKey(a => a.PersonaId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(a => a.AutoreId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(a => a.PersonaId);
    }
}

/// <summary>The table of the checks about suppliers, which only grows: triggers refuse a change.</summary>
internal sealed class VerificaFornitoreConfig : IEntityTypeConfiguration<VerificaFornitore>
{
    public void Configure(EntityTypeBuilder<VerificaFornitore> b)
    {
        b.ToTable("VerificheFornitori");
        b.HasKey(v => v.Id);
        b.Property(v => v.Id).ValueGeneratedNever();
        b.Property(v => v.FornitoreCodice).HasMaxLength(VerificaFornitore.MaxFornitore);
        b.Property(v => v.Fornitore).HasMaxLength(VerificaFornitore.MaxFornitore);
        b.Property(v => v.Nota).HasMaxLength(VerificaFornitore.MaxNota);
        b.Property(v => v.File).HasConversion<JsonColumnConverter<FileAllegato>>();
        b.HasOne<Lotto>().WithMany().HasForeignKey(v => v.LottoId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Affidamento>().WithMany().HasForeignKey(v => v.AffidamentoId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Ente>().WithMany().HasForeignKey(v => v.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(v => v.AutoreId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(v => new { v.LottoId, v.AffidamentoId });
        b.HasIndex(v => v.Scadenza).HasFilter("\"Scadenza\" IS NOT NULL");
    }
}
