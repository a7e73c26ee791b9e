using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// The settings for the due days of the things to do after the CIG. Each is a number of days that the office allows itself.
/// </summary>
public sealed class PromemoriaSettings : ISettings
{
    private const int MaxGiorni = 3650;

    private const string Unit = " di giorni";

    private static readonly GiorniPromemoria _default = new();

    public static string Section => "Promemoria:Giorni";

    [WholeNumber(0, MaxGiorni, Unit)]
    public int Ordine { get; init; } = _default.Ordine;

    [WholeNumber(0, MaxGiorni, Unit)]
    public int Pubblicazione { get; init; } = _default.Pubblicazione;

    [WholeNumber(0, MaxGiorni, Unit)]
    public int Sc1 { get; init; } = _default.Sc1;

    [WholeNumber(0, MaxGiorni, Unit)]
    public int Co1 { get; init; } = _default.Co1;

    [WholeNumber(0, MaxGiorni, Unit)]
    public int Determina { get; init; } = _default.Determina;

    /// <summary>The numbers of days of these settings, as the type that the domain takes.</summary>
    public GiorniPromemoria Giorni => new(Ordine, Pubblicazione, Sc1, Co1, Determina);
}
