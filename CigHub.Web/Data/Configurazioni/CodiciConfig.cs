using CigHub.Domain.Codici;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

internal sealed class AiutoModificatoConfig : IEntityTypeConfiguration<AiutoModificato>
{
    public void Configure(EntityTypeBuilder<AiutoModificato> b)
    {
        b.ToTable("AiutiErrori");
        b.Root();
        b.Ignore(a => a.Aiuto);
        b.Property(a => a.Codice).HasMaxLength(AiutoModificato.MaxCodice);
        b.HasIndex(a => a.Codice).IsUnique();
        b.Property(a => a.Testo).HasMaxLength(AiutoErrore.MaxTesto);
        b.Property(a => a.Causa).HasMaxLength(AiutoErrore.MaxTesto);
        b.Property(a => a.CheFare).HasMaxLength(AiutoErrore.MaxTesto);
        b.Property(a => a.AChi).HasMaxLength(AiutoErrore.MaxRiga);
        b.Property(a => a.Fonte).HasMaxLength(AiutoErrore.MaxRiga);
    }
}

internal sealed class ListaImportataConfig : IEntityTypeConfiguration<ListaImportata>
{
    public void Configure(EntityTypeBuilder<ListaImportata> b)
    {
        b.ToTable("ListeImportate");
        b.Root();
        b.Property(l => l.IdTipologica).HasMaxLength(ListaImportata.MaxNome);
        b.HasIndex(l => l.IdTipologica).IsUnique();
        b.Property(l => l.NomeFile).HasMaxLength(ListaImportata.MaxFile);
        b.Property(l => l.Impronta).HasMaxLength(ListaImportata.LunghezzaImpronta);

        // The column has up to 700 kB, so the registro keeps the file's digest instead. It is the last in the table, so that the other
        // columns are read without it.
        b.Property(l => l.Voci).NotInRegistro();
    }
}
