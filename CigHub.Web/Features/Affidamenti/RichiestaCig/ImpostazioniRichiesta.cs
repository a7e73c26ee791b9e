namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>What an office sets about requests (<c>Richiesta:GiorniSenzaEsito</c>).</summary>
public sealed class ImpostazioniRichiesta(IConfiguration configurazione, TimeProvider clock)
{
    /// <summary>Days after which an open request asks what became of it. Default 3; at least 1.</summary>
    public int GiorniSenzaEsito { get; } = configurazione.ReadNumber("Richiesta:GiorniSenzaEsito", 3, 1, 365, " di giorni");

    /// <summary>Whether a request begun at that moment has been open too long.</summary>
    public bool SenzaEsito(DateTime richiestoIl) => clock.GetUtcNow().UtcDateTime - richiestoIl >= TimeSpan.FromDays(GiorniSenzaEsito);
}
