using CigHub.Domain.Common;
using CigHub.Web.Components.Acting;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>
/// The form that takes a file of ANAC's open data, from the user's machine or from the office's folder, and compares it. The user sees the
/// progress and may stop it.
/// </summary>
public sealed partial class CaricaOpenData
{
    private const string FolderField = "file-della-cartella";

    private static readonly Error _interrupted = new(
        "opendata.interrotto", "Confronto interrotto: le differenze sono rimaste quelle del file di prima.");

    private int _time;
    private string? _chosen = "";

    [Inject]
    public required QueryReader Reader { get; init; }

    [Inject]
    public required RiconciliazioneKeeper Keeper { get; init; }

    [Inject]
    public required IOptions<RiconciliazioneSettings> Settings { get; init; }

    private IReadOnlyList<string> Folder { get; set; } = [];

    protected override void OnInitialized()
    {
        Folder = OpenDataSource.InFolder(Settings.Value);
        _chosen = Folder.Count > 0 ? Folder[0] : "";
    }

    private Task Choose(InputFileChangeEventArgs e) => OnceAtLength(
        ("Caricamento del file, KB", OpenDataSource.Kilobytes(e.File.Size)), _interrupted,
        async work => await Compare(await OpenDataSource.Receive(e.File, Settings.Value, work), work));

    private Task CompareChosen() => OnceAtLength(
        ("Apertura del file", 1), _interrupted, work => Compare(OpenDataSource.OfFolder(Settings.Value, _chosen ?? ""), work));

    private async Task Compare(Result<OpenDataSource> received, RunningWork work)
    {
        // The box forgets the file, so that the user can choose the same one again.
        _time++;
        ActErrors = received.Errors;
        if (!received.TryGet(out var file))
        {
            return;
        }

        using (file)
        {
            work.Comincia("Lettura del file, KB", OpenDataSource.Kilobytes(new FileInfo(file.Path).Length));
            var answer = await Reader.ReadLong<EsaminaOpenData, Result<OpenDataEsaminato>>(Actor, async q => await q.Run(file, work, work.Ferma), work.Ferma);
            ActErrors = answer.TryGet(out var examined) ? examined.Errors : answer.Errors;
            if (examined?.TryGet(out var found) == true)
            {
                work.Comincia("Registrazione delle differenze", found.Differenze.Count);
                await Task.Run(() => Keeper.Keep(found, Actor, CancellationToken.None), CancellationToken.None);
                Outcomes?.Say($"Confrontato {file.Name}: {Plural.Of(found.Differenze.Count, "differenza", "differenze")}.");
                await Reload();
            }
        }
    }
}
