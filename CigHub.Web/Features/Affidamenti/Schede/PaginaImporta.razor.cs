using System.Text;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>
/// The page that imports ANAC's JSON of an AD4. It shows what the JSON contains and what is wrong with it, before the user creates the
/// draft.
/// </summary>
public sealed partial class PaginaImporta
{
    private const int MaxMostrati = 30, MaxCorrezioni = 200, MaxText = 200;

    private Guid _newId = Guid.CreateVersion7();

    private string Json { get; set; } = "";

    private SchedaEsaminata? Esaminata { get; set; }

    private string? FileError { get; set; }

    private Guid RupId { get; set; }

    private string? Motivo { get; set; }

    protected override Task LoadAsync() => Task.CompletedTask;

    private static string Corrected(int quante) =>
        $"{Plural.Word(quante, "Un dato del file non è scritto", "Alcuni dati del file non sono scritti")} come ANAC chiede. "
            + $"Nella bozza CigHub {Plural.Word(quante, "lo", "li")} cambia così:";

    private static string Short(string testo) => testo.Length > MaxText ? testo[..MaxText] + "…" : testo;

    private Task Choose(InputFileChangeEventArgs e) => Once(async () =>
    {
        (Esaminata, FileError, _newId) = (null, null, Guid.CreateVersion7());
        if (e.File.Size > ImportazioneAd4.MaxByte)
        {
            FileError = ImportazioneAd4.TroppoGrande.Message;
        }
        else
        {
            await Read(e.File);
        }
    });

    private async Task Read(IBrowserFile file)
    {
        if (!(await file.ReadAll(ImportazioneAd4.MaxByte)).TryGet(out var arrivato))
        {
            FileError = UploadedFile.NotArrived.Message;
            return;
        }

        ReadErrors = [];
        Json = Encoding.UTF8.GetString(arrivato);
        var letta = await Read<EsaminaScheda, Result<SchedaEsaminata>>(q => q.Run(Json, User!.Actor));
        FileError = letta is { IsSuccess: false } ? letta.Errors[0].Message : null;
        if (letta is not null && letta.TryGet(out var esaminata))
        {
            Esaminata = esaminata;
            var io = User!.Actor.PersonaId;
            RupId = esaminata.Rup.Any(r => r.Id == io) ? io : esaminata.Rup is [var unico] ? unico.Id : Guid.Empty;
        }
    }

    private Task Importa() => ActAndGoOn(new ImportaScheda(_newId, Json, RupId, Motivo), OutcomeWords.Importato, AppRoutes.SchedaDi(_newId));
}
