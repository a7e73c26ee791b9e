using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>
/// The page of the elenco del portale. The user drops the exported file there, sees it compared with CigHub row by row, and records it in
/// one command. Afterwards the page compares the file again, which shows the recorded rows as equal.
/// </summary>
public sealed partial class PaginaElencoPortale
{
    /// <summary>The most links to recorded Affidamenti above the table. The table has the others.</summary>
    private const int MaxFatte = 30;

    private int _time;
    private byte[] _file = [];

    private ListPage<ElencoCaricatoRow>? Previous { get; set; }

    private int QuantiPrecedenti { get; set; } = ElenchiCaricati.Passo;

    private AnteprimaDelPortale? Preview { get; set; }

    private SceltePortale? Scelte { get; set; }

    private IReadOnlyList<(EsitoConfronto Esito, IReadOnlyList<RigaConfrontata> Righe)> Groups { get; set; } = [];

    private IReadOnlyList<RigaConfrontata> Fatte { get; set; } = [];

    private string NomeFile { get; set; } = "";

    private string? FileError { get; set; }

    private string? Outcome { get; set; }

    /// <summary>The words that say which work is under way. Null when none is.</summary>
    private string? Passo { get; set; }

    private bool PuoCaricare => User is { Actor.EnteId: not null } && User.May<RegistraElencoPortale>();

    protected override async Task LoadAsync() => Previous = await Read<ElenchiCaricati, ListPage<ElencoCaricatoRow>>(q => q.Run(QuantiPrecedenti));

    private Task MostraPrecedenti(int quanti)
    {
        QuantiPrecedenti = quanti;
        return Reload();
    }

    private Task Choose(InputFileChangeEventArgs e) => Work("Lettura e confronto in corso…", async () =>
    {
        Clear();
        NomeFile = e.File.Name;
        if (e.File.Size > XlsxCheck.MaxFile)
        {
            FileError = XlsxCheck.TooLarge(e.File.Size).Message;
        }
        else if ((await e.File.ReadAll(XlsxCheck.MaxFile)).TryGet(out var letto))
        {
            _file = letto;
            await Compare();
        }
        else
        {
            FileError = UploadedFile.NotArrived.Message;
        }
    });

    private Task Work(string passo, Func<Task> fai) => Once(async () =>
    {
        Passo = passo;
        try
        {
            await fai();
        }
        finally
        {
            Passo = null;
        }
    });

    private async Task Compare()
    {
        var (chi, file) = (User!.Actor, _file);
        var esito = await Reader.ReadLong<AnteprimaElencoPortale, Result<AnteprimaDelPortale>>(chi, q => q.Run(file, chi, Leaving), Leaving);
        ReadErrors = esito.Errors;
        if (esito.IsSuccess && esito.Value.TryGet(out var anteprima))
        {
            Show(anteprima);
        }
        else
        {
            FileError = esito.IsSuccess ? esito.Value.Errors[0].Message : null;
            Preview = null;
        }
    }

    private void Show(AnteprimaDelPortale anteprima)
    {
        (Preview, Scelte) = (anteprima, new SceltePortale(anteprima));
        Groups = [.. anteprima.Confronto.Righe.GroupBy(r => r.Esito).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<RigaConfrontata>)[.. g]))];
    }

    private Task Registra() => Work("Registrazione in corso…", async () =>
    {
        Outcome = null;
        var (conteggio, righe) = (Scelte!.Conteggio, Scelte.Righe.ToHashSet());
        var comando = new RegistraElencoPortale(Guid.CreateVersion7(), new ChosenFile(NomeFile, _file), Preview!.Impronta, Scelte.Dubbi, Scelte.Adottate);
        if (await Run(comando, done: null, away: true) is not null)
        {
            await Compare();
            Outcome = conteggio.Fatto;
            Fatte = [.. Preview?.Confronto.Righe.Where(r => righe.Contains(r.Riga.Numero) && r.Candidati.Count > 0) ?? []];
            await Reload();
        }
        else if (ActErrors.Any(e => e.Code == "elenco.superato"))
        {
            // Compare anew and drop the choices: they would be about another comparison. After any other error they stay.
            await Compare();
        }
    });

    private void Clear()
    {
        (Preview, Scelte, Groups, Fatte, FileError, Outcome, _file) = (null, null, [], [], null, null, []);
        (ReadErrors, ActErrors) = ([], []);
    }

    /// <summary>
    /// Clears the comparison and empties the file input. The input is created anew, because a browser's input keeps the name of its file.
    /// Must not be called while the file is being read.
    /// </summary>
    private void Abandon()
    {
        Clear();
        _time++;
    }
}
