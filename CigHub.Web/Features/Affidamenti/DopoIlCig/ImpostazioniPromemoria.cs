using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>The days that an office gives itself after the CIG (<c>Promemoria:Giorni:Ordine</c>, <c>Pubblicazione</c>, <c>Sc1</c>, <c>Co1</c>).</summary>
public sealed class ImpostazioniPromemoria(IConfiguration configurazione)
{
    public GiorniPromemoria Giorni { get; } = configurazione.GetSection("Promemoria:Giorni").Get<GiorniPromemoria>() ?? new GiorniPromemoria();
}
