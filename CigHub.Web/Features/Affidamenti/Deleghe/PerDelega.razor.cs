using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Affidamenti.Conflitti;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>
/// Tells a delegate at the top of the pages of an Affidamento in whose place the delegate acts, and asks for the delegate's own declaration
/// on conflicts of interest. Shows nothing to other users.
/// </summary>
public sealed partial class PerDelega
{
    private (Guid, int) _letta;

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    private Procedibilita? Posizione { get; set; }

    /// <summary>The texts of the declarations that the delegate still has to read and tick.</summary>
    private IReadOnlyList<string> DaSpuntare => Posizione?.DaSpuntare(Affidamento) ?? [];

    /// <summary>Says whether the delegate has ticked the texts.</summary>
    private bool Spuntata { get; set; }

    /// <summary>Reads the declarations again only for another version of the Affidamento, or after an act of this part.</summary>
    protected override async Task LoadAsync()
    {
        if (User!.Actor.Delega is null || (_letta == (Affidamento.Id, Affidamento.Version) && !Busy))
        {
            return;
        }

        var adesso = (Affidamento.Id, Affidamento.Version);
        Posizione = await Read<ChiPuoProcedere, Procedibilita>(q => q.Run(adesso.Id, User!.Actor));
        _letta = adesso;
    }

    private Task Dichiara() =>
        Act(new DichiaraDaDelegato(Affidamento.Id, Spuntata ? DichiarazioneConflitto.VersioneTesto : null), done: null);

    private Task ConflittoDichiarato(IReadOnlyList<Error> errors)
    {
        _letta = default;
        return PartActed(errors);
    }
}
