using CigHub.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>The button that downloads the JSON of one scheda in ANAC's form.</summary>
public sealed partial class SchedaDownload
{
    [Inject]
    public required EsportazioneSchede Esportazione { get; init; }

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    protected override Task LoadAsync() => Task.CompletedTask;

    private Task Export() => Once(async () =>
    {
        Outcomes?.Say(null);
        var esito = await Esportazione.Run([Id], Actor, Leaving);
        ActErrors = esito.Errors;
        if (esito.TryGet(out var file))
        {
            await Output.Download(file.Nome, file.Byte);
            Outcomes?.Say(file.Parole);
        }
    });
}
