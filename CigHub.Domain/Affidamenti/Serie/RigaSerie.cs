using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti.Serie;

/// <summary>The kind of value in a cell of a spreadsheet.</summary>
public enum TipoCella
{
    Testo,

    /// <summary>A number. A code in such a cell may have lost its leading zeros.</summary>
    Numero,

    Data,

    /// <summary>A number that the spreadsheet shows as a percentage. The text has its sign: <c>22%</c>.</summary>
    Percentuale,

    /// <summary>The error of a formula. The text is the name of the error in an Italian spreadsheet, for example <c>#N/D</c>.</summary>
    Errore,

    /// <summary>A formula whose result is not in the file. The text only stands for it.</summary>
    FormulaSenzaValore,
}

/// <summary>A cell of a spreadsheet: its text for an Italian reader (<c>1234,5</c>, <c>24/11/2026</c>) and the kind of its value.</summary>
/// <remarks>Equality: by members.</remarks>
public sealed record CellaSerie(string Testo, TipoCella Tipo = TipoCella.Testo)
{
    /// <summary>The error of a cell whose value nobody can know. Null for every other cell.</summary>
    public Error? SenzaValore => Tipo switch
    {
        TipoCella.Errore => new Error(
            "cella.errore-di-formula", $"La formula della cella dà un errore ({Testo}): correggila, o scrivi il valore."),
        TipoCella.FormulaSenzaValore => new Error(
            "cella.formula-senza-valore",
            "La cella ha una formula, ma nel file non c'è il suo risultato: apri il foglio con il foglio di calcolo, salvalo e ricaricalo, "
                + "oppure scrivi il valore al posto della formula."),
        _ => null,
    };

    /// <summary>Returns the error of a cell with a percentage where something else is meant. Returns null for every other cell.</summary>
    /// <param name="atteso">What is meant, with its article: «un importo».</param>
    /// <param name="rimedio">The sentence that says what to do.</param>
    public Error? Percentuale(string atteso, string rimedio) => Tipo == TipoCella.Percentuale
        ? new Error("cella.percentuale", $"La cella contiene la percentuale {Testo}, non {atteso}: {rimedio}")
        : null;
}

/// <summary>A row of the sheet for many drafts, which describes one adhesion.</summary>
/// <param name="Id">
/// The id of the future Affidamento, a version 7 GUID. Thanks to it, creating the same row twice makes one Affidamento.
/// </param>
/// <param name="Numero">The number of the row in the spreadsheet.</param>
/// <param name="Celle">The cells by caption (<see cref="ColonnaSerie.Nome"/>). An empty cell is not among them.</param>
public sealed record RigaSerie(Guid Id, int Numero, IReadOnlyDictionary<string, CellaSerie> Celle)
{
    /// <summary>Returns the cell in the column with that caption, or null when the cell is empty.</summary>
    public CellaSerie? Cella(string colonna) => Celle.GetValueOrDefault(colonna);
}

/// <summary>A person of the Ente who may be named as the RUP in a row of the sheet.</summary>
public sealed record RupSerie(Guid Id, string NomeUtente, string Nome)
{
    /// <summary>The text by which the drop-down list of the sheet names this RUP.</summary>
    public string Scelta => $"{Nome} ({NomeUtente})";
}

/// <summary>The data with which the rows of the sheet are read and checked.</summary>
/// <param name="Lotti">The Lotti of the Convenzione, including the closed ones.</param>
/// <param name="RupPredefinito">The id of the RUP of a row that names nobody. Null when every row must name its RUP.</param>
/// <param name="Capienze">The totals of the Lotti, by the Lotto's id.</param>
/// <param name="Ultima">The Ente's last draft, whose usual answers are copied. Null when the Ente has none.</param>
public sealed record ContestoSerie(
    Convenzione Convenzione, IReadOnlyList<Lotto> Lotti, Ente Ente, IReadOnlyList<RupSerie> Rup, Guid? RupPredefinito, BozzaAd4? Ultima,
    IReadOnlyDictionary<Guid, Capienza> Capienze, RaccoltaListe Liste, DateOnly Oggi)
{
    /// <summary>Returns the data against which a draft on the given Lotto is checked.</summary>
    public ContestoControlli DelLotto(Lotto lotto) => new(Convenzione, lotto, Capienze[lotto.Id], Ente, Liste, Oggi);

    /// <summary>The Lotti that a row may choose, because a new adhesion to them may begin.</summary>
    public IEnumerable<Lotto> Aperti => Lotti.Where(l => l.AmmetteNuoveAdesioni().IsSuccess);

    /// <summary>Returns the text by which the drop-down list of the sheet names a Lotto: «1 – Pulizia (CIG)».</summary>
    public static string Scelta(Lotto lotto) => $"{lotto.Numero} – {lotto.Oggetto} ({lotto.CigPadre})";

    /// <summary>
    /// Returns the text by which the drop-down list of the sheet names a supplier: the codice fiscale of the first member and the names of
    /// all the members.
    /// </summary>
    public static string Scelta(IEnumerable<Fornitore> partecipante) =>
        $"{partecipante.First().CodiceFiscale} – {string.Join(" + ", partecipante.Select(f => f.Denominazione))}";
}

/// <summary>
/// The outcome of a row of the sheet: its draft, or its errors, each with the caption of its column in <see cref="Error.Field"/>.
/// </summary>
/// <param name="Avvisi">The oddities of the row, which do not stop it.</param>
public sealed record EsitoRiga(RigaSerie Riga, IReadOnlyList<Error> Errori, IReadOnlyList<Error> Avvisi, Lotto? Lotto, Guid RupId, BozzaAd4? Bozza);
