namespace CigHub.Web.Security.Sessioni;

/// <summary>How long a session lasts (<c>Sessione:InattivitaMinuti</c>, <c>Sessione:DurataMassimaOre</c>). What is out of range is refused at start.</summary>
public sealed class ImpostazioniSessione
{
    public const string ChiaveInattivita = "Sessione:InattivitaMinuti", ChiaveDurata = "Sessione:DurataMassimaOre";

    private const int MinInattivita = 5, MaxInattivita = 240, MinDurata = 1, MaxDurata = 24;

    /// <exception cref="SettingRefusedException">A setting is not a whole number within its range.</exception>
    public ImpostazioniSessione(IConfiguration configurazione)
    {
        Inattivita = TimeSpan.FromMinutes(configurazione.ReadNumber(ChiaveInattivita, 30, MinInattivita, MaxInattivita, " di minuti"));
        DurataMassima = TimeSpan.FromHours(configurazione.ReadNumber(ChiaveDurata, 10, MinDurata, MaxDurata, " di ore"));
    }

    /// <summary>How long before either end the person is told.</summary>
    public static TimeSpan Preavviso { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Without anything done by the person, a session ends after this long.</summary>
    public TimeSpan Inattivita { get; }

    /// <summary>It ends after this long whatever she does; a role that the directory took away counts until then at most.</summary>
    public TimeSpan DurataMassima { get; }
}
