using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>
/// Shows the composed request for registration with the data that it lacks, and with three ways to send it: copy, e-mail, file.
/// </summary>
public sealed partial class TestoDellaRichiesta
{
    [Inject]
    public required IOptions<RegistrazioneSettings> Settings { get; init; }

    [Parameter, EditorRequired]
    public required RegistrazioneDetails Details { get; set; }

    /// <summary>Raised with the chosen way when the user sends the text in one of the three ways.</summary>
    [Parameter, EditorRequired]
    public EventCallback<UscitaRichiesta> Uscita { get; set; }

    private string Destinatario => Settings.Value.Destinatario;

    private string? Address => Mailto.Link(Destinatario, Details.Richiesta.Oggetto, Details.Richiesta.Testo);
}
