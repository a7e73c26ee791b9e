using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Common;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Affidamenti.Conferme;

/// <summary>
/// Tests how a conferma di capienza lives in the ledger with a real database: what it takes, who is refused, how the request consumes it, and
/// how it ends.
/// </summary>
public sealed class ConfermaNelLibroTests : WithBench
{
    private const int QuasiPieno = 2;

    private Guid LottoId => Bench.Catalogo.Lotti[QuasiPieno].Id;

    [Fact]
    public async Task Chi_arriva_secondo_e_rifiutato_alla_conferma_e_non_dopo_la_determina()
    {
        await Restano(3000);
        var (primo, secondo) = (await Pronto("2000,00"), await Pronto("2000,00"));
        await Conferma(primo, "2.000,00");
        var errore = await Bench.Refuses("capienza.conferma-insufficiente", await Risposta(secondo, "2.000,00"));
        Assert.Equal("Importo", errore.Field);
        Assert.Contains("Sul Lotto restano 1.000,00", errore.Message, StringComparison.Ordinal);

        // The other may not even take it by a request, while the first one always can.
        await Bench.Refuses("capienza.insufficiente", await Richiesta(secondo));
        await Bench.Succeeds(await Richiesta(primo));
        Assert.Equal((Importo.DaEuro(2000), Importo.DaEuro(1000)), await Totali());
        await Pari();
    }

    [Fact]
    public async Task La_stessa_risposta_inviata_due_volte_si_registra_una_volta()
    {
        var id = await Pronto("2000,00");
        var comando = await Risposta(id, "2.000,00");
        var esiti = await Task.WhenAll(Task.Run(() => Bench.Runner.Run(comando, Bench.Rup)), Task.Run(() => Bench.Runner.Run(comando, Bench.Rup)));
        Assert.Single(esiti, e => e.IsSuccess);
        Assert.Equal(1, await Bench.Query(db => db.Atti.CountAsync()));
        Assert.Equal(Importo.DaEuro(2000), (await Totali()).Riservato);
    }

    [Theory]
    [InlineData("2.000,00", 2000)]
    [InlineData("1.500,00", 2000)]
    [InlineData("2.500,00", 2000)]
    public async Task La_richiesta_usa_la_propria_conferma_e_l_importo_non_conta_due_volte(string confermato, int inCorso)
    {
        await Restano(2600);
        var id = await Pronto("2000,00");
        await Conferma(id, confermato);
        await Bench.Succeeds(await Richiesta(id));
        Assert.Equal((Importo.DaEuro(inCorso), Importo.DaEuro(2600 - inCorso)), await Totali());
        Assert.Equal((StatoConferma.Consumata, Importo.Zero), await Stato(id));
        Assert.Equal(
            [TipoMovimento.Riserva, TipoMovimento.Conferma, TipoMovimento.FineConferma],
            await Bench.Query(db => db.Movimenti.Where(m => m.AggiudicazioneId != null && m.LottoId == LottoId)
                .Select(m => m.Tipo).Order().ToListAsync()));
        await Pari();
    }

    [Fact]
    public async Task Oltre_la_conferma_serve_il_residuo_e_altrimenti_non_cambia_nulla()
    {
        await Restano(1600);
        var id = await Pronto("2000,00");
        await Conferma(id, "1.500,00");
        var richiesta = await Richiesta(id);
        var prima = Bench.Istantanea();
        var errore = await Bench.Refuses("capienza.insufficiente", richiesta);
        Assert.Contains("CMRC ha confermato 1.500,00", errore.Message, StringComparison.Ordinal);
        Assert.Contains("restano 100,00", errore.Message, StringComparison.Ordinal);
        Assert.Equal(prima, Bench.Istantanea());
        Assert.Equal((StatoConferma.InVigore, Importo.DaEuro(1500)), await Stato(id));
    }

    [Theory]
    [InlineData("2.000,00", 2000)]
    [InlineData("1.500,00", 1500)]
    [InlineData("2.500,00", 2500)]
    public async Task Una_richiesta_finita_senza_CIG_rimette_in_vigore_la_conferma(string confermato, int tenuto)
    {
        await Restano(2600);
        var id = await Pronto("2000,00");
        await Conferma(id, confermato);
        await Bench.Succeeds(await Richiesta(id));
        await Bench.Succeeds(new SegnaNonInviata(id, await Bench.Version(id)));
        Assert.Equal((StatoConferma.InVigore, Importo.DaEuro(tenuto)), await Stato(id));
        Assert.Equal(Importo.DaEuro(tenuto), (await Totali()).Riservato);

        await Bench.Succeeds(await Richiesta(id));
        await Bench.Succeeds(new RegistraRifiuto(id, "ERR98", await Bench.Version(id)));
        Assert.Equal((StatoConferma.InVigore, Importo.DaEuro(tenuto)), await Stato(id));
        await Pari();
    }

    [Fact]
    public async Task Cio_che_la_richiesta_ha_lasciato_libero_puo_essere_di_altri_e_la_conferma_torna_per_quanto_sta()
    {
        await Restano(2600);
        var (id, altro) = (await Pronto("2000,00"), await Pronto("400,00"));
        await Conferma(id, "2.500,00");
        await Bench.Succeeds(await Richiesta(id));
        await Bench.Succeeds(await Richiesta(altro));
        await Bench.Succeeds(new SegnaNonInviata(id, await Bench.Version(id)));
        Assert.Equal((StatoConferma.InVigore, Importo.DaEuro(2200)), await Stato(id));
        Assert.Equal(Importo.Zero, (await Totali()).Residuo);
        await Pari();
    }

    [Fact]
    public async Task Una_conferma_finita_durante_la_richiesta_non_torna_in_vigore()
    {
        var id = await Pronto("2000,00");
        await Conferma(id, "2.000,00", "26/11/2026");
        await Bench.Succeeds(await Richiesta(id));
        Bench.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(0, await Terminate.Round(default));
        await Bench.Succeeds(new SegnaNonInviata(id, await Bench.Version(id)));
        Assert.Equal((StatoConferma.Terminata, Importo.Zero), await Stato(id));
        Assert.Equal(Importo.Zero, (await Totali()).Riservato);
        await Pari();
    }

    [Fact]
    public async Task Il_giro_termina_le_conferme_passate_una_volta_sola_come_evento_dell_ufficio()
    {
        var (passata, valida) = (await Pronto("2000,00"), await Pronto("300,00"));
        await Conferma(passata, "2.000,00", "26/11/2026");
        await Conferma(valida, "300,00");
        Bench.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await Terminate.Round(default));
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Terminate.Round(default));
        Assert.Equal(0, await Terminate.Round(default));

        Assert.Equal((StatoConferma.Terminata, Importo.Zero), await Stato(passata));
        Assert.Equal((StatoConferma.InVigore, Importo.DaEuro(300)), await Stato(valida));
        Assert.Equal(Importo.DaEuro(300), (await Totali()).Riservato);
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Azione == Azioni.ConfermaTerminata));
        Assert.Equal((null, passata.ToString()), (evento.AttoreId, evento.OggettoId));
        await Pari();
    }

    [Fact]
    public async Task Eliminare_libera_e_riassegnare_lascia_la_conferma_a_chi_subentra()
    {
        var (eliminato, passato) = (await Pronto("2000,00"), await Pronto("300,00"));
        await Conferma(eliminato, "2.000,00");
        await Conferma(passato, "300,00");
        await Bench.Succeeds(new EliminaAffidamento(eliminato, await Bench.Version(eliminato)));
        Assert.Equal(Importo.DaEuro(300), (await Totali()).Riservato);
        var nuovo = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        await Bench.Succeeds(new AssegnaAMe(passato, await Bench.Version(passato)), nuovo);
        Assert.Equal((StatoConferma.InVigore, Importo.DaEuro(300)), await Stato(passato));
        await Bench.Succeeds(new LiberaCapienza(passato, "non serve", await Bench.Version(passato)), nuovo);
        Assert.Equal(Importo.Zero, (await Totali()).Riservato);
        await Pari();
    }

    [Fact]
    public async Task La_spesa_dice_quanto_e_confermato_e_l_equazione_torna()
    {
        var (confermata, richiesta) = (await Pronto("2000,00"), await Pronto("300,00"));
        await Conferma(confermata, "1.800,00");
        await Bench.Succeeds(await Richiesta(richiesta));
        Bench.Clock.Advance(TimeSpan.FromDays(4));
        var chi = Bench.ActorOf("responsabile");
        var quadro = (await Bench.Reader.Read<QuadroSpesa, QuadroSpesaView>(chi, async q => await q.Run(new SpesaFilter { LottoId = LottoId }, false))).Value;
        var (riservato, residuo) = await Totali();
        Assert.Equal((Importo.DaEuro(2100), Importo.DaEuro(1800)), (quadro.Termini.InCorso, quadro.Confermati));
        Assert.Equal((riservato, residuo), (quadro.Termini.InCorso, quadro.Termini.Residuo));

        var inCorso = (await Bench.Reader.Read<RichiesteInCorso, InCorsoView>(chi, async q => await q.Run(new SpesaFilter { LottoId = LottoId }))).Value;
        Assert.Equal(quadro.Termini.InCorso, inCorso.Totale);
        var riga = Assert.Single(inCorso.Righe, r => r.Conferma);
        Assert.Equal((confermata, Importo.DaEuro(1800), 4, new DateOnly(2026, 12, 31)), (riga.AffidamentoId, riga.Importo, riga.Giorni, riga.FinoAl));
    }

    [Fact]
    public async Task La_verifica_dei_dati_nomina_l_affidamento_la_cui_conferma_non_torna()
    {
        var id = await Pronto("2000,00");
        await Conferma(id, "2.000,00");
        Assert.True(DataCheck.Run(Bench.File).IsSound);
        Bench.Run("UPDATE \"Affidamenti\" SET \"Confermato\" = \"Confermato\" - 1 WHERE \"StatoConferma\" = 1");
        Assert.Contains("La capienza confermata dell'affidamento", Assert.Single(DataCheck.Run(Bench.File).Faults), StringComparison.Ordinal);
    }

    private ConfermeTerminate Terminate => Bench.Services.GetRequiredService<ConfermeTerminate>();

    private Task<Guid> Pronto(string importo) => Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, QuasiPieno, importo);

    private async Task<RegistraRisposta> Risposta(Guid id, string importo, string? fino = "31/12/2026") =>
        new(id, Guid.CreateVersion7(), SampleFiles.Confirm(importo, fino), await Bench.Version(id));

    private async Task Conferma(Guid id, string importo, string? fino = "31/12/2026") => await Bench.Succeeds(await Risposta(id, importo, fino));

    private async Task<AvviaRichiestaCig> Richiesta(Guid id) => new(id, await Bench.Version(id), DichiarazioneConflitto.VersioneTesto);

    private async Task<(StatoConferma Stato, Importo Tenuto)> Stato(Guid id) => await Bench.ReadAgain(id) is var a ? (a.StatoConferma, a.Confermato) : default;

    private async Task<(Importo Riservato, Importo Residuo)> Totali() =>
        await Bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == LottoId)) is var c ? (c.Riservato, c.Residuo) : default;

    /// <summary>Leaves only so much of the Lotto, by a communication of the Soggetto Aggregatore.</summary>
    private Task Restano(decimal euro) => Bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
    {
        var capienza = await db.Capienze.SingleAsync(c => c.LottoId == LottoId);
        db.Movimenti.Add(capienza.RegistraAltreAdesioni(
            capienza.Residuo - Importo.DaEuro(euro), new AttoDiRiferimento("Comunicazione", new DateOnly(2026, 11, 1), "prot. 1"),
            TestBench.Now.UtcDateTime).Value);
        return Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Lotto, LottoId, null));
    });

    /// <summary>Asserts that totals, kept sums, conferme and registro say the same as the rows of the ledger.</summary>
    private async Task Pari()
    {
        Bench.TotaliUgualiAlleSomme();
        Bench.ConfermeUgualiAlleRighe();
        Assert.Empty(Bench.Rows(MonthlyTotals.Differences));
        var confronto = (await Bench.Reader.Read<ConfrontoConIDati, Concordanza>(Bench.Auditor, q => q.Run(null))).Value;
        Assert.Empty(confronto.Discordanze);
        await Bench.RegistroIntegro();
    }
}
