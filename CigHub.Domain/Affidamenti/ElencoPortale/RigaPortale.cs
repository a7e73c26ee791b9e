using System.Globalization;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>A row of the portal's list: an adhesion as the portal tells it.</summary>
/// <remarks>Equality: by members, lists by reference.</remarks>
/// <param name="Numero">See <see cref="RigaDiFile.Numero"/>.</param>
/// <param name="ImportoAppalto">Null: not in the list.</param>
/// <param name="CigPadre">Null: not in the list, or not a CIG.</param>
/// <param name="CigPadreScritto">What the cell says.</param>
/// <param name="CigDerivato">Null: the portal has none yet.</param>
/// <param name="CigDerivatoScritto">What the cell says, damaged or not.</param>
/// <param name="Portale">What <see cref="DatiPortale"/> keeps; a text that is empty, or a day that is null, is not in the list.</param>
/// <param name="Errori">Why it cannot be read, each with the caption of its column; such a row is shown and never recorded.</param>
/// <param name="Vicini">Valid CIG near a damaged one: proposed, never taken.</param>
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

    /// <summary>Days that a spreadsheet's number may stand for: 1/1/1990 to 31/12/2100.</summary>
    private const int PrimoGiorno = 32_874, UltimoGiorno = 73_415;

    /// <summary>Reads the cells of a row; what is wrong is told with the caption, and the rest is read on.</summary>
    internal static RigaPortale Leggi(int numero, IReadOnlyDictionary<ColonnaPortale, CellaSerie> celle)
    {
        var errori = new List<Error>();
        CellaSerie Cella(ColonnaPortale colonna) => celle.GetValueOrDefault(colonna, _vuota);
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

    /// <summary>A row that has fewer cells than there are captions.</summary>
    internal static RigaPortale Monca(int numero, int celle, int attese) => new(
        numero, "", "", null, null, "", null, "", "", DatiPortale.Vuoti,
        [new Error(
            "elenco.riga-monca",
            $"La riga ha {Plural.Of(celle, "cella", "celle")} e le intestazioni sono {attese}: esporta di nuovo l'elenco dal portale.")], []);

    /// <summary>Long enough for any title or object that the portal or the scheda holds.</summary>
    private const int LunghezzaTesto = 4000;

    private static readonly CellaSerie _vuota = new("");

    /// <summary>
    /// The one place where a CIG of the list is let in. An empty cell is no CIG yet; a number is one only where its ten figures and their
    /// check say that the spreadsheet took nothing away. What else may not be recorded, <see cref="ContestoElenco"/> knows.
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

    /// <summary>The instructions have people write the CIG of the Lotto into the description.</summary>
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

    /// <summary>The portal writes day and hour; CigHub keeps the day.</summary>
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
