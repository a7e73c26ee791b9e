using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Dettaglio;
using CigHub.Web.Features.Spesa.Fogli;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Movimenti;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Relazione;
using CigHub.Web.Features.Spesa.Riepiloghi;
using CigHub.Web.UseCases;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace CigHub.Tests.Features.Spesa;

/// <summary>
/// Compares every amount that the pages and sheets of the spending show with the SQL of <see cref="SpesaInSql"/>, to the cent, and the amounts
/// that are links with the rows behind them. It asks as a user who sees every Ente.
/// </summary>
internal sealed class OgniImporto(IServiceProvider services, Actor actor, SpesaInSql sql, DateOnly oggi)
{
    private static readonly ComponenteCapienza?[] _voci =
        [null, ComponenteCapienza.Aderito, ComponenteCapienza.Riservato, ComponenteCapienza.AltreAdesioni];

    /// <summary>The number of amounts that were compared.</summary>
    public int Quanti { get; private set; }

    /// <summary>Compares the picture with its Lotti, the sums and the burn-down at one moment.</summary>
    /// <param name="moment">The day and the reading, or the default for everything that is known today.</param>
    /// <param name="links">Says whether the pages of each Convenzione and Lotto, and the rows behind each amount, are read too.</param>
    /// <param name="everyLotto">Reads the page of each n-th Lotto only, among those with links. 1 reads all of them.</param>
    public async Task AlMomento(SpesaFilter moment, bool links, int everyLotto = 1)
    {
        var quadro = await Quadro(moment);
        await Riepiloghi(moment, links);
        await Consumo(moment);
        foreach (var c in links ? quadro.Convenzioni : [])
        {
            var choice = moment with { ConvenzioneId = c.Id };
            await Quadro(choice);
            await Consumo(choice);
            await Riepiloghi(choice, links: false);
            foreach (var voce in Enum.GetValues<ComponenteCapienza>())
            {
                await Righe(choice with { Voce = voce });
            }
        }

        foreach (var lotto in links ? quadro.Convenzioni.SelectMany(c => c.Lotti).Where((_, i) => i % everyLotto == 0) : [])
        {
            var choice = moment with { LottoId = lotto.Id };
            await Quadro(choice);
            await Consumo(choice);
            await Riepiloghi(choice, links);
            await Righe(choice with { Voce = ComponenteCapienza.Massimale });
        }
    }

    /// <summary>Compares what requests and confirmations hold now, with the Affidamenti and with the ledger, Lotto by Lotto.</summary>
    public async Task InCorso()
    {
        var view = await Ask<RichiesteInCorso, InCorsoView>(async q => await q.Run(new SpesaFilter()));
        Same(sql.InCorso(), view.Totale, "in corso");
        Same(sql.Termini().InCorso, view.Totale, "in corso, by the ledger");
        Assert.Equal(
            sql.Rows("SELECT upper(Affidamento), Conferma, Importo FROM Tenuto").Select(r => $"{r[0]} {r[1]} {r[2]}").Order(),
            view.Righe.Select(r => $"{SpesaInSql.Id(r.AffidamentoId)} {(r.Conferma ? 1 : 0)} {r.Importo.Centesimi}").Order());
        Same(view.Righe.Sum(r => r.Importo.Centesimi), Importo.Somma(view.Fasce.Select(f => f.Importo)), "in corso by age");
        Assert.Equal(view.Righe.Count, view.Fasce.Sum(f => f.Quante));
        foreach (var (lotto, righe) in view.Righe.GroupBy(r => r.LottoId).Select(g => (g.Key, g.ToList())))
        {
            var termini = sql.Termini(Lotto(lotto));
            var own = await Ask<RichiesteInCorso, InCorsoView>(async q => await q.Run(new SpesaFilter { LottoId = lotto }));
            Same(termini.InCorso, own.Totale, $"in corso of {lotto}");
            Assert.All(righe, r => Assert.Equal(termini.Residuo > 0 ? 100m * r.Importo.Centesimi / termini.Residuo : (decimal?)null, r.DelResiduo));
        }
    }

    /// <summary>Compares the report of a day.</summary>
    public async Task Relazione(DateOnly al)
    {
        var day = SpesaInSql.FinoAl(SpesaClock.Registrazione, al);
        var view = await Ask<RelazioneSpesa, RelazioneView>(async q => await q.Run(al));
        Same(sql.Termini(day), view.Quadro.Termini, $"report of {al}");
        foreach (var c in view.Convenzioni)
        {
            var (own, what) = ($"Convenzione = '{SpesaInSql.Id(c.Convenzione.Id)}'", $"report of {al}: {c.Convenzione.Titolo}");
            Same(sql.Termini(day, own), c.Convenzione.Termini, what);
            Same(sql.Termini(day, own, "Voce <> 'Massimale'"), c.Preso, what);
            c.Convenzione.Lotti.ToList().ForEach(l => Same(sql.Termini(day, Lotto(l.Id)), l.Termini, $"{what}, Lotto {l.Numero}"));
            SameRows(sql.Grouped("Ente", day, own), c.PerEnte);
            SameRows(sql.Grouped("Fornitore", day, own), c.PerFornitore);
        }

        if (view.Convenzioni.Count > 0)
        {
            var lotti = view.Convenzioni.SelectMany(c => c.Convenzione.Lotti);
            await Foglio(QuadroColumns.Report(view, "."), [.. lotti.Select(l => sql.Termini(day, Lotto(l.Id)))], whole: true);
        }
    }

    /// <summary>Compares the sheets of the picture, of the sums and of the ledger's rows, as they are downloaded.</summary>
    public async Task Fogli(SpesaFilter moment)
    {
        var quadro = await Ask<QuadroSpesa, QuadroSpesaView>(async q => await q.Run(moment, false));
        var where = SpesaInSql.Scelta(moment);
        await Foglio(
            QuadroColumns.Sheet(moment, false), [.. quadro.Convenzioni.SelectMany(c => c.Lotti).Select(l => sql.Termini([.. where, Lotto(l.Id)]))], true);
        foreach (var per in Enum.GetValues<DimensioneSpesa>())
        {
            var view = await Ask<RiepilogoSpesa, RiepilogoView>(async q => await q.Run(moment, per));
            var expected = sql.Grouped(Column(per, moment), where);
            await Foglio(RiepilogoColumns.Sheet(moment, per), [.. view.Righe.Select(r => expected[Key(per, r)])], false);
        }

        var rows = await Cells(MovimentiColumns.Sheet(moment, Importo.Zero));
        var amounts = rows.Skip(Head(rows) + 1).Select(r => Cents(r[^1])).ToList();
        var taken = string.Join(" AND ", (string[])["Voce <> 'Massimale'", .. where]);
        Assert.Equal(sql.Rows($"SELECT Importo FROM Spesa WHERE {taken}").Select(r => (long)r[0]).Order(), amounts.Order());
        Quanti += amounts.Count;
    }

    private async Task<QuadroSpesaView> Quadro(SpesaFilter filter)
    {
        var (al, clock) = (filter.Al ?? oggi, filter.Orologio);
        var view = await Ask<QuadroSpesa, QuadroSpesaView>(async q => await q.Run(filter, false));
        var conosciute = clock == SpesaClock.Registrazione ? SpesaInSql.FinoAl(clock, al) : "true";
        foreach (var l in view.Convenzioni.SelectMany(c => c.Lotti))
        {
            var (own, what) = (Lotto(l.Id), $"{filter.Statement()} Lotto {l.Numero} {l.Oggetto}");
            var termini = sql.Termini(SpesaInSql.Scelta(filter with { LottoId = l.Id }));
            Same(termini, l.Termini, what);
            Same(sql.Termini(own, SpesaInSql.Anno(clock, al)).Aderito, l.QuestAnno, $"{what}, this year");
            Same(sql.Termini(own, SpesaInSql.AnnoPrima(clock, al)).Aderito, l.AnnoPrima, $"{what}, the year before");
            Assert.Equal(
                sql.UltimaComunicazione(own, SpesaInSql.FinoAl(SpesaClock.Adesione, al), conosciute), l.ComunicateIl is { } d ? SpesaInSql.Day(d) : null);
            if (filter.Al is null)
            {
                Same(sql.InCorso(own), Importo.DaCentesimi(termini.InCorso), $"{what}, in corso by the Affidamenti");
                Same(sql.Acquisito(l.Id), Importo.DaCentesimi(termini.Aderito), $"{what}, aderito by the Affidamenti");
                Same(sql.InCorso(own, "Conferma = 1"), l.Confermati, $"{what}, confirmed");
                Same(sql.ConAtto(l.Id), l.ConAtto, $"{what}, with its act");
            }
        }

        foreach (var c in view.Convenzioni)
        {
            Same(sql.Termini(SpesaInSql.Scelta(filter with { ConvenzioneId = c.Id })), c.Termini, c.Titolo);
        }

        Same(sql.Termini(SpesaInSql.Scelta(filter)), view.Termini, $"{filter.Statement()} all");
        return view;
    }

    private async Task Riepiloghi(SpesaFilter filter, bool links)
    {
        var where = SpesaInSql.Scelta(filter);
        foreach (var per in Enum.GetValues<DimensioneSpesa>())
        {
            var view = await Ask<RiepilogoSpesa, RiepilogoView>(async q => await q.Run(filter, per));
            var expected = sql.Grouped(Column(per, filter), where);
            Assert.Superset(expected.Keys.ToHashSet(), view.Righe.Select(r => Key(per, r)).ToHashSet());
            foreach (var (riga, i) in view.Righe.Select((r, i) => (r, i)))
            {
                var what = $"{filter.Address("")} {filter.Statement()} {per}: {riga.Nome}";
                Same(expected.GetValueOrDefault(Key(per, riga)), riga.Termini, what);
                Same(Adesso(per, riga, filter), riga.Ora, $"{what}, now");
                Same(Prima(per, riga, filter), riga.Prima, $"{what}, the year before");
                foreach (var voce in links && (per != DimensioneSpesa.Mese || i < 3) ? _voci : [])
                {
                    await Righe(riga.Righe! with { Voce = voce }, Voce(riga.Termini, voce));
                }
            }

            Same(sql.Termini([.. where, "Voce <> 'Massimale'"]), view.Termini, $"{filter.Statement()} {per}: total");
        }
    }

    private async Task Consumo(SpesaFilter filter)
    {
        var view = await Ask<ConsumoNelTempo, ConsumoView>(async q => await q.Run(filter));
        var whole = SpesaInSql.Scelta(filter);
        foreach (var p in view.Punti.Skip(1))
        {
            var t = p.Giorno == (filter.Al ?? oggi) ? sql.Termini(whole) : sql.Termini([.. whole, SpesaInSql.FinoAl(filter.Orologio, p.Giorno)]);
            Same(t.Massimale, p.Massimale, $"massimale on {p.Giorno}");
            Same(t.Residuo, p.Residuo, $"residuo on {p.Giorno}");
            Same(t.Residuo + t.InCorso, p.SenzaInCorso, $"residuo without «in corso» on {p.Giorno}");
        }

        Assert.Equal(view.Punti.Select(p => p.Giorno).Order(), view.Punti.Select(p => p.Giorno));
    }

    /// <summary>Follows a link: reads the choice from its address, and compares the amount that the page tells and the sum of its rows.</summary>
    private async Task Righe(SpesaFilter filter, Importo? amount = null)
    {
        var read = SpesaFilter.Read("http://localhost" + filter.Address("/spesa/movimenti"));
        Assert.Equal(filter, read);
        var view = await Ask<MovimentiSpesa, MovimentiSpesaView>(async q => await q.Run(read, 1));
        var rows = await Ask<MovimentiSpesa, List<MovimentoSpesaRow>>(async q => await q.Each(read, 1_000_000).ToListAsync());
        Same(rows.Sum(r => r.Importo.Centesimi), view.Totale, $"rows of {filter.Address("")}");
        if (amount is { } shown)
        {
            Same(shown.Centesimi, view.Totale, $"link to {filter.Address("")}");
        }
        else if (filter.Voce is { } voce)
        {
            Same(sql.Termini([.. SpesaInSql.Scelta(filter), $"Voce = '{Word(voce)}'"]) switch
            {
                var t when voce == ComponenteCapienza.Massimale => t.Massimale,
                var t => t.Occupato,
            }, view.Totale, $"link to {filter.Address("")}");
        }
    }

    private long Adesso(DimensioneSpesa per, RigaRiepilogo riga, SpesaFilter filter) => per is DimensioneSpesa.Ente or DimensioneSpesa.Fornitore
        ? sql.Termini([.. Where(filter), Own(per, riga, filter), SpesaInSql.Anno(filter.Orologio, filter.Al ?? oggi)]).Aderito
        : sql.Termini([.. SpesaInSql.Scelta(filter), Own(per, riga, filter)]).Aderito;

    /// <summary>Returns the cents of the same days a year before: of a month or year that is over, all of them.</summary>
    private long Prima(DimensioneSpesa per, RigaRiepilogo riga, SpesaFilter filter)
    {
        var (al, clock) = (filter.Al ?? oggi, filter.Orologio);
        var same = SpesaInSql.AnnoPrima(clock, al);
        return per switch
        {
            DimensioneSpesa.Ente or DimensioneSpesa.Fornitore => sql.Termini([.. Where(filter), Own(per, riga, filter), same]).Aderito,
            DimensioneSpesa.Anno => Year(riga.Righe!.Anno!.Value - 1, $"{riga.Righe.Anno}" == $"{al.Year}"),
            _ => Month(riga.Righe!.Mese!.Value - 100, riga.Righe.Mese == (al.Year * 100) + al.Month),
        };

        long Year(int year, bool running) =>
            sql.Termini([.. SpesaInSql.Scelta(filter), $"substr({SpesaInSql.Clock(clock)}, 1, 4) = '{year}'", running ? same : "true"]).Aderito;

        long Month(int month, bool running) => sql.Termini(
            [.. SpesaInSql.Scelta(filter), $"substr({SpesaInSql.Clock(clock)}, 1, 7) = '{month / 100}-{month % 100:00}'", running ? same : "true"]).Aderito;
    }

    /// <summary>Compares the columns of the terms in a sheet, in the order of its rows.</summary>
    private async Task Foglio<TQuery, TRow>(ListToExport<TQuery, TRow, EsportaSpesa> list, IReadOnlyList<TerminiInSql> expected, bool whole)
        where TQuery : class, IQuery
    {
        var rows = await Cells(list);
        var head = Head(rows);
        long Cell(List<object?> row, string caption) => Cents(row[rows[head].IndexOf(caption)]);
        Assert.Equal(expected.Count, rows.Count - head - 1);
        foreach (var (t, row) in expected.Zip(rows.Skip(head + 1)))
        {
            Assert.Equal(
                (t.Aderito, t.InCorso, t.Comunicate, whole ? t.Massimale : t.Occupato, whole ? t.Residuo : 0),
                (Cell(row, "Aderito"), Cell(row, "In corso di adesione"), Cell(row, "Adesioni comunicate da CMRC"),
                    Cell(row, whole ? "Massimale" : "In tutto"), whole ? Cell(row, "Residuo") : 0));
            Quanti += 5;
        }
    }

    private async Task<List<List<object?>>> Cells<TQuery, TRow>(ListToExport<TQuery, TRow, EsportaSpesa> list)
        where TQuery : class, IQuery
    {
        using var work = new RunningWork(() => Task.CompletedTask, CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var file = await scope.ServiceProvider.GetRequiredService<ListExport>().Run(list, actor, work);
        Assert.True(file.IsSuccess, string.Join("; ", file.Errors));
        return [.. file.Value.Content.Query().Cast<IDictionary<string, object?>>().Select(r => r.Values.ToList())];
    }

    private async Task<T> Ask<TQuery, T>(Func<TQuery, Task<T?>> ask)
        where TQuery : class, IQuery
        where T : class
    {
        var answer = await services.GetRequiredService<QueryReader>().Read(actor, ask);
        Assert.True(answer.IsSuccess, string.Join("; ", answer.Errors));
        return answer.Value;
    }

    /// <summary>Compares the rows of the report without their names, which are those of its day.</summary>
    private void SameRows(Dictionary<string, TerminiInSql> expected, IReadOnlyList<RigaRelazione> shown)
    {
        Quanti += 3 * shown.Count;
        Assert.Equal(
            expected.Values.Select(t => $"{t.Aderito} {t.InCorso} {t.Comunicate}").Order(),
            shown.Select(r => $"{r.Termini.Aderito.Centesimi} {r.Termini.InCorso.Centesimi} {r.Termini.Comunicate.Centesimi}").Order());
    }

    private void Same(TerminiInSql expected, TerminiMassimale shown, string what)
    {
        Same(expected.Massimale, shown.Massimale, $"{what}: massimale");
        Same(expected.Aderito, shown.Aderito, $"{what}: aderito");
        Same(expected.InCorso, shown.InCorso, $"{what}: in corso");
        Same(expected.Comunicate, shown.Comunicate, $"{what}: comunicate");
        Same(expected.Residuo, shown.Residuo, $"{what}: residuo");
        Same(shown.Massimale.Centesimi, shown.Aderito + shown.InCorso + shown.Comunicate + shown.Residuo, $"{what}: the equation");
    }

    private void Same(long expected, Importo shown, string what)
    {
        Quanti++;
        Assert.True(expected == shown.Centesimi, $"{what}: SQL says {expected} cents, the page {shown.Centesimi}.");
    }

    private static string[] Where(SpesaFilter filter) => SpesaInSql.Scelta(filter with { Al = null });

    private static string Lotto(Guid id) => $"Lotto = '{SpesaInSql.Id(id)}'";

    private static string Own(DimensioneSpesa per, RigaRiepilogo riga, SpesaFilter filter) => $"{Column(per, filter)} = '{Key(per, riga)}'";

    private static string Column(DimensioneSpesa per, SpesaFilter filter) => per switch
    {
        DimensioneSpesa.Mese => $"substr({SpesaInSql.Clock(filter.Orologio)}, 1, 7)",
        DimensioneSpesa.Anno => $"substr({SpesaInSql.Clock(filter.Orologio)}, 1, 4)",
        _ => per.ToString(),
    };

    /// <summary>Returns the value by which SQL knows a row of the sums, from the row's own link.</summary>
    private static string Key(DimensioneSpesa per, RigaRiepilogo riga) => per switch
    {
        DimensioneSpesa.Ente => SpesaInSql.Id(riga.Righe!.EnteId!.Value),
        DimensioneSpesa.Fornitore => riga.Righe!.Fornitore!,
        DimensioneSpesa.Mese => $"{riga.Righe!.Mese / 100}-{riga.Righe.Mese % 100:00}",
        _ => riga.Righe!.Anno!.Value.ToString(CultureInfo.InvariantCulture),
    };

    private static Importo Voce(TerminiMassimale t, ComponenteCapienza? voce) => voce switch
    {
        ComponenteCapienza.Aderito => t.Aderito,
        ComponenteCapienza.Riservato => t.InCorso,
        ComponenteCapienza.AltreAdesioni => t.Comunicate,
        _ => t.Occupato,
    };

    private static string Word(ComponenteCapienza voce) => voce switch
    {
        ComponenteCapienza.Riservato => "InCorso",
        ComponenteCapienza.AltreAdesioni => "Comunicate",
        _ => voce.ToString(),
    };

    private static int Head(List<List<object?>> rows) => rows.FindIndex(r => r.Count(c => c is not null) > 2);

    private static long Cents(object? cell) => (long)(Convert.ToDecimal(cell, CultureInfo.InvariantCulture) * 100);
}
