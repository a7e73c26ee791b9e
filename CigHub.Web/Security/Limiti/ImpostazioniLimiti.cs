namespace CigHub.Web.Security.Limiti;

/// <summary>How many at most (<c>Limiti:…</c>). What is out of range is refused at start.</summary>
public sealed class ImpostazioniLimiti
{
    private const int Massimo = 10_000;

    /// <exception cref="SettingRefusedException">A setting is not a whole number within its range.</exception>
    public ImpostazioniLimiti(IConfiguration configurazione)
    {
        AccessiAlMinuto = configurazione.ReadNumber("Limiti:AccessiAlMinuto", 120, 1, Massimo);
        PerUso = new Dictionary<Uso, int>
        {
            [Uso.Esportazione] = configurazione.ReadNumber("Limiti:Esportazioni", 30, 1, Massimo),
            [Uso.Caricamento] = configurazione.ReadNumber("Limiti:Caricamenti", 60, 1, Massimo),
        };
    }

    /// <summary>The while over which exports and uploads are counted.</summary>
    public static TimeSpan Finestra { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Requests of sign-in in a minute from one network address; many people may share one.</summary>
    public int AccessiAlMinuto { get; }

    /// <summary>Of one person, in <see cref="Finestra"/>.</summary>
    public IReadOnlyDictionary<Uso, int> PerUso { get; }
}
