using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Switches between the adhesions of a scheda that has several. The user sees the fields of one at a time, and for each its amount and the
/// number of things to put right in it. Shows nothing when the scheda has one adhesion, as nearly every scheda has.
/// </summary>
public sealed partial class AdesioniDellaScheda
{
    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    /// <summary>The index, from 0, of the adhesion whose fields the page shows.</summary>
    [Parameter, EditorRequired]
    public int Choice { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<int> ChoiceChanged { get; set; }

    private int Count => Editor.Bozza.Righe(PercorsoAd4.Aggiudicazioni);

    private Importo Importo(int indice) => ImportoAdesione.Calcola(Editor.Bozza, indice, Editor.Details.Convenzione.Erosione);

    private string? DaSistemare(int indice) =>
        Editor.Segnalazioni.Count(s => PercorsoAd4.Sotto(s.Percorso, PercorsoAd4.Aggiudicazione(indice))) is > 0 and var quante
            ? $", da sistemare {quante}"
            : null;

    private async Task Remove()
    {
        var tolta = Choice;
        await ChoiceChanged.InvokeAsync(Math.Max(0, Choice - 1));
        await Editor.RimuoviRiga(PercorsoAd4.Aggiudicazioni, tolta);
    }
}
