using CigHub.Domain.Registro;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

internal sealed class RigaRegistroConfig : IEntityTypeConfiguration<RigaRegistro>
{
    public void Configure(EntityTypeBuilder<RigaRegistro> b)
    {
        b.ToTable("Registro");
        b.HasKey(e => e.Seq);
        b.Property(e => e.Seq).ValueGeneratedNever();
        b.HasIndex(e => new { e.OggettoId, e.OggettoTipo });
        b.HasIndex(e => new { e.EnteId, e.Seq });
    }
}

internal sealed class RigaTestaConfig : IEntityTypeConfiguration<RigaTesta>
{
    public void Configure(EntityTypeBuilder<RigaTesta> b)
    {
        b.ToTable("RegistroTesta", t => t.HasCheckConstraint("CK_RegistroTesta_Unica", $"\"Id\" = {RigaTesta.Unica}"));
        b.HasKey(t => t.Id);
        b.Property(t => t.Id).ValueGeneratedNever();

        // Two processes must not append after the same event.
        b.Property(t => t.Dimensione).IsConcurrencyToken();
        b.HasData(new RigaTesta { Dimensione = 0, Radice = TestaRegistro.Vuota.Radice, Bordo = TestaRegistro.Vuota.Bordo });
    }
}
