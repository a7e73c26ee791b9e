using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>Page with the form of an Ente, new or existing.</summary>
public sealed partial class PaginaModuloEnte
{
    private readonly Guid _nuovoId = Guid.CreateVersion7();

    [Inject]
    public required ListeInVigore Liste { get; init; }

    /// <summary>The id of the Ente. Null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override Guid Soggetto => Id ?? _nuovoId;

    protected override async Task<Salvato?> Rileggi()
    {
        if (Id is not { } id)
        {
            return new Salvato(new ModuloEnte(), null);
        }

        var scheda = await Leggi<DettaglioEnte, SchedaEnte>(q => q.Esegui(id, Actor));
        return scheda is null ? null : new Salvato(ModuloEnte.Di(scheda.Ente), scheda.Ente.Version);
    }

    private Task Salva() => Salva(new SalvaEnte(Soggetto, Modulo!, Version), ParoleDellUfficio.Salvato, AppRoutes.EnteDi(Soggetto));
}
