using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Codici.Importazione;

/// <summary>The form that imports code lists in three steps: choose the files, read the preview, confirm.</summary>
public sealed partial class ListeUpload
{
    private int _time;
    private Guid _import = Guid.CreateVersion7();

    /// <summary>Raised when the lists in force have changed, by this import or by another user's.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnImportate { get; set; }

    private List<FileLista> File { get; set; } = [];

    private Piano? Piano { get; set; }

    private IReadOnlyList<EsitoFile> Uguali => [.. Piano!.File.Where(f => f.Lista.IsSuccess && !f.CambiaQualcosa)];

    private IReadOnlyList<EsitoFile> Rifiutati => [.. Piano!.File.Where(f => !f.Lista.IsSuccess && f.Lista.Errors[0].Code != ImportazioneLista.NonUsata)];

    private IReadOnlyList<string> NonUsati =>
        [.. Piano!.File.Where(f => !f.Lista.IsSuccess && f.Lista.Errors[0].Code == ImportazioneLista.NonUsata).Select(f => f.File.Nome)];

    private string Summary => Piano!.DaCambiare.Count == 0
        ? Piano.File.Any(f => f.Lista.IsSuccess) ? ImportaListe.NessunaVariazione.Message : "Nessuno di questi file si può importare."
        : $"{Sum(TipoVariazione.Aggiunta, "codice aggiunto", "codici aggiunti")}, {Sum(TipoVariazione.Cambiata, "cambiato", "cambiati")}, "
            + $"{Sum(TipoVariazione.Terminata, "terminato", "terminati")} in {Plural.Of(Piano.DaCambiare.Count, "lista", "liste")}. "
            + "Controlla e conferma.";

    private string Sum(TipoVariazione tipo, string uno, string molti) =>
        Plural.Of(Piano!.DaCambiare.Sum(f => f.Lista.Value.Confronto.Quante(tipo)), uno, molti);

    private Task Choose(InputFileChangeEventArgs e) => Once(async () =>
    {
        Outcomes?.Say(null);
        (Piano, File) = (null, []);
        _import = Guid.CreateVersion7();
        if (e.FileCount > ImportaListe.MaxFile)
        {
            ActErrors = [new Error("liste.troppi-file", $"Hai scelto {e.FileCount} file: se ne importano al massimo {ImportaListe.MaxFile} alla volta.")];
        }
        else
        {
            await Read(e.GetMultipleFiles(ImportaListe.MaxFile));
        }
    });

    /// <summary>Reads all the files that the user chose. When one does not arrive, none is kept, because the user meant them all.</summary>
    private async Task Read(IReadOnlyList<IBrowserFile> scelti)
    {
        var letti = new List<FileLista>();
        foreach (var file in scelti)
        {
            // A file that is too large is not uploaded. An array of one byte over the limit stands for it, so that the preview refuses it
            // by name, with the others.
            var arrivato = file.Size > ImportazioneLista.MaxByte ? new byte[ImportazioneLista.MaxByte + 1] : await file.ReadAll(ImportazioneLista.MaxByte);
            if (!arrivato.TryGet(out var contenuto))
            {
                ActErrors = arrivato.Errors;
                return;
            }

            letti.Add(new FileLista(file.Name, contenuto));
        }

        File = letti;
        await Reload();
    }

    protected override async Task LoadAsync() => Piano = File.Count == 0 ? null : await ReadLong<AnteprimaListe, Piano>(q => q.Run(File));

    private Task Confirm() => Once(async () =>
    {
        var quante = Piano!.DaCambiare.Count;
        var done = $"{Plural.Word(quante, "Importata", "Importate")} {Plural.Of(quante, "lista", "liste")}: "
            + $"da adesso si compila e si controlla con {Plural.Word(quante, "questa", "queste")}.";
        if (await Run(new ImportaListe(_import, File, Piano.Numero), done) is not null)
        {
            Annulla();
            await OnImportate.InvokeAsync();
        }
        else
        {
            if (ActErrors.Any(r => r == ImportaListe.NessunaVariazione || r is StaleEdit))
            {
                await Reload();
                await OnImportate.InvokeAsync();
            }

            // «Nessuna variazione» is not shown as an error, because the new preview already says that nothing changes.
            ActErrors = [.. ActErrors.Where(r => r != ImportaListe.NessunaVariazione)];
        }
    });

    private void Annulla() => (File, Piano, ActErrors, _time) = ([], null, [], _time + 1);
}
