using System.Security.Cryptography;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>
/// Imports one sheet of Enti or of people. The user chooses the file, sees what each row would do or why it may not, corrects or leaves out
/// rows on the page, and imports all the others or none.
/// </summary>
public sealed partial class SheetImport
{
    private int _time;

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Parameter, EditorRequired]
    public required AnagrafeSheet Sheet { get; set; }

    private IReadOnlyList<RigaAnagrafe> Rows { get; set; } = [];

    private AnteprimaAnagrafe? Preview { get; set; }

    private ReadAnagrafe? Found { get; set; }

    private string Sha256 { get; set; } = "";

    private string InputId => $"foglio-{Sheet.Key}";

    private IEnumerable<AnagrafeColumn> Shown => Sheet.Columns.Where(c => c.Shown);

    private string WrongRows => Plural.Of(Preview!.Sbagliate, "riga sbagliata", "righe sbagliate");

    private string Summary => Preview!.Sbagliate > 0
        ? $"{Plural.Of(Rows.Count, "riga", "righe")}, {Plural.Number(Preview.Sbagliate)} da correggere: correggi qui, oppure nel foglio e ricaricalo, "
            + "oppure lascia fuori le righe sbagliate. Finché ce n'è una non si importa nulla."
        : Preview.DaAggiungere == 0
            ? "Tutte le righe del foglio sono già in CigHub: non c'è niente da importare."
            : $"{Plural.Of(Preview.DaAggiungere, "riga pronta", "righe, tutte pronte")}{GiaPresenti}: controlla e importa.";

    private string GiaPresenti => Rows.Count - Preview!.DaAggiungere is > 0 and var gia
        ? $"; {Plural.Of(gia, "riga c'è già e non cambia", "righe ci sono già e non cambiano")}"
        : "";

    /// <summary>Checks every row of the sheet again, against the present data of CigHub.</summary>
    protected override async Task LoadAsync()
    {
        Preview = Rows.Count == 0 ? null
            : Sheet == AnagrafeSheet.OfEnti ? await ReadLong<AnteprimaEnti, AnteprimaAnagrafe>(q => q.Run(Rows))
            : await ReadLong<AnteprimaPersone, AnteprimaAnagrafe>(q => q.Run(Rows, Actor));
        Rows = Preview is null ? [] : Rows;
    }

    private Task Choose(InputFileChangeEventArgs e) => Once(async () =>
    {
        Outcomes?.Say(null);
        (Rows, Preview) = ([], null);
        var letto = await ReadFile(e.File);
        ActErrors = letto.Errors;
        if (letto.TryGet(out var foglio))
        {
            (Rows, Found) = (foglio.Rows, foglio);
            await Reload();
        }
    });

    private async Task<Result<ReadAnagrafe>> ReadFile(IBrowserFile file)
    {
        var arrivato = await file.ReadWorkbook();
        if (!arrivato.TryGet(out var bytes))
        {
            return Result<ReadAnagrafe>.Refused(arrivato.Errors);
        }

        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return Sheet.Read(bytes);
    }

    private Task Correct() => Reload();

    private Task Remove(RigaAnagrafe riga)
    {
        Rows = [.. Rows.Where(r => r != riga)];
        return Reload();
    }

    private Task RemoveWrong()
    {
        Rows = [.. Rows.Zip(Preview?.Righe ?? []).Where(x => x.Second.Errors.Count == 0).Select(x => x.First)];
        return Reload();
    }

    private Task Import() => Once(async () =>
    {
        // A second press may arrive after the first has imported everything.
        if (Preview is not { DaAggiungere: > 0 and var quante })
        {
            return;
        }

        var fatta = Sheet == AnagrafeSheet.OfEnti
            ? await Run(new ImportaEnti(Rows, Sha256), done: null)
            : await Run(new ImportaPersone(Rows, Sha256), done: null);
        if (fatta is not null)
        {
            Abandon();
            Outcomes?.Say(
                $"{Plural.Word(quante, "Importata", "Importate")} {Plural.Of(quante, "riga", "righe")}.", ("Vedi Persone ed Enti", AppRoutes.PersoneEdEnti));
        }
        else
        {
            await Reload();
        }
    });

    private void Abandon() => (Rows, Preview, ActErrors, _time) = ([], null, [], _time + 1);

    private async Task DownloadTemplate() => await Output.Download(Sheet.FileName, await Sheet.Template(Leaving));
}
