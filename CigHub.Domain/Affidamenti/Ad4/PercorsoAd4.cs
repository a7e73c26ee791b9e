namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// The paths of the fields. They are like JSON pointers without the leading slash (<c>anacForm/aggiudicazioni/0/cupLotto/0</c>). In the
/// catalogue every list position is a <c>*</c>.
/// </summary>
public static class PercorsoAd4
{
    public const string TitoloDocumento = "titoloDocumento";

    /// <summary>
    /// The path of the choice between appalto and concessione, which decides the quadro economico. It is CigHub's own field, not ANAC's.
    /// </summary>
    public const string TipoContratto = "tipoContratto";

    public const string StazioniAppaltanti = "anacForm/stazioniAppaltanti";

    public const string Appalto = "anacForm/appalto";

    public const string Aggiudicazioni = "anacForm/aggiudicazioni";

    public const string Oggetto = Appalto + "/datiBase/oggetto";

    public const string CigPadre = Appalto + "/cig";

    public const string DataAdesione = Appalto + "/dataAdesione";

    /// <summary>Returns the path of the day of the decision that chooses the supplier of an adhesion.</summary>
    public static string DataAggiudicazione(int aggiudicazione) => Aggiudicazione(aggiudicazione, "datiBaseAggiudicazioneAppalto/dataAggiudicazione");

    /// <summary>
    /// Returns the path as the catalogue has it: <c>anacForm/aggiudicazioni/*/cupLotto/*</c>. Returns null when a position is not valid.
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
    /// Reads a list position, which has no leading zero and is below <see cref="LimitiAd4.Righe"/>. Returns null for any other text.
    /// </summary>
    public static int? Posizione(string parte) =>
        parte.Length is > 0 and <= 4 && SoloCifre(parte) && (parte.Length == 1 || parte[0] != '0')
        && int.Parse(parte, System.Globalization.CultureInfo.InvariantCulture) is var n && n < LimitiAd4.Righe
            ? n
            : null;

    private static bool SoloCifre(string parte) => !parte.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Returns the path of the aggiudicazione in which a field stands: <c>anacForm/aggiudicazioni/0</c>.</summary>
    public static string Aggiudicazione(string percorso) =>
        percorso.StartsWith(Aggiudicazioni + "/", StringComparison.Ordinal)
            ? string.Join('/', percorso.Split('/').Take(3))
            : throw new ArgumentException($"Not within an aggiudicazione: '{percorso}'.", nameof(percorso));

    /// <summary>Returns the path of the aggiudicazione at a position, from 0.</summary>
    public static string Aggiudicazione(int indice) => $"{Aggiudicazioni}/{indice}";

    /// <summary>Returns a path inside the aggiudicazione at a position, from 0.</summary>
    public static string Aggiudicazione(int indice, string resto) => $"{Aggiudicazione(indice)}/{resto}";

    /// <summary>Returns the path of an amount in the quadro economico standard of an aggiudicazione.</summary>
    public static string QuadroEconomico(int aggiudicazione, string voce) => Aggiudicazione(aggiudicazione, $"quadroEconomicoStandard/{voce}");

    /// <summary>
    /// Returns the path of an amount in the quadro economico that the draft uses: the one of concessions or the standard one.
    /// </summary>
    public static string QuadroInUso(BozzaAd4 bozza, int aggiudicazione, string voce) =>
        Aggiudicazione(aggiudicazione, $"{(bozza.Concessione ? "quadroEconomicoConcessioni" : "quadroEconomicoStandard")}/{voce}");

    /// <summary>Says whether the field is CigHub's own (the portal's title, our choices) and not part of ANAC's document.</summary>
    internal static bool Nostro(string percorso) => percorso is TitoloDocumento or TipoContratto;

    /// <summary>Says whether a path lies below another one.</summary>
    public static bool Sotto(string percorso, string padre) =>
        percorso.Length > padre.Length && percorso[padre.Length] == '/' && percorso.StartsWith(padre, StringComparison.Ordinal);

    /// <summary>Returns the list positions in the path, the outermost first.</summary>
    public static IReadOnlyList<int> Posizioni(string percorso) =>
        [.. percorso.Split('/').Select(Posizione).OfType<int>()];
}
