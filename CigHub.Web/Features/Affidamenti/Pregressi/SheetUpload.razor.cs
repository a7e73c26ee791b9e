using System.Security.Cryptography;
using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.Components;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>
/// Loads a sheet of adhesions. The user chooses it, sees every row with what is wrong at its cell, corrects cells in place, and loads all
/// rows or none.
/// </summary>
public sealed partial class SheetUpload
{
    private static readonly SheetColumn[] Colonne =
    [
        new(nameof(PregressaForm.CigPadre), PregresseSheet.Padre, m => m.CigPadre, (m, t) => m.CigPadre = t),
        new(nameof(PregressaForm.CigDerivato), PregresseSheet.Derivato, m => m.CigDerivato, (m, t) => m.CigDerivato = t),
        new(nameof(PregressaForm.Oggetto), PregresseSheet.Oggetto, m => m.Oggetto, (m, t) => m.Oggetto = t),
        new(nameof(PregressaForm.Importo), PregresseSheet.Importo, m => m.Importo, (m, t) => m.Importo = t),
        new(nameof(PregressaForm.DataAdesione), PregresseSheet.Data, m => m.DataAdesione, (m, t) => m.DataAdesione = t),
        new(nameof(PregressaForm.Rup), "RUP", m => m.Rup, (m, t) => m.Rup = t),
        new(nameof(PregressaForm.Fornitore), "Fornitore", m => m.Fornitore, (m, t) => m.Fornitore = t),
    ];

    private int _volta;

    [Inject]
    public required BrowserOutput Foglio { get; init; }

    /// <summary>Occurs when the adhesions were loaded, with their number.</summary>
    [Parameter, EditorRequired]
    public EventCallback<int> OnCaricate { get; set; }

    private List<PregressaForm> Righe { get; set; } = [];

    private Anteprima? Anteprima { get; set; }

    private string Sha256 { get; set; } = "";

    private string Riassunto => Anteprima!.Sbagliate == 0
        ? $"{Plural.Of(Righe.Count, "riga pronta", "righe, tutte pronte")}: controlla e carica."
        : $"{Plural.Of(Righe.Count, "riga", "righe")}, {Plural.Number(Anteprima.Sbagliate)} da correggere: "
            + "correggi le celle segnate qui, oppure nel foglio e ricaricalo. Finché ce n'è una sbagliata non si carica nulla.";

    private static string IdDi(int riga, string campo) => $"pregressa-{riga}-{campo}";

    private Error? ErroreDi(int riga, string campo) => Anteprima!.Errori[riga].FirstOrDefault(e => e.Field == campo);

    private Task Scegli(InputFileChangeEventArgs e) => Once(async () =>
    {
        (Righe, Anteprima) = ([], null);
        var letto = await Leggi(e.File);
        ActErrors = letto.Errors;
        if (letto.TryGet(out var righe))
        {
            Righe = [.. righe];
            await Reload();
        }
    });

    private async Task<Result<IReadOnlyList<PregressaForm>>> Leggi(IBrowserFile file)
    {
        if (file.Size > XlsxCheck.MaxFile)
        {
            return XlsxCheck.TroppoGrande(file.Size);
        }

        if (!(await file.LeggiTutto(XlsxCheck.MaxFile)).TryGet(out var byteFile))
        {
            return UploadedFile.NonArrivato;
        }

        Sha256 = Convert.ToHexStringLower(SHA256.HashData(byteFile));
        return PregresseSheet.Leggi(byteFile);
    }

    /// <summary>Checks every row again, against what CigHub knows now.</summary>
    protected override async Task Carica()
    {
        Anteprima = Righe.Count == 0 ? null : await Leggi<AnteprimaPregresse, Anteprima>(q => q.Esegui(Righe, Actor));
        Righe = Anteprima is null ? [] : Righe;
    }

    private Task Correggi(PregressaForm riga, SheetColumn colonna, string? testo)
    {
        colonna.Scrivi(riga, testo);
        riga.Numeriche.Remove(colonna.Campo);
        return Reload();
    }

    private Task Togli(PregressaForm riga)
    {
        Righe = [.. Righe.Where(r => r != riga)];
        return Reload();
    }

    private Task Registra() => Once(async () =>
    {
        var quante = Righe.Count;
        if (await Run(new CaricaAdesioniPregresse(Righe, Sha256), done: null) is not null)
        {
            Abbandona();
            await OnCaricate.InvokeAsync(quante);
        }
        else
        {
            await Reload();
        }
    });

    private void Abbandona() => (Righe, Anteprima, ActErrors, _volta) = ([], null, [], _volta + 1);

    private Task ScaricaModello() => Foglio.Scarica(PregresseSheet.NomeModello, PregresseSheet.Modello());

    private sealed record SheetColumn(string Campo, string Nome, Func<PregressaForm, string?> Leggi, Action<PregressaForm, string?> Scrivi);
}
