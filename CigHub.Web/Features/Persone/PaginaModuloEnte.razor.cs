using CigHub.Web.Features.Codici;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>An Ente by its form: new, or as it is known.</summary>
public sealed partial class PaginaModuloEnte
{
    [Inject]
    public required ListeInVigore Liste { get; init; }

    protected override async Task<Salvato?> LeggiSalvato(Guid id) =>
        await Leggi<DettaglioEnte, SchedaEnte>(q => q.Esegui(id, Utente!.Attore)) is { } scheda ? new Salvato(ModuloEnte.Di(scheda.Ente), scheda.Ente.Version) : null;

    protected override Task<bool> Esegui(Guid id, ModuloEnte modulo, int? version) => Esegui(new SalvaEnte(id, modulo, version), ParoleDellUfficio.Salvato);

    protected override string Dettaglio(Guid id) => AppRoutes.EnteDi(id);
}
