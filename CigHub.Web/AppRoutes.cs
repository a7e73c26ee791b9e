using System.Globalization;

namespace CigHub.Web;

/// <summary>
/// Every address of the app. A page takes its route from here, every link and every test asks here: nobody types an address twice.
/// </summary>
/// <remarks>A constant with a parameter in braces is a route; its builder, named with «Di» or «Su», gives the address.</remarks>
public static class AppRoutes
{
    public const string Cruscotto = "/";
    public const string Accedi = "/accedi";
    public const string Esci = "/esci";
    public const string NonAbilitato = "/non-abilitato";
    public const string NonTrovata = "/non-trovata";
    public const string Errore = "/errore/{Codice:int}";

    public const string Convenzioni = "/convenzioni";
    public const string Lotto = "/lotti/{Id:guid}";
    public const string Affidamenti = "/affidamenti";
    public const string NuovoAffidamento = "/affidamenti/nuovo";
    public const string Scheda = "/affidamenti/{Id:guid}";
    public const string RichiestaCig = "/affidamenti/{Id:guid}/richiesta";
    public const string Spesa = "/spesa";
    public const string RegistroEventi = "/registro-eventi";
    public const string Evento = "/registro-eventi/{Seq:long}";

    /// <summary>The query parameter of <see cref="NuovoAffidamento"/> that names the Lotto.</summary>
    public const string ParametroLotto = "lotto";

    /// <summary>The query parameter of <see cref="Accedi"/> that says where to go afterwards.</summary>
    public const string ParametroRitorno = "ritorno";

    /// <summary>What the middleware fills in with the HTTP status; <see cref="Errore"/> is the page that answers.</summary>
    internal const string ErroreConCodice = "/errore/{0}";

    public static string ErroreDi(int codice) => string.Create(CultureInfo.InvariantCulture, $"/errore/{codice}");

    /// <summary>The sign-in page, coming back to <paramref name="ritorno"/> (an address of ours, starting with a slash).</summary>
    public static string AccediPer(string ritorno) => $"{Accedi}?{ParametroRitorno}={Uri.EscapeDataString(ritorno)}";

    public static string LottoDi(Guid id) => $"/lotti/{id}";

    /// <summary>The Convenzione in the list.</summary>
    public static string ConvenzioneDi(Guid id) => $"{Convenzioni}#c-{id}";

    public static string NuovoAffidamentoSu(Guid lottoId) => $"{NuovoAffidamento}?{ParametroLotto}={lottoId}";

    public static string SchedaDi(Guid id) => $"/affidamenti/{id}";

    public static string RichiestaDi(Guid id) => $"/affidamenti/{id}/richiesta";

    public static string EventoDi(long seq) => string.Create(CultureInfo.InvariantCulture, $"/registro-eventi/{seq}");

    /// <summary>The events about one thing.</summary>
    public static string EventiDi(string oggettoId) => $"{RegistroEventi}?Oggetto={Uri.EscapeDataString(oggettoId)}";

    /// <summary>The list of Affidamenti, of one state or of all; the first page needs no number.</summary>
    public static string AffidamentiInStato(string? stato, int pagina = 1)
    {
        var filtri = new[]
        {
            stato is null ? null : $"stato={Uri.EscapeDataString(stato)}",
            pagina == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"pagina={pagina}"),
        };
        var query = string.Join('&', filtri.Where(f => f is not null));
        return query.Length == 0 ? Affidamenti : $"{Affidamenti}?{query}";
    }
}
