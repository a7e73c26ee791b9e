using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>Shows how long a person's name is kept and who reads it; an Amministratore limits it, holds it, and has it deleted.</summary>
public sealed partial class ConservazionePersona
{
    [Parameter, EditorRequired]
    public required Persona Persona { get; set; }

    /// <summary>The data that a limitation hides, where the reader may know it.</summary>
    [Parameter]
    public DatiPersona? Riservati { get; set; }

    [Parameter, EditorRequired]
    public required bool Gestisce { get; set; }

    /// <summary>The id of the reader.</summary>
    [Parameter, EditorRequired]
    public required Guid Io { get; set; }

    [Parameter, EditorRequired]
    public required bool StaFacendo { get; set; }

    /// <summary>Acts; true when it was done.</summary>
    [Parameter, EditorRequired]
    public required Func<LimitaNome, Task<bool>> Limita { get; set; }

    /// <summary>Acts; true when it was done.</summary>
    [Parameter, EditorRequired]
    public required Func<VincolaIdentita, Task<bool>> Vincola { get; set; }

    /// <summary>Acts; true when it was done.</summary>
    [Parameter, EditorRequired]
    public required Func<ChiediCancellazione, Task<bool>> Chiedi { get; set; }

    /// <summary>Confirms the deletion, or gives it up.</summary>
    [Parameter, EditorRequired]
    public required Func<DecidiCancellazione, Task<bool>> Scegli { get; set; }

    private bool HaUnoStato => Persona.SenzaNome || Persona.Vincolo is not null || Persona.Cancellazione is not null;

    private string? MotivoLimite { get; set; }

    private string? MotivoVincolo { get; set; }

    private string? Atto { get; set; }

    private string? Autorizzazione { get; set; }

    private async Task InviaLimite() =>
        MotivoLimite = await Limita(new LimitaNome(Persona.Id, Persona.LimitataDal is null, MotivoLimite, Persona.Version)) ? null : MotivoLimite;

    private async Task InviaVincolo() =>
        MotivoVincolo = await Vincola(new VincolaIdentita(Persona.Id, Persona.Vincolo is null, MotivoVincolo, Persona.Version)) ? null : MotivoVincolo;

    private async Task InviaRichiesta()
    {
        if (await Chiedi(new ChiediCancellazione(Persona.Id, Atto, Autorizzazione, Persona.Version)))
        {
            (Atto, Autorizzazione) = (null, null);
        }
    }

    private Task Decidi(bool conferma) => Scegli(new DecidiCancellazione(Persona.Id, conferma, Persona.Version));
}
