using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Notice on a RUP's Cruscotto: the state of the registration on the portal, and the reminder when it is due.</summary>
public sealed partial class RegistrazioneNelCruscotto
{
    private RegistrazioneDetails? Details { get; set; }

    protected override async Task LoadAsync() =>
        Details = User!.May(Permission.GestisciRegistrazionePortale)
            ? await Read<MiaRegistrazione, RegistrazioneDetails>(q => q.Run(User!.Actor))
            : null;
}
