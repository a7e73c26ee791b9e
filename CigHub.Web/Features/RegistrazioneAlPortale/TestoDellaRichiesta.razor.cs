using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>The composed request with its three ways out; what is missing stands above it.</summary>
public sealed partial class TestoDellaRichiesta
{
    [Inject]
    public required IOptions<RegistrazioneSettings> Settings { get; init; }

    [Parameter, EditorRequired]
    public required SchedaRegistrazione Scheda { get; set; }

    /// <summary>It left CigHub, or asks to.</summary>
    [Parameter, EditorRequired]
    public EventCallback<UscitaRichiesta> Uscita { get; set; }

    private string Destinatario => Settings.Value.Destinatario;

    private string? Indirizzo => Mailto.Di(Destinatario, Scheda.Richiesta.Oggetto, Scheda.Richiesta.Testo);
}
