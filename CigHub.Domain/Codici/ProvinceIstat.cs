using System.Globalization;

namespace CigHub.Domain.Codici;

/// <summary>The names of the Italian provinces by their ISTAT code, which is the 4th to the 6th digit of a <see cref="CodIstat"/>.</summary>
/// <remarks>Source: ISTAT, codes of the territorial units. Codes 112 to 119 are the provinces of Sardegna since 2026.</remarks>
internal static class ProvinceIstat
{
    private static readonly string[] _nomi =
    [
        "Torino", "Vercelli", "Novara", "Cuneo", "Asti", "Alessandria", "Aosta", "Imperia", "Savona", "Genova", "La Spezia", "Varese", "Como",
        "Sondrio", "Milano", "Bergamo", "Brescia", "Pavia", "Cremona", "Mantova", "Bolzano", "Trento", "Verona", "Vicenza", "Belluno", "Treviso",
        "Venezia", "Padova", "Rovigo", "Udine", "Gorizia", "Trieste", "Piacenza", "Parma", "Reggio Emilia", "Modena", "Bologna", "Ferrara",
        "Ravenna", "Forlì-Cesena", "Pesaro e Urbino", "Ancona", "Macerata", "Ascoli Piceno", "Massa-Carrara", "Lucca", "Pistoia", "Firenze",
        "Livorno", "Pisa", "Arezzo", "Siena", "Grosseto", "Perugia", "Terni", "Viterbo", "Rieti", "Roma", "Latina", "Frosinone", "Caserta",
        "Benevento", "Napoli", "Avellino", "Salerno", "L'Aquila", "Teramo", "Pescara", "Chieti", "Campobasso", "Foggia", "Bari", "Taranto",
        "Brindisi", "Lecce", "Potenza", "Matera", "Cosenza", "Catanzaro", "Reggio Calabria", "Trapani", "Palermo", "Messina", "Agrigento",
        "Caltanissetta", "Enna", "Catania", "Ragusa", "Siracusa", "Sassari", "Nuoro", "Cagliari", "Pordenone", "Isernia", "Oristano", "Biella",
        "Lecco", "Lodi", "Rimini", "Prato", "Crotone", "Vibo Valentia", "Verbano-Cusio-Ossola", "Olbia-Tempio", "Ogliastra", "Medio Campidano",
        "Carbonia-Iglesias", "Monza e Brianza", "Fermo", "Barletta-Andria-Trani", "Sud Sardegna", "Sassari", "Gallura Nord-Est Sardegna", "Nuoro",
        "Oristano", "Ogliastra", "Medio Campidano", "Cagliari", "Sulcis Iglesiente",
    ];

    /// <summary>Returns the name of the province of a comune, or null for a foreign State or a code that is not known.</summary>
    /// <param name="codIstat">The nine digits of the comune.</param>
    public static string? Nome(string codIstat)
    {
        const int Inizio = 3, Cifre = 3;
        return codIstat.Length == CodIstat.Lunghezza
            && int.TryParse(codIstat.AsSpan(Inizio, Cifre), NumberStyles.None, CultureInfo.InvariantCulture, out var provincia)
            && provincia >= 1 && provincia <= _nomi.Length
                ? _nomi[provincia - 1]
                : null;
    }
}
