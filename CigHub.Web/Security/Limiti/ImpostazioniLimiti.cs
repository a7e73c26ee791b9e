using System.Globalization;

namespace CigHub.Web.Security.Limiti;

/// <summary>How many at most (<c>Limiti:…</c>). What is out of range is refused at start.</summary>
public sealed class ImpostazioniLimiti
{
    private const int Massimo = 10_000;

    /// <exception cref="InvalidOperationException">A setting is not a whole number within its range.</exception>
    public ImpostazioniLimiti(IConfiguration configurazione)
    {
        AccessiAlMinuto = Leggi(configurazione, "Limiti:AccessiAlMinuto", 120);
        PerUso = new Dictionary<Uso, int>
        {
            [Uso.Esportazione] = Leggi(configurazione, "Limiti:Esportazioni", 30),
            [Uso.Caricamento] = Leggi(configurazione, "Limiti:Caricamenti", 60),
        };
    }

    /// <summary>The while over which exports and uploads are counted.</summary>
    public static TimeSpan Finestra { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Requests of sign-in in a minute from one network address; many people may share one.</summary>
    public int AccessiAlMinuto { get; }

    /// <summary>Of one person, in <see cref="Finestra"/>.</summary>
    public IReadOnlyDictionary<Uso, int> PerUso { get; }

    private static int Leggi(IConfiguration configurazione, string chiave, int predefinito)
    {
        var testo = configurazione[chiave];
        if (string.IsNullOrWhiteSpace(testo))
        {
            return predefinito;
        }

        return int.TryParse(testo, NumberStyles.None, CultureInfo.InvariantCulture, out var valore) && valore is >= 1 and <= Massimo
            ? valore
            : throw new InvalidOperationException(
                $"L'impostazione «{chiave}» vale «{testo}»: deve essere un numero intero tra 1 e {Massimo}. CigHub non parte. Vedi docs/operations.md.");
    }
}
