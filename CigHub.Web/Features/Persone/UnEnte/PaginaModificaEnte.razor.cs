using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>The page with the form for a new Ente or for changing an existing one.</summary>
public sealed partial class PaginaModificaEnte
{
    private readonly Guid _newId = Guid.CreateVersion7();

    [Inject]
    public required ListeInVigore Liste { get; init; }

    /// <summary>The id of the Ente to change, or null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override Guid Subject => Id ?? _newId;

    protected override async Task<Saved?> ReadAgain()
    {
        if (Id is not { } id)
        {
            return new Saved(new EnteForm(), null);
        }

        var details = await Read<DettaglioEnte, EnteDetails>(q => q.Run(id, Actor));
        return details is null ? null : new Saved(EnteForm.Of(details.Ente), details.Ente.Version);
    }

    private Task Save() => Save(new SalvaEnte(Subject, Form!, Version), OfficeOutcomeWords.Salvato, AppRoutes.EnteDi(Subject));
}
