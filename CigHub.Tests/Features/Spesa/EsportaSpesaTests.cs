using System.Text.Json;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Fogli;
using CigHub.Web.Features.Spesa.Movimenti;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Riepiloghi;
using CigHub.Web.Features.Spesa.Scadenze;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace CigHub.Tests.Features.Spesa;

/// <summary>Tests the sheets of the spending: their lines above the captions, their rows against the pages, and their event.</summary>
public sealed class EsportaSpesaTests : CommandContract<EsportaSpesa>
{
    private Actor Everywhere => Bench.ActorOf("responsabile");

    private Actor OfTivoli => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    public override async Task Fa_cio_che_dice()
    {
        await new SpesaStory(Bench).Tell(12);
        var filter = new SpesaFilter { Al = new(2026, 1, 31), Orologio = SpesaClock.Registrazione };
        var file = (await Export(RiepilogoColumns.Sheet(filter, DimensioneSpesa.Ente), Everywhere)).Value;
        var rows = Cells(file);
        Assert.Equal([SpesaWords.Testata, filter.Statement(), "Ente"], rows.Take(3).Select(r => r[0]));
        var shown = (await Bench.Reader.Read<RiepilogoSpesa, RiepilogoView>(Everywhere, async q => await q.Run(filter, DimensioneSpesa.Ente))).Value;
        Assert.Equal(
            shown.Righe.Select(r => (r.Nome, r.Termini.Aderito.InEuro)), rows.Skip(3).Select(r => ((string)r[0]!, Convert.ToDecimal(r[1], null))));
        Assert.StartsWith("spesa-per-ente-", file.Name, StringComparison.Ordinal);

        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Azione == Azioni.SpesaEsportata));
        var dati = JsonDocument.Parse(evento.Byte).RootElement.GetProperty("dati");
        Assert.Equal((shown.Righe.Count, file.Sha256), (dati.GetProperty("righe").GetInt32(), dati.GetProperty("sha256").GetString()));
        Assert.Equal("?al=2026-01-31&come=quel-giorno", dati.GetProperty("filtro").GetProperty("scelta").GetString());
    }

    [Fact]
    public async Task Il_foglio_del_quadro_e_quello_dei_movimenti_hanno_tutte_le_righe()
    {
        await new SpesaStory(Bench).Tell(240);
        var quadro = Cells((await Export(QuadroColumns.Sheet(new(), false), Everywhere)).Value);
        Assert.Equal(Bench.Catalogo.Lotti.Count, quadro.Count - 3);
        Assert.All(quadro.Skip(3), r => Assert.Equal(
            Convert.ToDecimal(r[3], null), r.Skip(4).Take(3).Append(r[8]).Sum(c => Convert.ToDecimal(c, null))));

        var filter = new SpesaFilter { LottoId = Bench.Catalogo.Lotti[0].Id };
        var page = (await Bench.Reader.Read<MovimentiSpesa, MovimentiSpesaView>(OfTivoli, async q => await q.Run(filter, 1))).Value;
        Assert.True(page.Altre && page.AltriEnti > Importo.Zero);
        var rows = Cells((await Export(MovimentiColumns.Sheet(filter, page.AltriEnti), OfTivoli)).Value);
        Assert.Equal($"{SpesaWords.AltriEnti}, fuori da queste righe: {page.AltriEnti:E}", rows[3][0]);
        Assert.True(rows.Count - 5 > MovimentiSpesa.PerPagina);
        Assert.Equal((page.Totale - page.AltriEnti).InEuro, rows.Skip(5).Sum(r => Convert.ToDecimal(r[8], null)));
        Assert.DoesNotContain(rows, r => Bench.Catalogo.Enti.Exists(e => e.Id != OfTivoli.EnteId && Equals(e.Denominazione, r[5])));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var ready = new ReadyFile(Guid.CreateVersion7(), Everywhere, "x.xlsx", new MemoryStream(), 1, "", []);
        Bench.Services.GetRequiredService<FilesToHandOut>().Add(ready);
        await Bench.Refuses("dati.non-trovato", new EsportaSpesa(ready.Id), OfTivoli);
        var other = Bench.Catalogo.Enti.First(e => e.Id != OfTivoli.EnteId).Id;
        Assert.Equal(
            "spesa.foglio-vuoto", (await Export(MovimentiColumns.Sheet(new() { EnteId = other }, default), OfTivoli)).Errors[0].Code);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var filter = new SpesaFilter { Al = new(1999, 1, 1) };
        Assert.Equal("spesa.foglio-vuoto", (await Export(RiepilogoColumns.Sheet(filter, DimensioneSpesa.Mese), Everywhere)).Errors[0].Code);
        await Bench.Refuses("dati.non-trovato", new EsportaSpesa(Guid.CreateVersion7()), Everywhere);
        Assert.Equal(0, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.SpesaEsportata)));
    }

    [Fact]
    public async Task Il_foglio_delle_scadenze_dice_entro_quanti_giorni()
    {
        await Bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
        {
            var c = await db.Convenzioni.OrderBy(c => c.Id).FirstAsync();
            Assert.True(c.Modifica(new(
                c.Titolo, c.Disciplina, c.DataBando, c.AdesioniDal, Bench.Clock.Today().AddDays(180), c.ConfrontoCompetitivo, c.Erosione)).IsSuccess);
            return Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));
        });
        var rows = Cells((await Export(ScadenzeColumns.Sheet(180), Bench.ActorOf("amministratore"))).Value);
        Assert.Equal([SpesaWords.Testata, "Come noto oggi, per data di adesione.", "Scadenze entro 180 giorni", "Giorno"], rows.Take(4).Select(r => r[0]));
        Assert.True(rows.Count > 4);
        Assert.All(rows.Skip(4), r => Assert.Equal("Fine delle adesioni", r[2]));
    }

    private static List<List<object?>> Cells(ReadyFile file) =>
        [.. file.Content.Query().Cast<IDictionary<string, object?>>().Select(r => r.Values.ToList())];

    private async Task<Result<ReadyFile>> Export<TQuery, TRow>(ListToExport<TQuery, TRow, EsportaSpesa> list, Actor actor)
        where TQuery : class, IQuery
    {
        using var work = new RunningWork(() => Task.CompletedTask, CancellationToken.None);
        await using var scope = Bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ListExport>().Run(list, actor, work);
    }
}
