using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Shows a form to explain one difference between database and registro, or a link to the event that already explains it.
/// </summary>
public sealed partial class Spiegazione
{
    private const string Help = "Per esempio: ripristino del 12/11/2026, verbale n. 4.";

    [Inject]
    public required NightlyConfronto Nightly { get; init; }

    [Parameter, EditorRequired]
    public required Actor Attore { get; set; }

    [Parameter, EditorRequired]
    public required Discordanza Discordanza { get; set; }

    /// <summary>Raised when the user's explanation has been recorded.</summary>
    [Parameter]
    public EventCallback Spiegata { get; set; }

    protected override Actor Actor => Attore;

    private bool IsOpen { get; set; }

    private string? Motivo { get; set; }

    private void Open() => IsOpen = true;

    protected override Task Reload() => Spiegata.InvokeAsync();

    private Task Spiega() => Once(async () =>
    {
        if (await Run(new SpiegaDiscordanza(Discordanza.Impronta, Motivo), done: null) is { } receipt)
        {
            Nightly.Spiegata(Discordanza.Impronta, receipt.Seq);
            IsOpen = false;
            await Reload();
        }
    });
}
