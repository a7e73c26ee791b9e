using System.Text.Json.Nodes;
using CigHub.Domain.Persone;
using CigHub.Web.Data.Registro;
using CigHub.Web.Security.Accesso;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Dettaglio;

/// <summary>A text that a person wrote or accepted with an act, for example a reason.</summary>
/// <param name="Titolo">The kind of text, for example «Motivo».</param>
public sealed record TestoDellAtto(string Titolo, string Testo);

/// <summary>
/// Finds in an event's <c>dati</c> the texts for people: reasons, notes, declarations, and the avvisi that the user overrode. It leaves out
/// identifiers and hashes.
/// </summary>
public static class MotiviEDichiarazioni
{
    private static readonly (string Chiave, string Titolo)[] _semplici =
    [
        ("motivo", "Motivo"), ("nota", "Nota"), ("perche", "Perché"), ("oggetto", "Oggetto"), ("dato", "Dato"),
        ("atteso", "Atteso dagli eventi"), ("trovato", "Trovato nei dati"), ("cambia", "Che cosa cambia"),
    ];

    /// <summary>The words for a declaration that the person did not read again, because an earlier one is valid.</summary>
    private const string GiaFatta = "Vale la dichiarazione sui conflitti di interessi già fatta per lo stesso fornitore (art. 16 del D.Lgs. 36/2023).";

    /// <summary>
    /// Returns the texts for people in an event's <c>dati</c>. It never throws, because an event from another version may contain anything.
    /// </summary>
    public static IReadOnlyList<TestoDellAtto> Of(JsonObject? dati) =>
    [
        .. from s in _semplici
           from testo in Texts(dati?[s.Chiave])
           select new TestoDellAtto(s.Titolo, NomiRegistrati.Leggi<MotivoRifiuto>(testo, out var rifiuto) ? Word(rifiuto) : testo),
        .. NomiRegistrati.Leggi<NaturaConflitto>(Text(dati?["natura"]), out var natura)
            ? new[] { new TestoDellAtto("Natura del conflitto di interessi", natura.Parola()) }
            : [],
        .. from dichiarazione in Texts(dati?["dichiarazioni"])
           select new TestoDellAtto("Dichiarazione", dichiarazione),
        .. (dati?["dichiarazioni"] as JsonArray ?? []).Any(d => d is JsonObject dichiarata && dichiarata["testo"] is null)
            ? new[] { new TestoDellAtto("Dichiarazione", GiaFatta) }
            : [],
        .. from avviso in dati?["avvisi"] as JsonArray ?? []
           let superato = avviso as JsonObject
           where Text(superato?["motivo"]) is not null
           select new TestoDellAtto($"Motivo per cui ha proseguito nonostante l'avviso «{Text(superato!["avviso"])}»", Text(superato["motivo"])!),
    ];

    private static string Word(MotivoRifiuto motivo) => motivo switch
    {
        MotivoRifiuto.Sconosciuta => "persona che CigHub non conosce",
        MotivoRifiuto.Disattivata => "persona disattivata",
        MotivoRifiuto.SenzaRuolo => "nessun ruolo tra quelli dell'accesso",
        _ => "nessuna appartenenza valida",
    };

    /// <summary>Returns the texts in a JSON node: the text itself, the texts of a list, or the member <c>testo</c> of an object.</summary>
    private static IEnumerable<string> Texts(JsonNode? nodo) => nodo switch
    {
        JsonArray elenco => elenco.SelectMany(Texts),
        JsonObject oggetto => Texts(oggetto["testo"]),
        _ => Text(nodo) is { } testo ? [testo] : [],
    };

    private static string? Text(JsonNode? nodo) => nodo is JsonValue valore && valore.TryGetValue<string>(out var testo) && testo.Length > 0 ? testo : null;
}
