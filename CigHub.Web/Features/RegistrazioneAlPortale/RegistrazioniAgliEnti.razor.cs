using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>
/// The part of a person's page about the registration on the portal, for each Ente at which the person is RUP. Here an Amministratore
/// suspends and resumes it.
/// </summary>
public sealed partial class RegistrazioniAgliEnti
{
    [Parameter, EditorRequired]
    public required Guid PersonaId { get; set; }

    private IReadOnlyList<RegistrazioneAllEnte>? Registrazioni { get; set; }

    private bool MayManage => User!.May(Permission.GestisciCatalogo);

    /// <summary>The id of the Ente whose registration is being suspended or resumed, or null when no form is open.</summary>
    private Guid? InCambio { get; set; }

    private string? Motivo { get; set; }

    protected override async Task LoadAsync() =>
        Registrazioni = await Read<RegistrazioniDellaPersona, IReadOnlyList<RegistrazioneAllEnte>>(async q => await q.Run(PersonaId, User!.Actor));

    private string Dove(DatoMancante mancante, RegistrazioneAllEnte registrazione) =>
        mancante.Di == TitolareDelDato.Ente ? AppRoutes.ModificaEnteDi(registrazione.EnteId) : AppRoutes.ModificaPersonaDi(PersonaId);

    private void Ask(Guid ente) => (InCambio, Motivo, ActErrors) = (ente, null, []);

    private async Task Change(RegistrazionePortale sua)
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
