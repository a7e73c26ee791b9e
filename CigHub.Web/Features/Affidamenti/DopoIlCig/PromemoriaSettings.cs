using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>The number of days after the CIG that an office gives itself for each thing to do.</summary>
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

    /// <summary>The days in the form that the domain takes.</summary>
    public GiorniPromemoria Giorni => new(Ordine, Pubblicazione, Sc1, Co1);
}
