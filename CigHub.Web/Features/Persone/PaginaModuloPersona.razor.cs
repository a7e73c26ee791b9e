namespace CigHub.Web.Features.Persone;

/// <summary>A person by her form: new, or as she is known.</summary>
public sealed partial class PaginaModuloPersona
{
    protected override async Task<Salvato?> LeggiSalvato(Guid id) =>
        await Leggi<DettaglioPersona, SchedaPersona>(q => q.Esegui(id, Utente!.Attore)) is { } scheda ? new Salvato(ModuloPersona.Di(scheda.Persona), scheda.Persona.Version) : null;

    protected override Task<bool> Esegui(Guid id, ModuloPersona modulo, int? version) => Esegui(new SalvaPersona(id, modulo, version), ParoleDellUfficio.Salvato);

    protected override string Dettaglio(Guid id) => AppRoutes.PersonaDi(id);
}
