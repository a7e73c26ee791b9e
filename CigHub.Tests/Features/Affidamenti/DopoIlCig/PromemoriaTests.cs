using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Cruscotto.Operativo;

namespace CigHub.Tests.Features.Affidamenti.DopoIlCig;

/// <summary>Checks the reminders of what is due after the CIG: the day by which it is due, and the act of the fascicolo that proves it.</summary>
public sealed class PromemoriaTests : WithBench
{
    private static readonly DateOnly Oggi = RomeTime.GiornoDiRoma(TestBench.Adesso.UtcDateTime);

    [Fact]
    public async Task Ordine_e_pubblicazione_si_contano_dal_CIG_e_il_resto_aspetta_le_date_del_contratto()
    {
        var id = await Banco.Affidamento(StatoAffidamento.CigAcquisito);

        var promemoria = (await Scheda(id)).Promemoria;
        Assert.Equal(
            [(TipoPromemoria.CigSullOrdine, Oggi.AddDays(7)), (TipoPromemoria.Pubblicazione, Oggi.AddDays(15)), (TipoPromemoria.Sc1, null),
                (TipoPromemoria.Co1, (DateOnly?)null)],
            promemoria.Select(p => (p.Tipo, p.Entro)));
        Assert.All(promemoria, p => Assert.False(p.Fatto));
    }

    [Fact]
    public async Task Un_atto_del_fascicolo_ne_e_la_prova()
    {
        var id = await Banco.Affidamento(StatoAffidamento.CigAcquisito);
        await Aggiungi(id, TipoAtto.Pubblicazione);

        var fatto = (await Scheda(id)).Promemoria.Single(p => p.Fatto);
        Assert.Equal((TipoPromemoria.Pubblicazione, "77"), (fatto.Tipo, fatto.Prova!.Dati.Numero));
    }

    [Fact]
    public async Task Senza_CIG_non_c_e_nulla_da_ricordare() =>
        Assert.Empty((await Scheda(await Banco.Affidamento(StatoAffidamento.CigInRichiesta))).Promemoria);

    [Fact]
    public async Task Mandata_la_SC1_non_si_corregge_piu()
    {
        var id = await Banco.Affidamento(StatoAffidamento.CigAcquisito);
        await Aggiungi(id, TipoAtto.SchedaSc1);

        var scheda = await Scheda(id);
        Assert.True(scheda.Affidamento.HaIlContratto);
        Assert.Equal("operazione.dopo-il-contratto",
            scheda.Affidamento.Impedisce(CigHub.Domain.Affidamenti.Operazioni.TipoOperazione.Annullamento, scheda.Acquisite[0].Id)!.Code);
    }

    [Fact]
    public async Task Il_cruscotto_lo_ricorda_quando_e_ora_e_non_quando_e_fatto()
    {
        var id = await Banco.Affidamento(StatoAffidamento.CigAcquisito);
        Assert.Empty(await DaFare());

        Banco.Orologio.Advance(TimeSpan.FromDays(4));
        Assert.Equal([id], await DaFare());

        await Aggiungi(id, TipoAtto.OrdinativoDiAdesione);
        Assert.Empty(await DaFare());

        Banco.Orologio.Advance(TimeSpan.FromDays(9));
        Assert.Equal([id], await DaFare());

        await Aggiungi(id, TipoAtto.Pubblicazione);
        Assert.Empty(await DaFare());
    }

    private async Task<IEnumerable<Guid>> DaFare() =>
        (await Banco.Lettore.Leggi<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(Banco.Rup, async q => await q.Esegui(Banco.Rup, true))).Value
            .Single(g => g.Attesa == Attesa.DopoIlCig).Voci.Select(v => v.Id);

    private async Task<DopoIlCigDetails> Scheda(Guid id) => (await Banco.Lettore.Leggi<DettaglioDopoIlCig, DopoIlCigDetails>(Banco.Rup, q => q.Esegui(id))).Value;

    private async Task Aggiungi(Guid id, TipoAtto tipo) => await Banco.Riesce(new AggiungiAtto(
        id, Guid.CreateVersion7(), new AttoForm { Tipo = tipo.ToString(), Data = RomeTime.Testo(Oggi), Numero = "77" }, await Banco.Version(id)));
}
