using System.Security.Cryptography;
using CigHub.Domain.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>
/// Records adesioni pregresse from a sheet. The user chooses the file, sees every row with its errors beside the cells, corrects cells on
/// the page, and records all rows or none.
/// </summary>
public sealed partial class SheetUpload
{
    private static readonly SheetColumn[] Columns =
    [
        new(nameof(PregressaForm.CigPadre), PregresseSheet.Padre, PregresseSheet.Padre, m => m.CigPadre, (m, t) => m.CigPadre = t),
        new(nameof(PregressaForm.CigDerivato), PregresseSheet.Derivato, PregresseSheet.Derivato, m => m.CigDerivato, (m, t) => m.CigDerivato = t),
        new(nameof(PregressaForm.Oggetto), PregresseSheet.Oggetto, PregresseSheet.Oggetto, m => m.Oggetto, (m, t) => m.Oggetto = t),
        new(nameof(PregressaForm.Importo), PregresseSheet.Importo, PregresseSheet.Importo, m => m.Importo, (m, t) => m.Importo = t),
        new(nameof(PregressaForm.DataAdesione), PregresseSheet.Data, PregresseSheet.Data, m => m.DataAdesione, (m, t) => m.DataAdesione = t),
        new(nameof(PregressaForm.Rup), "RUP", PregresseSheet.Rup, m => m.Rup, (m, t) => m.Rup = t),
        new(nameof(PregressaForm.Fornitore), "Fornitore", PregresseSheet.Fornitore, m => m.Fornitore, (m, t) => m.Fornitore = t),
    ];

    private int _time;

    [Inject]
    public required BrowserOutput Output { get; init; }

    /// <summary>Occurs when the adhesions of the sheet were recorded. The argument is their number.</summary>
    [Parameter, EditorRequired]
    public EventCallback<int> OnCaricate { get; set; }

    private List<PregressaForm> Righe { get; set; } = [];

    private Anteprima? Preview { get; set; }

    private ReadPregresse? Foglio { get; set; }

    private string Sha256 { get; set; } = "";

    private string Summary => Preview!.Sbagliate == 0
        ? $"{Plural.Of(Righe.Count, "riga pronta", "righe, tutte pronte")}: controlla e carica."
        : $"{Plural.Of(Righe.Count, "riga", "righe")}, {Plural.Number(Preview.Sbagliate)} da correggere: "
            + "correggi le celle segnate qui, oppure nel foglio e ricaricalo. Finché ce n'è una sbagliata non si carica nulla.";

    private static string IdOf(int riga, string campo) => $"pregressa-{riga}-{campo}";

    /// <summary>Returns the address of a cell, for example <c>B12</c>, or only its row when the column is not in the sheet.</summary>
    private string AddressOf(PregressaForm riga, SheetColumn colonna) =>
        Foglio?.Lettere.GetValueOrDefault(colonna.Colonna) is { } lettera ? $"{lettera}{riga.Riga}" : $"riga {riga.Riga}";

    private Error? ErrorOf(int riga, string campo) => Preview!.Errors[riga].FirstOrDefault(e => e.Field == campo);

    private Task Choose(InputFileChangeEventArgs e) => Once(async () =>
    {
        (Righe, Preview) = ([], null);
        var letto = await Read(e.File);
        ActErrors = letto.Errors;
        if (letto.TryGet(out var foglio))
        {
            (Righe, Foglio) = ([.. foglio.Righe], foglio);
            await Reload();
        }
    });

    private async Task<Result<ReadPregresse>> Read(IBrowserFile file)
    {
        var arrivato = await file.ReadWorkbook();
        if (!arrivato.TryGet(out var bytes))
        {
            return Result<ReadPregresse>.Refused(arrivato.Errors);
        }

        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return PregresseSheet.Read(bytes);
    }

    /// <summary>Checks every row of the sheet again, against the present data of CigHub.</summary>
    protected override async Task LoadAsync()
    {
        Preview = Righe.Count == 0 ? null : await ReadLong<AnteprimaPregresse, Anteprima>(q => q.Run(Righe, Actor));
        Righe = Preview is null ? [] : Righe;
    }

    private Task Correggi(PregressaForm riga, SheetColumn colonna, string? testo)
    {
        colonna.Scrivi(riga, testo);
        riga.Numeriche.Remove(colonna.Campo);
        riga.Guaste.Remove(colonna.Campo);
        return Reload();
    }

    private Task Remove(PregressaForm riga)
    {
        Righe = [.. Righe.Where(r => r != riga)];
        return Reload();
    }

    private Task Registra() => Once(async () =>
    {
        var quante = Righe.Count;
        if (await Run(new CaricaAdesioniPregresse(Righe, Sha256), done: null) is not null)
        {
            Abandon();
            await OnCaricate.InvokeAsync(quante);
        }
        else
        {
            await Reload();
        }
    });

    private void Abandon() => (Righe, Preview, ActErrors, _time) = ([], null, [], _time + 1);

    private Task DownloadTemplate() => Output.Download(PregresseSheet.NomeModello, PregresseSheet.Modello());

    /// <param name="Nome">The caption on the page.</param>
    /// <param name="Colonna">The caption in the sheet.</param>
    private sealed record SheetColumn(string Campo, string Nome, string Colonna, Func<PregressaForm, string?> Leggi,
        Action<PregressaForm, string?> Scrivi);
}
