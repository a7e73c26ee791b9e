using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>
/// The text, beside a button, by which a click on the button declares «no conflict of interest». Below it stands the form to declare that
/// there is a conflict.
/// </summary>
public sealed partial class DichiarazioneBox
{
    private static readonly (string Codice, string Parola)[] Nature = [.. Enum.GetValues<NaturaConflitto>().Select(n => (n.ToString(), n.Parola()))];

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    [Parameter, EditorRequired]
    public required Procedibilita Posizione { get; set; }

    /// <summary>The words, at the start of the text, for the act by which the user declares: «Avviando la richiesta».</summary>
    [Parameter, EditorRequired]
    public required string Preface { get; set; }

    private bool SonoIlRup => User.Actor.IsRupOf(Affidamento);

    private IReadOnlyList<(string Codice, string Parola)> Fornitori => [.. Posizione.Fornitori.Select(f => (f.CodiceFiscale, f.Denominazione))];

    private IReadOnlyList<(string Codice, string Parola)> Colleghi => [.. Posizione.Colleghi.Select(c => (c.Id.ToString(), c.Nome))];

    private string? Fornitore { get; set; }

    private string? Natura { get; set; }

    private string? NuovoRup { get; set; }

    protected override void OnParametersSet() => Fornitore ??= Posizione.Fornitori is [var uno] ? uno.CodiceFiscale : null;

    private Task Dichiara() => Act(
            new DichiaraConflitto(Affidamento.Id, Fornitore, Natura, Guid.TryParse(NuovoRup, out var id) ? id : null, Affidamento.Version),
            OutcomeWords.ConflittoDichiarato(SonoIlRup, id != Guid.Empty));
}
