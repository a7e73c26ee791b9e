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

    /// <summary>A number. A code in such a cell may have lost its zeros.</summary>
    Numero,

    Data,
}

/// <summary>A cell of a spreadsheet: its text for an Italian reader (<c>1234,5</c>, <c>24/11/2026</c>) and the kind of its value.</summary>
/// <remarks>Equality: by members.</remarks>
public sealed record CellaSerie(string Testo, TipoCella Tipo = TipoCella.Testo);

/// <summary>A row of the sheet, which describes one adhesion.</summary>
/// <param name="Id">
/// The id of the future Affidamento, a version 7 GUID. Thanks to it, creating the same row twice makes one Affidamento.
/// </param>
/// <param name="Numero">The number of the row in the spreadsheet.</param>
/// <param name="Celle">The cells by caption (<see cref="ColonnaSerie.Nome"/>). An empty cell is not among them.</param>
public sealed record RigaSerie(Guid Id, int Numero, IReadOnlyDictionary<string, CellaSerie> Celle)
{
    /// <summary>Returns the cell of a column, or null when it is empty.</summary>
    public CellaSerie? Cella(string colonna) => Celle.GetValueOrDefault(colonna);
}

/// <summary>A person who may be the RUP of a row.</summary>
public sealed record RupSerie(Guid Id, string NomeUtente, string Nome)
{
    /// <summary>The text of this RUP in the drop-down.</summary>
    public string Scelta => $"{Nome} ({NomeUtente})";
}

/// <summary>The data against which a row is checked.</summary>
/// <param name="Lotti">The Lotti of the Convenzione, including the closed ones.</param>
/// <param name="RupPredefinito">The id of the RUP of a row that names nobody. Null when every row must name its RUP.</param>
/// <param name="Capienze">The totals of the Lotti, by the Lotto's id.</param>
/// <param name="Ultima">The Ente's last draft, whose usual answers are copied. Null when the Ente has none.</param>
public sealed record ContestoSerie(
    Convenzione Convenzione, IReadOnlyList<Lotto> Lotti, Ente Ente, IReadOnlyList<RupSerie> Rup, Guid? RupPredefinito, BozzaAd4? Ultima,
    IReadOnlyDictionary<Guid, Capienza> Capienze, RaccoltaListe Liste, DateOnly Oggi)
{
    /// <summary>Returns the data against which a draft on one of the Lotti is checked.</summary>
    public ContestoControlli DelLotto(Lotto lotto) => new(Convenzione, lotto, Capienze[lotto.Id], Ente, Liste, Oggi);

    /// <summary>The Lotti that a row may choose.</summary>
    public IEnumerable<Lotto> Aperti => Lotti.Where(l => l.AmmetteNuoveAdesioni().IsSuccess);

    /// <summary>Returns the text of a Lotto in the drop-down: «1 – Pulizia (CIG)».</summary>
    public static string Scelta(Lotto lotto) => $"{lotto.Numero} – {lotto.Oggetto} ({lotto.CigPadre})";

    /// <summary>
    /// Returns the text of a supplier in the drop-down: the codice fiscale of the first member and the names of all the members.
    /// </summary>
    public static string Scelta(IEnumerable<Fornitore> partecipante) =>
        $"{partecipante.First().CodiceFiscale} – {string.Join(" + ", partecipante.Select(f => f.Denominazione))}";
}

/// <summary>The outcome of a row: its draft, or its errors, each with the caption of its column in <see cref="Error.Field"/>.</summary>
/// <param name="Avvisi">The oddities of the row, which do not stop it.</param>
public sealed record EsitoRiga(RigaSerie Riga, IReadOnlyList<Error> Errori, IReadOnlyList<Error> Avvisi, Lotto? Lotto, Guid RupId, BozzaAd4? Bozza);
