using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>On a RUP's Cruscotto: how far she is with the portal, and the reminder when it has waited long enough.</summary>
public sealed partial class RegistrazioneNelCruscotto
{
    private SchedaRegistrazione? Scheda { get; set; }

    protected override async Task Carica() =>
        Scheda = Utente!.Puo(Permission.GestisciRegistrazionePortale) ? await Leggi<MiaRegistrazione, SchedaRegistrazione>(q => q.Esegui(Utente!.Attore)) : null;
}
