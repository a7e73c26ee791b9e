using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// The panel beside the AD4: lists the segnalazioni of the draft, each as a link that puts the cursor in its field. Says whether everything
/// is saved, and shows the buttons of the next actions.
/// </summary>
public sealed partial class PannelloControlli
{
    private static readonly (TipoSegnalazione Tipo, string Titolo)[] Order =
    [
        (TipoSegnalazione.Errato, "Errori"),
        (TipoSegnalazione.RegolaAnac, "ANAC rifiuterebbe"),
        (TipoSegnalazione.Mancante, "Manca"),
    ];

    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    [CascadingParameter]
    public CampiInVista? Vista { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> GoTo { get; set; }

    /// <summary>The buttons of the actions that the user can take next.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Returns the HTML id of the box for the reason of an avviso.</summary>
    public static string MotivoIdOf(Segnalazione avviso) => "motivo-" + avviso.Chiave.Replace('/', '-').Replace(' ', '-');

    /// <summary>The segnalazioni about which somebody has something to do.</summary>
    private IReadOnlyList<Segnalazione> Segnalazioni =>
        Vista is { Piegabile: true } ? [.. Editor.Segnalazioni.Where(s => !Vista.Segue(s))] : Editor.Segnalazioni;

    private IReadOnlyList<Segnalazione> Avvisi => [.. Segnalazioni.Where(s => !s.Ferma)];

    private int Ferme => Segnalazioni.Count(s => s.Ferma);

    private IEnumerable<(string Titolo, IReadOnlyList<Segnalazione> Voci)> Groups =>
        from o in Order
        let voci = Segnalazioni.Where(s => s.Tipo == o.Tipo).ToList()
        where voci.Count > 0
        select (o.Titolo, (IReadOnlyList<Segnalazione>)voci);

    private string Title => Editor.Details.Affidamento.Pregresso ? "Adesione pregressa"
        : Ferme > 0 ? $"Da sistemare: {Ferme}"
        : Avvisi.Count > 0 ? $"Scheda completa, con {Plural.Of(Avvisi.Count, "avviso", "avvisi")}"
        : "Scheda completa";

    /// <summary>
    /// Returns the words before a segnalazione that name its adhesion, for example «Adesione 2: ». Returns null when the scheda has one
    /// adhesion, or when the segnalazione is not about an adhesion.
    /// </summary>
    private string? Quale(Segnalazione voce) =>
        Editor.Bozza.Righe(PercorsoAd4.Aggiudicazioni) > 1 && PercorsoAd4.Sotto(voce.Percorso, PercorsoAd4.Aggiudicazioni)
            ? $"Adesione {PercorsoAd4.Posizioni(voce.Percorso)[0] + 1}: "
            : null;

    private string Saving => Editor switch
    {
        { Modificabile: false } => "Sola lettura",
        { NonSalvati.Count: > 0 } => $"{Plural.Of(Editor.NonSalvati.Count, "campo non salvato", "campi non salvati")}: vedi il messaggio accanto",
        { StaSalvando: true } => "Salvataggio…",
        { SalvatoIl: { } ora } => $"Salvato alle {RomeTime.Time(ora)}",
        _ => "Ogni modifica si salva da sola.",
    };
}
