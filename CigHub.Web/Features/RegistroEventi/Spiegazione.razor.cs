using CigHub.Domain.Common;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>Explains one difference between data and registro, or leads to the event that does.</summary>
public sealed partial class Spiegazione
{
    private const string Aiuto = "Per esempio: ripristino del 12/11/2026, verbale n. 4.";

    [Inject]
    public required CommandRunner Runner { get; init; }

    [Inject]
    public required ConfrontoNotturno Notturno { get; init; }

    [Parameter, EditorRequired]
    public required Actor Attore { get; set; }

    [Parameter, EditorRequired]
    public required Discordanza Discordanza { get; set; }

    /// <summary>The explanation is taken down.</summary>
    [Parameter]
    public EventCallback Spiegata { get; set; }

    private bool Aperta { get; set; }

    private bool StaFacendo { get; set; }

    private string? Motivo { get; set; }

    private IReadOnlyList<Error> Errori { get; set; } = [];

    private void Apri() => Aperta = true;

    private async Task Spiega()
    {
        if (StaFacendo)
        {
            return;
        }

        StaFacendo = true;
        var esito = await Runner.Esegui(new SpiegaDiscordanza(Discordanza.Impronta, Motivo), Attore);
        (Errori, StaFacendo) = (esito.Errors, false);
        if (esito.IsSuccess)
        {
            Notturno.Spiegata(Discordanza.Impronta, esito.Value.Seq);
            Aperta = false;
            await Spiegata.InvokeAsync();
        }
    }
}
