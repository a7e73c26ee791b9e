using CigHub.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>The button that gives ANAC's JSON of one scheda.</summary>
public sealed partial class SchedaDownload
{
    [Inject]
    public required EsportazioneSchede Esportazione { get; init; }

    [Inject]
    public required BrowserOutput Foglio { get; init; }

    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    private string? Parole { get; set; }

    protected override Task Carica() => Task.CompletedTask;

    private Task Esporta() => Once(async () =>
    {
        var esito = await Esportazione.Esegui([Id], Actor);
        Parole = esito.TryGet(out var file) ? file.Parole : esito.Errors[0].Message;
        if (file is not null)
        {
            await Foglio.Scarica(file.Nome, file.Byte);
        }
    });
}
