using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using Microsoft.AspNetCore.WebUtilities;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>What the list of Affidamenti can be sorted by: its columns, and the last change, which is no column.</summary>
public enum OrdineElenco
{
    Modificato,
    Registro,
    Titolo,
    Oggetto,
    Importo,
    DataInvio,
    Stato,
    CigPadre,
    DescrizioneCigPadre,
    CigDerivato,
    Oe,
    Rup,
    Ente,
    StatoAffidamento,
}

/// <summary>The question that the list answers: the portal's eight filters, free text, and the order. All of it stands in the address.</summary>
/// <param name="Selezionati">The portal's filter «Selezione»: only what the person has ticked.</param>
/// <param name="Dal">First Data Invio, included.</param>
/// <param name="Al">Last Data Invio, included.</param>
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
    OrdineElenco Ordine = OrdineElenco.Modificato,
    bool Crescente = false,
    Attesa? Attesa = null,
    bool Miei = false)
{
    /// <summary>Longest text that is searched for: what is longer was pasted by mistake.</summary>
    public const int MaxTesto = 200;

    /// <summary>Everything, the newest change first.</summary>
    public static FiltroAffidamenti Tutti { get; } = new();

    /// <summary>Whether anything is left out beside what was deleted.</summary>
    public bool Vuoto => (this with { Ordine = OrdineElenco.Modificato, Crescente = false }) == Tutti;

    /// <summary>How many of the filters behind «Altri filtri» are in use.</summary>
    public int Altri => new object?[] { Registro, CigPadre, Titolo, CigDerivato, Dal, Al, Oe, Attesa }.Count(x => x is not null) + (Selezionati ? 1 : 0) + (Miei ? 1 : 0);

    /// <summary>The address of the list with this question.</summary>
    public string Indirizzo(int pagina = 1, int? righe = null) =>
        QueryHelpers.AddQueryString(AppRoutes.Affidamenti, Parametri(pagina, righe).Where(p => !string.IsNullOrEmpty(p.Value)));

    /// <summary>The same question sorted by another column; the same column turns round.</summary>
    public FiltroAffidamenti Per(OrdineElenco ordine) => this with
    {
        Ordine = ordine,
        Crescente = ordine == Ordine ? !Crescente : ordine is not (OrdineElenco.Importo or OrdineElenco.DataInvio or OrdineElenco.Modificato),
    };

    /// <summary>Reads an address; what cannot be read is left out, as if it had not been written.</summary>
    public static FiltroAffidamenti Da(string indirizzo)
    {
        var query = QueryHelpers.ParseQuery(new Uri(indirizzo, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.Query : indirizzo[(indirizzo.IndexOf('?') + 1)..]);
        string? Di(string nome) => query.TryGetValue(nome, out var valore) && valore.ToString().Trim() is { Length: > 0 } testo ? testo[..Math.Min(testo.Length, MaxTesto)] : null;
        DateOnly? Giorno(string nome) => DateOnly.TryParseExact(Di(nome), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) ? giorno : null;
        T? Scelta<T>(string nome)
            where T : struct, Enum => Enum.TryParse<T>(Di(nome), ignoreCase: true, out var valore) && Enum.IsDefined(valore) ? valore : null;
        return new FiltroAffidamenti(
            Di("testo"), Scelta<StatoAffidamento>("stato"), Di("registro"), Di("cigPadre"), Di("titolo"), Di("cigDerivato"), Di("selezione") is not null,
            Giorno("dal"), Giorno("al"), Di("oe"), Scelta<OrdineElenco>("ordine") ?? OrdineElenco.Modificato, Di("verso") == "su",
            Scelta<Attesa>("attesa"), Di("miei") is not null);
    }

    /// <summary>In words, for the print's head and for «riprendi gli ultimi filtri»; empty when nothing is filtered.</summary>
    public string Parole() => string.Join(" · ", Voci().Select(v => $"{v.Nome}: {v.Valore}"));

    /// <summary>For the registro: names and values as the address has them.</summary>
    public JsonObject Json() => new(Parametri(1, null).Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));

    private IEnumerable<(string Nome, string Valore)> Voci() => new (string Nome, string? Valore)[]
    {
        ("Testo", Testo),
        ("Stato Affidamento", Stato?.Nome()),
        ("Gruppo del Cruscotto", Attesa?.Titolo()),
        ("Di chi", Miei ? "solo i miei" : null),
        ("Registro di Sistema", Registro),
        ("CIG Padre", CigPadre),
        ("Titolo documento", Titolo),
        ("CIG Derivato", CigDerivato),
        ("Selezione", Selezionati ? "solo i selezionati" : null),
        ("Data Invio dal", Dal is { } dal ? OraItaliana.Testo(dal) : null),
        ("Data Invio al", Al is { } al ? OraItaliana.Testo(al) : null),
        ("Denominazione OE", Oe),
    }.Where(v => v.Valore is not null).Select(v => (v.Nome, v.Valore!));

    private IEnumerable<KeyValuePair<string, string?>> Parametri(int pagina, int? righe) =>
    [
        new("testo", Testo),
        new("stato", Stato?.ToString()),
        new("attesa", Attesa?.ToString()),
        new("miei", Miei ? "si" : null),
        new("registro", Registro),
        new("cigPadre", CigPadre),
        new("titolo", Titolo),
        new("cigDerivato", CigDerivato),
        new("selezione", Selezionati ? "si" : null),
        new("dal", Dal?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("al", Al?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("oe", Oe),
        new("ordine", Ordine == OrdineElenco.Modificato ? null : Ordine.ToString()),
        new("verso", Crescente ? "su" : null),
        new("pagina", pagina > 1 ? pagina.ToString(CultureInfo.InvariantCulture) : null),
        new("righe", righe?.ToString(CultureInfo.InvariantCulture)),
    ];
}
