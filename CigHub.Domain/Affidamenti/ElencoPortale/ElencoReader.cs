using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>A row of a table in a loaded file, whether or not the table is the portal's list.</summary>
/// <param name="Numero">The row's number as the user sees it: the sheet's own number, or its position in the page's table.</param>
public sealed record RigaDiFile(int Numero, IReadOnlyList<CellaSerie> Celle);

/// <summary>The portal's list as it was read from a file.</summary>
/// <param name="Colonne">The columns that were found, in the order of <see cref="ColonnaPortale"/>.</param>
public sealed record ElencoLetto(IReadOnlyList<RigaPortale> Righe, IReadOnlyList<ColonnaPortale> Colonne)
{
    /// <summary>Sentences for the user about the file: hidden rows that were read.</summary>
    public IReadOnlyList<string> Note { get; init; } = [];
}

/// <summary>
/// Finds the portal's list among the tables of a file. The captions may be in any order and some may be missing. The rows stand below them.
/// </summary>
/// <remarks>
/// A title and the values of the filter may stand above the list, in other tables or in the same one. So the row with the most known
/// captions is the caption row. Errors: <c>elenco.senza-intestazioni</c>, <c>elenco.colonne</c>, <c>elenco.senza-righe</c>,
/// <c>elenco.troppe-righe</c>.
/// </remarks>
public static class ElencoReader
{
    /// <summary>Maximum number of rows in one list.</summary>
    public const int MaxRighe = 20_000;

    /// <summary>The minimum number of known captions in the caption row. A row with fewer is a filter or a sentence.</summary>
    public const int MinDidascalie = 2;

    /// <summary>Maximum number of captions that an error message repeats.</summary>
    private const int MaxNominate = 20;

    public static readonly Error TroppeRighe = new(
        "elenco.troppe-righe",
        $"L'elenco ha più di {MaxRighe} righe: filtra l'elenco sul portale, per esempio per «Data Invio», ed esportalo in più file.");

    public static Result<ElencoLetto> Read(IReadOnlyList<IReadOnlyList<RigaDiFile>> tabelle)
    {
        var (tabella, indice, quante) = Intestazione(tabelle);
        if (quante < MinDidascalie)
        {
            return new Error(
                "elenco.senza-intestazioni",
                $"Nel file non c'è l'elenco del portale: {Trovate(tabelle)}. Sul portale apri «Affidamenti diretti su Accordo Quadro», "
                    + "usa «Esporta in xls» e carica quel file com'è.");
        }

        var intestazione = tabella[indice];
        var colonne = new Dictionary<ColonnaPortale, int>();
        for (var i = 0; i < intestazione.Celle.Count; i++)
        {
            if (ColonnaPortaleWords.ConDidascalia(intestazione.Celle[i].Testo) is { } colonna)
            {
                colonne.TryAdd(colonna, i);
            }
        }

        if (Manca(colonne) is { } manca)
        {
            var trovate = string.Join(", ", intestazione.Celle.Where(c => c.Testo.Length > 0).Take(MaxNominate).Select(c => $"«{c.Testo}»"));
            return new Error(
                "elenco.colonne",
                $"Nell'elenco {manca}. Le intestazioni trovate sono: {trovate}. Aggiungi la colonna nell'elenco del portale ed esportalo di nuovo.");
        }

        var righe = new List<RigaPortale>();
        foreach (var riga in tabella.Skip(indice + 1).Where(r => !DaSaltare(r, intestazione)))
        {
            if (righe.Count == MaxRighe)
            {
                return TroppeRighe;
            }

            righe.Add(riga.Celle.Count < intestazione.Celle.Count && colonne.Values.Max() >= riga.Celle.Count
                ? RigaPortale.Monca(riga.Numero, riga.Celle.Count, intestazione.Celle.Count)
                : RigaPortale.Leggi(riga.Numero, colonne.ToDictionary(c => c.Key, c => riga.Celle[c.Value])));
        }

        return righe.Count == 0
            ? new Error(
                "elenco.senza-righe",
                "Sotto le intestazioni non c'è nessun affidamento: controlla sul portale che l'elenco non sia filtrato ed esportalo di nuovo.")
            : new ElencoLetto(righe, [.. colonne.Keys.Order()]);
    }

    private static (IReadOnlyList<RigaDiFile> Tabella, int Indice, int Quante) Intestazione(IReadOnlyList<IReadOnlyList<RigaDiFile>> tabelle)
    {
        (IReadOnlyList<RigaDiFile> Tabella, int Indice, int Quante) migliore = ([], 0, 0);
        foreach (var tabella in tabelle)
        {
            for (var i = 0; i < tabella.Count; i++)
            {
                var quante = Conosciute(tabella[i]);
                if (quante > migliore.Quante)
                {
                    migliore = (tabella, i, quante);
                }
            }
        }

        return migliore;
    }

    private static int Conosciute(RigaDiFile riga) =>
        riga.Celle.Select(c => ColonnaPortaleWords.ConDidascalia(c.Testo)).OfType<ColonnaPortale>().Distinct().Count();

    /// <summary>
    /// Returns the Italian words for a missing column without which the list is useless: the CIG Derivato, or the columns that tell to
    /// which Affidamento a row belongs. Returns null when they are there.
    /// </summary>
    private static string? Manca(Dictionary<ColonnaPortale, int> colonne)
    {
        bool C(ColonnaPortale colonna) => colonne.ContainsKey(colonna);
        if (!C(ColonnaPortale.CigDerivato))
        {
            return $"manca la colonna «{ColonnaPortale.CigDerivato.Nome()}»";
        }

        var terna = (C(ColonnaPortale.CigPadre) || C(ColonnaPortale.DescrizioneCigPadre)) && C(ColonnaPortale.ImportoAppalto);
        return C(ColonnaPortale.TitoloDocumento) || C(ColonnaPortale.RegistroDiSistema) || terna
            ? null
            : "non c'è nulla da cui riconoscere gli affidamenti: serve la colonna «Titolo documento», oppure «Registro di Sistema», "
                + "oppure «CIG Padre» con «Importo Appalto»";
    }

    /// <summary>
    /// Says whether a row below the captions is not an adhesion: a blank row, the count at the foot (a single cell), or the captions
    /// repeated on a new page.
    /// </summary>
    private static bool DaSaltare(RigaDiFile riga, RigaDiFile intestazione)
    {
        var piene = riga.Celle.Count(c => c.Testo.Length > 0);
        return piene == 0
            || (piene == 1 && riga.Celle.Count < intestazione.Celle.Count)
            || (piene > 1 && Conosciute(riga) == Conosciute(intestazione)
                && riga.Celle.Select(c => c.Testo).SequenceEqual(intestazione.Celle.Select(c => c.Testo)));
    }

    private static string Trovate(IReadOnlyList<IReadOnlyList<RigaDiFile>> tabelle)
    {
        var prima = tabelle.SelectMany(t => t).FirstOrDefault(r => r.Celle.Count(c => c.Testo.Length > 0) > 1);
        return prima is null
            ? "non contiene tabelle con più colonne"
            : $"la prima riga dice {string.Join(", ", prima.Celle.Where(c => c.Testo.Length > 0).Take(MaxNominate).Select(c => $"«{Breve(c.Testo)}»"))}";
    }

    private static string Breve(string testo) => testo.Length <= 40 ? testo : testo[..40] + "…";
}
