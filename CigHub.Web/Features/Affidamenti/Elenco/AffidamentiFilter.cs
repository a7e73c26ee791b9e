using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The filter of the list: the portal's eight filters, free text, and the order. All of it stands in the address.</summary>
/// <param name="Selezionati">Says whether the list shows only what the user has ticked: the portal's filter «Selezione».</param>
/// <param name="Dal">The first Data Invio, inclusive.</param>
/// <param name="Al">The last Data Invio, inclusive.</param>
/// <param name="Ordine">The name of a column's order in <see cref="AffidamentiColumns"/>. Null sorts by the last change.</param>
/// <param name="Attesa">The group of the Cruscotto.</param>
/// <param name="Miei">Says whether the list shows only the Affidamenti of which the user is the RUP or the author.</param>
public sealed record AffidamentiFilter(
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
    /// <summary>The filter that shows everything, the newest change first.</summary>
    public static AffidamentiFilter Tutti { get; } = new();

    /// <summary>Says whether the filter leaves nothing out. What was deleted is left out in any case.</summary>
    public bool Vuoto => AffidamentiFilterSet.Tutti.IsEmpty(this);

    public ListOrder Order => new(Ordine, Crescente);

    /// <summary>Returns the address of the list with this filter.</summary>
    public string Address(int pagina = 1, int? righe = null) => ListAddress.Write(AppRoutes.Affidamenti,
    [
        .. Valori(),
        new("pagina", pagina > 1 ? pagina.ToString(CultureInfo.InvariantCulture) : null),
        new("righe", righe?.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>Returns this filter in another order.</summary>
    public AffidamentiFilter For(ListOrder ordine) => this with { Ordine = ordine.Name, Crescente = ordine.Ascending };

    /// <summary>Reads a filter from an address. A part that cannot be read is left out, as if it had not been written.</summary>
    public static AffidamentiFilter From(string indirizzo)
    {
        var read = ListAddress.Read(indirizzo);
        return AffidamentiFilterSet.Tutti.Read(read) with { Ordine = AffidamentiColumns.Tutte.SortName(read("ordine")), Crescente = read("verso") == "su" };
    }

    /// <summary>
    /// Returns the filter in words, for the print's head and for «L'ultima volta hai cercato». Empty when nothing is filtered.
    /// </summary>
    public string Words() => AffidamentiFilterSet.Tutti.Words(this);

    /// <summary>Returns the filter for the registro, with the names and values of the address.</summary>
    public JsonObject Json() => new(Valori().Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Valori() =>
        [.. AffidamentiFilterSet.Tutti.Values(this), new("ordine", Ordine), new("verso", Crescente ? "su" : null)];
}
