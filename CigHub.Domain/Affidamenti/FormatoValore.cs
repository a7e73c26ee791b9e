using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The form in which the portal wants a value to be written.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum FormatoValore
{
    /// <summary>The usual form: money <c>1234,50</c>, a day <c>24/11/2026</c>, a choice «codice – etichetta», a yes «Sì».</summary>
    Consueto = 0,

    /// <summary>The code of a choice, alone.</summary>
    SoloCodice = 1,

    /// <summary>The label of a choice, alone.</summary>
    SoloDescrizione = 2,

    /// <summary>Money with a dot for thousands, as <c>1.234,50</c>.</summary>
    ConMigliaia = 3,

    /// <summary>Money with a dot for decimals, as <c>1234.50</c>.</summary>
    ConPunto = 4,

    /// <summary>A day with the year first, as <c>2026-11-24</c>.</summary>
    AnnoMeseGiorno = 5,
}

/// <summary>Says which forms a field can have on the portal, and converts a value to such a form.</summary>
public static class FormatoValoreWords
{
    /// <summary>Returns the forms in which the portal can want this field, the usual one first.</summary>
    public static IReadOnlyList<FormatoValore> AmmessiPer(CampoAd4 campo) => campo switch
    {
        { Tipo: TipoCampo.Euro } => [FormatoValore.Consueto, FormatoValore.ConMigliaia, FormatoValore.ConPunto],
        { Tipo: TipoCampo.Data } => [FormatoValore.Consueto, FormatoValore.AnnoMeseGiorno],
        { Lista: not null } or { Scelte.Count: > 0 } => [FormatoValore.Consueto, FormatoValore.SoloCodice, FormatoValore.SoloDescrizione],
        _ => [FormatoValore.Consueto],
    };

    /// <summary>
    /// Returns the name of the form on screen. The name of a form of money or days is an example, such as <c>1.234,50</c>.
    /// </summary>
    public static string Nome(this FormatoValore formato) => formato switch
    {
        FormatoValore.Consueto => "Consueto",
        FormatoValore.SoloCodice => "Solo il codice",
        FormatoValore.SoloDescrizione => "Solo la descrizione",
        FormatoValore.ConMigliaia => "1.234,50",
        FormatoValore.ConPunto => "1234.50",
        FormatoValore.AnnoMeseGiorno => "2026-11-24",
        _ => throw new ArgumentOutOfRangeException(nameof(formato), formato, null),
    };

    /// <summary>
    /// Converts the text that the editor shows for a field to the form. A text that cannot be read stays as it was typed.
    /// </summary>
    public static string Scrivi(this FormatoValore formato, CampoAd4 campo, string testo, RaccoltaListe liste) => formato switch
    {
        FormatoValore.SoloCodice => testo,
        FormatoValore.SoloDescrizione => Etichetta(campo, testo, liste) ?? testo,
        FormatoValore.ConMigliaia when Importo.Leggi(testo).TryGet(out var importo) => importo.InEuro.ToString("N2", CultureInfo.GetCultureInfo("it-IT")),
        FormatoValore.ConPunto when Importo.Leggi(testo).TryGet(out var importo) => importo.InEuro.ToString("F2", CultureInfo.InvariantCulture),
        FormatoValore.AnnoMeseGiorno
            when DateOnly.TryParseExact(testo, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno)
            => giorno.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => RaccoltaValoriPortale.Valore(campo, testo, liste),
    };

    private static string? Etichetta(CampoAd4 campo, string testo, RaccoltaListe liste) => campo.Lista is { } lista
        ? liste.Trova(lista)?.Trova(testo)?.Etichetta
        : campo.Scelte.FirstOrDefault(s => s.Codice == testo)?.Etichetta;
}
