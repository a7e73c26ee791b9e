using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Conflitti;

/// <summary>
/// Checks who decides about a declared conflict of interest and what follows: the Responsabile replaces the person or says why there is no
/// conflict, and nobody decides about an own conflict.
/// </summary>
public sealed class DecisioniTests : WithBench
{
    private Actor Collega => Bench.ActorOf("rup2.tivoli", Ruolo.Rup);

    private Actor ResponsabileDiTivoli => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    [Fact]
    public async Task Il_Responsabile_trova_chi_con_quale_fornitore_in_quale_Convenzione_e_il_testo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.InConflitto(id);
        var riga = Assert.Single(await DaDecidere(Bench.Responsabile()));
        var fornitore = (await Bench.ReadAgain(id)).Fornitori[0];
        Assert.Equal((id, "Aldo Ferrantini", fornitore.Denominazione, 1, 0), (riga.AffidamentoId, riga.Chi, riga.Fornitore, riga.DaPassare, riga.SulPortale));
        Assert.Contains(riga.Convenzione, riga.Testo, StringComparison.Ordinal);
        Assert.Contains("interesse economico", riga.Testo, StringComparison.Ordinal);
        Assert.Equal(["Marta Collevento"], riga.Successori.Select(s => s.Nome));

        // The Responsabile of the same Ente finds it too, but may not become the successor. One of another Ente finds nothing.
        Assert.Empty(Assert.Single(await DaDecidere(ResponsabileDiTivoli)).Successori);
        var velletri = await Bench.Anche(Bench.RupOfAnotherEnte, Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId);
        Assert.Empty(await DaDecidere(velletri));
    }

    [Fact]
    public async Task Sostituire_passa_tutti_gli_affidamenti_con_quel_fornitore_e_il_collega_non_legge_i_dettagli()
    {
        var primo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var secondo = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var conflitto = await Bench.InConflitto(primo);
        await Bench.Succeeds(new SostituisciPerConflitto(primo, conflitto, Collega.PersonaId), Bench.Responsabile());
        Assert.All(new[] { await Bench.ReadAgain(primo), await Bench.ReadAgain(secondo) }, a => Assert.Equal(Collega.PersonaId, a.RupId));

        var vista = await Bench.Procede(primo, Collega);
        Assert.Contains("Aldo Ferrantini si astiene (art. 16", Assert.Single(vista.Astensioni), StringComparison.Ordinal);
        Assert.DoesNotContain("interesse economico", vista.Astensioni[0], StringComparison.Ordinal);
        var passaggio = (await Bench.Reader.Read<LeggiPassaggi, PassaggiDelRup>(Collega, q => q.Run(primo, Collega))).Value.Ultimo!;
        Assert.Equal(("Elsa Bentivegni", ConflittoWords.Astensione), (passaggio.Chi, passaggio.Motivo));
        var storia = (await Bench.Reader.Read<CronologiaAffidamento, Cronologia>(Collega, q => q.Run(primo, 100))).Value.Voci;
        Assert.Contains(storia, v => v.Frase.StartsWith("ha deciso che chi ha dichiarato un conflitto di interessi è sostituito", StringComparison.Ordinal));
        Assert.DoesNotContain(storia, v => (v.Frase + string.Join(' ', v.Dettagli)).Contains("interesse economico", StringComparison.Ordinal));

        // The person who was replaced reads the own declaration, may do nothing, and never gets the Affidamento back.
        Assert.Contains("interesse economico", Assert.Single((await Bench.Procede(primo, Bench.Rup)).Astensioni), StringComparison.Ordinal);
        Assert.Contains("come ha deciso il Responsabile", (await Bench.Refuses(
            "conflitto.dichiarato", new AssegnaAMe(primo, await Bench.Version(primo)))).Message, StringComparison.Ordinal);
        await Bench.Refuses("conflitto.dichiarato", new RiassegnaAffidamento(primo, Bench.Rup.PersonaId, "Torna", await Bench.Version(primo)), Collega);
        await Bench.Refuses("conflitto.da-dichiarare", (await Bench.Start(primo)) with { Dichiarazione = null }, Collega);
        await Bench.Succeeds(await Bench.Start(primo), Collega);
    }

    [Fact]
    public async Task Sul_portale_la_Sostituzione_RUP_la_avvia_solo_chi_e_stato_scelto()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var conflitto = await Bench.InConflitto(id);
        await Bench.Refuses("conflitto.dichiarato", await Sostituzione(id));
        await Bench.Refuses("conflitto.decide-il-responsabile", await Sostituzione(id), Collega);
        Assert.Equal((0, 1), (await DaDecidere(Bench.Responsabile())).Select(r => (r.DaPassare, r.SulPortale)).Single());
        await Bench.Succeeds(new SostituisciPerConflitto(id, conflitto, Collega.PersonaId), Bench.Responsabile());
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(id)).RupId);
        await Bench.Refuses("conflitto.dichiarato", await Sostituzione(id));
        await Bench.Succeeds(await Sostituzione(id), Collega);
    }

    [Fact]
    public async Task Se_non_c_e_conflitto_la_persona_prosegue_e_legge_il_motivo_i_colleghi_no()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        var conflitto = await Bench.InConflitto(id);
        await Bench.Succeeds(new EscludiConflitto(id, conflitto, "Il rapporto di lavoro è finito nel 2015."), ResponsabileDiTivoli);
        Assert.Contains("«Il rapporto di lavoro è finito nel 2015.»", Assert.Single((await Bench.Procede(id, Bench.Rup)).Astensioni), StringComparison.Ordinal);
        Assert.Empty((await Bench.Procede(id, Collega)).Astensioni);
        var storia = (await Bench.Reader.Read<CronologiaAffidamento, Cronologia>(Collega, q => q.Run(id, 100))).Value.Voci;
        Assert.DoesNotContain(storia, v => string.Join(' ', v.Dettagli).Contains("2015", StringComparison.Ordinal));

        // No declaration of «no conflict» is asked of a person who has said the contrary: the decision stands for it.
        await Bench.Succeeds(new SegnaPronto(id, await Bench.Version(id)));
        await Bench.Succeeds((await Bench.Start(id)) with { Dichiarazione = null });
    }

    [Fact]
    public async Task Sul_conflitto_del_Responsabile_decide_un_altro_come_il_Segretario_e_se_manca_si_legge_che_cosa_fare()
    {
        var id = await Bench.InApprovazione();
        var segretario = await Bench.Anche(Bench.RupOfAnotherEnte, Ruolo.Responsabile, Bench.Rup.EnteId);
        await Bench.InConflitto(id, ResponsabileDiTivoli);
        var diElsa = await Bench.InConflitto(id, Bench.Responsabile());

        // Both are in conflict with the same supplier: neither decides about the other, or about the own conflict.
        Assert.Empty(await DaDecidere(Bench.Responsabile()));
        await Bench.Refuses("conflitto.dichiarato", new EscludiConflitto(id, diElsa, "Non c'è"), Bench.Responsabile());
        await Bench.Refuses("conflitto.dichiarato", new EscludiConflitto(id, diElsa, "Non c'è"), ResponsabileDiTivoli);
        var nome = await Bench.Query(db => db.Persone.Where(p => p.Id == segretario.PersonaId).Select(p => p.NomeCompleto).SingleAsync());
        Assert.Contains($"Decide {nome}, dal", (await Bench.Procede(id, Bench.Responsabile())).Conflitto!.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await DaDecidere(segretario)).Count);
        await Bench.Succeeds(new SostituisciPerConflitto(id, diElsa, null), segretario);
        await Bench.Refuses("conflitto.dichiarato", await Bench.Approva(id), Bench.Responsabile());
        await Bench.Succeeds(await Bench.Approva(id), segretario);

        // At an Ente without another Responsabile the sentence says whom to appoint.
        await Bench.Soglia(null);
        var velletri = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup.velletri");
        await Bench.InConflitto(velletri, Bench.RupOfAnotherEnte);
        var rifiuto = await Bench.Refuses("conflitto.dichiarato", await Bench.Start(velletri), Bench.RupOfAnotherEnte);
        Assert.Contains(
            "serve un atto di «Comune di Velletri» che incarichi il Segretario o il RPCT", rifiuto.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chi_e_in_conflitto_non_ha_l_affidamento_tra_quelli_da_approvare_e_si_sa_se_non_resta_nessuno()
    {
        var id = await Bench.InApprovazione();
        Assert.Equal(id, Assert.Single((await Gruppo(Attesa.DaApprovare, Bench.Responsabile())).Voci).Id);
        await Bench.InConflitto(id, Bench.Responsabile());
        Assert.Empty((await Gruppo(Attesa.DaApprovare, Bench.Responsabile())).Voci);
        Assert.False(Assert.Single((await Gruppo(Attesa.InApprovazione, Bench.Rup)).Voci).SenzaApprovatore);
        Assert.Equal(["Marta Collevento"], (await Bench.Procede(id, Bench.Rup)).Approvatori);
        await Bench.InConflitto(id, ResponsabileDiTivoli);
        Assert.True(Assert.Single((await Gruppo(Attesa.InApprovazione, Bench.Rup)).Voci).SenzaApprovatore);
        Assert.Empty((await Bench.Procede(id, Bench.Rup)).Approvatori);
    }

    [Fact]
    public async Task Chi_e_in_conflitto_trova_la_scheda_in_sola_lettura()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var istruttore = Bench.ActorOf("istruttore.tivoli");
        await Bench.InConflitto(id, istruttore);
        Assert.True((await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(istruttore, q => q.Run(id, istruttore))).Value.InConflitto);
        Assert.False((await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(Bench.Rup, q => q.Run(id, Bench.Rup))).Value.InConflitto);
        Assert.False((await DaDecidere(Bench.Responsabile())).Single().ServeUnRup);
    }

    private async Task<IReadOnlyList<ConflittoRow>> DaDecidere(Actor chi) =>
        (await Bench.Reader.Read<ConflittiDaDecidere, IReadOnlyList<ConflittoRow>>(chi, async q => await q.Run(chi))).Value;

    private async Task<GruppoDiLavoro> Gruppo(Attesa attesa, Actor chi) =>
        (await Bench.Reader.Read<ListaDiLavoro, GruppoDiLavoro>(chi, async q => await q.One(attesa, chi))).Value;

    private async Task<AvviaSostituzioneRup> Sostituzione(Guid id) => new(
        id,
        Guid.CreateVersion7(),
        new SostituzioneForm { NuovoRupId = Collega.PersonaId.ToString(), Numero = "12", Data = "24/11/2026", Decorrenza = "24/11/2026" },
        await Bench.Version(id));
}

public sealed class DichiaraConflittoTests : VersionedCommandContract<DichiaraConflitto>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var ricevuta = await Bench.Succeeds(await Bench.Conflitto(id));
        var dichiarata = await Bench.Query(db => db.DichiarazioniConflitto.AsNoTracking().SingleAsync(d => d.Esito == EsitoDichiarazione.Conflitto));
        Assert.Equal((NaturaConflitto.Economico, null, null, true), (dichiarata.Natura, dichiarata.PassatoA, dichiarata.ValidaAl, dichiarata.DaDecidere));
        Assert.Equal(Azioni.ConflittoDichiarato, (await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Azione);
        Assert.Contains("art. 76 del D.P.R. 445/2000", await Bench.Evento(ricevuta.Seq), StringComparison.Ordinal);
        await Bench.Refuses("conflitto.dichiarato", await Bench.Start(id));
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("accesso.negato", await Bench.Conflitto(id), Bench.Auditor);
        await Bench.Refuses("dati.non-trovato", await Bench.Conflitto(id), Bench.RupOfAnotherEnte);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var pronto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("conflitto.non-serve", await Bench.Conflitto(pronto), Bench.Responsabile());
        await Bench.Refuses("conflitto.fornitore", (await Bench.Conflitto(pronto)) with { Fornitore = "00000000000" });
        await Bench.Refuses("conflitto.natura", (await Bench.Conflitto(pronto)) with { Natura = "9" });
        await Bench.Refuses("conflitto.testo", (await Bench.Conflitto(pronto)) with { Dichiarazione = null });
        Assert.Equal(0, await Bench.Query(db => db.DichiarazioniConflitto.CountAsync(d => d.Esito == EsitoDichiarazione.Conflitto)));
        await Bench.InConflitto(pronto);
        await Bench.Refuses("conflitto.dichiarato", await Bench.Conflitto(pronto));
    }

    private protected override async Task<(DichiaraConflitto Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        return (await Bench.Conflitto(id), Bench.Rup);
    }
}

public sealed class SostituisciPerConflittoTests : CommandContract<SostituisciPerConflitto>
{
    private Guid Collega => Bench.ActorOf("rup2.tivoli", Ruolo.Rup).PersonaId;

    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var ricevuta = await Bench.Succeeds(new SostituisciPerConflitto(id, await Bench.InConflitto(id), Collega), Bench.Responsabile());
        var conflitto = await Bench.Query(db => db.DichiarazioniConflitto.AsNoTracking().SingleAsync(d => d.Esito == EsitoDichiarazione.Conflitto));
        Assert.Equal((DecisioneConflitto.Sostituzione, Collega, Bench.Responsabile().PersonaId, TestBench.Now.UtcDateTime),
            (conflitto.Decisione, conflitto.PassatoA, conflitto.DecisaDaId, conflitto.DecisaIl));
        Assert.Equal(
            [Azioni.ConflittoSostituito, Azioni.AffidamentoRiassegnato],
            await Bench.Query(db => db.Registro.Where(e => e.Seq >= ricevuta.Seq).OrderBy(e => e.Seq).Select(e => e.Azione).ToListAsync()));
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var comando = new SostituisciPerConflitto(id, await Bench.InConflitto(id), Collega);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
        var velletri = await Bench.Anche(Bench.RupOfAnotherEnte, Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Refuses("dati.non-trovato", comando, velletri);

        // A conflict of another Ente, named together with an Affidamento of one's own, is not found either.
        var suo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup.velletri");
        await Bench.Refuses("dati.non-trovato", comando with { AffidamentoId = suo }, velletri);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var comando = new SostituisciPerConflitto(id, await Bench.InConflitto(id), Collega);
        await Bench.Refuses("conflitto.chi-subentra", comando with { NuovoRupId = null }, Bench.Responsabile());
        await Bench.Refuses("affidamento.rup-mancante", comando with { NuovoRupId = Bench.RupOfAnotherEnte.PersonaId }, Bench.Responsabile());
        await Bench.Refuses("conflitto.dichiarato", comando with { NuovoRupId = Bench.Rup.PersonaId }, Bench.Responsabile());
        await Bench.Refuses("conflitto.decide-e-subentra", comando, Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile));
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(id)).RupId);
        await Bench.Succeeds(comando, Bench.Responsabile());
        await Bench.Refuses("conflitto.gia-deciso", comando, Bench.Responsabile());
    }
}

public sealed class EscludiConflittoTests : CommandContract<EscludiConflitto>
{
    [Fact]
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var ricevuta = await Bench.Succeeds(new EscludiConflitto(id, await Bench.InConflitto(id), " Finito nel 2015. "), Bench.Responsabile());
        var conflitto = await Bench.Query(db => db.DichiarazioniConflitto.AsNoTracking().SingleAsync(d => d.Esito == EsitoDichiarazione.Conflitto));
        Assert.Equal((DecisioneConflitto.NessunConflitto, "Finito nel 2015."), (conflitto.Decisione, conflitto.MotivoDecisione));
        Assert.Equal(Azioni.ConflittoEscluso, (await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Azione);
        Assert.Contains("Finito nel 2015.", await Bench.Evento(ricevuta.Seq), StringComparison.Ordinal);
        await Bench.Succeeds(await Bench.Start(id));
    }

    [Fact]
    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var comando = new EscludiConflitto(id, await Bench.InConflitto(id), "Non c'è");
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        var velletri = await Bench.Anche(Bench.RupOfAnotherEnte, Ruolo.Responsabile, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Refuses("dati.non-trovato", comando, velletri);
    }

    [Fact]
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var comando = new EscludiConflitto(id, await Bench.InConflitto(id), "Non c'è");
        await Bench.Refuses("conflitto.senza-motivo", comando with { Motivo = " " }, Bench.Responsabile());
        await Bench.Succeeds(comando, Bench.Responsabile());
        await Bench.Refuses("conflitto.gia-deciso", comando, Bench.Responsabile());
    }
}
