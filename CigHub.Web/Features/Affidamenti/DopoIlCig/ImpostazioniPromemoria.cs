using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>The days that an office gives itself after the CIG (<c>Promemoria:Giorni:Ordine</c>, <c>Pubblicazione</c>, <c>Sc1</c>, <c>Co1</c>).</summary>
public sealed class ImpostazioniPromemoria(IConfiguration configurazione)
{
    private const int MaxGiorni = 3650;

    private static readonly GiorniPromemoria _seNonDetto = new();

    public GiorniPromemoria Giorni { get; } = new(
        Leggi(configurazione, nameof(GiorniPromemoria.Ordine), _seNonDetto.Ordine),
        Leggi(configurazione, nameof(GiorniPromemoria.Pubblicazione), _seNonDetto.Pubblicazione),
        Leggi(configurazione, nameof(GiorniPromemoria.Sc1), _seNonDetto.Sc1),
        Leggi(configurazione, nameof(GiorniPromemoria.Co1), _seNonDetto.Co1));

    private static int Leggi(IConfiguration configurazione, string nome, int seNonDetto) =>
        configurazione.ReadNumber($"Promemoria:Giorni:{nome}", seNonDetto, 0, MaxGiorni, " di giorni");
}
