using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>
/// Part of a person's page: the state of the registration on the portal at each Ente where the person is RUP. The office suspends and
/// resumes it here.
/// </summary>
public sealed partial class RegistrazioniAgliEnti
{
    [Parameter, EditorRequired]
    public required Guid PersonaId { get; set; }

    private IReadOnlyList<RegistrazioneAllEnte>? Registrazioni { get; set; }

    private bool Gestisce => Utente!.Puo(Permission.GestisciCatalogo);

    /// <summary>The Ente whose registration is being suspended or resumed.</summary>
    private Guid? InCambio { get; set; }

    private string? Motivo { get; set; }

    protected override async Task Carica() =>
        Registrazioni = await Leggi<RegistrazioniDellaPersona, IReadOnlyList<RegistrazioneAllEnte>>(async q => await q.Esegui(PersonaId, Utente!.Attore));

    private string Dove(DatoMancante mancante, RegistrazioneAllEnte registrazione) =>
        mancante.Di == TitolareDelDato.Ente ? AppRoutes.ModificaEnteDi(registrazione.EnteId) : AppRoutes.ModificaPersonaDi(PersonaId);

    private void Chiedi(Guid ente) => (InCambio, Motivo, ActErrors) = (ente, null, []);

    private async Task Cambia(RegistrazionePortale sua)
    {
        var sospendi = sua.Stato != StatoRegistrazione.Sospesa;
        if (await Act(
            new CambiaSospensione(sua.Id, sospendi, Motivo, sua.Version),
            sospendi ? OfficeOutcomeWords.RegistrazioneSospesa : OfficeOutcomeWords.RegistrazioneRipresa))
        {
            InCambio = null;
        }
    }
}
