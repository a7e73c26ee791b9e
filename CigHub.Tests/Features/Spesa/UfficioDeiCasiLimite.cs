using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.OpenData;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.ListaAttesa;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Riconciliazione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Spesa;

/// <summary>An office with all edge cases of the spending, which tests only read.</summary>
public sealed class UfficioDeiCasiLimite : IAsyncLifetime
{
    private readonly string _folder = TestFolder.New("opendata");

    public TestBench Bench { get; private set; } = null!;

    internal CasiLimite Casi { get; private set; } = null!;

    /// <summary>People of each kind who see one Ente, of each of two Enti.</summary>
    public IReadOnlyList<Actor> Viewers { get; private set; } = [];

    /// <summary>One file of CIG and one of suppliers, each with rows of two Enti.</summary>
    internal IReadOnlyList<OpenDataSource> Files { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Bench = await TestBench.Create();
        Casi = new CasiLimite(Bench);
        await Casi.Tutti();
        await OpenData();
        await LavoroDiDueEnti();
        Viewers =
        [
            Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile), Bench.Rup, Bench.RupOfAnotherEnte,
            await Bench.Anche(Bench.ActorOf("rup.guidonia"), Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId),
            await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.Rup.EnteId),
        ];
    }

    public async Task DisposeAsync()
    {
        await Bench.DisposeAsync();
        TestFolder.Delete(_folder);
    }

    /// <summary>
    /// Compares both files for all Enti. Of each of two Enti they have a CIG with another amount and another supplier, one that CigHub has not, and
    /// one that a communication counts.
    /// </summary>
    private async Task OpenData()
    {
        var nostri = (await Bench.Query(db => (
            from a in db.Affidamenti
            where a.LottoId == Casi.ConQuote
            join g in db.Aggiudicazioni on a.Id equals g.AffidamentoId
            where g.CigDerivato != null
            join e in db.Enti on a.EnteId equals e.Id
            orderby a.Progressivo
            select new { a.EnteId, g.CigDerivato, e.CodiceFiscale }).ToListAsync())).DistinctBy(a => a.EnteId).ToList();
        Assert.Equal(2, nostri.Count);
        var padre = (await Bench.Lotto(Casi.ConQuote)).CigPadre.Valore;
        foreach (var i in Enumerable.Range(0, nostri.Count))
        {
            var atto = new AttoSulLottoForm
            {
                Importo = "9,00",
                Descrizione = "Open data ANAC",
                Data = "24/11/2026",
                Protocollo = CigFuoriDaCigHub.ProtocolloDi(Contato(i)),
            };
            await Bench.Succeeds(new RegistraAltreAdesioni(Casi.ConQuote, atto), SampleCatalogo.Amministratore(Bench));
        }

        Files =
        [
            Source(SampleOpenData.Name, SampleOpenData.Csv([.. nostri.SelectMany((n, i) => (string[])
            [
                SampleOpenData.Row(n.CigDerivato!.Valore, padre, "1.0", n.CodiceFiscale.Valore),
                SampleOpenData.Row($"C00000001{i}", padre, "8.0", n.CodiceFiscale.Valore),
                SampleOpenData.Row(Contato(i), padre, "9.0", n.CodiceFiscale.Valore),
            ])])),
            Source("20261120-aggiudicatari_csv.csv", SampleOpenData.Csv(TracciatoOpenData.Aggiudicatari, [.. nostri.Select(n => (string[])
                [n.CigDerivato!.Valore, "OPERATORE ECONOMICO MONOSOGGETTIVO", "01234567897", "ALTRA SPA", "IMPRESA", "124"])])),
        ];
        foreach (var file in Files)
        {
            var found = await Bench.Reader.ReadLong<EsaminaOpenData, Result<OpenDataEsaminato>>(
                Bench.Responsabile(), async q => await q.Run(file, new Progress<int>()), default);
            await Bench.Services.GetRequiredService<RiconciliazioneKeeper>().Keep(found.Value.Value, Bench.Responsabile());
        }

        static string Contato(int i) => $"C00000002{i}";

        OpenDataSource Source(string name, byte[] content)
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllBytes(path, content);
            return new OpenDataSource(path, name);
        }
    }

    /// <summary>Reminds a RUP of each of two Enti, confirms capacity to each, and lets each wait for some.</summary>
    private async Task LavoroDiDueEnti()
    {
        const int Raggruppamento = 1, OltreIlMassimale = 2;
        foreach (var (chi, rup) in ((Actor, string)[])[(Bench.Rup, "rup.tivoli"), (Bench.RupOfAnotherEnte, "rup.velletri")])
        {
            await Bench.Succeeds(
                new SollecitaRup(await Bench.Affidamento(StatoAffidamento.CigInRichiesta, Raggruppamento, "1313,13", rup: rup)), Bench.Responsabile());
            var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, Raggruppamento, "1414,14", rup: rup);
            var conferma = SampleFiles.Confirm("1.414,14", "15/01/2027");
            await Bench.Succeeds(new RegistraRisposta(id, Guid.CreateVersion7(), conferma, await Bench.Version(id)), chi);
            id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, OltreIlMassimale, "1515,15", rup: rup);
            await Bench.Succeeds(new MettiInListaAttesa(id, await Bench.Version(id)), chi);
        }
    }
}
