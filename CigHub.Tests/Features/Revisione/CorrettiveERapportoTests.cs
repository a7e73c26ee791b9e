using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.Revisione.Campioni;
using CigHub.Web.Features.Revisione.Carte;
using CigHub.Web.Features.Revisione.Correttive;
using CigHub.Web.Features.Revisione.Elenco;
using CigHub.Web.Features.Revisione.Rapporto;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CigHub.Tests.Features.Revisione.SampleAudit;

namespace CigHub.Tests.Features.Revisione;

/// <summary>Checks that only the owner of an action answers, before and after the report.</summary>
public sealed class RispondiConstatazioneTests : CommandContract<RispondiConstatazione>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.AuditInCorso();
        var constatazione = await Bench.Constatata(id, Bench.Rup);
        var aperta = Assert.Single(await Mie(Bench.Rup));
        Assert.Equal(("Richieste di novembre", false), (aperta.Audit, aperta.InRitardo));
        Bench.Clock.Advance(TimeSpan.FromDays(40));
        Assert.True(Assert.Single(await Mie(Bench.Rup)).InRitardo);
        await Bench.Succeeds(new RispondiConstatazione(constatazione, " Ci penso ", ""), Bench.Rup);
        Assert.True(Assert.Single(await Mie(Bench.Rup)).InRitardo);
        await Bench.Attuata(constatazione, Bench.Rup);
        Assert.False(Assert.Single(await Mie(Bench.Rup)).InRitardo);
        var ora = Assert.Single((await Bench.Audit(id)).Constatazioni);
        Assert.Equal(("Fatto: promemoria inserito", new DateOnly(2026, 11, 24)), (ora.Risposta, ora.AttuataIl));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.AuditInCorso();
        var comando = new RispondiConstatazione(await Bench.Constatata(id, Bench.Rup), "Fatto", "24/11/2026");
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
        await Bench.Refuses("dati.non-trovato", comando, Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
        Assert.Empty(await Mie(Bench.ActorOf("rup2.tivoli", Ruolo.Rup)));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.AuditInCorso();
        var constatazione = await Bench.Constatata(id, Bench.Rup);
        await Bench.Refuses("modulo.mancante", new RispondiConstatazione(constatazione, " ", ""), Bench.Rup);
        await Bench.Refuses("audit.attuata-nel-futuro", new RispondiConstatazione(constatazione, "Fatto", "25/11/2026"), Bench.Rup);
        await Bench.Firmato(id);
        await Bench.Attuata(constatazione, Bench.Rup);
        await Bench.Succeeds(new VerificaAzione(id, constatazione, Efficace(), await Bench.VersioneDi(id)), Bench.Auditor);
        await Bench.Refuses("audit.azione-chiusa", new RispondiConstatazione(constatazione, "Ancora", ""), Bench.Rup);
        Assert.Empty(await Mie(Bench.Rup));
    }

    private async Task<IReadOnlyList<AzioneShown>> Mie(Actor actor) =>
        (await Azioni(actor)).Rows;

    private async Task<ListPage<AzioneShown>> Azioni(Actor actor, bool daAttuare = false) =>
        (await Bench.Reader.Read<AzioniDaAudit, ListPage<AzioneShown>>(actor, async q => await q.Run(actor, daAttuare), default)).Value;

    [Fact]
    public async Task Di_piu_azioni_di_quante_se_ne_mostrano_si_dice_quante_sono()
    {
        var id = await Bench.AuditInCorso();
        var constatazione = await Bench.Constatata(id, Bench.Rup);
        await Bench.Attuata(constatazione, Bench.Rup);
        Assert.Equal((1, 1, 0), ((await Azioni(Bench.Rup)).Rows.Count, (await Azioni(Bench.Rup)).Total, (await Azioni(Bench.Rup, daAttuare: true)).Total));
        Bench.Forza(
            """
            CREATE TEMP TABLE Una AS SELECT * FROM Constatazioni;
            WITH RECURSIVE N(X) AS (SELECT 1 UNION ALL SELECT X + 1 FROM N WHERE X < 100)
            INSERT INTO Constatazioni (Id, AuditId, CartaId, EnteId, Gravita, Testo, Causa, Azione, ResponsabileId, Entro, AutoreId, Utc)
            SELECT printf('%08X-0000-7000-8000-000000000000', X), AuditId, CartaId, EnteId, Gravita, Testo, Causa, Azione, ResponsabileId, Entro, AutoreId, Utc
            FROM N, Una
            """);
        Assert.Equal((AzioniDaAudit.Massimo, 101), ((await Azioni(Bench.Rup)).Rows.Count, (await Azioni(Bench.Rup)).Total));
        Assert.Equal((AzioniDaAudit.Massimo, 100), ((await Azioni(Bench.Rup, daAttuare: true)).Rows.Count, (await Azioni(Bench.Rup, daAttuare: true)).Total));
    }
}

/// <summary>Checks that an action is verified by somebody else than its owner, and that one that did not work goes back.</summary>
public sealed class VerificaAzioneTests : VersionedCommandContract<VerificaAzione>
{
    public override async Task Fa_cio_che_dice()
    {
        var comando = await Comando();
        var form = new VerificaForm { Efficace = "no", Nota = "Ancora due casi", NuovoTermine = "31/01/2027" };
        await Bench.Succeeds(comando with { Form = form }, Bench.Auditor);
        var ora = (await Bench.Audit(comando.AuditId)).Constatazioni[0];
        Assert.Equal((false, null, new DateOnly(2027, 1, 31)), (ora.Efficace, ora.AttuataIl, ora.Entro));
        await Bench.Attuata(comando.ConstatazioneId, Bench.Rup);
        await Bench.Succeeds(comando with { Version = await Bench.VersioneDi(comando.AuditId) }, Bench.Auditor);
        ora = (await Bench.Audit(comando.AuditId)).Constatazioni[0];
        Assert.Equal((true, Bench.Auditor.PersonaId), (ora.Chiusa, ora.VerificataDaId));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Comando();
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("dati.non-trovato", comando, await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId));

        // The owner of the action is an Auditor too: another Auditor verifies it.
        var proprio = await Bench.Anche(Bench.Rup, Ruolo.Auditor, null);
        await Bench.Refuses(SeparazioneCompiti.NessunoVerificaLaPropriaAzione.Codice, comando, proprio);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.AuditInCorso();
        var aperta = await Bench.Constatata(id, Bench.Rup);
        async Task<VerificaAzione> Ora(VerificaForm form) => new(id, aperta, form, await Bench.VersioneDi(id));
        await Bench.Refuses("audit.niente-da-verificare", await Ora(Efficace()), Bench.Auditor);
        await Bench.Attuata(aperta, Bench.Rup);
        await Bench.Refuses("modulo.mancante", await Ora(new VerificaForm()), Bench.Auditor);
        await Bench.Refuses("audit.termine-passato", await Ora(new() { Efficace = "no", Nota = "n", NuovoTermine = "01/11/2026" }), Bench.Auditor);
        await Bench.Succeeds(await Ora(Efficace()), Bench.Auditor);
        await Bench.Refuses("audit.niente-da-verificare", await Ora(Efficace()), Bench.Auditor);
    }

    private protected override async Task<(VerificaAzione Command, Actor Actor)> SeenNow() => (await Comando(), Bench.Auditor);

    private protected override Task<Actor> ChangedBySecondPerson(VerificaAzione command, Actor first) => Bench.CorrettaDaUnAltro(command.AuditId);

    private async Task<VerificaAzione> Comando()
    {
        var id = await Bench.AuditInCorso();
        var constatazione = await Bench.Constatata(id, Bench.Rup);
        await Bench.Attuata(constatazione, Bench.Rup);
        return new VerificaAzione(id, constatazione, Efficace(), await Bench.VersioneDi(id));
    }
}

/// <summary>Checks that a report is signed when it is complete, by somebody without a part in the sample, and that its event is named.</summary>
public sealed class ChiudiAuditTests : VersionedCommandContract<ChiudiAudit>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.AuditInCorso();
        await Bench.Constatata(id, Bench.Rup);
        await Bench.Compilate(id);
        var prima = await Bench.Query(db => db.Testa.AsNoTracking().SingleAsync());
        var ricevuta = await Bench.Succeeds(new ChiudiAudit(id, $" {Conclusioni} ", await Bench.VersioneDi(id)), Bench.Auditor);
        var vista = await Bench.Vista(id);
        Assert.Equal((StatoAudit.Chiuso, Conclusioni, "Pietro Valcerca"), (vista.Audit.Stato, vista.Audit.Conclusioni, vista.FirmatoDa));
        var riga = await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq));
        Assert.Equal(new EventoCitato(ricevuta.Seq, Convert.ToHexStringLower(riga.Foglia)), vista.Firma);
        Assert.Equal(vista.Firma, vista.Ultimo);
        Assert.Contains(Convert.ToHexStringLower(prima.Radice), (await Bench.EventiSu(id))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dopo_un_audit_intero_i_dati_concordano_con_il_registro()
    {
        var id = await Bench.AuditInCorso();
        var constatazione = await Bench.Constatata(id, Bench.Rup);
        await Bench.Firmato(id);
        await Bench.Attuata(constatazione, Bench.Rup);
        await Bench.Succeeds(new VerificaAzione(id, constatazione, Efficace(), await Bench.VersioneDi(id)), Bench.Auditor);
        var esito = await Bench.Reader.ReadLong<ConfrontoConIDati, Concordanza>(Bench.Auditor, q => q.Run(null), CancellationToken.None);
        Assert.Empty(esito.Value.Discordanze);

        Bench.Forza("UPDATE CarteDiLavoro SET Esito = 1 WHERE Esito = 4");
        esito = await Bench.Reader.ReadLong<ConfrontoConIDati, Concordanza>(Bench.Auditor, q => q.Run(null), CancellationToken.None);
        Assert.Equal(("Carta di lavoro", "Conforme"), Assert.Single(esito.Value.Discordanze) is var d ? (d.Oggetto, d.Trovato) : default);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var (comando, _) = await SeenNow();
        await Bench.Refuses("accesso.negato", comando, Bench.Responsabile());
        await Bench.Refuses("dati.non-trovato", comando, await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId));
        await Bench.Refuses(SeparazioneCompiti.NessunoRevisionaIlProprioLavoro.Codice, comando, await Bench.Anche(Bench.Rup, Ruolo.Auditor, null));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.AuditPianificato();
        await Bench.Refuses("audit.senza-campione", new ChiudiAudit(id, Conclusioni, 0), Bench.Auditor);
        id = await Bench.AuditInCorso();
        await Bench.Refuses("audit.carte-vuote", new ChiudiAudit(id, Conclusioni, 1), Bench.Auditor);
        var carta = (await Bench.Audit(id)).Carte[1].Id;
        await Bench.Succeeds(
            new CompilaCarta(id, carta, Carta(EsitoAudit.NonConformitaMaggiore), await Bench.VersioneDi(id)), Bench.Auditor);
        await Bench.Compilate(id);
        var errore = await Bench.Refuses("audit.senza-constatazione", new ChiudiAudit(id, Conclusioni, await Bench.VersioneDi(id)), Bench.Auditor);
        Assert.Contains("n. 2", errore.Message, StringComparison.Ordinal);
        await Bench.Refuses("modulo.mancante", new ChiudiAudit(id, null, await Bench.VersioneDi(id)), Bench.Auditor);
    }

    private protected override async Task<(ChiudiAudit Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.AuditInCorso();
        await Bench.Compilate(id);
        return (new ChiudiAudit(id, Conclusioni, await Bench.VersioneDi(id)), Bench.Auditor);
    }

    private protected override Task<Actor> ChangedBySecondPerson(ChiudiAudit command, Actor first) => Bench.CorrettaDaUnAltro(command.AuditId);
}

/// <summary>Checks that the print of a report is an event.</summary>
public sealed class StampaRapportoTests : CommandContract<StampaRapporto>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.AuditInCorso();
        await Bench.Succeeds(new StampaRapporto(id), Bench.Auditor);
        Assert.Contains("audit.rapporto-stampato", (await Bench.EventiSu(id))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new StampaRapporto(await Bench.AuditInCorso());
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("dati.non-trovato", comando, await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        await Bench.Refuses("audit.rapporto-vuoto", new StampaRapporto(await Bench.AuditPianificato()), Bench.Auditor);
}

/// <summary>Checks that the population leaves CigHub as the very bytes whose hash the sample names, with its event.</summary>
public sealed class EsportaPopolazioneTests : CommandContract<EsportaPopolazione>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.AuditInCorso();
        var file = (await Export(id, Bench.Auditor)).Value;
        Assert.Equal(((await Bench.Audit(id)).Campione!.Impronta, 3), (file.Sha256, file.Rows));
        Assert.EndsWith(".csv", file.Name, StringComparison.Ordinal);
        Assert.Contains(file.Sha256, (await Bench.EventiSu(file.Id))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.AuditInCorso();
        Assert.Equal("accesso.negato", (await Export(id, Bench.Rup)).Errors[0].Code);
        var suo = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        Assert.Equal("dati.non-trovato", (await Export(id, suo)).Errors[0].Code);
        await Bench.Refuses("accesso.negato", new EsportaPopolazione(Guid.CreateVersion7()), Bench.Rup);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        Assert.Equal("dati.non-trovato", (await Export(await Bench.AuditPianificato(), Bench.Auditor)).Errors[0].Code);
        await Bench.Refuses("dati.non-trovato", new EsportaPopolazione(Guid.CreateVersion7()), Bench.Auditor);
    }

    private async Task<CigHub.Domain.Common.Result<ReadyFile>> Export(Guid audit, Actor actor)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        using var work = new RunningWork(() => Task.CompletedTask, CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<ListExport>().Run(EsportaPopolazione.File(audit), actor, work);
    }
}
