using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Notice on a RUP's Cruscotto: the state of the registration on the portal, and the reminder when it is due.</summary>
public sealed partial class RegistrazioneNelCruscotto
{
    private RegistrazioneDetails? Scheda { get; set; }

    protected override async Task Carica() =>
        Scheda = Utente!.Puo(Permission.GestisciRegistrazionePortale)
            ? await Leggi<MiaRegistrazione, RegistrazioneDetails>(q => q.Esegui(Utente!.Attore))
            : null;
}
