using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>How the portal wants a value written.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum FormatoValore
{
    /// <summary>Money <c>1234,50</c>, a day <c>24/11/2026</c>, a choice «codice – etichetta», a yes Sì.</summary>
    Consueto = 0,

    /// <summary>Of a choice, the code alone.</summary>
    SoloCodice = 1,

    /// <summary>Of a choice, its words alone.</summary>
    SoloDescrizione = 2,

    /// <summary>Money as <c>1.234,50</c>.</summary>
    ConMigliaia = 3,

    /// <summary>Money as <c>1234.50</c>.</summary>
    ConPunto = 4,

    /// <summary>A day as <c>2026-11-24</c>.</summary>
    AnnoMeseGiorno = 5,
}

/// <summary>Which forms a field can take, and how each is written.</summary>
public static class FormatiValore
{
    /// <summary>The forms offered for a field, the usual one first.</summary>
    public static IReadOnlyList<FormatoValore> Per(CampoAd4 campo) => campo switch
    {
        { Tipo: TipoCampo.Euro } => [FormatoValore.Consueto, FormatoValore.ConMigliaia, FormatoValore.ConPunto],
        { Tipo: TipoCampo.Data } => [FormatoValore.Consueto, FormatoValore.AnnoMeseGiorno],
        { Lista: not null } or { Scelte.Count: > 0 } => [FormatoValore.Consueto, FormatoValore.SoloCodice, FormatoValore.SoloDescrizione],
        _ => [FormatoValore.Consueto],
    };

    /// <summary>The words of the screen, with an example.</summary>
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

    /// <summary>The text that goes to the portal; what cannot be read goes as it was typed.</summary>
    public static string Scrivi(this FormatoValore formato, CampoAd4 campo, string testo, RaccoltaListe liste) => formato switch
    {
        FormatoValore.SoloCodice => testo,
        FormatoValore.SoloDescrizione => Etichetta(campo, testo, liste) ?? testo,
        FormatoValore.ConMigliaia when Importo.Leggi(testo).TryGet(out var importo) => importo.InEuro.ToString("N2", CultureInfo.GetCultureInfo("it-IT")),
        FormatoValore.ConPunto when Importo.Leggi(testo).TryGet(out var importo) => importo.InEuro.ToString("F2", CultureInfo.InvariantCulture),
        FormatoValore.AnnoMeseGiorno
            when DateOnly.TryParseExact(testo, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno)
            => giorno.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => ValoriPerPortale.Valore(campo, testo, liste),
    };

    private static string? Etichetta(CampoAd4 campo, string testo, RaccoltaListe liste) => campo.Lista is { } lista
        ? liste.Trova(lista)?.Trova(testo)?.Etichetta
        : campo.Scelte.FirstOrDefault(s => s.Codice == testo)?.Etichetta;
}
