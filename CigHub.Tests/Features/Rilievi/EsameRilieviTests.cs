using CigHub.Domain.Persone;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Rilievi.Elenco;
using CigHub.Web.Features.Rilievi.Esame;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Rilievi;

/// <summary>Checks who clarifies a rilievo, that the person concerned does not, and that what was judged stays.</summary>
public sealed class ChiarisciRilievoTests : CommandContract<ChiarisciRilievo>
{
    private const string Motivo = "Fabbisogni di due scuole, determine n. 12 e n. 15";

    private Actor Dirigente => Bench.Responsabile();

    public override async Task Fa_cio_che_dice()
    {
        var rilievo = await Sotto();
        await Bench.Succeeds(new ChiarisciRilievo(rilievo.Id, $" {Motivo} "), Dirigente);
        var row = Assert.Single((await Lista(Dirigente)).Pagina.Rows, r => r.Id == rilievo.Id);
        Assert.Equal(StatoRilievo.Chiarito, row.Stato);
        var giudizio = Assert.Single(row.Storia);
        Assert.Equal((StatoRilievo.Chiarito, Motivo), (giudizio.Stato, giudizio.Motivo));
        await Bench.Succeeds(new TrasmettiRilievo(rilievo.Id, "prot. 4512"), Dirigente);
        row = Assert.Single((await Lista(Dirigente)).Pagina.Rows, r => r.Id == rilievo.Id);
        Assert.Equal(StatoRilievo.Trasmesso, row.Stato);
        Assert.Equal([StatoRilievo.Trasmesso, StatoRilievo.Chiarito], row.Storia.Select(g => g.Stato));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new ChiarisciRilievo((await Sotto()).Id, Motivo);
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.Amministratore());
        await Bench.Refuses("rilievo.sola-lettura", comando, Bench.Auditor);
        var altrove = await Bench.Anche(Bench.ActorOf("rup.guidonia"), Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Refuses("dati.non-trovato", comando, altrove);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = (await Sotto()).Id;
        var senza = await Bench.Refuses("rilievo.senza-motivo", new ChiarisciRilievo(id, " "), Dirigente);
        Assert.Equal(nameof(ChiarisciRilievo.Motivo), senza.Field);
        await Bench.Refuses("rilievo.motivo-lungo", new ChiarisciRilievo(id, new string('x', Rilievo.MaxMotivo + 1)), Dirigente);
        await Bench.Refuses("dati.non-trovato", new ChiarisciRilievo(Guid.CreateVersion7(), Motivo), Dirigente);
        await Bench.Succeeds(new ChiarisciRilievo(id, Motivo), Dirigente);
        await Bench.Refuses("rilievo.gia-nello-stato", new ChiarisciRilievo(id, Motivo), Dirigente);
    }

    [Fact]
    public async Task Chi_vi_ha_preso_parte_non_lo_chiarisce_ma_lo_trasmette()
    {
        var rilievo = await Sotto();
        var rup = await Bench.Anche(Bench.Rup, Ruolo.Responsabile, Bench.Rup.EnteId);
        await Bench.Refuses(SeparazioneCompiti.NessunoChiarisceSuDiSe.Codice, new ChiarisciRilievo(rilievo.Id, Motivo), rup);

        // The one who only worked on it, by an event, is concerned too.
        Bench.Forza("UPDATE Affidamenti SET RupId = $altro, AutoreId = $altro", ("$altro", Bench.RupOfAnotherEnte.PersonaId));
        await Bench.Refuses(SeparazioneCompiti.NessunoChiarisceSuDiSe.Codice, new ChiarisciRilievo(rilievo.Id, Motivo), rup);
        await Bench.Succeeds(new TrasmettiRilievo(rilievo.Id, "prot. 4512"), rup);
    }

    [Fact]
    public async Task Lo_stato_resta_quando_si_calcola_di_nuovo()
    {
        var rilievo = await Sotto();
        await Bench.Succeeds(new ChiarisciRilievo(rilievo.Id, Motivo), Dirigente);
        await Bench.Aderito("100,00");
        var ancora = Assert.Single(await Bench.Trova(RegoleNote.AppenaSotto));
        Assert.Equal((rilievo.Id, StatoRilievo.Chiarito), (ancora.Id, ancora.Stato));
        Assert.Contains("1 di 2 affidamenti", ancora.Frase, StringComparison.Ordinal);

        // Even when the whole table is lost: the registro has the judgement.
        Bench.Forza("DELETE FROM Rilievi");
        Assert.Equal(StatoRilievo.Chiarito, Assert.Single(await Bench.Trova(RegoleNote.AppenaSotto)).Stato);
    }

    [Fact]
    public async Task Altra_evidenza_e_un_altro_rilievo_e_quello_giudicato_resta()
    {
        await Bench.Soglia("1000,00");
        await Bench.Aderito("600,00");
        await Bench.Aderito("600,00");
        var primo = Assert.Single(await Bench.Trova(RegoleNote.Ravvicinate));
        await Bench.Succeeds(new ChiarisciRilievo(primo.Id, Motivo), Dirigente);
        await Bench.Aderito("600,00");
        var tutti = (await Bench.Calcola()).Where(r => r.Regola == RegoleNote.Ravvicinate.Nome).ToList();
        Assert.Equal((StatoRilievo.Chiarito, false), Assert.Single(tutti, r => r.Id == primo.Id) is var p ? (p.Stato, p.Attuale) : default);
        Assert.Equal(StatoRilievo.DaEsaminare, Assert.Single(tutti, r => r.Attuale).Stato);
    }

    [Fact]
    public async Task Chi_vede_un_Ente_trova_e_calcola_solo_i_suoi()
    {
        var mio = await Sotto();
        await Bench.Aderito("990,00", rup: "rup.velletri");
        await Bench.Calcola();
        Assert.Equal(2, (await Lista(Dirigente)).Pagina.Total);
        var tivoli = Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);
        var sua = await Lista(tivoli);
        Assert.Equal([mio.Id], sua.Pagina.Rows.Select(r => r.Id));
        Assert.Empty(sua.Enti);

        // What one Ente computes leaves the rilievi of the others as they are.
        Assert.Equal(2, (await Bench.Calcola(tivoli)).Count(r => r.Regola == RegoleNote.AppenaSotto.Nome));
        Assert.NotNull((await Lista(tivoli)).CalcolatoIl);
    }

    [Fact]
    public async Task I_filtri_restringono_e_ogni_prova_e_un_collegamento()
    {
        var rilievo = await Sotto();
        var filtro = new RilieviFilter
        {
            Regola = rilievo.Regola,
            Stato = StatoRilievo.DaEsaminare,
            ConvenzioneId = rilievo.ConvenzioneId,
            EnteId = rilievo.EnteId,
        };
        Assert.Equal(filtro, RilieviFilter.Read(filtro.Address("/x")));
        var row = Assert.Single((await Lista(Dirigente, filtro)).Pagina.Rows);
        Assert.Contains($"{rilievo.Affidamenti().Single()}", Assert.Single(row.Prove).Indirizzo, StringComparison.Ordinal);
        foreach (var altro in new[]
        {
            filtro with { Regola = RegoleNote.FuoriScala.Nome }, filtro with { Stato = StatoRilievo.Chiarito }, filtro with { EnteId = Guid.Empty },
            filtro with { ConvenzioneId = Guid.Empty },
        })
        {
            Assert.Empty((await Lista(Dirigente, altro)).Pagina.Rows);
        }
    }

    /// <summary>Returns a rilievo of Tivoli: an amount just below the threshold.</summary>
    private async Task<Rilievo> Sotto()
    {
        await Bench.Soglia("1000,00");
        await Bench.Aderito("990,00");
        return Assert.Single(await Bench.Trova(RegoleNote.AppenaSotto));
    }

    private async Task<RilieviView> Lista(Actor actor, RilieviFilter? filter = null) =>
        (await Bench.Reader.Read<ListaRilievi, RilieviView>(actor, async q => await q.Run(filter ?? new RilieviFilter(), false), default)).Value;
}

/// <summary>Checks that a rilievo is passed to the RPCT with a reason, by whoever judges its family.</summary>
public sealed class TrasmettiRilievoTests : CommandContract<TrasmettiRilievo>
{
    private const string Motivo = "prot. 4512 del 24/11/2026";

    public override async Task Fa_cio_che_dice()
    {
        var rilievo = await Aperto();
        await Bench.Succeeds(new TrasmettiRilievo(rilievo.Id, Motivo), Bench.Auditor);
        var row = Assert.Single((await Bench.Reader.Read<ListaScostamenti, RilieviView>(
            Bench.Auditor, async q => await q.Run(new RilieviFilter { Stato = StatoRilievo.Trasmesso }), default)).Value.Pagina.Rows);
        Assert.Equal((rilievo.Id, Motivo), (row.Id, Assert.Single(row.Storia).Motivo));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new TrasmettiRilievo((await Aperto()).Id, Motivo);
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);

        // A manager does not even see what the Auditors look at.
        await Bench.Refuses("dati.non-trovato", comando, Bench.Responsabile());
        await Bench.Refuses("dati.non-trovato", comando, await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = (await Aperto()).Id;
        await Bench.Refuses("rilievo.senza-motivo", new TrasmettiRilievo(id, null), Bench.Auditor);
        await Bench.Succeeds(new TrasmettiRilievo(id, Motivo), Bench.Auditor);
        await Bench.Refuses("rilievo.gia-nello-stato", new TrasmettiRilievo(id, Motivo), Bench.Auditor);
        await Bench.Succeeds(new ChiarisciRilievo(id, Motivo), Bench.Auditor);
    }

    /// <summary>Returns a rilievo of Tivoli about the controls: an outcome that is open for long.</summary>
    private async Task<Rilievo> Aperto()
    {
        await Bench.Affidamento(CigHub.Domain.Affidamenti.StatoAffidamento.EsitoDaVerificare);
        Bench.Clock.Advance(TimeSpan.FromDays(15));
        return Assert.Single(await Bench.Trova(RegoleNote.EsitoAperto));
    }
}
