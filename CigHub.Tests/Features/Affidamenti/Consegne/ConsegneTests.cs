using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Consegne;

public sealed class RiassegnaAffidamentoTests : VersionedCommandContract<RiassegnaAffidamento>
{
    private Actor Collega => Bench.ActorOf("rup2.tivoli", Ruolo.Rup);

    private Actor Responsabile => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    private async Task<RiassegnaAffidamento> Comando(StatoAffidamento stato = StatoAffidamento.InLavorazione, string? motivo = "ferie lunghe")
    {
        var id = await Bench.Affidamento(stato);
        return new RiassegnaAffidamento(id, Collega.PersonaId, motivo, await Bench.Version(id));
    }

    public override async Task Fa_cio_che_dice()
    {
        foreach (var (chi, stato) in new[] { (Bench.Rup, StatoAffidamento.InLavorazione), (Collega, StatoAffidamento.ProntoPerIlPortale),
            (Responsabile, StatoAffidamento.InLavorazione) })
        {
            var comando = await Comando(stato);
            await Bench.Succeeds(comando, chi);
            Assert.Equal((Collega.PersonaId, stato),
                ((await Bench.ReadAgain(comando.AffidamentoId)).RupId, (await Bench.ReadAgain(comando.AffidamentoId)).Stato));
            var passaggi = (await Bench.Reader.Read<LeggiPassaggi, PassaggiDelRup>(Bench.Rup, q => q.Run(comando.AffidamentoId, Bench.Rup))).Value;
            Assert.Equal(("Aldo Ferrantini", "Marta Collevento", "ferie lunghe"), (passaggi.Ultimo!.Da, passaggi.Ultimo.A, passaggi.Ultimo.Motivo));
            var voce = (await Bench.Reader.Read<CronologiaAffidamento, Cronologia>(Bench.Rup, q => q.Run(comando.AffidamentoId, 10))).Value.Voci[0];
            Assert.Contains("RUP: Marta Collevento (era Aldo Ferrantini)", voce.Dettagli);
            Assert.Contains("«ferie lunghe»", voce.Dettagli);
        }
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Comando();
        foreach (var altro in new[] { Bench.Auditor, Bench.Amministratore(), Bench.ActorOf("istruttore.tivoli") })
        {
            await Bench.Refuses("accesso.negato", comando, altro);
        }

        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
        await Bench.Refuses("riassegna.altro-ente", comando, Bench.ActorOf("responsabile"));
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(comando.AffidamentoId)).RupId);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("riassegna.sul-portale", await Comando(StatoAffidamento.CigInRichiesta));
        await Bench.Refuses("riassegna.sul-portale", await Comando(StatoAffidamento.CigAcquisito));
        Assert.Equal("Motivo", (await Bench.Refuses("riassegna.senza-motivo", await Comando(motivo: " "))).Field);
        Assert.Equal("NuovoRupId", (await Bench.Refuses("riassegna.stesso-rup", await Comando() with { NuovoRupId = Bench.Rup.PersonaId })).Field);
        Assert.Equal("NuovoRupId", (await Bench.Refuses("riassegna.nuovo-rup", await Comando() with { NuovoRupId = Bench.RupOfAnotherEnte.PersonaId })).Field);
        Assert.Equal("NuovoRupId", (await Bench.Refuses("riassegna.nuovo-rup", await Comando() with { NuovoRupId = Guid.Empty })).Field);
        var eliminato = await Comando();
        await Bench.Succeeds(new EliminaAffidamento(eliminato.AffidamentoId, eliminato.Version));
        await Bench.Refuses("affidamento.stato", eliminato with { Version = await Bench.Version(eliminato.AffidamentoId) });
    }

    private protected override async Task<(RiassegnaAffidamento Command, Actor Actor)> SeenNow() => (await Comando(), Responsabile);

    [Fact]
    public async Task Assegna_a_me_puo_dire_il_motivo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new AssegnaAMe(id, await Bench.Version(id), "me ne occupo io"), Collega);
        var ultimo = (await Bench.Reader.Read<LeggiPassaggi, PassaggiDelRup>(Bench.Rup, q => q.Run(id, Bench.Rup))).Value.Ultimo!;
        Assert.Equal(("Aldo Ferrantini", "Marta Collevento", "Marta Collevento", "me ne occupo io"), (ultimo.Da, ultimo.A, ultimo.Chi, ultimo.Motivo));
    }
}

public sealed class PassaConsegneTests : VersionedCommandContract<PassaConsegne>
{
    private Actor Collega => Bench.ActorOf("rup2.tivoli", Ruolo.Rup);

    private Actor Responsabile => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    private static SostituzioneForm Atto => new() { Numero = "55", Data = "23/11/2026", Decorrenza = "01/12/2026" };

    private async Task<Consegna> Row(StatoAffidamento stato = StatoAffidamento.InLavorazione, int cig = 0xABCDE)
    {
        var id = await Bench.Affidamento(stato, cig: cig);
        return new Consegna(id, await Bench.Version(id), Collega.PersonaId, Guid.CreateVersion7());
    }

    private PassaConsegne Comando(params Consegna[] righe) => new(Guid.CreateVersion7(), Bench.Rup.PersonaId, righe, "trasferimento");

    private async Task Disattiva(Guid persona) => await Bench.Succeeds(
        new DisattivaPersona(persona, "Trasferita ad altro Ente", (await Bench.RileggiPersona(persona)).Version), Bench.Amministratore());

    public override async Task Fa_cio_che_dice()
    {
        var (bozza, pronto, richiesta) = (await Row(), await Row(StatoAffidamento.ProntoPerIlPortale), await Row(StatoAffidamento.CigInRichiesta));
        await Bench.Succeeds(Comando(bozza, pronto, richiesta) with { Atto = Atto }, Collega);
        foreach (var riga in new[] { bozza, pronto })
        {
            Assert.Equal(Collega.PersonaId, (await Bench.ReadAgain(riga.AffidamentoId)).RupId);
        }

        // For a request on the portal, the RUP changes only when the portal has accepted the change.
        var sulPortale = await Bench.ReadAgain(richiesta.AffidamentoId);
        Assert.Equal(Bench.Rup.PersonaId, sulPortale.RupId);
        Assert.Equal(Collega.PersonaId, sulPortale.Aperta(TipoOperazione.SostituzioneRup)!.Dati.NuovoRupId);
        Assert.Contains("\"affidamenti\":3", (await Bench.EventiSu(Bench.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = Comando(await Row());
        foreach (var altro in new[] { Bench.Auditor, Bench.Amministratore(), Bench.ActorOf("istruttore.tivoli") })
        {
            await Bench.Refuses("accesso.negato", comando, altro);
        }

        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
        await Bench.Refuses("riassegna.altro-ente", comando, Bench.ActorOf("responsabile"));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var (bozza, richiesta) = (await Row(), await Row(StatoAffidamento.CigInRichiesta));

        // The command passes all rows or none, so the draft is not passed either.
        await Bench.Refuses("consegne.solo-rup", Comando(bozza, richiesta) with { Atto = Atto }, Responsabile);
        await Bench.Refuses("modulo.mancante", Comando(bozza, richiesta), Collega);
        await Bench.Refuses("consegne.non-suo", Comando(bozza) with { Da = Collega.PersonaId }, Responsabile);
        await Bench.Refuses("riassegna.nuovo-rup", Comando(bozza with { NuovoRupId = Bench.RupOfAnotherEnte.PersonaId }), Responsabile);
        await Bench.Refuses("riassegna.senza-motivo", Comando(bozza) with { Motivo = "" }, Responsabile);
        await Bench.Refuses("consegne.nessuna-riga", Comando(), Responsabile);
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(bozza.AffidamentoId)).RupId);
    }

    private protected override async Task<(PassaConsegne Command, Actor Actor)> SeenNow() => (Comando(await Row(), await Row()), Responsabile);

    /// <summary>
    /// Changes one of the two Affidamenti in the command as a second person. After that the command must hand over neither.
    /// </summary>
    private protected override Task<Actor> ChangedBySecondPerson(PassaConsegne command, Actor first) =>
        Bench.ChangeAsSecondPerson(command.Righe[1].AffidamentoId, first);

    private protected override async Task<PassaConsegne> WithPresentVersion(PassaConsegne command) =>
        command with { Righe = [command.Righe[0], command.Righe[1] with { Version = await Bench.Version(command.Righe[1].AffidamentoId) }] };

    [Fact]
    public async Task Tutto_resta_di_chi_lo_ha_fatto()
    {
        var riga = await Row(StatoAffidamento.ProntoPerIlPortale);
        var prima = await Eventi(riga.AffidamentoId);
        Assert.All(prima, e => Assert.Equal(Bench.Rup.PersonaId, e.Attore.Id));
        await Disattiva(Bench.Rup.PersonaId);
        await Bench.Succeeds(Comando(riga), Responsabile);
        var dopo = await Eventi(riga.AffidamentoId);
        Assert.Equal(prima.Select(e => (e.Seq, e.Attore)), dopo.Take(prima.Count).Select(e => (e.Seq, e.Attore)));
        Assert.Equal((Azioni.AffidamentoRiassegnato, Responsabile.PersonaId, nameof(Ruolo.Responsabile)),
            (dopo[^1].Azione, dopo[^1].Attore.Id, dopo[^1].Attore.Ruolo));
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(riga.AffidamentoId)).AutoreId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Il_lavoro_di_chi_lascia_aspetta_nel_cruscotto_del_suo_Ente(bool disattivata)
    {
        await Row();
        await Row(StatoAffidamento.CigInRichiesta);
        await Row(StatoAffidamento.CigAcquisito);
        Assert.Empty(await DaRiassegnare(Responsabile));
        Assert.Equal(2, Assert.Single(await CheResta(), l => l.Ente == "Comune di Tivoli").Quanti);
        if (disattivata)
        {
            await Disattiva(Bench.Rup.PersonaId);
        }
        else
        {
            var sua = Bench.Catalogo.Appartenenze.Single(a => a.PersonaId == Bench.Rup.PersonaId);
            await Bench.Succeeds(
                new TogliRuolo(sua.Id, sua.PersonaId, SampleAnagrafe.Oggi, (await Bench.RileggiPersona(sua.PersonaId)).Version), Bench.Amministratore());
        }

        foreach (var chi in new[] { Responsabile, Collega })
        {
            Assert.Equal((Bench.Rup.PersonaId, 2), Assert.Single(await DaRiassegnare(chi)) is var l ? (l.PersonaId, l.Quanti) : default);
        }

        Assert.Empty(await DaRiassegnare(Bench.RupOfAnotherEnte));

        // A reader of all Enti sees the Ente and whom to ask there, because the Ente appoints its own RUP.
        var daTutti = Assert.Single(await DaRiassegnare(Bench.ActorOf("responsabile")));
        Assert.Equal((Bench.Rup.PersonaId, 2, "Comune di Tivoli"), (daTutti.PersonaId, daTutti.Quanti, daTutti.Ente));
        Assert.Equal(["Marta Collevento (RUP, Dirigente / Responsabile del servizio)"], daTutti.ChiRiassegna!);
        var details = (await Bench.Reader.Read<LavoroDaPassare, ConsegneDetails>(Responsabile, q => q.Run(Bench.Rup.PersonaId, Responsabile))).Value;
        Assert.Equal([false, true], details.Voci.Select(v => v.SulPortale).Order());
        Assert.Equal("Marta Collevento", Assert.Single(details.Colleghi).Nome);
    }

    [Fact]
    public async Task L_Amministratore_sa_quanto_e_a_chi_resta_ma_non_che_cosa()
    {
        var riga = await Row();
        var lavoro = Assert.Single(await CheResta());
        Assert.Equal(("Comune di Tivoli", 1), (lavoro.Ente, lavoro.Quanti));
        Assert.Equal(["Marta Collevento (RUP, Dirigente / Responsabile del servizio)"], lavoro.ChiLoTrova);
        Assert.DoesNotContain(riga.AffidamentoId.ToString(), System.Text.Json.JsonSerializer.Serialize(lavoro), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dopo_il_CIG_conta_solo_un_operazione_aperta()
    {
        var riga = await Row(StatoAffidamento.CigAcquisito);
        Assert.Empty(await CheResta());
        await Bench.Succeeds(new AvviaSostituzioneRup(riga.AffidamentoId, Guid.CreateVersion7(),
            new SostituzioneForm { NuovoRupId = Collega.PersonaId.ToString(), Numero = "55", Data = "23/11/2026", Decorrenza = "01/12/2026" },
            riga.Version));
        Assert.Equal(1, Assert.Single(await CheResta()).Quanti);
    }

    private async Task<IReadOnlyList<LavoroDiUnRup>> DaRiassegnare(Actor chi) =>
        (await Bench.Reader.Read<LavoroSenzaRup, IReadOnlyList<LavoroDiUnRup>>(chi, async q => await q.Run(chi))).Value;

    private async Task<IReadOnlyList<LavoroAllEnte>> CheResta() =>
        (await Bench.Reader.Read<LavoroCheResta, IReadOnlyList<LavoroAllEnte>>(Bench.Amministratore(), async q => await q.Run(Bench.Rup.PersonaId))).Value;

    private async Task<List<Evento>> Eventi(Guid id)
    {
        var chiave = id.ToString();
        var righe = await Bench.Query(db => db.Registro.AsNoTracking().Where(e => e.OggettoId == chiave).OrderBy(e => e.Seq).Select(e => e.Byte).ToListAsync());
        return [.. righe.Select(b => Evento.Leggi(b).Value)];
    }
}
