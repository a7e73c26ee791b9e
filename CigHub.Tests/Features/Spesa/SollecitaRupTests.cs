using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Scadenze;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Spesa;

/// <summary>Checks that a RUP is reminded once a day, sees it until the reminder is answered, and keeps an open edit.</summary>
public sealed class SollecitaRupTests : CommandContract<SollecitaRup>
{
    private Actor Dirigente => Bench.Responsabile();

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var version = await Bench.Version(id);
        await Bench.Succeeds(new SollecitaRup(id), Dirigente);
        Assert.Equal(version, await Bench.Version(id));
        Assert.Equal(id, Assert.Single(await Ricevuti()).AffidamentoId);
        var oggi = new DateOnly(2026, 11, 24);
        Assert.Equal(oggi, (await InCorso()).SollecitatoIl);
        Assert.Equal(1, await Bench.Query(db => db.Registro.CountAsync(r => r.Azione == Azioni.RupSollecitato && r.OggettoId == id.ToString())));

        // The dirigente of the Ente reminds too, on another day. The RUP sees the Affidamento once.
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        await Bench.Succeeds(new SollecitaRup(id), Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile));
        Assert.Equal(oggi.AddDays(1), (await InCorso()).SollecitatoIl);
        Assert.Single(await Ricevuti());
        Bench.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Empty(await Ricevuti());
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new SollecitaRup(await Bench.Affidamento(StatoAffidamento.CigInRichiesta));
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.Amministratore());
        var altrove = await Bench.Anche(Bench.ActorOf("rup.guidonia"), Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Refuses("dati.non-trovato", comando, altrove);
        await Bench.Succeeds(comando, Dirigente);
        Assert.Empty((await Bench.Reader.Read<SollecitiRicevuti, SollecitiView>(
            Bench.RupOfAnotherEnte, async q => await q.Run(Bench.RupOfAnotherEnte.PersonaId), default)).Value.Righe);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("sollecito.niente-in-corso", new SollecitaRup(await Bench.Affidamento(StatoAffidamento.InLavorazione)), Dirigente);
        await Bench.Refuses("sollecito.niente-in-corso", new SollecitaRup(await Bench.Affidamento(StatoAffidamento.CigAcquisito)), Dirigente);
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new SollecitaRup(id), Dirigente);
        await Bench.Refuses("sollecito.gia-oggi", new SollecitaRup(id), Dirigente);

        // At 23:30 UTC Rome has already reached the next day.
        Bench.Clock.Advance(new TimeSpan(14, 30, 0));
        await Bench.Succeeds(new SollecitaRup(id), Dirigente);
    }

    [Fact]
    public async Task Chi_tiene_una_conferma_risponde_con_la_richiesta()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Succeeds(new RegistraRisposta(id, Guid.CreateVersion7(), SampleFiles.Confirm(), await Bench.Version(id)));
        await Bench.Succeeds(new SollecitaRup(id), Dirigente);
        Assert.Single(await Ricevuti());
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.Succeeds(new AvviaRichiestaCig(id, await Bench.Version(id), DichiarazioneConflitto.VersioneTesto));
        Assert.Empty(await Ricevuti());
    }

    [Fact]
    public async Task La_fine_di_un_contratto_sta_tra_le_scadenze_del_suo_Ente()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.Succeeds(new ModificaFascicolo(
            id, new FascicoloForm { AliquotaIva = "22", ContrattoDal = "1/12/2026", ContrattoAl = "20/2/2027" }, await Bench.Version(id)));
        foreach (var actor in new[] { Dirigente, Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile), Bench.Auditor })
        {
            var row = Assert.Single(await Scadenze(actor, 90), r => r.Tipo == TipoScadenza.Contratto);
            Assert.Equal((new DateOnly(2027, 2, 20), 88, "Comune di Tivoli"), (row.Giorno, row.Giorni, row.Ente));
            Assert.DoesNotContain(await Scadenze(actor, 60), r => r.Tipo == TipoScadenza.Contratto);
        }

        Assert.DoesNotContain(await Scadenze(Bench.RupOfAnotherEnte, 180), r => r.Tipo == TipoScadenza.Contratto);
        await Bench.Succeeds(new ModificaFascicolo(id, new FascicoloForm { AliquotaIva = "22" }, await Bench.Version(id)));
        Assert.DoesNotContain(await Scadenze(Dirigente, 180), r => r.Tipo == TipoScadenza.Contratto);
    }

    [Fact]
    public async Task La_pagina_delle_scadenze_mostra_le_piu_vicine_e_dice_se_ce_ne_sono_altre()
    {
        foreach (var (giorno, cig) in new[] { ("20/2/2027", 0xABCD1), ("18/2/2027", 0xABCD2), ("19/2/2027", 0xABCD3) })
        {
            var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito, cig: cig);
            await Bench.Succeeds(new ModificaFascicolo(
                id, new FascicoloForm { AliquotaIva = "22", ContrattoDal = "1/12/2026", ContrattoAl = giorno }, await Bench.Version(id)));
        }

        async Task<ScadenzeView> View(int? quante) =>
            (await Bench.Reader.Read<ScadenzeSpesa, ScadenzeView>(Dirigente, async q => await q.Run(90, quante))).Value;
        var tutte = await View(null);
        Assert.False(tutte.Altre);
        Assert.True(tutte.Righe.Count >= 3);
        var vicine = await View(2);
        Assert.True(vicine.Altre);
        Assert.Equal(tutte.Righe.Take(2), vicine.Righe);
        Assert.False((await View(tutte.Righe.Count)).Altre);
    }

    private async Task<IReadOnlyList<SollecitoRow>> Ricevuti() => (await Bench.Reader.Read<SollecitiRicevuti, SollecitiView>(
        Bench.Rup, async q => await q.Run(Bench.Rup.PersonaId), default)).Value.Righe;

    private async Task<RichiestaInCorsoRow> InCorso() => Assert.Single((await Bench.Reader.Read<RichiesteInCorso, InCorsoView>(
        Dirigente, async q => await q.Run(new SpesaFilter()), default)).Value.Righe);

    private async Task<IReadOnlyList<ScadenzaRow>> Scadenze(Actor actor, int entro) =>
        (await Bench.Reader.Read<ScadenzeSpesa, ScadenzeView>(actor, async q => await q.Run(entro, null))).Value.Righe;
}
