using System.Collections.Concurrent;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// The catalogo dei campi: every leaf field of the AD4, in the portal's order. The check of completeness, the values to copy to the portal,
/// the print and the spreadsheets are derived from it. A new field needs a member in its record, an entry here and a place in the form.
/// </summary>
public static partial class CatalogoAd4
{
    internal const string CodiceFiscaleOperatore = PercorsoAd4.Aggiudicazioni + "/*/partecipanti/*/codiceFiscale";

    internal const string CodiceFiscaleEnte = PercorsoAd4.StazioniAppaltanti + "/*/codiceFiscale";

    internal const string IdentificativoLotto = PercorsoAd4.Aggiudicazioni + "/*/lotIdentifier";

    /// <summary>
    /// Maximum number of concrete paths that the cache of <see cref="Trova"/> holds. The drafts of an office have fewer. Without a maximum,
    /// invented paths in the requests of a browser would make the cache grow for ever.
    /// </summary>
    private const int MaxConcreti = 4096;

    private static readonly ConcurrentDictionary<string, CampoAd4> _perConcreto = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, CampoAd4> _perPercorso;
    private static readonly ILookup<SezioneAd4, CampoAd4> _perSezione;

    static CatalogoAd4()
    {
        Campi = [.. Intestazione().Concat(DatiAffidamento()).Concat(QuadroEconomico()).Concat(Soggetti()).Concat(Pnrr()).Concat(AltriDati())
            .OrderBy(c => c.Sezione)
            .Select((c, i) => c with { Ordine = i })];
        _perPercorso = Campi.ToDictionary(c => c.Percorso, StringComparer.Ordinal);
        _perSezione = Campi.ToLookup(c => c.Sezione);
        NonSempre = [.. Campi.Where(c => c.Applicabilita != Applicabilita.Sempre)];
        Liste = [.. Campi.SelectMany(c => Prefissi(c.Percorso)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All the leaf fields of the scheda AD4, in the order in which the portal asks for them.</summary>
    public static IReadOnlyList<CampoAd4> Campi { get; }

    /// <summary>The fields of the scheda that apply to a draft only under a condition (<see cref="CampoAd4.Applicabilita"/>).</summary>
    internal static IReadOnlyList<CampoAd4> NonSempre { get; }

    /// <summary>
    /// The paths of all the lists of the scheda. When a list lies inside another list, its path has <c>*</c> for the position in the outer
    /// one.
    /// </summary>
    public static IReadOnlyList<string> Liste { get; }

    /// <summary>
    /// Returns the field to which a concrete path leads (<c>anacForm/aggiudicazioni/0/cupLotto/0</c>), or null when the path leads to no
    /// field.
    /// </summary>
    public static CampoAd4? Trova(string percorso)
    {
        if (_perConcreto.TryGetValue(percorso, out var noto))
        {
            return noto;
        }

        if (PercorsoAd4.Modello(percorso) is not { } modello || !_perPercorso.TryGetValue(modello, out var campo))
        {
            return null;
        }

        if (_perConcreto.Count < MaxConcreti)
        {
            _perConcreto[percorso] = campo;
        }

        return campo;
    }

    /// <summary>Returns the fields of one section of the editor, in the portal's order.</summary>
    public static IEnumerable<CampoAd4> CampiDi(SezioneAd4 sezione) => _perSezione[sezione];

    /// <summary>Says whether a concrete path leads to a list of the scheda.</summary>
    public static bool EUnaLista(string percorsoLista) => PercorsoAd4.Modello(percorsoLista) is { } modello && Liste.Contains(modello);

    /// <summary>Says whether the rows of the list at the path are single values (CUP, codes) and not objects with members.</summary>
    public static bool EUnaListaDiValori(string percorsoLista) => Trova(percorsoLista + "/0") is not null;

    /// <summary>
    /// Returns the concrete paths that a path with <c>*</c> has in a draft, one for each existing row of the lists on it.
    /// </summary>
    /// <param name="modello">The path, with <c>*</c> for list positions.</param>
    /// <param name="bozza">The draft whose rows are counted.</param>
    /// <param name="almenoUna">
    /// True when an empty list counts as one row, because the editor shows the first row even before anything is typed in it.
    /// </param>
    public static IEnumerable<string> Concreti(string modello, BozzaAd4 bozza, bool almenoUna = false)
    {
        var stella = modello.IndexOf("/*", StringComparison.Ordinal);
        if (stella < 0)
        {
            return [modello];
        }

        var righe = bozza.Righe(modello[..stella]);
        return Enumerable.Range(0, almenoUna ? Math.Max(1, righe) : righe)
            .SelectMany(i => Concreti($"{modello[..stella]}/{i}{modello[(stella + 2)..]}", bozza, almenoUna));
    }

    private static IEnumerable<string> Prefissi(string modello)
    {
        for (var i = modello.IndexOf("/*", StringComparison.Ordinal); i >= 0; i = modello.IndexOf("/*", i + 1, StringComparison.Ordinal))
        {
            yield return modello[..i];
        }
    }

    private static CampoAd4 Campo(string percorso, string etichetta, SezioneAd4 sezione, TipoCampo tipo, string aiuto, Obbligo? obbligo = null) =>
        new(percorso, etichetta, sezione, tipo, aiuto)
        {
            Obbligo = obbligo ?? Obbligo.Mai,
        };
}
