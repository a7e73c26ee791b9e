using System.Text;

namespace CigHub.Domain.Codici;

/// <summary>ANAC's code lists that an AD4 needs, shipped inside the assembly.</summary>
/// <remarks>
/// Source: ANAC's public repository <c>anticorruzione/npa</c>, commit 21f8640c6c of 30/06/2026, one file per list. Each list here keeps the
/// codes, short Italian labels (cut at a word, or reworded where the cut would leave two alike) and the days of validity. A repeated code
/// is one entry, with the later wording. An end in 2099 or later is no end. Of codNUTS only the Italian part is kept. Each list is read
/// once, at its first use.
/// </remarks>
public static class ListeAnac
{
    /// <summary>The day of the shipped lists, which is the date of ANAC's commit.</summary>
    public static readonly DateOnly Giorno = new(2026, 6, 30);

    private static readonly string[] _nomi =
    [
        "accessibilita", "categoria", "ccnl", "codIstat", "codNUTS", "CPV", "funzioniSvolte", "lingue", "misurePremiali", "motivoDeroga",
        "oggettoContratto", "ruoloOE", "subappalto", "tipoClassificazione", "tipoFinanziamento", "tipologiaAvvalimento", "tipoOE",
    ];

    private static readonly Dictionary<string, Lazy<ListaCodici>> _liste =
        _nomi.ToDictionary(n => n, n => new Lazy<ListaCodici>(() => Carica(n)), StringComparer.OrdinalIgnoreCase);

    /// <summary>The lists as shipped with CigHub. A list applies until the office imports a newer one of the same name.</summary>
    public static RaccoltaListe Fornite { get; } = new(Giorno, Trova);

    /// <summary>The names of all the shipped lists (ANAC's <c>idTipologica</c>).</summary>
    public static IReadOnlyList<string> Nomi => _nomi;

    public static ListaCodici Accessibilita => Lista("accessibilita");

    public static ListaCodici Categoria => Lista("categoria");

    public static ListaCodici Ccnl => Lista("ccnl");

    public static ListaCodici CodIstat => Lista("codIstat");

    public static ListaCodici CodNuts => Lista("codNUTS");

    public static ListaCodici Cpv => Lista("CPV");

    public static ListaCodici FunzioniSvolte => Lista("funzioniSvolte");

    public static ListaCodici Lingue => Lista("lingue");

    public static ListaCodici MisurePremiali => Lista("misurePremiali");

    public static ListaCodici MotivoDeroga => Lista("motivoDeroga");

    public static ListaCodici OggettoContratto => Lista("oggettoContratto");

    public static ListaCodici RuoloOE => Lista("ruoloOE");

    public static ListaCodici Subappalto => Lista("subappalto");

    public static ListaCodici TipoClassificazione => Lista("tipoClassificazione");

    public static ListaCodici TipoFinanziamento => Lista("tipoFinanziamento");

    public static ListaCodici TipologiaAvvalimento => Lista("tipologiaAvvalimento");

    public static ListaCodici TipoOE => Lista("tipoOE");

    /// <summary>Returns the shipped list of that name, ignoring case, or null when there is none.</summary>
    public static ListaCodici? Trova(string? idTipologica) =>
        idTipologica is not null && _liste.TryGetValue(idTipologica, out var lista) ? lista.Value : null;

    private static ListaCodici Lista(string nome) => _liste[nome].Value;

    private static ListaCodici Carica(string nome)
    {
        using var risorsa = typeof(ListeAnac).Assembly.GetManifestResourceStream($"Liste/{nome}.tsv")
            ?? throw new InvalidOperationException($"The code list '{nome}' is not in the assembly.");
        using var lettore = new StreamReader(risorsa, Encoding.UTF8);
        return new ListaCodici(nome, TabellaVoci.Leggi(lettore));
    }
}
