using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>One field of the scheda, bound by its path: label, input of its kind, help and what is wrong, all from the catalogue.</summary>
public sealed partial class Campo : IDisposable
{
    /// <summary>How long the hand must rest before what was typed is saved.</summary>
    private static readonly TimeSpan Pausa = TimeSpan.FromMilliseconds(400);

    /// <summary>A list longer than this is searched, not unrolled.</summary>
    private const int MaxOpzioni = 25;

    private const int MaxTrovati = 30;

    /// <summary>Of the Ente itself; those of another body are not known here.</summary>
    private const string CentroDiCosto = "anacForm/stazioniAppaltanti/0/codiceCentroCosto";

    private string? _digitato;
    private CancellationTokenSource? _attesa;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required EditorBozza Editor { get; set; }

    /// <summary>The concrete path in the scheda.</summary>
    [Parameter, EditorRequired]
    public required string Percorso { get; set; }

    /// <summary>The element that the panel's link puts the cursor in.</summary>
    public static string IdDi(string percorso) => "campo-" + percorso.Replace('/', '-');

    private CampoAd4 Definizione => CatalogoAd4.Trova(Percorso) ?? throw new InvalidOperationException($"No field of the catalogue at '{Percorso}'.");

    private string Id => IdDi(Percorso);

    private string Descrizioni => $"{Id}-aiuto {Id}-errore";

    private string? Testo => Editor.Testo(Percorso);

    /// <summary>While the cursor is in it, a field shows what the hand types; the tidy form comes when it leaves.</summary>
    private string? Mostrato => _digitato ?? Testo;

    private bool Obbligatorio => Definizione.Obbligo.Vale(Editor.Bozza, Percorso);

    private string? Invalido => Editor.Errore(Percorso) is null ? null : "true";

    private string Classe => Invalido is null ? "campo" : "campo campo-errato";

    private ListaCodici? Lista => Definizione.Lista is { } id ? Editor.Liste.Trova(id) : null;

    private bool Lunga => Lista is { } lista && lista.Voci.Count > MaxOpzioni;

    private IReadOnlyList<SceltaAd4> Opzioni => Lista is { } lista
        ? [.. lista.Valide(Clock.Oggi()).Select(v => new SceltaAd4(v.Codice, v.Etichetta)).Concat(Attuale(lista))]
        : Percorso == CentroDiCosto ? CentriDellEnte : Definizione.Scelte;

    /// <summary>The Ente's own centri di costo, and what is there if it is none of them (ANAC would refuse it: ERR69).</summary>
    private IReadOnlyList<SceltaAd4> CentriDellEnte =>
    [
        .. Editor.Scheda.CentriDiCosto.Select(c => new SceltaAd4(c.Codice, $"{c.Denominazione} ({c.Codice})")),
        .. Testo is { Length: > 0 } altro && Editor.Scheda.CentriDiCosto.All(c => c.Codice != altro) ? [new SceltaAd4(altro, $"{altro} (non è dell'Ente)")] : Array.Empty<SceltaAd4>(),
    ];

    private string Tastiera => Definizione.Tipo is TipoCampo.Euro or TipoCampo.Percentuale ? "decimal" : "text";

    private string? Esempio => Definizione.Tipo switch { TipoCampo.Data => "gg/mm/aaaa", TipoCampo.Euro => "0,00", _ => null };

    private Dictionary<string, object?> Attributi => new() { ["data-campo"] = Percorso, ["aria-describedby"] = Descrizioni, ["aria-invalid"] = Invalido ?? "false" };

    public void Dispose()
    {
        _attesa?.Cancel();
        _attesa?.Dispose();
    }

    /// <summary>A code that has ended is not offered, but one that is there already is shown, marked.</summary>
    private IEnumerable<SceltaAd4> Attuale(ListaCodici lista) =>
        Testo is { Length: > 0 } codice && lista.Trova(codice) is { } voce && !voce.ValidaAl(Clock.Oggi()) ? [new SceltaAd4(codice, $"{voce.Etichetta} (non più valido)")] : [];

    private Task<IEnumerable<string>> Cerca(string? testo, CancellationToken ct) =>
        Task.FromResult(Lista!.Cerca(testo == Nome(Testo) ? "" : testo ?? "", Clock.Oggi(), MaxTrovati).Select(v => v.Codice));

    private string Nome(string? codice) => codice is { Length: > 0 } && Lista?.Trova(codice) is { } voce ? $"{voce.Codice} – {voce.Etichetta}" : codice ?? "";

    private Task Scegli(string? valore) => Editor.Scrivi(Percorso, valore);

    private async Task Digita(ChangeEventArgs e)
    {
        _digitato = e.Value as string ?? "";
        Editor.Annota(Percorso, _digitato);
        _attesa?.Cancel();
        _attesa?.Dispose();
        _attesa = new CancellationTokenSource();
        try
        {
            await Task.Delay(Pausa, Clock, _attesa.Token);
            await Editor.Salva();
        }
        catch (OperationCanceledException)
        {
            // Typed on: the next pause saves.
        }
    }

    private async Task Lascia()
    {
        _attesa?.Cancel();
        if (_digitato is not null)
        {
            await Editor.Salva();
        }

        _digitato = null;
    }
}
