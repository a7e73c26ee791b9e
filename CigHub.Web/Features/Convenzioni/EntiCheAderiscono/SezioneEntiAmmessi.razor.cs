using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Convenzioni.EntiCheAderiscono;

/// <summary>
/// The Enti that a Convenzione admits, on its page. A user with the right to change the Convenzione adds Enti by their codes or from a sheet,
/// removes them, or lets every Ente join.
/// </summary>
public sealed partial class SezioneEntiAmmessi
{
    private int _time;

    [Parameter, EditorRequired]
    public required Convenzione Convenzione { get; set; }

    private IReadOnlyList<EnteAmmesso>? Ammessi => Convenzione.EntiAmmessi;

    private string? Lines { get; set; }

    private string? SheetError { get; set; }

    /// <summary>The sentence about the rows that were read from the sheet. Null while there is no sheet.</summary>
    private string? ReadRows { get; set; }

    private async Task Add()
    {
        var before = Ammessi?.Count ?? 0;
        if (await Act(new AmmettiEnti(Convenzione.Id, Lines ?? "", Convenzione.Version), done: null))
        {
            var added = (Ammessi?.Count ?? 0) - before;
            (Lines, ReadRows, _time) = (null, null, _time + 1);
            Outcomes?.Say($"{Plural.Word(added, "Aggiunto", "Aggiunti")} {Plural.Of(added, "Ente", "Enti")} agli ammessi.");
        }
    }

    private Task Remove(EnteAmmesso ente) => Act(
        new TogliEnteAmmesso(Convenzione.Id, ente.EnteId, Convenzione.Version), $"{ente.Denominazione} non è più tra gli Enti ammessi.");

    private Task AdmitAll() => Act(new AmmettiTuttiGliEnti(Convenzione.Id, Convenzione.Version), OfficeOutcomeWords.TuttiGliEnti);

    /// <summary>Puts the rows of the sheet into the field, where the user sees and corrects them.</summary>
    private Task Choose(InputFileChangeEventArgs e) => Once(async () =>
    {
        (SheetError, ReadRows) = (null, null);
        var arrived = await e.File.ReadWorkbook(Leaving);
        var read = arrived.TryGet(out var bytes) ? FoglioDiEnti.Leggi(bytes) : Result<IReadOnlyList<string>>.Refused(arrived.Errors);
        SheetError = read.IsSuccess ? null : read.Errors[0].Message;
        if (read.TryGet(out var rows))
        {
            Lines = string.Join('\n', rows.Prepend(Lines?.TrimEnd()).Where(l => !string.IsNullOrEmpty(l)));
            ReadRows = $"{Plural.Word(rows.Count, "Letta", "Lette")} {Plural.Of(rows.Count, "riga", "righe")} dal foglio: controlla e aggiungi.";
        }
    });
}
