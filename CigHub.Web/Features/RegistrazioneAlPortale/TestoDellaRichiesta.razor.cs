using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Shows the composed request with its three ways out. The missing data stand above it.</summary>
public sealed partial class TestoDellaRichiesta
{
    [Inject]
    public required IOptions<RegistrazioneSettings> Settings { get; init; }

    [Parameter, EditorRequired]
    public required RegistrazioneDetails Details { get; set; }

    /// <summary>Raised when the text leaves CigHub, or the user asks for it, with the way chosen.</summary>
    [Parameter, EditorRequired]
    public EventCallback<UscitaRichiesta> Uscita { get; set; }

    private string Destinatario => Settings.Value.Destinatario;

    private string? Address => Mailto.Link(Destinatario, Details.Richiesta.Oggetto, Details.Richiesta.Testo);
}
