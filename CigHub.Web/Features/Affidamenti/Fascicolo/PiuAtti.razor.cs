using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Acting;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The form of several atti at once. The user drops their files, and each becomes a row whose kind, day and number are proposed from the
/// name of the file. One press adds them all, or says of each row what is wrong.
/// </summary>
public sealed partial class PiuAtti
{
    private int _time;

    private bool IsOpen { get; set; }

    private bool IsReading { get; set; }

    private List<Row> Rows { get; } = [];

    /// <summary>The sentences about files that were not taken, each with the name of its file.</summary>
    private IReadOnlyList<string> FileErrors { get; set; } = [];

    private async Task Choose(InputFileChangeEventArgs scelta)
    {
        FileErrors = [];
        if (scelta.FileCount > AggiungiAtti.MaxAtti - Rows.Count)
        {
            FileErrors = [$"Con questi sarebbero {Rows.Count + scelta.FileCount} file: se ne aggiungono al massimo {AggiungiAtti.MaxAtti} alla volta."];
            return;
        }

        IsReading = true;
        try
        {
            foreach (var file in scelta.GetMultipleFiles(AggiungiAtti.MaxAtti))
            {
                await Take(file);
            }
        }
        finally
        {
            (IsReading, _time) = (false, _time + 1);
            StateHasChanged();
        }
    }

    private async Task Take(IBrowserFile scelto)
    {
        if (Rows.Sum(r => (long)r.Atto.File.Byte.Length) + scelto.Size > AggiungiAtti.MaxByte)
        {
            FileErrors =
            [
                .. FileErrors,
                $"«{scelto.Name}» non è stato preso: i file insieme superano {DimensioneFile.Testo(AggiungiAtti.MaxByte)}. "
                    + "Aggiungilo dopo gli altri.",
            ];
            return;
        }

        var esito = await UploadedAllegato.Read(scelto, f => RiconosciAllegato.Riconosci(f.Nome, f.Byte));
        if (!esito.TryGet(out var allegato))
        {
            FileErrors = [.. FileErrors, $"«{scelto.Name}» non è stato preso. {esito.Errors[0].Message}"];
            return;
        }

        var dalNome = AttoDalNome.Leggi(scelto.Name, allegato.Riconosciuto.TipoContenuto.StartsWith("image/", StringComparison.Ordinal));
        var form = new AttoForm
        {
            Tipo = dalNome.Tipo?.ToString(),
            Data = dalNome.Data is { } giorno ? RomeTime.Text(giorno) : null,
            Numero = dalNome.Numero,
        };
        Rows.Add(new Row(new NuovoAttoConFile(Guid.CreateVersion7(), form, allegato.File), Words(dalNome)));
    }

    private static string Words(AttoDalNome dalNome)
    {
        string[] detti =
        [
            .. dalNome.Tipo is null ? Array.Empty<string>() : ["tipo"],
            .. dalNome.Data is null ? Array.Empty<string>() : ["data"],
            .. dalNome.Numero.Length == 0 ? Array.Empty<string>() : ["numero"],
        ];
        return detti.Length == 0 ? "Il nome del file non dice che atto è: sceglilo." : $"Proposti dal nome del file: {string.Join(", ", detti)}. Controlla.";
    }

    private void Remove(Row riga)
    {
        Rows.Remove(riga);

        // The errors name rows by their position, which has changed.
        ActErrors = [];
    }

    private async Task Save()
    {
        // A second press may arrive after the first has added everything.
        var quanti = Rows.Count;
        if (quanti > 0 && await Act(
            new AggiungiAtti(Affidamento.Id, [.. Rows.Select(r => r.Atto)], Affidamento.Version),
            $"{Plural.Word(quanti, "Aggiunto", "Aggiunti")} {Plural.Of(quanti, "atto", "atti")} al fascicolo."))
        {
            Chiudi();
        }
    }

    private void Chiudi()
    {
        Rows.Clear();
        (IsOpen, ActErrors, FileErrors, _time) = (false, [], [], _time + 1);
    }

    /// <param name="Proposal">The sentence that says which data were proposed from the name of the file.</param>
    private sealed record Row(NuovoAttoConFile Atto, string Proposal);
}
