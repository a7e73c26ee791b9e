using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>
/// The page that creates many drafts of one Convenzione from a sheet. The user downloads the template, uploads the filled-in sheet, sees
/// every row with its errors beside the cells, and creates all drafts or none.
/// </summary>
public sealed partial class PaginaSerie
{
    private static readonly Error _interrupted = new("serie.interrotto", "Interrotto: non è stato creato nulla.");

    private int _time;

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Inject]
    public required SerieProgress Avanzamento { get; init; }

    [Parameter]
    public Guid ConvenzioneId { get; set; }

    private ContestoSerie? Contesto { get; set; }

    private ReadSerie? Letta { get; set; }

    private SerieControllata? Controllata { get; set; }

    private string? FileError { get; set; }

    private string? Motivo { get; set; }

    private string Summary => Controllata!.Sbagliate == 0
        ? $"{Plural.Of(Controllata.Righe.Count, "riga", "righe")}, nessun errore: controlla e crea."
        : $"{Plural.Of(Controllata.Righe.Count, "riga", "righe")}: "
            + $"{Plural.Of(Controllata.Righe.Count - Controllata.Sbagliate, "giusta", "giuste")}, "
            + $"{Plural.Number(Controllata.Sbagliate)} da correggere ({Plural.Of(Controllata.Errori, "cella", "celle")}). "
            + "Correggi il foglio e ricaricalo: finché una cella è sbagliata non si crea nulla.";

    protected override async Task LoadAsync() => Contesto = await Read<PreparaSerie, ContestoSerie>(q => q.Run(ConvenzioneId, User!.Actor));

    private async Task DownloadTemplate()
    {
        await Reload();
        if (Contesto is not null)
        {
            await Output.Download(SerieTemplate.Name(Contesto), await SerieTemplate.Write(Contesto));
        }
    }

    private Task Choose(InputFileChangeEventArgs e) => Work("Lettura del foglio", ControlloSerie.MaxRighe, async lavoro =>
    {
        Outcomes?.Say(null);
        (Letta, Controllata, FileError) = (null, null, null);
        var arrivato = await e.File.ReadWorkbook(lavoro.Ferma);
        var letto = arrivato.TryGet(out var byteFile)
            ? await Task.Run(() => SerieSheet.Read(byteFile, ConvenzioneId), lavoro.Ferma)
            : Result<ReadSerie>.Refused(arrivato.Errors);
        FileError = letto.IsSuccess ? null : letto.Errors[0].Message;
        if (letto.TryGet(out var letta))
        {
            await Check(letta, lavoro);
        }
    });

    private async Task Check(ReadSerie letta, RunningWork lavoro)
    {
        lavoro.Comincia("Controllo delle righe", letta.Righe.Count);
        var chi = User!.Actor;
        var esito = await Reader.ReadLong<AnteprimaSerie, SerieControllata>(
            chi, q => q.Run(ConvenzioneId, letta.Righe, chi, lavoro.Report, lavoro.Ferma), lavoro.Ferma);
        ReadErrors = esito.Errors;
        (Letta, Controllata) = esito.TryGet(out var controllata) ? (letta, controllata) : (null, null);
    }

    private Task Create() => Work("Creazione delle bozze", Letta!.Righe.Count, async lavoro =>
    {
        var comando = new CreaInSerie(Guid.CreateVersion7(), ConvenzioneId, Letta.Righe, Letta.Sha256, Motivo);
        using var ascolto = Avanzamento.Follow(comando.Id, lavoro);
        if (await Run(comando, done: null, away: true, lavoro.Ferma) is not null)
        {
            Outcomes?.Say(
                $"{Plural.Word(Letta.Righe.Count, "Creata", "Create")} {Plural.Of(Letta.Righe.Count, "bozza", "bozze")}.",
                ("Vedi le bozze in lavorazione", AppRoutes.AffidamentiInStato(nameof(StatoAffidamento.InLavorazione))));
            Abandon();
        }
        else if (ActErrors.Any(e => e.Field?.StartsWith(nameof(CreaInSerie.Righe), StringComparison.Ordinal) == true))
        {
            // The catalogue has changed since the preview. Check the rows again.
            ActErrors = [];
            await Check(Letta, lavoro);
        }
    });

    private Task Work(string parole, int totale, Func<RunningWork, Task> fai) => OnceAtLength((parole, totale), _interrupted, async lavoro =>
    {
        ReadErrors = [];
        try
        {
            await fai(lavoro);
        }
        catch (IOException)
        {
            FileError = "Il file non è arrivato intero: controlla la connessione e sceglilo di nuovo.";
        }
    });

    private void Abandon() => (Letta, Controllata, FileError, _time) = (null, null, null, _time + 1);
}
