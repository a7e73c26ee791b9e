using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>Page with the form of an Ente, new or existing.</summary>
public sealed partial class PaginaModificaEnte
{
    private readonly Guid _nuovoId = Guid.CreateVersion7();

    [Inject]
    public required ListeInVigore Liste { get; init; }

    /// <summary>The id of the Ente. Null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override Guid Soggetto => Id ?? _nuovoId;

    protected override async Task<Saved?> Rileggi()
    {
        if (Id is not { } id)
        {
            return new Saved(new EnteForm(), null);
        }

        var scheda = await Leggi<DettaglioEnte, EnteDetails>(q => q.Esegui(id, Actor));
        return scheda is null ? null : new Saved(EnteForm.Di(scheda.Ente), scheda.Ente.Version);
    }

    private Task Salva() => Salva(new SalvaEnte(Soggetto, Modulo!, Version), OfficeOutcomeWords.Salvato, AppRoutes.EnteDi(Soggetto));
}
