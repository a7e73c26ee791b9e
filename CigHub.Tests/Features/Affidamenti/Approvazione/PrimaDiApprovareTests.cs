using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Approvazione;

/// <summary>
/// Checks what a person reads before approving: amounts that add up to the cent, the other adhesions of the same Ente, and the reasons that
/// were given.
/// </summary>
public sealed class PrimaDiApprovareTests : WithBench
{
    [Fact]
    public async Task Il_residuo_prima_e_dopo_e_quello_del_libro()
    {
        var id = await Bench.InApprovazione();
        var residuo = await Bench.Query(db => db.Capienze.Where(c => c.LottoId == Bench.Catalogo.Lotti[0].Id).Select(c => c.Residuo).SingleAsync());
        var quadro = await Quadro(id);
        Assert.Equal(
            (Importo.DaEuro(1000), Importo.DaCentesimi(99_999), residuo, residuo - Importo.DaEuro(1000)),
            (quadro.Importo, quadro.Soglia!.Value, quadro.Residuo, quadro.ResiduoDopo));
        Assert.Equal(TestBench.Now.UtcDateTime, quadro.InviatoIl);
        Assert.Empty(quadro.Altre);
        Assert.Empty(quadro.Avvisi);
        Assert.Empty(quadro.Atti);
    }

    [Fact]
    public async Task Conta_le_altre_adesioni_dell_Ente_sul_Lotto_in_dodici_mesi_e_quelle_sotto_la_soglia()
    {
        await Proroga();
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "500,00");
        Bench.Clock.Advance(TimeSpan.FromDays(200));
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 1, importo: "800,00");
        Bench.Clock.Advance(TimeSpan.FromDays(166));
        var sotto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "900,00");
        var acquisito = await Bench.Affidamento(StatoAffidamento.CigAcquisito, importo: "4000,00");
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "700,00", rup: "rup.velletri");
        var eliminato = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "600,00");
        await Bench.Succeeds(new EliminaAffidamento(eliminato, await Bench.Version(eliminato)));

        var quadro = await Quadro(await Bench.InApprovazione());

        Assert.Equal([acquisito, sotto], quadro.Altre.Select(a => a.Id));
        Assert.Equal(Importo.DaEuro(4900), quadro.TotaleAltre);
        Assert.Equal([sotto], quadro.SottoSoglia.Select(a => a.Id));
        Assert.Equal(Bench.Clock.Today().AddMonths(-12), quadro.DaMesi);
    }

    [Fact]
    public async Task Mostra_gli_avvisi_accettati_con_il_loro_motivo_e_gli_atti()
    {
        var id = await Bench.SopraSoglia();
        await Bench.Succeeds(new RegistraRisposta(id, Guid.CreateVersion7(), SampleFiles.Confirm(), await Bench.Version(id), SampleFiles.Scelto()));
        var details = (await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(
            Bench.Rup, q => q.Run(id))).Value;
        var domani = Bench.Clock.Today().AddDays(1);
        await Bench.Succeeds(new SalvaBozza(id, [new(
            PercorsoAd4.DataAdesione,
            RomeTime.Text(domani),
            details.Affidamento.Bozza.Testo(PercorsoAd4.DataAdesione))]));
        var bozza = await Bench.ReadAgain(id);
        var avvisi = ControlliAffidamento.Segnalazioni(bozza.Bozza, details.Context(ListeAnac.Fornite, Bench.Clock.Today()))
            .Where(s => s.VuoleMotivo).ToList();
        Assert.NotEmpty(avvisi);
        await Bench.Succeeds(new InviaPerApprovazione(
            id, await Bench.Version(id), avvisi.ToDictionary(a => a.Chiave, _ => "La determina è di allora."), DichiarazioneConflitto.VersioneTesto));

        var quadro = await Quadro(id);

        Assert.Equal(avvisi.Select(a => (a.Messaggio, "La determina è di allora.")), quadro.Avvisi.Select(a => (a.Avviso, a.Motivo)));
        Assert.Equal(TipoAtto.ConfermaDiCapienza, Assert.Single(quadro.Atti).Tipo);
        Assert.Equal(Importo.DaEuro(1000), quadro.Conferma!.Tenuto);
        var capienza = await Bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == Bench.Catalogo.Lotti[0].Id));
        Assert.Equal(capienza.Residuo + Importo.DaEuro(1000), quadro.Residuo);
    }

    /// <summary>Prolongs the Convenzione of the Lotto, so that adhesions more than a year apart are possible.</summary>
    private async Task Proroga()
    {
        var convenzione = await Bench.Query(db => db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == Bench.Catalogo.Lotti[0].ConvenzioneId));
        var form = ConvenzioneForm.Of(convenzione);
        form.AdesioniAl = RomeTime.Text(Bench.Clock.Today().AddYears(3));
        await Bench.Succeeds(new SalvaConvenzione(convenzione.Id, form, convenzione.Version), Bench.ActorOf("amministratore"));
    }

    private async Task<QuadroDiApprovazione> Quadro(Guid id) =>
        (await Bench.Reader.Read<PrimaDiApprovare, QuadroDiApprovazione>(Bench.Responsabile(), q => q.Run(id))).Value;
}
