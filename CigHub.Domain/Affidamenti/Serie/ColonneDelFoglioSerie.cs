using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Domain.Affidamenti.Serie;

/// <summary>A column of the sheet that creates many drafts at once.</summary>
/// <remarks>Equality: by members.</remarks>
/// <param name="Nome">The caption, different for each column.</param>
/// <param name="Campo">
/// The field of the catalogo dei campi that the column fills in. Null for a column that is not a field of the scheda (Lotto, supplier, RUP).
/// </param>
/// <param name="Percorso">The concrete path of that field, in the first row of every list. Null when there is no field.</param>
/// <param name="Aiuto">The help text that says what to write in the column.</param>
public sealed record ColonnaSerie(string Nome, CampoAd4? Campo, string? Percorso, string Aiuto)
{
    /// <summary>
    /// Says whether the cells of the column must hold texts. In such a column a cell with a number is refused, because the spreadsheet may
    /// have dropped a zero or a digit.
    /// </summary>
    public bool EDiTesto => Campo?.Tipo is not (TipoCampo.Euro or TipoCampo.Percentuale or TipoCampo.Data);

    /// <summary>Says whether the user fills in the column by choosing from a drop-down list.</summary>
    public bool EUnaScelta => Campo is null || Campo.Tipo is TipoCampo.Scelta or TipoCampo.SiNo || Percorso == ColonneDelFoglioSerie.CentroDiCosto;
}

/// <summary>
/// The columns of the sheet for many drafts: Lotto, supplier and RUP, then the fields that the catalogo dei campi marks
/// (<see cref="CampoAd4.InSerie"/>), in its order. Data that CigHub takes from the Lotto, the Ente and the Ente's last Affidamento are not
/// columns.
/// </summary>
public static class ColonneDelFoglioSerie
{
    public const string Lotto = "Lotto";

    public const string Fornitore = "Fornitore";

    public const string Rup = "RUP";

    /// <summary>The path of the centro di costo, the only field whose choices are the Ente's own data.</summary>
    public const string CentroDiCosto = PercorsoAd4.StazioniAppaltanti + "/0/codiceCentroCosto";

    /// <summary>All the columns of the sheet for many drafts, in its order.</summary>
    public static IReadOnlyList<ColonnaSerie> Tutte { get; } =
    [
        new(Lotto, null, null, "Scegli il Lotto dall'elenco. Se la Convenzione ne ha uno solo, puoi lasciare vuoto."),
        new(Fornitore, null, null, "Solo per i Lotti con più aggiudicatari: scegli quello a cui l'Ente aderisce."),
        new(Rup, null, null, "Chi richiederà il CIG. Vuoto: chi carica il foglio se è RUP, o il solo RUP dell'Ente."),
        .. CatalogoAd4.Campi.Where(c => c.InSerie)
            .Select(c => new ColonnaSerie(c.Etichetta, c, c.Percorso.Replace("*", "0", StringComparison.Ordinal), Aiuto(c))),
    ];

    /// <summary>Returns the column with that caption. An unknown caption throws.</summary>
    public static ColonnaSerie ConNome(string nome) => Tutte.Single(c => c.Nome == nome);

    private static string Aiuto(CampoAd4 campo) => campo.Percorso switch
    {
        PercorsoAd4.TitoloDocumento => "Vuoto: lo propone CigHub, con il numero dell'affidamento e l'oggetto. " + campo.Aiuto,
        PercorsoAd4.Oggetto => "Vuoto: l'oggetto del Lotto. " + campo.Aiuto,
        _ => campo.Tipo switch
        {
            TipoCampo.Cpv => "Vuoto: il CPV del Lotto. Scrivi le 8 cifre in una cella di testo. " + campo.Aiuto,
            TipoCampo.CodIstat => "Vuoto: il comune dell'Ente, o quello dell'ultimo affidamento. Scrivi le 9 cifre in una cella di testo. " + campo.Aiuto,
            TipoCampo.Euro when campo.Percorso.Contains("finanziamenti", StringComparison.Ordinal) => "Vuoto: il totale del quadro economico. " + campo.Aiuto,
            TipoCampo.Cup => "Uno o più CUP, separati da uno spazio o da un punto e virgola. " + campo.Aiuto,
            _ => campo.Aiuto,
        },
    };
}
