using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The question that the list answers: the portal's eight filters, free text, and the order. All of it stands in the address.</summary>
/// <param name="Selezionati">The portal's filter «Selezione»: only what the person has ticked.</param>
/// <param name="Dal">First Data Invio, included.</param>
/// <param name="Al">Last Data Invio, included.</param>
/// <param name="Ordine">The name of a column's order in <see cref="ColonneAffidamenti"/>; null: by the last change.</param>
/// <param name="Attesa">The group of the Cruscotto.</param>
/// <param name="Miei">Only those whose RUP or author the person who looks is.</param>
public sealed record FiltroAffidamenti(
    string? Testo = null,
    StatoAffidamento? Stato = null,
    string? Registro = null,
    string? CigPadre = null,
    string? Titolo = null,
    string? CigDerivato = null,
    bool Selezionati = false,
    DateOnly? Dal = null,
    DateOnly? Al = null,
    string? Oe = null,
    string? Ordine = null,
    bool Crescente = false,
    Attesa? Attesa = null,
    bool Miei = false)
{
    /// <summary>Everything, the newest change first.</summary>
    public static FiltroAffidamenti Tutti { get; } = new();

    /// <summary>Whether anything is left out beside what was deleted.</summary>
    public bool Vuoto => FiltriAffidamenti.Tutti.IsEmpty(this);

    public ListOrder Order => new(Ordine, Crescente);

    /// <summary>The address of the list with this question.</summary>
    public string Indirizzo(int pagina = 1, int? righe = null) => ListAddress.Write(AppRoutes.Affidamenti,
    [
        .. Valori(),
        new("pagina", pagina > 1 ? pagina.ToString(CultureInfo.InvariantCulture) : null),
        new("righe", righe?.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>The same question in another order.</summary>
    public FiltroAffidamenti Per(ListOrder ordine) => this with { Ordine = ordine.Name, Crescente = ordine.Ascending };

    /// <summary>Reads an address; what cannot be read is left out, as if it had not been written.</summary>
    public static FiltroAffidamenti Da(string indirizzo)
    {
        var read = ListAddress.Read(indirizzo);
        return FiltriAffidamenti.Tutti.Read(read) with { Ordine = ColonneAffidamenti.Tutte.SortName(read("ordine")), Crescente = read("verso") == "su" };
    }

    /// <summary>In words, for the print's head and for «riprendi gli ultimi filtri»; empty when nothing is filtered.</summary>
    public string Parole() => FiltriAffidamenti.Tutti.Words(this);

    /// <summary>For the registro: names and values as the address has them.</summary>
    public JsonObject Json() => new(Valori().Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Valori() =>
        [.. FiltriAffidamenti.Tutti.Values(this), new("ordine", Ordine), new("verso", Crescente ? "su" : null)];
}
