using System.Globalization;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>A row of the portal's list: an adhesion with the portal's data.</summary>
/// <remarks>Equality: by members, lists by reference.</remarks>
/// <param name="Numero">The number of the row: see <see cref="RigaDiFile.Numero"/>.</param>
/// <param name="ImportoAppalto">The amount. Null when the list does not have it.</param>
/// <param name="CigPadre">The CIG Padre. Null when the list does not have it, or when its text is not a CIG.</param>
/// <param name="CigPadreScritto">The text of the cell of the CIG Padre.</param>
/// <param name="CigDerivato">The CIG Derivato. Null when the portal has none yet.</param>
/// <param name="CigDerivatoScritto">The text of the cell of the CIG Derivato, even when it is damaged.</param>
/// <param name="Portale">The portal's data about the document. A text that is empty, or a day that is null, is not in the list.</param>
/// <param name="Errori">
/// The reasons why the row cannot be read, each with the caption of its column. Such a row is shown and never recorded.
/// </param>
/// <param name="Vicini">Valid CIG that differ little from a damaged one. CigHub proposes them and never chooses one by itself.</param>
public sealed record RigaPortale(
    int Numero, string Titolo, string Oggetto, Importo? ImportoAppalto, Cig? CigPadre, string CigPadreScritto, Cig? CigDerivato, string CigDerivatoScritto,
    string DenominazioneOe, DatiPortale Portale, IReadOnlyList<Error> Errori, IReadOnlyList<Cig> Vicini)
{
    private const int MaxVicini = 4;
    private static readonly string[] _formeData =
    [
        "dd/MM/yyyy", "d/M/yyyy", "dd/MM/yyyy HH:mm", "d/M/yyyy H:mm", "dd/MM/yyyy HH:mm:ss", "d/M/yyyy H:mm:ss",
        "dd/MM/yyyy HH.mm", "dd/MM/yyyy HH.mm.ss", "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"
    ];

    /// <summary>The first and the last spreadsheet number that count as a day: 1/1/1990 and 31/12/2100.</summary>
    private const int PrimoGiorno = 32_874, UltimoGiorno = 73_415;

    /// <summary>
    /// Creates the row from its cells. A cell that cannot be read adds an error with the caption of its column, and the reading goes on
    /// with the other cells.
    /// </summary>
    internal static RigaPortale Leggi(int numero, IReadOnlyDictionary<ColonnaPortale, CellaSerie> celle)
    {
        List<Error> errori = [.. celle.Where(c => c.Value.SenzaValore is not null).Select(c => c.Value.SenzaValore! with { Field = c.Key.Nome() })];
        CellaSerie Cella(ColonnaPortale colonna) => celle.GetValueOrDefault(colonna, _vuota) is { SenzaValore: null } cella ? cella : _vuota;
        string Testo(ColonnaPortale colonna, int massimo = DatiPortale.MaxTesto)
        {
            var testo = Cella(colonna).Testo;
            if (testo.Length > massimo)
            {
                errori.Add(new Error(
                    "elenco.troppo-lungo",
                    $"«{colonna.Nome()}» ha {Plural.Of(testo.Length, "carattere", "caratteri")}, il massimo è {massimo}.",
                    colonna.Nome()));
            }

            return testo;
        }

        var derivato = Cella(ColonnaPortale.CigDerivato);
        var cig = LeggiCig(derivato);
        errori.AddRange(cig.Errors.Select(e => e with { Field = ColonnaPortale.CigDerivato.Nome() }));
        var padreScritto = Cella(ColonnaPortale.CigPadre).Testo;
        var padre = LeggiCig(Cella(ColonnaPortale.CigPadre)).TryGet(out var scelto) && scelto.Cig is { } letto
            ? letto
            : NellaDescrizione(padreScritto, Cella(ColonnaPortale.DescrizioneCigPadre));
        var trovato = cig.TryGet(out var valore) ? valore.Cig : null;
        if (trovato is not null && RegoleCigDerivato.EIlPadre(trovato, padre) is { } scambiato)
        {
            errori.Add(scambiato with { Field = ColonnaPortale.CigDerivato.Nome() });
        }

        return new RigaPortale(
            numero,
            Testo(ColonnaPortale.TitoloDocumento, LunghezzaTesto),
            Testo(ColonnaPortale.Oggetto, LunghezzaTesto),
            LeggiImporto(Cella(ColonnaPortale.ImportoAppalto), errori),
            padre,
            padreScritto.Length > 0 ? padreScritto : padre?.Valore ?? "",
            trovato,
            derivato.Testo,
            Testo(ColonnaPortale.DenominazioneOe, LunghezzaTesto),
            new DatiPortale(
                Testo(ColonnaPortale.RegistroDiSistema),
                Testo(ColonnaPortale.FascicoloDiSistema),
                LeggiGiorno(Cella(ColonnaPortale.DataInvio), errori),
                Testo(ColonnaPortale.Stato),
                Testo(ColonnaPortale.StatoAffidamento),
                Testo(ColonnaPortale.StatoSchedaPcp)),
            errori,
            cig.IsSuccess ? [] : [.. RicercaCig.Vicini(derivato.Testo).Take(MaxVicini)]);
    }

    /// <summary>
    /// Creates the row for a line of the file that has fewer cells than there are captions. It has only the error that says so.
    /// </summary>
    internal static RigaPortale Monca(int numero, int celle, int attese) => new(
        numero, "", "", null, null, "", null, "", "", DatiPortale.Vuoti,
        [new Error(
            "elenco.riga-monca",
            $"La riga ha {Plural.Of(celle, "cella", "celle")} e le intestazioni sono {attese}: esporta di nuovo l'elenco dal portale.")], []);

    /// <summary>
    /// Maximum length of a long text, in characters. It is enough for any title or subject of the portal or of the scheda.
    /// </summary>
    private const int LunghezzaTesto = 4000;

    private static readonly CellaSerie _vuota = new("");

    /// <summary>
    /// Reads a cell of CIG Padre or CIG Derivato. An empty cell gives null and false. A number is a CIG only when its ten digits and their
    /// check digits show that the spreadsheet removed nothing. <see cref="ContestoElenco"/> has the further rules on the CIG that may be
    /// recorded.
    /// </summary>
    private static Result<(Cig? Cig, bool Scritto)> LeggiCig(CellaSerie cella)
    {
        if (cella.Testo.Trim('-', '–', '0').Length == 0)
        {
            return (null, false);
        }

        var letto = Cig.Leggi(cella.Testo);
        if (letto.TryGet(out var cig))
        {
            return (cig, true);
        }

        if (cella.Tipo == TipoCella.Numero)
        {
            return Cig.RovinatoDalFoglio(cella.Testo);
        }

        return RicercaCig.Trova(cella.Testo).Count > 1
            ? new Error("elenco.piu-cig", "Nella cella ci sono più CIG: registrali uno per uno dalla richiesta dell'affidamento.")
            : letto.Errors[0];
    }

    /// <summary>
    /// Returns the CIG Padre from the cell of its description, where CMRC's instructions ask to write it too. Returns null when the cell of
    /// the CIG Padre is filled in, or when the description does not have exactly one CIG.
    /// </summary>
    private static Cig? NellaDescrizione(string padreScritto, CellaSerie descrizione) =>
        padreScritto.Length == 0 && RicercaCig.Trova(descrizione.Testo) is [var unico] ? unico : null;

    private static Importo? LeggiImporto(CellaSerie cella, List<Error> errori)
    {
        if (cella.Testo.Length == 0)
        {
            return null;
        }

        var letto = Importo.Leggi(cella.Testo);
        if (letto.TryGet(out var importo))
        {
            return importo;
        }

        errori.Add(letto.Errors[0] with
        {
            Message = $"«{cella.Testo}» non è un importo che si legge: atteso come 1.234,56.",
            Field = ColonnaPortale.ImportoAppalto.Nome()
        });
        return null;
    }

    /// <summary>
    /// Reads a cell with a date. The portal writes day and hour, and only the day is returned. Returns null when the cell is empty or
    /// wrong, and adds an error when it is wrong.
    /// </summary>
    private static DateOnly? LeggiGiorno(CellaSerie cella, List<Error> errori)
    {
        if (cella.Testo.Length == 0)
        {
            return null;
        }

        if (DateTime.TryParseExact(cella.Testo, _formeData, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var quando))
        {
            return DateOnly.FromDateTime(quando);
        }

        if (cella.Tipo == TipoCella.Numero
            && int.TryParse(cella.Testo.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var giorno)
            && giorno is >= PrimoGiorno and <= UltimoGiorno)
        {
            return new DateOnly(1899, 12, 30).AddDays(giorno);
        }

        errori.Add(new Error(
            "data.formato",
            $"«{cella.Testo}» non è una data che si legge: attesa come 24/11/2026 o 24/11/2026 10:32.",
            ColonnaPortale.DataInvio.Nome()));
        return null;
    }
}
