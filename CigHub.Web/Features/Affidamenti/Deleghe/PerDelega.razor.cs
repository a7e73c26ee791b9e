using CigHub.Domain.Affidamenti;
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
    private static readonly (string Codice, string Parola)[] Nature = [.. Enum.GetValues<NaturaConflitto>().Select(n => (n.ToString(), n.Parola()))];

    private (Guid, int) _letta;

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    private Procedibilita? Posizione { get; set; }

    private IReadOnlyList<(string Codice, string Parola)> Fornitori =>
        [.. Posizione?.Fornitori.Select(f => (f.CodiceFiscale, f.Denominazione)) ?? []];

    private string? Fornitore { get; set; }

    private string? Natura { get; set; }

    /// <summary>Reads the declarations again only for another version of the Affidamento, or after an act of this part.</summary>
    protected override async Task LoadAsync()
    {
        if (User!.Actor.Delega is null || (_letta == (Affidamento.Id, Affidamento.Version) && !Busy))
        {
            return;
        }

        _letta = (Affidamento.Id, Affidamento.Version);
        Posizione = await Read<ChiPuoProcedere, Procedibilita>(q => q.Run(Affidamento.Id, User!.Actor));
    }

    private Task Dichiara() => Act(new DichiaraDaDelegato(Affidamento.Id, DichiarazioneConflitto.VersioneTesto), done: null);

    private Task Conflitto() => Act(new DichiaraConflitto(Affidamento.Id, Fornitore, Natura, null, Affidamento.Version), done: null);
}
