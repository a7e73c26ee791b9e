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
    private Actor Collega => Banco.Come("rup2.tivoli", Ruolo.Rup);

    private Actor Responsabile => Banco.Come("rup2.tivoli", Ruolo.Responsabile);

    private async Task<RiassegnaAffidamento> Comando(StatoAffidamento stato = StatoAffidamento.InLavorazione, string? motivo = "ferie lunghe")
    {
        var id = await Banco.Affidamento(stato);
        return new RiassegnaAffidamento(id, Collega.PersonaId, motivo, await Banco.Version(id));
    }

    public override async Task Fa_cio_che_dice()
    {
        foreach (var (chi, stato) in new[] { (Banco.Rup, StatoAffidamento.InLavorazione), (Collega, StatoAffidamento.ProntoPerIlPortale),
            (Responsabile, StatoAffidamento.InLavorazione) })
        {
            var comando = await Comando(stato);
            await Banco.Riesce(comando, chi);
            Assert.Equal((Collega.PersonaId, stato), ((await Banco.Rileggi(comando.AffidamentoId)).RupId, (await Banco.Rileggi(comando.AffidamentoId)).Stato));
            var passaggi = (await Banco.Lettore.Leggi<LeggiPassaggi, PassaggiDelRup>(Banco.Rup, q => q.Esegui(comando.AffidamentoId, Banco.Rup))).Value;
            Assert.Equal(("Aldo Ferrantini", "Marta Collevento", "ferie lunghe"), (passaggi.Ultimo!.Da, passaggi.Ultimo.A, passaggi.Ultimo.Motivo));
            var voce = (await Banco.Lettore.Leggi<CronologiaAffidamento, Cronologia>(Banco.Rup, q => q.Esegui(comando.AffidamentoId, 10))).Value.Voci[0];
            Assert.Contains("RUP: Marta Collevento (era Aldo Ferrantini)", voce.Dettagli);
            Assert.Contains("«ferie lunghe»", voce.Dettagli);
        }
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Comando();
        foreach (var altro in new[] { Banco.Auditor, Banco.Amministratore(), Banco.Come("istruttore.tivoli") })
        {
            await Banco.Rifiuta("accesso.negato", comando, altro);
        }

        await Banco.Rifiuta("dati.non-trovato", comando, Banco.RupDiUnAltroEnte);
        await Banco.Rifiuta("riassegna.altro-ente", comando, Banco.Come("responsabile"));
        Assert.Equal(Banco.Rup.PersonaId, (await Banco.Rileggi(comando.AffidamentoId)).RupId);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("riassegna.sul-portale", await Comando(StatoAffidamento.CigInRichiesta));
        await Banco.Rifiuta("riassegna.sul-portale", await Comando(StatoAffidamento.CigAcquisito));
        Assert.Equal("Motivo", (await Banco.Rifiuta("riassegna.senza-motivo", await Comando(motivo: " "))).Field);
        Assert.Equal("NuovoRupId", (await Banco.Rifiuta("riassegna.stesso-rup", await Comando() with { NuovoRupId = Banco.Rup.PersonaId })).Field);
        Assert.Equal("NuovoRupId", (await Banco.Rifiuta("riassegna.nuovo-rup", await Comando() with { NuovoRupId = Banco.RupDiUnAltroEnte.PersonaId })).Field);
        Assert.Equal("NuovoRupId", (await Banco.Rifiuta("riassegna.nuovo-rup", await Comando() with { NuovoRupId = Guid.Empty })).Field);
        var eliminato = await Comando();
        await Banco.Riesce(new EliminaAffidamento(eliminato.AffidamentoId, eliminato.Version));
        await Banco.Rifiuta("affidamento.stato", eliminato with { Version = await Banco.Version(eliminato.AffidamentoId) });
    }

    private protected override async Task<(RiassegnaAffidamento Command, Actor Actor)> SeenNow() => (await Comando(), Responsabile);

    [Fact]
    public async Task Assegna_a_me_puo_dire_il_motivo()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Riesce(new AssegnaAMe(id, await Banco.Version(id), "me ne occupo io"), Collega);
        var ultimo = (await Banco.Lettore.Leggi<LeggiPassaggi, PassaggiDelRup>(Banco.Rup, q => q.Esegui(id, Banco.Rup))).Value.Ultimo!;
        Assert.Equal(("Aldo Ferrantini", "Marta Collevento", "Marta Collevento", "me ne occupo io"), (ultimo.Da, ultimo.A, ultimo.Chi, ultimo.Motivo));
    }
}

public sealed class PassaConsegneTests : VersionedCommandContract<PassaConsegne>
{
    private Actor Collega => Banco.Come("rup2.tivoli", Ruolo.Rup);

    private Actor Responsabile => Banco.Come("rup2.tivoli", Ruolo.Responsabile);

    private static SostituzioneForm Atto => new() { Numero = "55", Data = "23/11/2026", Decorrenza = "01/12/2026" };

    private async Task<Consegna> Riga(StatoAffidamento stato = StatoAffidamento.InLavorazione, int cig = 0xABCDE)
    {
        var id = await Banco.Affidamento(stato, cig: cig);
        return new Consegna(id, await Banco.Version(id), Collega.PersonaId, Guid.CreateVersion7());
    }

    private PassaConsegne Comando(params Consegna[] righe) => new(Guid.CreateVersion7(), Banco.Rup.PersonaId, righe, "trasferimento");

    private async Task Disattiva(Guid persona) => await Banco.Riesce(
        new DisattivaPersona(persona, "Trasferita ad altro Ente", (await Banco.RileggiPersona(persona)).Version), Banco.Amministratore());

    public override async Task Fa_cio_che_dice()
    {
        var (bozza, pronto, richiesta) = (await Riga(), await Riga(StatoAffidamento.ProntoPerIlPortale), await Riga(StatoAffidamento.CigInRichiesta));
        await Banco.Riesce(Comando(bozza, pronto, richiesta) with { Atto = Atto }, Collega);
        foreach (var riga in new[] { bozza, pronto })
        {
            Assert.Equal(Collega.PersonaId, (await Banco.Rileggi(riga.AffidamentoId)).RupId);
        }

        // For a request on the portal, the RUP changes only when the portal has accepted the change.
        var sulPortale = await Banco.Rileggi(richiesta.AffidamentoId);
        Assert.Equal(Banco.Rup.PersonaId, sulPortale.RupId);
        Assert.Equal(Collega.PersonaId, sulPortale.Aperta(TipoOperazione.SostituzioneRup)!.Dati.NuovoRupId);
        Assert.Contains("\"affidamenti\":3", (await Banco.EventiSu(Banco.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = Comando(await Riga());
        foreach (var altro in new[] { Banco.Auditor, Banco.Amministratore(), Banco.Come("istruttore.tivoli") })
        {
            await Banco.Rifiuta("accesso.negato", comando, altro);
        }

        await Banco.Rifiuta("dati.non-trovato", comando, Banco.RupDiUnAltroEnte);
        await Banco.Rifiuta("riassegna.altro-ente", comando, Banco.Come("responsabile"));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var (bozza, richiesta) = (await Riga(), await Riga(StatoAffidamento.CigInRichiesta));

        // The command passes all rows or none, so the draft is not passed either.
        await Banco.Rifiuta("consegne.solo-rup", Comando(bozza, richiesta) with { Atto = Atto }, Responsabile);
        await Banco.Rifiuta("modulo.mancante", Comando(bozza, richiesta), Collega);
        await Banco.Rifiuta("consegne.non-suo", Comando(bozza) with { Da = Collega.PersonaId }, Responsabile);
        await Banco.Rifiuta("riassegna.nuovo-rup", Comando(bozza with { NuovoRupId = Banco.RupDiUnAltroEnte.PersonaId }), Responsabile);
        await Banco.Rifiuta("riassegna.senza-motivo", Comando(bozza) with { Motivo = "" }, Responsabile);
        await Banco.Rifiuta("consegne.nessuna-riga", Comando(), Responsabile);
        Assert.Equal(Banco.Rup.PersonaId, (await Banco.Rileggi(bozza.AffidamentoId)).RupId);
    }

    private protected override async Task<(PassaConsegne Command, Actor Actor)> SeenNow() => (Comando(await Riga(), await Riga()), Responsabile);

    /// <summary>Changes one row of two as a second person, after which no row may be passed.</summary>
    private protected override Task<Actor> ChangedBySecondPerson(PassaConsegne command, Actor first) =>
        Banco.ChangeAsSecondPerson(command.Righe[1].AffidamentoId, first);

    private protected override async Task<PassaConsegne> WithPresentVersion(PassaConsegne command) =>
        command with { Righe = [command.Righe[0], command.Righe[1] with { Version = await Banco.Version(command.Righe[1].AffidamentoId) }] };

    [Fact]
    public async Task Tutto_resta_di_chi_lo_ha_fatto()
    {
        var riga = await Riga(StatoAffidamento.ProntoPerIlPortale);
        var prima = await Eventi(riga.AffidamentoId);
        Assert.All(prima, e => Assert.Equal(Banco.Rup.PersonaId, e.Attore.Id));
        await Disattiva(Banco.Rup.PersonaId);
        await Banco.Riesce(Comando(riga), Responsabile);
        var dopo = await Eventi(riga.AffidamentoId);
        Assert.Equal(prima.Select(e => (e.Seq, e.Attore)), dopo.Take(prima.Count).Select(e => (e.Seq, e.Attore)));
        Assert.Equal((Azioni.AffidamentoRiassegnato, Responsabile.PersonaId, nameof(Ruolo.Responsabile)),
            (dopo[^1].Azione, dopo[^1].Attore.Id, dopo[^1].Attore.Ruolo));
        Assert.Equal(Banco.Rup.PersonaId, (await Banco.Rileggi(riga.AffidamentoId)).AutoreId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Il_lavoro_di_chi_lascia_aspetta_nel_cruscotto_del_suo_Ente(bool disattivata)
    {
        await Riga();
        await Riga(StatoAffidamento.CigInRichiesta);
        await Riga(StatoAffidamento.CigAcquisito);
        Assert.Empty(await DaRiassegnare(Responsabile));
        Assert.Equal(2, Assert.Single(await CheResta(), l => l.Ente == "Comune di Tivoli").Quanti);
        if (disattivata)
        {
            await Disattiva(Banco.Rup.PersonaId);
        }
        else
        {
            var sua = Banco.Catalogo.Appartenenze.Single(a => a.PersonaId == Banco.Rup.PersonaId);
            await Banco.Riesce(
                new TogliRuolo(sua.Id, sua.PersonaId, SampleAnagrafe.Oggi, (await Banco.RileggiPersona(sua.PersonaId)).Version), Banco.Amministratore());
        }

        foreach (var chi in new[] { Responsabile, Collega })
        {
            Assert.Equal((Banco.Rup.PersonaId, 2), Assert.Single(await DaRiassegnare(chi)) is var l ? (l.PersonaId, l.Quanti) : default);
        }

        Assert.Empty(await DaRiassegnare(Banco.RupDiUnAltroEnte));

        // A reader of all Enti sees the Ente and whom to ask there, because the Ente appoints its own RUP.
        var daTutti = Assert.Single(await DaRiassegnare(Banco.Come("responsabile")));
        Assert.Equal((Banco.Rup.PersonaId, 2, "Comune di Tivoli"), (daTutti.PersonaId, daTutti.Quanti, daTutti.Ente));
        Assert.Equal(["Marta Collevento (RUP, Responsabile)"], daTutti.ChiRiassegna!);
        var scheda = (await Banco.Lettore.Leggi<LavoroDaPassare, ConsegneDetails>(Responsabile, q => q.Esegui(Banco.Rup.PersonaId, Responsabile))).Value;
        Assert.Equal([false, true], scheda.Voci.Select(v => v.SulPortale).Order());
        Assert.Equal("Marta Collevento", Assert.Single(scheda.Colleghi).Nome);
    }

    [Fact]
    public async Task L_Amministratore_sa_quanto_e_a_chi_resta_ma_non_che_cosa()
    {
        var riga = await Riga();
        var lavoro = Assert.Single(await CheResta());
        Assert.Equal(("Comune di Tivoli", 1), (lavoro.Ente, lavoro.Quanti));
        Assert.Equal(["Marta Collevento (RUP, Responsabile)"], lavoro.ChiLoTrova);
        Assert.DoesNotContain(riga.AffidamentoId.ToString(), System.Text.Json.JsonSerializer.Serialize(lavoro), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dopo_il_CIG_conta_solo_un_operazione_aperta()
    {
        var riga = await Riga(StatoAffidamento.CigAcquisito);
        Assert.Empty(await CheResta());
        await Banco.Riesce(new AvviaSostituzioneRup(riga.AffidamentoId, Guid.CreateVersion7(),
            new SostituzioneForm { NuovoRupId = Collega.PersonaId.ToString(), Numero = "55", Data = "23/11/2026", Decorrenza = "01/12/2026" },
            riga.Version));
        Assert.Equal(1, Assert.Single(await CheResta()).Quanti);
    }

    private async Task<IReadOnlyList<LavoroDiUnRup>> DaRiassegnare(Actor chi) =>
        (await Banco.Lettore.Leggi<LavoroSenzaRup, IReadOnlyList<LavoroDiUnRup>>(chi, async q => await q.Esegui(chi))).Value;

    private async Task<IReadOnlyList<LavoroAllEnte>> CheResta() =>
        (await Banco.Lettore.Leggi<LavoroCheResta, IReadOnlyList<LavoroAllEnte>>(Banco.Amministratore(), async q => await q.Esegui(Banco.Rup.PersonaId))).Value;

    private async Task<List<Evento>> Eventi(Guid id)
    {
        var chiave = id.ToString();
        var righe = await Banco.Legge(db => db.Registro.AsNoTracking().Where(e => e.OggettoId == chiave).OrderBy(e => e.Seq).Select(e => e.Byte).ToListAsync());
        return [.. righe.Select(b => Evento.Leggi(b).Value)];
    }
}
