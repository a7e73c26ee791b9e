using CigHub.Tests.Demo.Dimostrazione;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Riepiloghi;
using CigHub.Web.UseCases;
using Xunit.Abstractions;

namespace CigHub.Tests.Features.Spesa;

/// <summary>
/// Compares every amount of every page and sheet of the spending with SQL that is written apart from the app's code: on the edge cases, each made
/// by commands, on a Lotto with many movimenti, and on the data of the demonstration.
/// </summary>
public sealed class ImportiInSqlTests(UfficioDeiCasiLimite ufficio, ITestOutputHelper output) : IClassFixture<UfficioDeiCasiLimite>
{
    private static readonly SpesaFilter[] _allora =
    [
        .. from day in (DateOnly[])[new(2024, 2, 28), new(2024, 2, 29), new(2025, 11, 28), new(2026, 11, 25), new(2026, 11, 28), new(2026, 12, 4)]
           from clock in Enum.GetValues<SpesaClock>()
           select new SpesaFilter { Al = day, Orologio = clock },
    ];

    [Fact]
    public async Task Nei_casi_limite_ogni_importo_e_quello_del_libro_al_centesimo()
    {
        var (bench, casi) = (ufficio.Bench, ufficio.Casi);
        var compared = await Confronta(bench.Services, bench.File, bench.ActorOf("responsabile"), bench.Clock.Today());
        bench.TotaliUgualiAlleSomme();
        bench.ConfermeUgualiAlleRighe();

        await casi.MoltiMovimenti(400);
        using var sql = new SpesaInSql(bench.File);
        var many = new OgniImporto(bench.Services, bench.ActorOf("responsabile"), sql, bench.Clock.Today());
        await many.AlMomento(new SpesaFilter { LottoId = casi.ConQuote }, links: true);
        await many.Fogli(new SpesaFilter { LottoId = casi.ConQuote });
        output.WriteLine($"{compared} and {many.Quanti} amounts");
        Assert.True(compared > 2000 && many.Quanti > 500, $"{compared} and {many.Quanti} amounts");
    }

    [Fact]
    public async Task Chi_subentra_a_un_fornitore_non_ne_prende_le_adesioni()
    {
        await using var bench = await TestBench.Create();
        var casi = new CasiLimite(bench);
        await casi.ConvenzioneLunga();
        await casi.CambiaIlFornitore();
        var choice = new SpesaFilter { LottoId = casi.ConSuccessione };
        var view = (await bench.Reader.Read<RiepilogoSpesa, RiepilogoView>(
            bench.ActorOf("responsabile"), async q => await q.Run(choice, DimensioneSpesa.Fornitore))).Value;
        Assert.Equal(
            [("Operatore 95 S.r.l.", 560_011L), ("Operatore 96 S.r.l.", 7_007L)],
            view.Righe.Select(r => (r.Nome, r.Termini.Aderito.Centesimi)));
        Assert.Equal([CasiLimite.Precedente, CasiLimite.Subentrato], view.Righe.Select(r => r.Righe!.Fornitore));
    }

    /// <summary>Every amount of the pages for all, and those of the pages of two of the twenty Lotti.</summary>
    [Fact]
    public Task Nella_dimostrazione_ogni_importo_e_quello_del_libro_al_centesimo() => Dimostrazione(everyLotto: 10, atLeast: 2500);

    [Fact]
    [LongRun(typeof(ImportiInSqlTests), "every Lotto in place of each tenth")]
    public Task Nella_dimostrazione_anche_gli_importi_di_ogni_Lotto_sono_quelli_del_libro() => Dimostrazione(everyLotto: 1, atLeast: 5000);

    private async Task Dimostrazione(int everyLotto, int atLeast)
    {
        await using var office = await TestOffice.Open();
        var compared = await Confronta(office.Services, office.File, await office.Responsabile(), TestOffice.Oggi, everyLotto);
        output.WriteLine($"{compared} amounts");
        Assert.True(compared > atLeast, $"{compared} amounts");
    }

    private static async Task<int> Confronta(IServiceProvider services, string file, Actor actor, DateOnly oggi, int everyLotto = 1)
    {
        using var sql = new SpesaInSql(file);
        var importi = new OgniImporto(services, actor, sql, oggi);
        await importi.AlMomento(new SpesaFilter(), links: true, everyLotto);
        await importi.InCorso();
        await importi.Fogli(new SpesaFilter());
        foreach (var moment in _allora.Where((_, i) => LongRun.Is || i % 4 < 2))
        {
            await importi.AlMomento(moment, links: false);
            if (moment.Orologio == SpesaClock.Registrazione)
            {
                await importi.Relazione(moment.Al!.Value);
            }
        }

        await importi.Fogli(_allora[^2]);
        return importi.Quanti;
    }
}
