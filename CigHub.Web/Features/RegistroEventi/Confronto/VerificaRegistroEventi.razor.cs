using CigHub.Domain.Registro;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>Runs the integrity check of the registro on request, over all events or only the new ones, and shows its outcome.</summary>
public sealed partial class VerificaRegistroEventi
{
    [Inject]
    public required LastIntegrityCheck Last { get; init; }

    private EsitoVerifica? Outcome { get; set; }

    private async Task Verify(bool onlyNew) =>
        Outcome = await Check<VerificaIntegrita, EsitoVerifica>((q, progress, ct) => q.Run(onlyNew, progress, ct)) ?? Outcome;
}
