using System.Globalization;
using CigHub.Domain.Palestra;
using CigHub.Web.Common;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// The search filters of the palestra's list («FILTRI DI RICERCA»), as the address contains them. An empty value does not filter. Equality:
/// by all members.
/// </summary>
/// <remarks>A text is found anywhere in the value, in upper or lower case. <see cref="DataInvio"/> is a day, <c>24/11/2026</c>.</remarks>
public sealed record PalestraFilter(
    string RegistroDiSistema, string CigPadre, string StatoAffidamento, string TitoloDocumento, string CigDerivato,
    string Selezione, string DataInvio, string DenominazioneOe,
    int Pagina, int Righe)
{
    /// <summary>The value of <see cref="Selezione"/> with which the list shows only the selected documents.</summary>
    public const string Selezionati = "selezionati";

    /// <summary>The numbers of rows that «Righe per pagina» offers.</summary>
    public static IReadOnlyList<int> RighePossibili { get; } = [20, 50, 100, 500];

    private static readonly CompareInfo _italiano = CultureInfo.GetCultureInfo("it-IT").CompareInfo;

    /// <summary>The filters with the captions of the portal, in its order.</summary>
    public IReadOnlyList<PalestraFilterValue> Voci =>
    [
        new("Registro di Sistema", nameof(RegistroDiSistema), RegistroDiSistema),
        new("CIG Padre", nameof(CigPadre), CigPadre),
        new("Stato Affidamento", nameof(StatoAffidamento), StatoAffidamento),
        new("Titolo documento", nameof(TitoloDocumento), TitoloDocumento),
        new("CIG Derivato", nameof(CigDerivato), CigDerivato),
        new("Selezione", nameof(Selezione), Selezione),
        new("Data Invio", nameof(DataInvio), DataInvio),
        new("Denominazione OE", nameof(DenominazioneOe), DenominazioneOe),
    ];

    public static PalestraFilter From(IQueryCollection query)
    {
        string Testo(string nome) => query[nome].ToString().Trim();
        int Numero(string nome, int altrimenti) => int.TryParse(query[nome], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : altrimenti;
        return new(
            Testo(nameof(RegistroDiSistema)), Testo(nameof(CigPadre)), Testo(nameof(StatoAffidamento)),
            Testo(nameof(TitoloDocumento)), Testo(nameof(CigDerivato)),
            Testo(nameof(Selezione)), Testo(nameof(DataInvio)), Testo(nameof(DenominazioneOe)),
            Math.Max(1, Numero(nameof(Pagina), 1)), RighePossibili.Contains(Numero(nameof(Righe), 0)) ? Numero(nameof(Righe), 0) : RighePossibili[0]);
    }

    /// <summary>
    /// Returns the query of the list's address for this filter and a page. It begins with a question mark, or is empty when nothing differs
    /// from the default.
    /// </summary>
    public string Query(int pagina = 1) => QueryString.Create(
        Voci.Select(v => KeyValuePair.Create(v.Nome, (string?)v.Valore)).Where(v => v.Value!.Length > 0)
            .Concat(pagina == 1 ? [] : [KeyValuePair.Create(nameof(Pagina), (string?)pagina.ToString(CultureInfo.InvariantCulture))])
            .Concat(Righe == RighePossibili[0] ? [] : [KeyValuePair.Create(nameof(Righe), (string?)Righe.ToString(CultureInfo.InvariantCulture))])).Value ?? "";

    public IReadOnlyList<DocumentoPalestra> Applica(IEnumerable<DocumentoPalestra> documenti) =>
    [
        .. documenti.Where(d => Trova(d.RegistroDiSistema, RegistroDiSistema) && Trova(d.Dati.CigPadre, CigPadre) && Trova(d.StatoAffidamento, StatoAffidamento)
            && Trova(d.Dati.TitoloDocumento, TitoloDocumento) && Trova(d.CigDerivato?.Valore, CigDerivato) && Trova(d.Dati.DenominazioneOe, DenominazioneOe)
            && (Selezione != Selezionati || d.Selezionato)
            && (DataInvio.Length == 0 || (d.DataInvio is { } invio && RomeTime.Text(RomeTime.DayInRome(invio)) == DataInvio))),
    ];

    private static bool Trova(string? testo, string cercato) =>
        cercato.Length == 0 || _italiano.IndexOf(testo ?? "", cercato, CompareOptions.IgnoreCase) >= 0;
}

/// <summary>
/// One filter of the palestra's list: the caption on the portal, the HTML name and id of the input, and the value. Equality: by all
/// members.
/// </summary>
public sealed record PalestraFilterValue(string Etichetta, string Nome, string Valore);
