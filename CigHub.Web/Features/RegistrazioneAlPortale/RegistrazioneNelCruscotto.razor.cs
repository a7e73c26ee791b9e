using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>
/// The notice (avviso) on a RUP's Cruscotto that the registration on the portal is not active, or that a reminder is due. It shows nothing
/// when the registration is active.
/// </summary>
public sealed partial class RegistrazioneNelCruscotto
{
    private RegistrazioneDetails? Details { get; set; }

    protected override async Task LoadAsync() =>
        Details = User!.May(Permission.GestisciRegistrazionePortale)
            ? await Read<MiaRegistrazione, RegistrazioneDetails>(q => q.Run(User!.Actor))
            : null;
}
