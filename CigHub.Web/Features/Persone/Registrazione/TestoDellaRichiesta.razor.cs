using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.Registrazione;

/// <summary>The composed request with its three ways out; what is missing stands above it.</summary>
public sealed partial class TestoDellaRichiesta
{
    [Inject]
    public required ImpostazioniRegistrazione Impostazioni { get; init; }

    [Parameter, EditorRequired]
    public required SchedaRegistrazione Scheda { get; set; }

    /// <summary>It left CigHub, or asks to.</summary>
    [Parameter, EditorRequired]
    public EventCallback<UscitaRichiesta> Uscita { get; set; }

    private string? Indirizzo => Mailto.Di(Impostazioni.Destinatario, Scheda.Richiesta.Oggetto, Scheda.Richiesta.Testo);
}
