using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti.Serie;

/// <summary>What a cell of a spreadsheet held.</summary>
public enum TipoCella
{
    Testo,

    /// <summary>A number: a code that comes as one may have lost its zeros.</summary>
    Numero,

    Data,
}

/// <summary>A cell as an Italian reads it (<c>1234,5</c>, <c>24/11/2026</c>), and what it held.</summary>
/// <remarks>Equality: by members.</remarks>
public sealed record CellaSerie(string Testo, TipoCella Tipo = TipoCella.Testo);

/// <summary>A row of the sheet: one adhesion.</summary>
/// <param name="Id">Guid v7 of the Affidamento to be: creating the same twice makes one.</param>
/// <param name="Numero">As the spreadsheet counts it.</param>
/// <param name="Celle">By caption (<see cref="ColonnaSerie.Nome"/>); an empty cell is not there.</param>
public sealed record RigaSerie(Guid Id, int Numero, IReadOnlyDictionary<string, CellaSerie> Celle)
{
    /// <summary>What is in the column; null when it is empty.</summary>
    public CellaSerie? Cella(string colonna) => Celle.GetValueOrDefault(colonna);
}

/// <summary>A person who may be the RUP of a row.</summary>
public sealed record RupSerie(Guid Id, string NomeUtente, string Nome)
{
    /// <summary>As the drop-down has it.</summary>
    public string Scelta => $"{Nome} ({NomeUtente})";
}

/// <summary>All that a row is judged by beside itself.</summary>
/// <param name="Lotti">Those of the Convenzione, also the closed ones.</param>
/// <param name="RupPredefinito">Who it is where a row names nobody; null: it must be named.</param>
/// <param name="Capienze">By the Lotto's id.</param>
/// <param name="Ultima">The Ente's last draft, whose usual answers are taken over.</param>
public sealed record ContestoSerie(
    Convenzione Convenzione, IReadOnlyList<Lotto> Lotti, Ente Ente, IReadOnlyList<RupSerie> Rup, Guid? RupPredefinito, BozzaAd4? Ultima,
    IReadOnlyDictionary<Guid, Capienza> Capienze, RaccoltaListe Liste, DateOnly Oggi)
{
    /// <summary>What a draft on one of the Lotti is judged by.</summary>
    public ContestoControlli Del(Lotto lotto) => new(Convenzione, lotto, Capienze[lotto.Id], Ente, Liste, Oggi);

    /// <summary>The Lotti that may be chosen.</summary>
    public IEnumerable<Lotto> Aperti => Lotti.Where(l => l.AmmetteNuoveAdesioni().IsSuccess);

    /// <summary>As the drop-down has it: «1 – Pulizia (CIG)».</summary>
    public static string Scelta(Lotto lotto) => $"{lotto.Numero} – {lotto.Oggetto} ({lotto.CigPadre})";

    /// <summary>As the drop-down has it: the codice fiscale of the leading member and all the names.</summary>
    public static string Scelta(IEnumerable<Fornitore> partecipante) =>
        $"{partecipante.First().CodiceFiscale} – {string.Join(" + ", partecipante.Select(f => f.Denominazione))}";
}

/// <summary>What came of reading a row: its draft, or what is wrong, each with the caption of its column in <see cref="Error.Field"/>.</summary>
/// <param name="Avvisi">What is odd and does not stop it.</param>
public sealed record EsitoRiga(RigaSerie Riga, IReadOnlyList<Error> Errori, IReadOnlyList<Error> Avvisi, Lotto? Lotto, Guid RupId, BozzaAd4? Bozza);
