using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Serie;

/// <summary>
/// Reads a cell of the sheet for many drafts as the text that its field accepts, or gives the error that says why it cannot. It never
/// guesses a value.
/// </summary>
internal static class CellReader
{
    /// <summary>The text that separates code and label in the drop-down lists of the sheet.</summary>
    public const string Trattino = " – ";

    /// <summary>
    /// Reads the cell of a column that fills in a field of the scheda. Returns null when the cell is empty or wrong. When it is wrong, the
    /// error is added to <paramref name="errori"/>.
    /// </summary>
    public static string? Leggi(RigaSerie riga, ColonnaSerie colonna, ContestoSerie contesto, List<Error> errori)
    {
        var campo = colonna.Campo!;
        if (riga.Cella(colonna.Nome) is not { } cella)
        {
            return null;
        }

        var errore = NonEUnTesto(colonna, cella);
        if (errore is null && campo.Tipo == TipoCampo.Cup && ElencoCup.Leggi(cella.Testo) is { EUnElenco: true, Altro.Count: 0 } elenco)
        {
            return string.Join('\n', elenco.Cup);
        }

        var testo = colonna.Percorso == ColonneDelFoglioSerie.CentroDiCosto ? PrimaDelTrattino(cella.Testo) : campo.Libero
            ? cella.Testo : Codice(campo, cella.Testo);
        errore ??= testo.Length > campo.LunghezzaMassima
            ? new Error(
                "ad4.testo-troppo-lungo",
                $"Il testo ha {Plural.Of(testo.Length, "carattere", "caratteri")}, il massimo è {campo.LunghezzaMassima}: accorcialo.")
            : campo.Tipo != TipoCampo.CentroDiCosto && FieldReader.Leggi(campo, testo) is { IsSuccess: false } illeggibile ? illeggibile.Errors[0] : null;
        errore ??= NonInElenco(colonna, campo, testo, contesto);
        if (errore is null)
        {
            return testo;
        }

        errori.Add(errore with { Field = colonna.Nome });
        return null;
    }

    /// <summary>
    /// Reads the cell of a column that is not a field of the scheda (Lotto, supplier, RUP). Returns null when the cell is empty, or when it
    /// is wrong: then <paramref name="sbagliata"/> is true and the error is added to <paramref name="errori"/>.
    /// </summary>
    public static string? Scelta(RigaSerie riga, ColonnaSerie colonna, List<Error> errori, out bool sbagliata)
    {
        sbagliata = false;
        if (riga.Cella(colonna.Nome) is not { } cella)
        {
            return null;
        }

        if (NonEUnTesto(colonna, cella) is not { } errore)
        {
            return cella.Testo;
        }

        sbagliata = true;
        errori.Add(errore with { Field = colonna.Nome });
        return null;
    }

    /// <summary>Says whether two texts are the same for a reader. Case, accents, punctuation and blanks do not count.</summary>
    public static bool Uguali(string uno, string altro) => FoldedText.Parole(uno) == FoldedText.Parole(altro);

    private static Error? NonEUnTesto(ColonnaSerie colonna, CellaSerie cella)
    {
        if (cella.SenzaValore is { } senza)
        {
            return senza;
        }

        return cella.Tipo switch
        {
            TipoCella.Percentuale when colonna.Campo?.Tipo != TipoCampo.Percentuale => colonna.Campo?.Tipo switch
            {
                TipoCampo.Euro => cella.Percentuale("un importo", "scrivi l'importo in euro, per esempio 1.234,56."),
                TipoCampo.Data => cella.Percentuale("una data", "scrivi la data, per esempio 24/11/2026."),
                _ => cella.Percentuale("un testo", "formatta la cella come Testo e scrivi di nuovo il valore."),
            },
            TipoCella.Numero when colonna.EDiTesto => new Error(
                "cella.numero",
                $"La cella contiene il numero {cella.Testo}, non un testo: un foglio di calcolo toglie gli zeri iniziali e arrotonda le cifre. "
                    + "Formatta la cella come Testo e scrivi di nuovo il valore."),
            TipoCella.Data when colonna.EDiTesto => new Error(
                "cella.data",
                $"La cella contiene la data {cella.Testo}, non un testo: un foglio di calcolo trasforma in data ciò che le somiglia. "
                    + "Formatta la cella come Testo e scrivi di nuovo il valore."),
            _ => null,
        };
    }

    /// <summary>
    /// Returns the code that the text of a drop-down begins with: «A – Fondi di bilancio» gives A. In a field with sì or no, the
    /// spreadsheet's VERO and FALSO give Sì and No. A percentage loses its sign. Any other text is returned unchanged.
    /// </summary>
    private static string Codice(CampoAd4 campo, string testo) => campo.Tipo switch
    {
        TipoCampo.SiNo => testo.ToUpperInvariant() switch { "VERO" => "Sì", "FALSO" => "No", _ => testo },
        TipoCampo.Percentuale => testo.TrimEnd('%', ' '),
        _ when campo.Lista is not null && campo.Tipo is not TipoCampo.Cpv || campo.Scelte.Count > 0 => CodeText.SenzaContorno(PrimaDelTrattino(testo)),
        _ when testo.Contains(Trattino, StringComparison.Ordinal) => PrimaDelTrattino(testo),
        _ => testo,
    };

    private static string PrimaDelTrattino(string testo)
    {
        var trattino = testo.IndexOf(Trattino, StringComparison.Ordinal);
        return trattino < 0 ? testo : testo[..trattino].Trim();
    }

    /// <summary>
    /// Returns the error of a code that is not in the field's list, or null when it is there. The check is made at the cell, because a
    /// draft keeps an unknown code without an error.
    /// </summary>
    private static Error? NonInElenco(ColonnaSerie colonna, CampoAd4 campo, string testo, ContestoSerie contesto)
    {
        if (colonna.Percorso == ColonneDelFoglioSerie.CentroDiCosto)
        {
            return contesto.Ente.CentriDiCosto.Any(c => c.HaCodice(testo))
                ? null
                : new Error(
                    "serie.centro-di-costo",
                    "Questo centro di costo non è tra quelli dell'Ente, e ANAC lo rifiuterebbe (ERR69): sceglilo dall'elenco.");
        }

        return campo.Tipo == TipoCampo.Scelta && campo.Lista is { } lista && contesto.Liste.Trova(lista) is { } elenco
            && elenco.Trova(testo)?.ValidaAl(contesto.Oggi) != true
                ? new Error("codice.sconosciuto", $"«{testo}» non è tra le scelte di «{campo.Etichetta}»: sceglila dall'elenco della cella.")
                : null;
    }
}
