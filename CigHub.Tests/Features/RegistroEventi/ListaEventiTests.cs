using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.RegistroEventi.Elenco;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>Checks the filters of the list of events, of which days become a range of event numbers.</summary>
public sealed class ListaEventiTests : WithBench
{
    [Fact]
    public async Task I_giorni_sono_inclusi_tutti_e_due_e_si_combinano_con_gli_altri_filtri()
    {
        var ids = new List<Guid>();
        for (var giorno = 0; giorno < 3; giorno++)
        {
            ids.Add(await Bench.Affidamento(StatoAffidamento.InLavorazione));
            await Bench.Refuses("accesso.negato", new SegnaPronto(ids[^1], 1), Bench.Auditor);
            Bench.Clock.Advance(TimeSpan.FromDays(1));
        }

        var primo = DateOnly.FromDateTime(TestBench.Now.UtcDateTime);
        var creato = new EventiFilter(Azione: Azioni.AffidamentoCreato);
        Assert.Equal([$"{ids[1]}"], await Oggetti(creato with { Dal = primo.AddDays(1), Al = primo.AddDays(1) }));
        Assert.Equal([$"{ids[2]}", $"{ids[1]}"], await Oggetti(creato with { Dal = primo.AddDays(1) }));
        Assert.Equal([$"{ids[1]}", $"{ids[0]}"], await Oggetti(creato with { Al = primo.AddDays(1) }));
        Assert.Empty(await Oggetti(creato with { Dal = primo.AddDays(3) }));
        Assert.Empty(await Oggetti(creato with { Al = primo.AddDays(-1) }));
        Assert.Equal([$"{ids[0]}"], await Oggetti(creato with { Oggetto = $"{ids[0]}" }));

        var negati = await Read(new EventiFilter(Esito: "negato", Dal: primo.AddDays(1)));
        Assert.Equal(2, negati.Total);
        Assert.All(negati.Rows, e => Assert.True(e.Negato));
        Assert.Equal(3, (await Read(new EventiFilter(Esito: "negato", Chi: Bench.Auditor.PersonaId))).Total);
    }

    private async Task<IEnumerable<string>> Oggetti(EventiFilter filtro) => (await Read(filtro)).Rows.Select(e => e.OggettoId);

    private async Task<ListPage<EventoRow>> Read(EventiFilter filtro) =>
        (await Bench.Reader.Read<ListaEventi, ListPage<EventoRow>>(Bench.Auditor, async q => await q.Run(filtro, 1, 50))).Value;
}
