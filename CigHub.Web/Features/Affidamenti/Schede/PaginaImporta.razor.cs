using System.Text;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>The page that imports ANAC's JSON. It says what the JSON is and what is wrong with it before the draft is made.</summary>
public sealed partial class PaginaImporta
{
    private const int MaxMostrati = 30, MaxTesto = 200;

    private Guid _nuovoId = Guid.CreateVersion7();

    private string Json { get; set; } = "";

    private SchedaEsaminata? Esaminata { get; set; }

    private string? ErroreFile { get; set; }

    private Guid RupId { get; set; }

    private string? Motivo { get; set; }

    protected override Task Carica() => Task.CompletedTask;

    private static string Breve(string testo) => testo.Length > MaxTesto ? testo[..MaxTesto] + "…" : testo;

    private Task Scegli(InputFileChangeEventArgs e) => Once(async () =>
    {
        (Esaminata, ErroreFile, _nuovoId) = (null, null, Guid.CreateVersion7());
        if (e.File.Size > ImportazioneAd4.MaxByte)
        {
            ErroreFile = ImportazioneAd4.TroppoGrande.Message;
        }
        else
        {
            await Leggi(e.File);
        }
    });

    private async Task Leggi(IBrowserFile file)
    {
        if (!(await file.LeggiTutto(ImportazioneAd4.MaxByte)).TryGet(out var arrivato))
        {
            ErroreFile = UploadedFile.NonArrivato.Message;
            return;
        }

        ReadErrors = [];
        Json = Encoding.UTF8.GetString(arrivato);
        var letta = await Leggi<EsaminaScheda, Result<SchedaEsaminata>>(q => q.Esegui(Json, Utente!.Attore));
        ErroreFile = letta is { IsSuccess: false } ? letta.Errors[0].Message : null;
        if (letta is not null && letta.TryGet(out var esaminata))
        {
            Esaminata = esaminata;
            var io = Utente!.Attore.PersonaId;
            RupId = esaminata.Rup.Any(r => r.Id == io) ? io : esaminata.Rup is [var unico] ? unico.Id : Guid.Empty;
        }
    }

    private Task Importa() => ActAndGoOn(new ImportaScheda(_nuovoId, Json, RupId, Motivo), OutcomeWords.Importato, AppRoutes.SchedaDi(_nuovoId));
}
