using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// The filter and the order of the list of Affidamenti: the portal's eight filters, free text, and the groups of the Cruscotto. All of it
/// is in the page's address.
/// </summary>
/// <param name="Selezionati">Says whether the list shows only what the user has ticked: the portal's filter «Selezione».</param>
/// <param name="Dal">The first Data Invio, inclusive. Null for no limit.</param>
/// <param name="Al">The last Data Invio, inclusive. Null for no limit.</param>
/// <param name="Ordine">The name of a column's order in <see cref="AffidamentiColumns"/>. Null sorts by the last change.</param>
/// <param name="Attesa">The group of the Cruscotto to which the list is limited. Null for no such limit.</param>
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
    /// <summary>The filter that shows all Affidamenti that are not deleted, the latest change first.</summary>
    public static AffidamentiFilter Tutti { get; } = new();

    /// <summary>Says whether nothing is filtered. Deleted Affidamenti are left out in any case.</summary>
    public bool Vuoto => AffidamentiFilterSet.Tutti.IsEmpty(this);

    public ListOrder Order => new(Ordine, Crescente);

    /// <summary>
    /// Returns the address of the page of the list with this filter and order. <paramref name="righe"/> is the number of rows on a page;
    /// null leaves the user's own number.
    /// </summary>
    public string Address(int pagina = 1, int? righe = null) => ListAddress.Write(AppRoutes.Affidamenti,
    [
        .. Valori(),
        new("pagina", pagina > 1 ? pagina.ToString(CultureInfo.InvariantCulture) : null),
        new("righe", righe?.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>Returns the same filter with another order.</summary>
    public AffidamentiFilter For(ListOrder ordine) => this with { Ordine = ordine.Name, Crescente = ordine.Ascending };

    /// <summary>Reads a filter from the address of the list. A parameter that cannot be read is treated as missing.</summary>
    public static AffidamentiFilter From(string indirizzo)
    {
        var read = ListAddress.Read(indirizzo);
        return AffidamentiFilterSet.Tutti.Read(read) with
        {
            Ordine = AffidamentiColumns.Tutte.SortName(read(ListAddress.Order)),
            Crescente = read(ListAddress.Direction) == ListAddress.Up,
        };
    }

    /// <summary>
    /// Returns the filter in words, for the header of the print and for «L'ultima volta hai cercato». Returns an empty text when nothing is
    /// filtered.
    /// </summary>
    public string Words() => AffidamentiFilterSet.Tutti.Words(this);

    /// <summary>Returns the filter as data for an event of the registro, with the parameter names and values of the address.</summary>
    public JsonObject Json() => new(Valori().Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Valori() =>
        [.. AffidamentiFilterSet.Tutti.Values(this), new(ListAddress.Order, Ordine), new(ListAddress.Direction, Crescente ? ListAddress.Up : null)];
}
