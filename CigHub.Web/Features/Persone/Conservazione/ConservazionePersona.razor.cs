using CigHub.Domain.Persone;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>
/// Shows how long the name of a person is kept and who may read it. Here an Amministratore limits the name, forbids its deletion, or has it
/// deleted.
/// </summary>
public sealed partial class ConservazionePersona
{
    [Parameter, EditorRequired]
    public required Persona Persona { get; set; }

    /// <summary>
    /// The person's data that are limited, for a user who may read them. Null for any other user, and when nothing is limited.
    /// </summary>
    [Parameter]
    public DatiPersona? Riservati { get; set; }

    [Parameter, EditorRequired]
    public required bool MayManage { get; set; }

    private bool HaUnoStato => Persona.SenzaNome || Persona.Vincolo is not null || Persona.Cancellazione is not null;

    private string? MotivoLimite { get; set; }

    private string? MotivoVincolo { get; set; }

    private string? Atto { get; set; }

    private string? Autorizzazione { get; set; }

    private async Task InviaLimite()
    {
        var command = new LimitaNome(Persona.Id, Persona.LimitataDal is null, MotivoLimite, Persona.Version);
        MotivoLimite = await Act(command, command.Limitato ? OfficeOutcomeWords.NomeLimitato : OfficeOutcomeWords.LimitazioneTolta) ? null : MotivoLimite;
    }

    private async Task InviaVincolo()
    {
        var command = new VincolaIdentita(Persona.Id, Persona.Vincolo is null, MotivoVincolo, Persona.Version);
        MotivoVincolo = await Act(command, command.Vincolata ? OfficeOutcomeWords.VincoloPosto : OfficeOutcomeWords.VincoloTolto) ? null : MotivoVincolo;
    }

    private async Task InviaRichiesta()
    {
        if (await Act(new ChiediCancellazione(Persona.Id, Atto, Autorizzazione, Persona.Version), OfficeOutcomeWords.CancellazioneChiesta))
        {
            (Atto, Autorizzazione) = (null, null);
        }
    }

    private Task Decidi(bool conferma) => Act(
        new DecidiCancellazione(Persona.Id, conferma, Persona.Version), conferma
            ? OfficeOutcomeWords.NomeCancellato : OfficeOutcomeWords.CancellazioneRitirata);
}
