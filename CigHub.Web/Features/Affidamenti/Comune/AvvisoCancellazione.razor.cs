using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.Comune;

/// <summary>Warns that ANAC may delete the scheda of an Affidamento, from the day that the settings say, with the days that are left.</summary>
public sealed partial class AvvisoCancellazione
{
    [Inject]
    public required IOptions<AppaltiSettings> Settings { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    private ScadenzaAppalto? Scadenza => Affidamento.Scadenza(Settings.Value.Termine, Clock.Today());
}
