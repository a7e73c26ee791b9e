namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// Paths of fields: like JSON pointers without the leading slash (<c>anacForm/aggiudicazioni/0/cupLotto/0</c>); in the catalogue
/// every list position is a <c>*</c>.
/// </summary>
public static class PercorsoAd4
{
    public const string TitoloDocumento = "titoloDocumento";

    /// <summary>Appalto or concessione: which quadro economico is asked for. Ours, not ANAC's.</summary>
    public const string TipoContratto = "tipoContratto";

    public const string StazioniAppaltanti = "anacForm/stazioniAppaltanti";

    public const string Appalto = "anacForm/appalto";

    public const string Aggiudicazioni = "anacForm/aggiudicazioni";

    public const string Oggetto = Appalto + "/datiBase/oggetto";

    public const string CigPadre = Appalto + "/cig";

    public const string DataAdesione = Appalto + "/dataAdesione";

    /// <summary>The day of the decision that chooses the supplier of an adhesion.</summary>
    public static string DataAggiudicazione(int aggiudicazione) => Aggiudicazione(aggiudicazione, "datiBaseAggiudicazioneAppalto/dataAggiudicazione");

    /// <summary>The path as the catalogue has it: <c>anacForm/aggiudicazioni/*/cupLotto/*</c>. Null when a position is not written plainly.</summary>
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

    /// <summary>A list position: no leading zero, below <see cref="LimitiAd4.Righe"/>; else null.</summary>
    public static int? Posizione(string parte) =>
        parte.Length is > 0 and <= 4 && SoloCifre(parte) && (parte.Length == 1 || parte[0] != '0')
        && int.Parse(parte, System.Globalization.CultureInfo.InvariantCulture) is var n && n < LimitiAd4.Righe
            ? n
            : null;

    private static bool SoloCifre(string parte) => !parte.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>The path of the aggiudicazione in which the field stands: <c>anacForm/aggiudicazioni/0</c>.</summary>
    public static string Aggiudicazione(string percorso) =>
        percorso.StartsWith(Aggiudicazioni + "/", StringComparison.Ordinal)
            ? string.Join('/', percorso.Split('/').Take(3))
            : throw new ArgumentException($"Not within an aggiudicazione: '{percorso}'.", nameof(percorso));

    /// <summary>The path of the first aggiudicazione, or of another.</summary>
    public static string Aggiudicazione(int indice) => $"{Aggiudicazioni}/{indice}";

    /// <summary>A path inside the aggiudicazione at that position.</summary>
    public static string Aggiudicazione(int indice, string resto) => $"{Aggiudicazione(indice)}/{resto}";

    /// <summary>An amount of its quadro economico standard.</summary>
    public static string QuadroEconomico(int aggiudicazione, string voce) => Aggiudicazione(aggiudicazione, $"quadroEconomicoStandard/{voce}");

    /// <summary>An amount of the quadro economico that the draft uses: that of concessions or the standard one.</summary>
    public static string QuadroInUso(BozzaAd4 bozza, int aggiudicazione, string voce) =>
        Aggiudicazione(aggiudicazione, $"{(bozza.Concessione ? "quadroEconomicoConcessioni" : "quadroEconomicoStandard")}/{voce}");

    /// <summary>Whether the field is the draft's own (the portal's title, our choices) and not part of ANAC's document.</summary>
    internal static bool Nostro(string percorso) => percorso is TitoloDocumento or TipoContratto;

    /// <summary>Whether the path lies below the other one.</summary>
    public static bool Sotto(string percorso, string padre) =>
        percorso.Length > padre.Length && percorso[padre.Length] == '/' && percorso.StartsWith(padre, StringComparison.Ordinal);

    /// <summary>The list positions in the path, outermost first.</summary>
    public static IReadOnlyList<int> Posizioni(string percorso) =>
        [.. percorso.Split('/').Select(Posizione).OfType<int>()];
}
