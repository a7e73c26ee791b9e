using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using MudBlazor;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>
/// Says whether a Convenzione or a Lotto takes new Affidamenti today, with the word, the icon and the colour that show it.
/// </summary>
/// <param name="Aperta">False when it is closed or its dates are over. True before its dates, because a draft can already be prepared.</param>
/// <param name="Icona">An icon of <see cref="Icons"/>.</param>
public sealed record Apertura(bool Aperta, string Parola, string Icona, Color Colore)
{
    public static Apertura Of(Convenzione convenzione, DateOnly oggi) => convenzione switch
    {
        { ChiusaDal: { } dal } => new(false, $"Convenzione chiusa dal {RomeTime.Text(dal)}", Icons.Material.Outlined.Lock, Color.Default),
        _ when oggi > convenzione.AdesioniAl =>
            new(false, $"Adesioni terminate il {RomeTime.Text(convenzione.AdesioniAl)}", Icons.Material.Outlined.EventBusy, Color.Default),
        _ when oggi < convenzione.AdesioniDal =>
            new(true, $"Si potrà aderire dal {RomeTime.Text(convenzione.AdesioniDal)}", Icons.Material.Outlined.Schedule, Color.Info),
        _ => new(true, "Aperta alle adesioni", Icons.Material.Outlined.EventAvailable, Color.Success),
    };

    /// <summary>Says whether the user may begin an adhesion to the Convenzione, or to a Lotto of it, that this object is about.</summary>
    public bool LetsBegin(CurrentUser user, Convenzione convenzione) =>
        user.MayInOwnRole(Permission.PreparaBozza) && Aperta && !convenzione.ConfrontoCompetitivo && !LeavesOut(user, convenzione);

    /// <summary>Says whether the user acts for an Ente that the Convenzione does not admit.</summary>
    public static bool LeavesOut(CurrentUser user, Convenzione convenzione) =>
        user.Actor.EnteId is { } ente && !convenzione.AmmetteEnte(ente).IsSuccess;

    public static Apertura Of(Convenzione convenzione, Lotto lotto, DateOnly oggi) => lotto.ChiusoDal is { } dal
        ? new(false, $"Lotto chiuso dal {RomeTime.Text(dal)}", Icons.Material.Outlined.Lock, Color.Default)
        : Of(convenzione, oggi);
}
