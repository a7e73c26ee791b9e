using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Cruscotto.Operativo;

namespace CigHub.Tests.Features.Affidamenti.DopoIlCig;

/// <summary>Checks the promemoria after the CIG: the day by which each is due, and the Atto of the fascicolo that proves it.</summary>
public sealed class PromemoriaTests : WithBench
{
    private static readonly DateOnly Oggi = RomeTime.DayInRome(TestBench.Now.UtcDateTime);

    [Fact]
    public async Task Ordine_e_pubblicazione_si_contano_dal_CIG_e_il_resto_aspetta_le_date_del_contratto()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);

        var promemoria = (await Scheda(id)).Promemoria;
        Assert.Equal(
            [(TipoPromemoria.CigSullOrdine, Oggi.AddDays(7)), (TipoPromemoria.DeterminaConCig, Oggi.AddDays(15)),
                (TipoPromemoria.Pubblicazione, Oggi.AddDays(15)), (TipoPromemoria.Sc1, null), (TipoPromemoria.Co1, (DateOnly?)null)],
            promemoria.Select(p => (p.Tipo, p.Entro)));
        Assert.All(promemoria, p => Assert.False(p.Fatto));
    }

    [Fact]
    public async Task Un_atto_del_fascicolo_ne_e_la_prova()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Add(id, TipoAtto.Pubblicazione);

        var fatto = (await Scheda(id)).Promemoria.Single(p => p.Fatto);
        Assert.Equal((TipoPromemoria.Pubblicazione, "77"), (fatto.Tipo, fatto.Prova!.Dati.Numero));
    }

    [Theory]
    [InlineData(TipoAtto.DeterminaConCig)]
    [InlineData(TipoAtto.DeterminaDiAdesione)]
    public async Task La_determina_di_prima_del_CIG_va_completata_e_una_registrata_dopo_ne_e_la_prova(TipoAtto prova)
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Add(id, TipoAtto.DeterminaDiAdesione);
        Bench.Clock.Advance(TimeSpan.FromHours(1));
        await Bench.Succeeds(new RegistraCigDerivato(
            id, (await Bench.ReadAgain(id)).Aggiudicazioni[0].Id, InventedCodes.Cig('B', 0x77).Valore, await Bench.Version(id)));
        Assert.False((await Determina(id)).Fatto);

        Bench.Clock.Advance(TimeSpan.FromHours(1));
        await Add(id, prova);
        Assert.Equal(prova, (await Determina(id)).Prova!.Dati.Tipo);

        async Task<Promemoria> Determina(Guid affidamento) => (await Scheda(affidamento)).Promemoria.Single(p => p.Tipo == TipoPromemoria.DeterminaConCig);
    }

    [Fact]
    public async Task Il_testo_per_la_determina_nomina_il_CIG_Padre_e_poi_il_CIG_Derivato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var fascicolo = (await Bench.Reader.Read<DettaglioFascicolo, FascicoloDetails>(Bench.Rup, q => q.Run(id))).Value;
        string Testo(string derivati) => CitazioneDetermina.Testo(fascicolo.Convenzione, fascicolo.Lotto, derivati);
        Assert.Equal(
            $"adesione alla Convenzione «{fascicolo.Convenzione.Titolo}», Lotto {fascicolo.Lotto.Numero} «{fascicolo.Lotto.Oggetto}», "
            + $"CIG Padre {fascicolo.Lotto.CigPadre}; CIG Derivato in corso di acquisizione",
            Testo(""));
        Assert.EndsWith("; CIG Derivato B61107E182", Testo("B61107E182"), StringComparison.Ordinal);
        Assert.EndsWith("; CIG Derivati B61107E182, BC41A77419", Testo("B61107E182 BC41A77419"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Senza_CIG_non_c_e_nulla_da_ricordare() =>
        Assert.Empty((await Scheda(await Bench.Affidamento(StatoAffidamento.CigInRichiesta))).Promemoria);

    [Fact]
    public async Task Mandata_la_SC1_non_si_corregge_piu()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Add(id, TipoAtto.SchedaSc1);

        var details = await Scheda(id);
        Assert.True(details.Affidamento.HaIlContratto);
        Assert.Equal("operazione.dopo-il-contratto",
            details.Affidamento.Impedisce(CigHub.Domain.Affidamenti.Operazioni.TipoOperazione.Annullamento, details.Acquisite[0].Id)!.Code);
    }

    [Fact]
    public async Task Il_cruscotto_lo_ricorda_quando_e_ora_e_non_quando_e_fatto()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Assert.Empty(await DaFare());

        Bench.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal([id], await DaFare());

        await Add(id, TipoAtto.OrdinativoDiAdesione);
        Assert.Empty(await DaFare());

        Bench.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal([id], await DaFare());

        await Add(id, TipoAtto.Pubblicazione);
        Assert.Empty(await DaFare());
    }

    private async Task<IEnumerable<Guid>> DaFare() =>
        (await Bench.Reader.Read<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(Bench.Rup, async q => await q.Run(Bench.Rup, true))).Value
            .Single(g => g.Attesa == Attesa.DopoIlCig).Voci.Select(v => v.Id);

    private async Task<DopoIlCigDetails> Scheda(Guid id) => (await Bench.Reader.Read<DettaglioDopoIlCig, DopoIlCigDetails>(Bench.Rup, q => q.Run(id))).Value;

    private async Task Add(Guid id, TipoAtto tipo) => await Bench.Succeeds(new AggiungiAtto(
        id, Guid.CreateVersion7(), new AttoForm { Tipo = tipo.ToString(), Data = RomeTime.Text(Oggi), Numero = "77" }, await Bench.Version(id)));
}
