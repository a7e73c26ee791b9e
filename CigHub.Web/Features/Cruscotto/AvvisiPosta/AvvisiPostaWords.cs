using CigHub.Domain.Persone;

namespace CigHub.Web.Features.Cruscotto.AvvisiPosta;

/// <summary>The captions of the choice to receive e-mail, the stored values of that choice, and the roles that have it.</summary>
public static class AvvisiPostaWords
{
    public const string On = "Avvisami per posta elettronica", Off = "Non avvisarmi";

    /// <summary>The stored value of a person who wants e-mail.</summary>
    public const string Yes = "si";

    /// <summary>The stored value of a person who no longer wants e-mail.</summary>
    public const string No = "no";

    /// <summary>Says whether something may wait for a person in this role.</summary>
    public static bool Concerns(Ruolo ruolo) => ruolo is Ruolo.Istruttore or Ruolo.Rup or Ruolo.Responsabile;
}
