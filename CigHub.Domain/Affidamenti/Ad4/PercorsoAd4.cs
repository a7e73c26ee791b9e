namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// The paths by which the fields of a scheda are named. They are like JSON pointers without the leading slash. A concrete path has list
/// positions from 0 (<c>anacForm/aggiudicazioni/0/cupLotto/0</c>). In the catalogo dei campi every list position is a <c>*</c>.
/// </summary>
public static class PercorsoAd4
{
    public const string TitoloDocumento = "titoloDocumento";

    /// <summary>
    /// The path of the choice between appalto and concessione, which decides the quadro economico that the draft uses. It is a field of
    /// CigHub and not of ANAC's document.
    /// </summary>
    public const string TipoContratto = "tipoContratto";

    public const string StazioniAppaltanti = "anacForm/stazioniAppaltanti";

    public const string Appalto = "anacForm/appalto";

    public const string Aggiudicazioni = "anacForm/aggiudicazioni";

    public const string Oggetto = Appalto + "/datiBase/oggetto";

    public const string CigPadre = Appalto + "/cig";

    public const string CodiceAppalto = Appalto + "/codiceAppalto";

    public const string DataAdesione = Appalto + "/dataAdesione";

    /// <summary>
    /// Returns the path of the Data di aggiudicazione of the aggiudicazione at a position, from 0: the day of the decision that chooses the
    /// supplier.
    /// </summary>
    public static string DataAggiudicazione(int aggiudicazione) => Aggiudicazione(aggiudicazione, "datiBaseAggiudicazioneAppalto/dataAggiudicazione");

    /// <summary>
    /// Converts a concrete path to the form of the catalogo dei campi, with <c>*</c> for each list position:
    /// <c>anacForm/aggiudicazioni/*/cupLotto/*</c>. Returns null when a position is not valid.
    /// </summary>
    public static string? Modello(string percorso)
    {
        if (!percorso.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return percorso;
        }

        var parti = percorso.Split('/');
        for (var i = 0; i < parti.Length; i++)
        {
            if (parti[i].Length > 0 && SoloCifre(parti[i]))
            {
                if (Posizione(parti[i]) is null)
                {
                    return null;
                }

                parti[i] = "*";
            }
        }

        return string.Join('/', parti);
    }

    /// <summary>
    /// Reads a part of a path as a list position, which has no leading zero and is below <see cref="LimitiAd4.Righe"/>. Returns null for
    /// any other text.
    /// </summary>
    public static int? Posizione(string parte) =>
        parte.Length is > 0 and <= 4 && SoloCifre(parte) && (parte.Length == 1 || parte[0] != '0')
        && int.Parse(parte, System.Globalization.CultureInfo.InvariantCulture) is var n && n < LimitiAd4.Righe
            ? n
            : null;

    private static bool SoloCifre(string parte) => !parte.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>
    /// Returns the path of the aggiudicazione in which the field at a concrete path stands: <c>anacForm/aggiudicazioni/0</c>.
    /// </summary>
    public static string Aggiudicazione(string percorso) =>
        percorso.StartsWith(Aggiudicazioni + "/", StringComparison.Ordinal)
            ? string.Join('/', percorso.Split('/').Take(3))
            : throw new ArgumentException($"Not within an aggiudicazione: '{percorso}'.", nameof(percorso));

    /// <summary>Returns the path of the aggiudicazione at a position, from 0.</summary>
    public static string Aggiudicazione(int indice) => $"{Aggiudicazioni}/{indice}";

    /// <summary>Returns a path inside the aggiudicazione at a position, from 0.</summary>
    public static string Aggiudicazione(int indice, string resto) => $"{Aggiudicazione(indice)}/{resto}";

    /// <summary>Returns the path of an amount in the quadro economico standard of the aggiudicazione at a position, from 0.</summary>
    public static string QuadroEconomico(int aggiudicazione, string voce) => Aggiudicazione(aggiudicazione, $"quadroEconomicoStandard/{voce}");

    /// <summary>
    /// Returns the path of an amount in the quadro economico that the draft uses for an aggiudicazione, which is the one of concessions or
    /// the standard one.
    /// </summary>
    public static string QuadroInUso(BozzaAd4 bozza, int aggiudicazione, string voce) =>
        Aggiudicazione(aggiudicazione, $"{(bozza.Concessione ? "quadroEconomicoConcessioni" : "quadroEconomicoStandard")}/{voce}");

    /// <summary>
    /// Says whether the field is CigHub's own (the titolo documento of the portal, the choice between appalto and concessione) and not part
    /// of ANAC's document.
    /// </summary>
    internal static bool Nostro(string percorso) => percorso is TitoloDocumento or TipoContratto;

    /// <summary>
    /// Says whether the first path lies below the second one, in the object or list there. A path does not lie below itself.
    /// </summary>
    public static bool Sotto(string percorso, string padre) =>
        percorso.Length > padre.Length && percorso[padre.Length] == '/' && percorso.StartsWith(padre, StringComparison.Ordinal);

    /// <summary>Returns the list positions that a concrete path contains, those of the outermost list first.</summary>
    public static IReadOnlyList<int> Posizioni(string percorso) =>
        [.. percorso.Split('/').Select(Posizione).OfType<int>()];
}
