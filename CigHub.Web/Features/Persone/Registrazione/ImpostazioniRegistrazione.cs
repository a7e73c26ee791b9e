namespace CigHub.Web.Features.Persone.Registrazione;

/// <summary>What an office sets about registrations on the portal (<c>RegistrazionePortale:Destinatario</c>, <c>:GiorniSollecito</c>).</summary>
public sealed class ImpostazioniRegistrazione(IConfiguration configurazione)
{
    /// <summary>Who answers a request for the portal; empty while the office has not said.</summary>
    public string Destinatario { get; } = configurazione["RegistrazionePortale:Destinatario"]?.Trim() ?? "";

    /// <summary>Days after which a request without an answer is to be reminded of. Default 5; at least 1.</summary>
    public int GiorniSollecito { get; } = configurazione.ReadNumber("RegistrazionePortale:GiorniSollecito", 5, 1, 365, " di giorni");
}
