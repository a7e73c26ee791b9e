using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Cruscotto.Operativo;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>Checks the ninety days after which ANAC may delete an appalto that nobody has confirmed.</summary>
public sealed class TermineAppaltoTests : WithBench
{
    private static readonly TermineAppalto _termine = new();

    [Theory]
    [InlineData(59, null)]
    [InlineData(60, 30)]
    [InlineData(89, 1)]
    [InlineData(90, 0)]
    [InlineData(95, -5)]
    public async Task Dal_sessantesimo_giorno_si_conta_alla_rovescia(int giorni, int? rimasti)
    {
        var id = await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare);
        Bench.Clock.Advance(TimeSpan.FromDays(giorni));
        Assert.Equal(rimasti, (await Bench.ReadAgain(id)).Scadenza(_termine, Bench.Clock.Today())?.Rimasti);

        var gruppo = (await Bench.Reader.Read<ListaDiLavoro, GruppoDiLavoro>(Bench.Rup, async q => await q.One(Attesa.SchedaInScadenza, Bench.Rup))).Value;
        Assert.Equal(rimasti is null ? 0 : 1, gruppo.Totale);
        Assert.All(gruppo.Voci, v => Assert.Equal(new DateOnly(2027, 2, 22), v.Entro));
    }

    [Fact]
    public async Task Conta_dalla_prima_richiesta_con_lo_stesso_codice_e_da_capo_con_uno_nuovo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare);
        Bench.Clock.Advance(TimeSpan.FromDays(70));
        var ora = Bench.Clock.GetUtcNow().UtcDateTime;
        await Bench.Succeeds(new ConfermaNonRisulta(id, SguardoForm.With(ora, TrovatoInElenco.SenzaCig), await Bench.Version(id)));
        Assert.Equal(20, (await Bench.ReadAgain(id)).Scadenza(_termine, Bench.Clock.Today())?.Rimasti);

        await Bench.Succeeds(new SegnaEsitoDaVerificare(id, await Bench.Version(id)));
        await Bench.Succeeds(new ConfermaNonRisulta(id, SguardoForm.With(ora, TrovatoInElenco.Cancellato), await Bench.Version(id)));
        var dopo = await Bench.ReadAgain(id);
        Assert.Equal((ora, (ScadenzaAppalto?)null), (dopo.SchedaDal!.Value, dopo.Scadenza(_termine, Bench.Clock.Today())));
    }

    [Fact]
    public async Task Senza_una_scheda_sul_portale_non_scade_nulla()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new SegnaNonInviata(id, await Bench.Version(id)));
        Assert.Null((await Bench.ReadAgain(id)).SchedaDal);
    }
}
