using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Shows one field of the scheda, found by its path: label, input of the field's kind, help and error. The catalogue defines the field.
/// </summary>
public sealed partial class Campo
{
    /// <summary>The most entries that a code list may have to be shown as a plain select. A longer list is shown as a search box.</summary>
    private const int MaxOpzioni = 25;

    /// <summary>The path of the centro di costo of the Ente itself. CigHub does not know the centri di costo of any other body.</summary>
    private const string CentroDiCosto = "anacForm/stazioniAppaltanti/0/codiceCentroCosto";

    private TextBox? _box;

    /// <summary>The sentence about the last paste into the field, or null when there is nothing to say.</summary>
    private string? _nota;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required BozzaEditor Editor { get; set; }

    [CascadingParameter]
    public CampiInVista? Vista { get; set; }

    /// <summary>
    /// The path of the field in this scheda, with an index in place of each list, for example
    /// <c>anacForm/stazioniAppaltanti/0/codiceCentroCosto</c>.
    /// </summary>
    [Parameter, EditorRequired]
    public required string Percorso { get; set; }

    /// <summary>Returns the HTML id of a field's input. A link of <see cref="PannelloControlli"/> puts the cursor there.</summary>
    public static string IdOf(string percorso) => "campo-" + percorso.Replace('/', '-');

    private CampoAd4 Definizione => CatalogoAd4.Trova(Percorso) ?? throw new InvalidOperationException($"No field of the catalogue at '{Percorso}'.");

    private string Id => IdOf(Percorso);

    private string Descriptions => $"{Id}-aiuto {Id}-errore";

    private string? Text => Editor.Text(Percorso);

    private bool Required => Definizione.Obbligo.Vale(Editor.Bozza, Percorso);

    private string? Invalid => Editor.Errore(Percorso) is null ? null : "true";

    private string Class => Invalid is null ? "campo" : "campo campo-errato";

    private ListaCodici? Lista => Definizione.Lista is { } id ? Editor.Liste.Trova(id) : null;

    private bool IsMultiline => Definizione.Tipo == TipoCampo.TestoLungo;

    private bool IsLong => Lista is { } lista && lista.Voci.Count > MaxOpzioni;

    private IReadOnlyList<SceltaAd4> Options => Lista is { } lista
        ? [.. lista.Offerte(Clock.Today(), Text).Select(v => new SceltaAd4(v.Codice, v.Etichetta))]
        : Percorso == CentroDiCosto ? CentriDellEnte : Definizione.Scelte;

    /// <summary>
    /// The centri di costo of the Ente, to choose from. A saved value that is none of them is offered too, marked as not the Ente's,
    /// because ANAC would refuse it with error ERR69.
    /// </summary>
    private IReadOnlyList<SceltaAd4> CentriDellEnte =>
    [
        .. Editor.Details.CentriDiCosto.Select(c => new SceltaAd4(c.HaCodice(Text) ? Text! : c.Codice, c.Parola)),
        .. Text is { Length: > 0 } altro && !Editor.Details.CentriDiCosto.Any(c => c.HaCodice(altro))
            ? [new SceltaAd4(altro, $"{altro} (non è dell'Ente)")]
            : Array.Empty<SceltaAd4>(),
    ];

    private string Keyboard => Definizione.Tipo is TipoCampo.Euro or TipoCampo.Percentuale ? "decimal" : "text";

    private string? Example => Definizione.Tipo switch { TipoCampo.Data => "gg/mm/aaaa", TipoCampo.Euro => "0,00", _ => null };

    private Dictionary<string, object?> Attributes => new()
    {
        ["data-campo"] = Percorso,
        ["aria-describedby"] = Descriptions,
        ["aria-invalid"] = Invalid,
        ["data-splits-paste"] = Splits,
    };

    /// <summary>The mark of an input in which several codes pasted at once become rows, or null for any other input.</summary>
    private string? Splits => Definizione is { Tipo: TipoCampo.Cup, InLista: true } ? "" : null;

    private Task Choose(string? valore) => Editor.Write(Percorso, valore);

    private async Task Type(string testo)
    {
        _nota = null;
        if (CupIncollati.InRighe(Editor.Bozza, Percorso, testo) is not { } incollati)
        {
            await Editor.Type(Percorso, testo);
            return;
        }

        _nota = incollati.Nota;
        _box?.ShowValue();
        await Editor.Write(incollati.Valori);
    }
}
