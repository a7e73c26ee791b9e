using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

/// <summary>The table of audits, each with its plan, its sample and its conclusions.</summary>
internal sealed class AuditConfig : IEntityTypeConfiguration<Audit>
{
    public void Configure(EntityTypeBuilder<Audit> b)
    {
        b.ToTable("Audit");
        b.Root();
        b.Property(a => a.Titolo).HasMaxLength(Audit.MaxTitolo);
        b.Property(a => a.Requisito).HasMaxLength(Audit.MaxTitolo);
        b.Property(a => a.Conclusioni).HasMaxLength(Audit.MaxTesto);
        b.Property(a => a.Campione).HasConversion<JsonColumnConverter<Campione>>();
        b.HasOne<Ente>().WithMany().HasForeignKey(a => a.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Convenzione>().WithMany().HasForeignKey(a => a.ConvenzioneId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(a => a.AutoreId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(a => a.ChiusoDaId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<ProgrammaAudit>().WithMany().HasForeignKey(a => a.ProgrammaId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(a => a.Carte).WithOne().HasForeignKey(c => c.AuditId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(a => a.Constatazioni).WithOne().HasForeignKey(c => c.AuditId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(a => new { a.PianificatoIl, a.Id });
    }
}

/// <summary>The table of the yearly programmes, which only grows: triggers refuse a change.</summary>
internal sealed class ProgrammaAuditConfig : IEntityTypeConfiguration<ProgrammaAudit>
{
    public void Configure(EntityTypeBuilder<ProgrammaAudit> b)
    {
        b.ToTable("ProgrammiAudit");
        b.HasKey(p => p.Id);
        b.Property(p => p.Id).ValueGeneratedNever();
        b.Property(p => p.Obiettivi).HasMaxLength(ProgrammaAudit.MaxObiettivi);
        b.Property(p => p.ApprovatoDa).HasMaxLength(ProgrammaAudit.MaxApprovato);
        b.Property(p => p.Previsti).HasConversion<ElencoConverter<AuditPrevisto>, ElencoComparer<AuditPrevisto>>().HasField("_previsti");
        b.HasOne<Ente>().WithMany().HasForeignKey(p => p.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(p => p.AutoreId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(p => new { p.Anno, p.Utc });
    }
}

/// <summary>The table of the working papers, one row for each item of a sample.</summary>
internal sealed class CartaDiLavoroConfig : IEntityTypeConfiguration<CartaDiLavoro>
{
    public void Configure(EntityTypeBuilder<CartaDiLavoro> b)
    {
        b.ToTable("CarteDiLavoro");
        b.HasKey(c => c.Id);
        b.Property(c => c.Id).ValueGeneratedNever();
        b.Property(c => c.Esaminato).HasMaxLength(CartaDiLavoro.MaxTesto);
        b.Property(c => c.Nota).HasMaxLength(CartaDiLavoro.MaxTesto);
        b.HasOne<Affidamento>().WithMany().HasForeignKey(c => c.AffidamentoId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Ente>().WithMany().HasForeignKey(c => c.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(c => c.CompilataDaId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The table of the findings, with the action of each and what became of it.</summary>
internal sealed class ConstatazioneConfig : IEntityTypeConfiguration<Constatazione>
{
    public void Configure(EntityTypeBuilder<Constatazione> b)
    {
        b.ToTable("Constatazioni");
        b.HasKey(c => c.Id);
        b.Property(c => c.Id).ValueGeneratedNever();
        b.Property(c => c.Testo).HasMaxLength(Constatazione.MaxTesto);
        b.Property(c => c.Causa).HasMaxLength(Constatazione.MaxTesto);
        b.Property(c => c.Azione).HasMaxLength(Constatazione.MaxTesto);
        b.Property(c => c.Risposta).HasMaxLength(Constatazione.MaxTesto);
        b.Property(c => c.NotaVerifica).HasMaxLength(Constatazione.MaxTesto);
        b.Ignore(c => c.Chiusa);
        b.HasOne<CartaDiLavoro>().WithMany().HasForeignKey(c => c.CartaId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Ente>().WithMany().HasForeignKey(c => c.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(c => c.ResponsabileId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(c => c.AutoreId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(c => c.VerificataDaId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(c => new { c.ResponsabileId, c.Entro, c.Id });
    }
}
