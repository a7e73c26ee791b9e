using CigHub.Domain.OpenData;
using CigHub.Domain.Persone;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

/// <summary>
/// The table of the last files of open data that were compared. Its rows come from public files, and the event of each comparison names the
/// file, so the registro keeps none of the columns.
/// </summary>
internal sealed class FileOpenDataConfig : IEntityTypeConfiguration<FileOpenData>
{
    public void Configure(EntityTypeBuilder<FileOpenData> b)
    {
        b.ToTable("FileOpenData");
        b.HasKey(f => f.Id);
        b.Property(f => f.Id).ValueGeneratedNever();
        b.HasOne<Ente>().WithMany().HasForeignKey(f => f.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.Property(f => f.EnteId).NotInRegistro();
        b.Property(f => f.Nome).HasMaxLength(FileOpenData.MaxNome).NotInRegistro();
        b.Property(f => f.Sha256).HasMaxLength(64).NotInRegistro();
        b.Property(f => f.Giorno).NotInRegistro();
        b.Property(f => f.GiornoDalNome).NotInRegistro();
        b.Property(f => f.Righe).NotInRegistro();
        b.Property(f => f.Tenute).NotInRegistro();
        b.Property(f => f.Mesi).NotInRegistro();
        b.Property(f => f.Oltre).NotInRegistro();
        b.Property(f => f.ConfrontatoIl).NotInRegistro();
    }
}

/// <summary>
/// The table of the differences that the last files showed. Its rows are computed from other data and from the explanations in the
/// registro, so the registro keeps none of them.
/// </summary>
internal sealed class DifferenzaOpenDataConfig : IEntityTypeConfiguration<DifferenzaOpenData>
{
    public void Configure(EntityTypeBuilder<DifferenzaOpenData> b)
    {
        b.ToTable("DifferenzeOpenData");
        b.HasKey(d => d.Id);
        b.Property(d => d.Id).ValueGeneratedNever();
        b.HasOne<FileOpenData>().WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Cascade);
        b.Property(d => d.FileId).NotInRegistro();
        b.Property(d => d.Identita).NotInRegistro();
        b.Property(d => d.Tipo).NotInRegistro();
        b.Property(d => d.Cig).HasMaxLength(DifferenzaOpenData.MaxTesto).NotInRegistro();
        b.Property(d => d.EnteId).NotInRegistro();
        b.Property(d => d.Ente).HasMaxLength(DifferenzaOpenData.MaxTesto).NotInRegistro();
        b.Property(d => d.LottoId).NotInRegistro();
        b.Property(d => d.AffidamentoId).NotInRegistro();
        b.Property(d => d.Qui).HasMaxLength(DifferenzaOpenData.MaxTesto).NotInRegistro();
        b.Property(d => d.La).HasMaxLength(DifferenzaOpenData.MaxTesto).NotInRegistro();
        b.Property(d => d.Giorno).NotInRegistro();
        b.Property(d => d.Oggetto).HasMaxLength(DifferenzaOpenData.MaxTesto).NotInRegistro();
        b.Property(d => d.Importo).HasConversion<ImportoConverter>().NotInRegistro();
        b.Property(d => d.Spiegata).NotInRegistro();

        // For the list of a file, newest first, and for the same difference in other files.
        b.HasIndex(d => new { d.FileId, d.Spiegata, d.Giorno, d.Id, d.Tipo, d.EnteId });
        b.HasIndex(d => new { d.FileId, d.EnteId, d.Spiegata, d.Giorno, d.Id, d.Tipo });
        b.HasIndex(d => d.Identita);
    }
}
