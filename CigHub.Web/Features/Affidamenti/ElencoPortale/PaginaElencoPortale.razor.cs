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
/// The page of the portal's list. The user drops the file, compares it row by row and records it in one go. Afterwards the same comparison
/// shows what is equal now.
/// </summary>
public sealed partial class PaginaElencoPortale
{
    /// <summary>The most links to what was recorded. The table shows the rest.</summary>
    private const int MaxFatte = 30;

    private int _volta;
    private byte[] _file = [];

    private ListPage<ElencoCaricatoRow>? Precedenti { get; set; }

    private int QuantiPrecedenti { get; set; } = ElenchiCaricati.Passo;

    private AnteprimaDelPortale? Anteprima { get; set; }

    private SceltePortale? Scelte { get; set; }

    private IReadOnlyList<(EsitoConfronto Esito, IReadOnlyList<RigaConfrontata> Righe)> Gruppi { get; set; } = [];

    private IReadOnlyList<RigaConfrontata> Fatte { get; set; } = [];

    private string NomeFile { get; set; } = "";

    private string? ErroreFile { get; set; }

    private string? Esito { get; set; }

    /// <summary>The words for the work under way. Null when there is none.</summary>
    private string? Passo { get; set; }

    private bool PuoCaricare => Utente is { Attore.EnteId: not null } && Utente.Puo(Permission.RichiediCig);

    protected override async Task Carica() => Precedenti = await Leggi<ElenchiCaricati, ListPage<ElencoCaricatoRow>>(q => q.Esegui(QuantiPrecedenti));

    private Task MostraPrecedenti(int quanti)
    {
        QuantiPrecedenti = quanti;
        return Reload();
    }

    private Task Scegli(InputFileChangeEventArgs e) => Lavora("Lettura e confronto in corso…", async () =>
    {
        Pulisci();
        NomeFile = e.File.Name;
        if (e.File.Size > XlsxCheck.MaxFile)
        {
            ErroreFile = XlsxCheck.TroppoGrande(e.File.Size).Message;
        }
        else if ((await e.File.LeggiTutto(XlsxCheck.MaxFile)).TryGet(out var letto))
        {
            _file = letto;
            await Confronta();
        }
        else
        {
            ErroreFile = UploadedFile.NonArrivato.Message;
        }
    });

    private Task Lavora(string passo, Func<Task> fai) => Once(async () =>
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

    /// <summary>Compares away from the circuit, because twenty thousand rows would hold the page still.</summary>
    private async Task Confronta()
    {
        var (chi, file) = (Utente!.Attore, _file);
        var esito = await Task.Run(() => Lettore.Leggi<AnteprimaElencoPortale, Result<AnteprimaDelPortale>>(chi, q => q.Esegui(file, chi)));
        ReadErrors = esito.Errors;
        if (esito.IsSuccess && esito.Value.TryGet(out var anteprima))
        {
            Mostra(anteprima);
        }
        else
        {
            ErroreFile = esito.IsSuccess ? esito.Value.Errors[0].Message : null;
            Anteprima = null;
        }
    }

    private void Mostra(AnteprimaDelPortale anteprima)
    {
        (Anteprima, Scelte) = (anteprima, new SceltePortale(anteprima));
        Gruppi = [.. anteprima.Confronto.Righe.GroupBy(r => r.Esito).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<RigaConfrontata>)[.. g]))];
    }

    private Task Registra() => Lavora("Registrazione in corso…", async () =>
    {
        Esito = null;
        var (conteggio, righe) = (Scelte!.Conteggio, Scelte.Righe.ToHashSet());
        var comando = new RegistraElencoPortale(Guid.CreateVersion7(), new ChosenFile(NomeFile, _file), Anteprima!.Impronta, Scelte.Dubbi, Scelte.Adottate);
        if (await Run(comando, done: null, away: true) is not null)
        {
            await Confronta();
            Esito = conteggio.Fatto;
            Fatte = [.. Anteprima?.Confronto.Righe.Where(r => righe.Contains(r.Riga.Numero) && r.Candidati.Count > 0) ?? []];
            await Reload();
        }
        else if (ActErrors.Any(e => e.Code == "elenco.superato"))
        {
            // Compare anew and drop the choices: they would be about another comparison. After any other error they stay.
            await Confronta();
        }
    });

    private void Pulisci()
    {
        (Anteprima, Scelte, Gruppi, Fatte, ErroreFile, Esito, _file) = (null, null, [], [], null, null, []);
        (ReadErrors, ActErrors) = ([], []);
    }

    /// <summary>
    /// Clears the comparison and empties the file's box. The box is made anew, because a browser keeps the name of the file. Must not run
    /// while the file is read.
    /// </summary>
    private void Abbandona()
    {
        Pulisci();
        _volta++;
    }
}
