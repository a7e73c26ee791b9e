using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>
/// Shows what the user declares about conflicts of interest before going on: the whole text to tick, or the day until which an earlier
/// declaration is valid. Below it stands the form to declare that there is a conflict.
/// </summary>
public sealed partial class DichiarazioneBox
{
    private static readonly (string Codice, string Parola)[] Nature = [.. Enum.GetValues<NaturaConflitto>().Select(n => (n.ToString(), n.Parola()))];

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    [Parameter, EditorRequired]
    public required Procedibilita Posizione { get; set; }

    /// <summary>Says whether the user is about to go on, so that the declaration is needed now.</summary>
    [Parameter, EditorRequired]
    public bool Declares { get; set; }

    /// <summary>Says whether the user has ticked the text.</summary>
    [Parameter]
    public bool Spuntata { get; set; }

    [Parameter]
    public EventCallback<bool> SpuntataChanged { get; set; }

    private IReadOnlyList<string> DaSpuntare => Posizione.DaSpuntare(Affidamento);

    private IReadOnlyList<(string Codice, string Parola)> Fornitori => [.. Affidamento.Fornitori.Select(f => (f.CodiceFiscale, f.Denominazione))];

    private string? Fornitore { get; set; }

    private string? Natura { get; set; }

    private bool TestoLetto { get; set; }

    /// <summary>The text by which the user declares the conflict. Null until supplier and kind are chosen.</summary>
    private string? Testo => Affidamento.Fornitori.FirstOrDefault(f => f.CodiceFiscale == Fornitore) is { } fornitore
        && Enum.TryParse<NaturaConflitto>(Natura, out var natura)
            ? DichiarazioneConflitto.TestoConflitto(fornitore, Posizione.Convenzione, natura)
            : null;

    protected override void OnParametersSet() => Fornitore ??= Affidamento.Fornitori is [var uno] ? uno.CodiceFiscale : null;

    private Task Dichiara() => Act(
        new DichiaraConflitto(Affidamento.Id, Fornitore, Natura, TestoLetto ? DichiarazioneConflitto.VersioneTesto : null, Affidamento.Version),
        OutcomeWords.ConflittoDichiarato);
}
