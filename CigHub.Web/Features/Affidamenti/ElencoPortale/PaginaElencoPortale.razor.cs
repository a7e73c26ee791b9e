using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>
/// The page of the elenco del portale. The user drops the exported file there, sees it compared with CigHub row by row, and records it.
/// Afterwards the page compares the file again, which shows the recorded rows as equal.
/// </summary>
public sealed partial class PaginaElencoPortale
{
    /// <summary>The most links to recorded Affidamenti above the table. The table has the others.</summary>
    private const int MaxFatte = 30;

    private int _time;
    private ChosenFile? _file;

    private ListPage<ElencoCaricatoRow>? Previous { get; set; }

    private int QuantiPrecedenti { get; set; } = ElenchiCaricati.Passo;

    private AnteprimaDelPortale? Preview { get; set; }

    private SceltePortale? Scelte { get; set; }

    private IReadOnlyList<(EsitoConfronto Esito, IReadOnlyList<RigaConfrontata> Righe)> Groups { get; set; } = [];

    private IReadOnlyList<RigaConfrontata> Fatte { get; set; } = [];

    private string NomeFile => _file?.Nome ?? "";

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
        var arrivato = await UploadedElenco.Read(e.File);
        FileError = arrivato.IsSuccess ? null : arrivato.Errors[0].Message;
        if (arrivato.TryGet(out _file))
        {
            await Compare();
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
        var (chi, file) = (User!.Actor, _file!);
        var esito = await Reader.ReadLong<AnteprimaElencoPortale, Result<AnteprimaDelPortale>>(chi, q => q.Run(file, chi, Leaving), Leaving);
        ReadErrors = esito.Errors;
        Preview = esito.IsSuccess && esito.Value.TryGet(out var anteprima) ? anteprima : null;
        if (Preview is null)
        {
            FileError = esito.IsSuccess ? esito.Value.Errors[0].Message : null;
            return;
        }

        Scelte = new SceltePortale(Preview);
        Groups = [.. Preview.Confronto.Righe.GroupBy(r => r.Esito).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<RigaConfrontata>)[.. g]))];
    }

    /// <summary>Records the rows part by part, so that other users can save in between. After a stop the button goes on with the rest.</summary>
    private Task Registra() => OnceAtLength(("Registrazione delle righe", Scelte!.Righe.Count), SceltePortale.Interrupted, async lavoro =>
    {
        Outcome = null;
        var (scelte, fatte) = (Scelte!, new HashSet<int>());
        try
        {
            foreach (var parte in scelte.Parts(RegistraElencoPortale.RowsAtOnce))
            {
                if (await Run(scelte.Command(_file!, parte, prosegue: fatte.Count > 0), done: null, away: true, lavoro.Ferma) is null)
                {
                    break;
                }

                fatte.UnionWith(parte);
                lavoro.Report(fatte.Count);
            }
        }
        finally
        {
            await Recorded(scelte, scelte.Conteggio, fatte);
        }
    });

    /// <summary>Shows what was recorded. The choices about the other rows stay, unless the comparison is no longer true.</summary>
    private async Task Recorded(SceltePortale scelte, ConteggioPortale conteggio, HashSet<int> fatte)
    {
        var superato = ActErrors.Any(e => e.Code == "elenco.superato");
        if (fatte.Count == 0 && !superato)
        {
            return;
        }

        await Compare();
        Scelte!.Take(Preview is null || superato ? null : scelte);
        Outcome = conteggio.Outcome(fatte.Count, scelte.Righe.Count);
        Fatte = [.. Preview?.Confronto.Righe.Where(r => fatte.Contains(r.Riga.Numero) && r.Candidati.Count > 0) ?? []];
        Previous = await Read<ElenchiCaricati, ListPage<ElencoCaricatoRow>>(q => q.Run(QuantiPrecedenti));
    }

    private void Clear()
    {
        (Preview, Scelte, Groups, Fatte, FileError, Outcome, _file) = (null, null, [], [], null, null, null);
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
