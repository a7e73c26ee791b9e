using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CigHub.Web.Data.Configurazioni;

internal sealed class PersonaConfig : IEntityTypeConfiguration<Persona>
{
    public void Configure(EntityTypeBuilder<Persona> b)
    {
        b.ToTable("Persone");
        b.Root();
        b.Property(p => p.NomeUtente).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.HasIndex(p => p.NomeUtente).IsUnique();
        b.Property(p => p.Nome).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.Property(p => p.Cognome).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.Property(p => p.NomeCompleto).HasMaxLength((2 * Persona.MaxTesto) + 1).NotInRegistro();
        b.Property(p => p.CodiceFiscale).NotInRegistro();
        b.Property(p => p.Email).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.Property(p => p.Telefono).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.Property(p => p.Identita).HasMaxLength(Persona.MaxIdentita).NotInRegistro();
        b.HasIndex(p => p.Identita).IsUnique();
        b.Property(p => p.DatiRiservati).HasConversion<JsonColumnConverter<DatiPersona>>().NotInRegistro();
        b.Property(p => p.Vincolo).HasMaxLength(Persona.MaxMotivo);
        b.Property(p => p.Cancellazione).HasConversion<JsonColumnConverter<RichiestaDiCancellazione>>();
        b.Ignore(p => p.SenzaNome);
    }
}

internal sealed class IdentitaPersonaConfig : IEntityTypeConfiguration<IdentitaPersona>
{
    public void Configure(EntityTypeBuilder<IdentitaPersona> b)
    {
        b.ToTable("IdentitaPersone");
        b.HasKey(i => i.Impronta);
        b.Property(i => i.Impronta).HasMaxLength(64);
        b.HasOne<Persona>().WithMany().HasForeignKey(i => i.PersonaId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(i => new { i.PersonaId, i.Dal });
        b.Ignore(i => i.Corrisponde);
        b.Ignore(i => i.Cancellata);
        b.Ignore(i => i.NomeCompleto);
        b.Ignore(i => i.CodiceFiscale);

        // The registro has only the hash. With salt and content it would have the person's data.
        b.Property(i => i.Sale).HasMaxLength(IdentitaPersona.LunghezzaSale).NotInRegistro();
        b.Property(i => i.Contenuto).NotInRegistro();
    }
}

internal sealed class RichiestaDiAccessoConfig : IEntityTypeConfiguration<RichiestaDiAccesso>
{
    public void Configure(EntityTypeBuilder<RichiestaDiAccesso> b)
    {
        b.ToTable("RichiesteDiAccesso");
        b.Root();
        b.Property(r => r.Identita).HasMaxLength(Persona.MaxIdentita).NotInRegistro();
        b.HasIndex(r => r.Identita).IsUnique().HasFilter($"\"Stato\" = {(int)StatoRichiestaAccesso.InAttesa}");
        b.Property(r => r.NomeUtente).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.Property(r => r.Nome).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.Property(r => r.Cognome).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.Property(r => r.CodiceFiscale).NotInRegistro();
        b.Property(r => r.Email).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.Property(r => r.Telefono).HasMaxLength(Persona.MaxTesto).NotInRegistro();
        b.Property(r => r.Ente).HasMaxLength(Ente.MaxTesto);
        b.Property(r => r.Nota).HasMaxLength(RichiestaDiAccesso.MaxNota).NotInRegistro();
        b.Property(r => r.Motivo).HasMaxLength(RichiestaDiAccesso.MaxNota);
    }
}

internal sealed class EnteConfig : IEntityTypeConfiguration<Ente>
{
    public void Configure(EntityTypeBuilder<Ente> b)
    {
        b.ToTable("Enti");
        b.Root();
        b.Property(e => e.Denominazione).HasMaxLength(Ente.MaxTesto);
        b.HasIndex(e => e.CodiceFiscale).IsUnique();
        b.Property(e => e.Pec).HasMaxLength(Ente.MaxTesto);
        b.ComplexProperty(e => e.Sede);
        b.Property(e => e.CentriDiCosto).HasConversion<ElencoConverter<CentroDiCosto>, ElencoComparer<CentroDiCosto>>().HasField("_centriDiCosto");

        // Contatti are names and telephone numbers of people. The registro keeps ids of people, never their data.
        b.Property(e => e.Contatti).HasConversion<ElencoConverter<Contatto>, ElencoComparer<Contatto>>().HasField("_contatti").NotInRegistro();
    }
}

internal sealed class AppartenenzaConfig : IEntityTypeConfiguration<Appartenenza>
{
    public void Configure(EntityTypeBuilder<Appartenenza> b)
    {
        b.ToTable("Appartenenze");
        b.Root();
        b.HasOne<Persona>().WithMany().HasForeignKey(a => a.PersonaId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Ente>().WithMany().HasForeignKey(a => a.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(a => new { a.PersonaId, a.Ruolo, a.EnteId });
        b.Property(a => a.Atto).HasConversion<JsonColumnConverter<AttoDiNomina>>();
        b.Property(a => a.Incarico).HasMaxLength(Nomina.MaxIncarico);
        b.Property(a => a.Motivo).HasMaxLength(Appartenenza.MaxMotivo);
    }
}

internal sealed class RegistrazionePortaleConfig : IEntityTypeConfiguration<RegistrazionePortale>
{
    public void Configure(EntityTypeBuilder<RegistrazionePortale> b)
    {
        b.ToTable("RegistrazioniPortale");
        b.Root();
        b.HasOne<Persona>().WithMany().HasForeignKey(r => r.PersonaId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Ente>().WithMany().HasForeignKey(r => r.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(r => new { r.PersonaId, r.EnteId }).IsUnique();
        b.Property(r => r.MotivoSospensione).HasMaxLength(RegistrazionePortale.MaxMotivo);
    }
}

internal sealed class DichiarazioneConflittoConfig : IEntityTypeConfiguration<DichiarazioneConflitto>
{
    public void Configure(EntityTypeBuilder<DichiarazioneConflitto> b)
    {
        b.ToTable("DichiarazioniConflitto");
        b.Root();
        b.HasOne<Persona>().WithMany().HasForeignKey(d => d.PersonaId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(d => d.PassatoA).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(d => d.DecisaDaId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Convenzione>().WithMany().HasForeignKey(d => d.ConvenzioneId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Affidamento>().WithMany().HasForeignKey(d => d.AffidamentoId).OnDelete(DeleteBehavior.Restrict);
        b.Property(d => d.FornitoreCodice).HasMaxLength(DichiarazioneConflitto.MaxTesto);
        b.Property(d => d.Fornitore).HasMaxLength(DichiarazioneConflitto.MaxTesto);
        b.Property(d => d.MotivoDecisione).HasMaxLength(DichiarazioneConflitto.MaxMotivo);
        b.Ignore(d => d.DaDecidere);
        b.Ignore(d => d.InVigore);
        b.HasIndex(d => new { d.PersonaId, d.ConvenzioneId });
        b.HasIndex(d => d.AffidamentoId);
    }
}

internal sealed class DelegaConfig : IEntityTypeConfiguration<Delega>
{
    public void Configure(EntityTypeBuilder<Delega> b)
    {
        b.ToTable("Deleghe");
        b.Root();
        b.HasOne<Ente>().WithMany().HasForeignKey(d => d.EnteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(d => d.DeleganteId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Persona>().WithMany().HasForeignKey(d => d.DelegatoId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Appartenenza>().WithMany().HasForeignKey(d => d.NominaId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Appartenenza>().WithMany().HasForeignKey(d => d.PostoId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Convenzione>().WithMany().HasForeignKey(d => d.ConvenzioneId).OnDelete(DeleteBehavior.Restrict);
        b.Property(d => d.Atto).HasConversion<JsonColumnConverter<AttoDiDelega>>();
        b.Property(d => d.MotivoRevoca).HasMaxLength(Delega.MaxMotivo);
        b.HasMany(d => d.Affidamenti).WithOne().HasForeignKey(a => a.DelegaId).OnDelete(DeleteBehavior.Cascade);
        b.Ignore(d => d.Atti);
    }
}

internal sealed class AffidamentoDelegatoConfig : IEntityTypeConfiguration<AffidamentoDelegato>
{
    public void Configure(EntityTypeBuilder<AffidamentoDelegato> b)
    {
        b.ToTable("AffidamentiDelegati");
        b.HasKey(a => a.Id);
        b.Property(a => a.Id).ValueGeneratedNever();
        b.HasOne<Affidamento>().WithMany().HasForeignKey(a => a.AffidamentoId).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(a => new { a.DelegaId, a.AffidamentoId }).IsUnique();
    }
}
