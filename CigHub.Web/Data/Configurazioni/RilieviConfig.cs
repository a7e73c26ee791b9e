using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Domain.Rilievi;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

/// <summary>
/// The table of the rilievi that the rules found when they ran last. Its rows are computed from other data and from the judgements in the
/// registro, so the registro keeps none of them.
/// </summary>
internal sealed class RilievoConfig : IEntityTypeConfiguration<Rilievo>
{
    public void Configure(EntityTypeBuilder<Rilievo> b)
    {
        b.ToTable("Rilievi");
        b.HasKey(r => r.Id);
        b.Property(r => r.Id).ValueGeneratedNever();
        b.Ignore(r => r.Prove);
        b.HasOne<Ente>().WithMany().HasForeignKey(r => r.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Convenzione>().WithMany().HasForeignKey(r => r.ConvenzioneId).OnDelete(DeleteBehavior.Restrict);
        b.Property(r => r.Regola).HasMaxLength(Rilievo.MaxRegola).NotInRegistro();
        b.Property(r => r.Frase).HasMaxLength(Rilievo.MaxFrase).NotInRegistro();
        b.Property(r => r.TestoProve).HasColumnName("Prove").NotInRegistro();
        b.Property(r => r.Famiglia).NotInRegistro();
        b.Property(r => r.EnteId).NotInRegistro();
        b.Property(r => r.ConvenzioneId).NotInRegistro();
        b.Property(r => r.Giorno).NotInRegistro();
        b.Property(r => r.Stato).NotInRegistro();
        b.Property(r => r.Attuale).NotInRegistro();

        // For the list, newest first: of everybody, of one Ente, of a state, of a rule, of a Convenzione.
        b.HasIndex(r => new { r.Famiglia, r.Giorno, r.Id, r.Stato, r.Regola, r.EnteId, r.ConvenzioneId });
        b.HasIndex(r => new { r.EnteId, r.Famiglia, r.Giorno, r.Id, r.Stato, r.Regola, r.ConvenzioneId });
        b.HasIndex(r => new { r.Famiglia, r.Stato, r.Giorno, r.Id, r.Regola, r.EnteId, r.ConvenzioneId });
        b.HasIndex(r => new { r.Regola, r.Famiglia, r.Giorno, r.Id, r.Stato, r.EnteId, r.ConvenzioneId });
        b.HasIndex(r => new { r.ConvenzioneId, r.Famiglia, r.Giorno, r.Id, r.Stato, r.Regola, r.EnteId });
    }
}
