using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The term after which ANAC may delete an appalto that is not confirmed, and the day from which the office is warned.</summary>
/// <remarks>Equality: by both members. Source: ANAC, roadmap 68087 (90 days, *presunta*), npa issues 2787, 2838 and 2963.</remarks>
/// <param name="Giorni">The days from the creation of the appalto to its deletion.</param>
/// <param name="AvvisaDopo">The days from the creation to the warning.</param>
public sealed record TermineAppalto(int Giorni = 90, int AvvisaDopo = 60);

/// <summary>The last day of a scheda that waits for its confirmation, as seen from a day.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Dal">The day from which the term counts.</param>
/// <param name="Entro">The last day before ANAC may delete the scheda.</param>
/// <param name="Rimasti">The days from today to <paramref name="Entro"/>. Negative when it has passed.</param>
public sealed record ScadenzaAppalto(DateOnly Dal, DateOnly Entro, int Rimasti)
{
    /// <summary>The countdown in words, with a capital: «Mancano 12 giorni», «Oggi è l'ultimo giorno», «Il termine è passato da 3 giorni».</summary>
    public string Words => Rimasti switch
    {
        > 0 => $"{Plural.Word(Rimasti, "Manca", "Mancano")} {Plural.Of(Rimasti, "giorno", "giorni")}",
        0 => "Oggi è l'ultimo giorno",
        _ => $"Il termine è passato da {Plural.Of(-Rimasti, "giorno", "giorni")}",
    };
}

/// <content>The term of ANAC for a scheda that is on the portal without a CIG.</content>
public sealed partial class Affidamento
{
    /// <summary>
    /// Returns the last day of the scheda on the portal, from the day on which the office is to be warned. Returns null before that day, and
    /// when no scheda of this Affidamento waits on the portal.
    /// </summary>
    public ScadenzaAppalto? Scadenza(TermineAppalto termine, DateOnly oggi)
    {
        if (!Stato.AttendeIlCig() || (SchedaDal ?? RichiestoIl) is not { } istante)
        {
            return null;
        }

        var dal = RomeDay.Of(istante);
        var entro = dal.AddDays(termine.Giorni);
        return oggi < dal.AddDays(termine.AvvisaDopo) ? null : new ScadenzaAppalto(dal, entro, entro.DayNumber - oggi.DayNumber);
    }
}
