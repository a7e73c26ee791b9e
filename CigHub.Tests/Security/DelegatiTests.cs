using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Deleghe;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Security;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Security;

/// <summary>
/// Checks what a delegate may do in the place of a RUP (All. I.2 D.Lgs. 36/2023): by commands run directly, as a forged message would run
/// them.
/// </summary>
public sealed class DelegatiTests : WithBench
{
    [Fact]
    public void Si_delegano_solo_questi_comandi() =>
        Assert.Equal(
            [
                "AggiungiAtti: TenereFascicolo", "AggiungiAtto: TenereFascicolo", "ApriAllegato: Consultare", "ApriFileVerifica: Consultare",
                "ChiudiMalfunzionamento: Consultare", "DichiaraConflitto: Consultare", "DichiaraDaDelegato: Consultare",
                "EsportaAffidamenti: Consultare", "EsportaSchede: Consultare", "ModificaFascicolo: TenereFascicolo",
                "RegistraCigDerivato: RegistrareEsito", "RegistraDatiPortale: TenereFascicolo", "RegistraRifiuto: RegistrareEsito",
                "SalvaBozza: Compilare", "ScaricaBozzaDiAtto: TenereFascicolo", "ScegliRuolo: Consultare",
                "SegnaEsitoDaVerificare: RegistrareEsito", "SegnaNonInviata: RegistrareEsito",
                "SegnalaMalfunzionamento: Consultare", "StampaElenco: Consultare", "StampaScheda: Consultare",
            ],
            CommandWalk.Commands.Where(c => WritePathSetup.DelegabileOf(c) is not null)
                .Select(c => $"{c.Name}: {WritePathSetup.DelegabileOf(c)}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task Ogni_altro_comando_mandato_da_un_delegato_e_negato_e_lascia_un_evento()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var delegato = await Bench.Declared(await Bench.Delegato(), id);
        var altri = CommandWalk.Commands.Where(c => WritePathSetup.DelegabileOf(c) is null).ToList();
        Assert.True(altri.Count > 50, $"{altri.Count} commands");
        foreach (var comando in altri)
        {
            var codice = Ruolo.Delegato.Allows(WritePathSetup.PermissionOf(comando)) ? "delega.atto-riservato" : "accesso.negato";
            await Bench.Denied(comando, id, delegato, codice);
        }

        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Il_delegato_compila_registra_il_CIG_e_tiene_il_fascicolo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var delegato = await Bench.Declared(await Bench.Delegato(), id);
        await Bench.Succeeds(await Oggetto(id, "Carta per le scuole"), delegato);
        await Bench.Succeeds(await Atto(id), delegato);

        var aperta = await Bench.Affidamento(StatoAffidamento.CigInRichiesta, 2);
        await Bench.Declared(delegato, aperta);
        await Bench.Succeeds(await Cig(aperta), delegato);
        Assert.Equal(StatoAffidamento.CigAcquisito, (await Bench.ReadAgain(aperta)).Stato);
    }

    [Fact]
    public async Task La_delega_si_limita_alle_operazioni_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var delegato = await Bench.Declared(await Bench.Delegato(f => (f.RegistraEsito, f.OperaSulPortale) = ("", "")), id);
        await Bench.Refuses("delega.atto-non-compreso", await Cig(id), delegato);
        Assert.Equal("delega.atto-non-compreso", (await Progress.VaiA(delegato, id, 1, 2)).Errors[0].Code);
        await Bench.Succeeds(await Atto(id), delegato);
    }

    [Fact]
    public async Task Sul_portale_il_delegato_avanza_e_spunta_fino_alla_rilettura_che_conferma_il_RUP()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var affidamento = await Bench.ReadAgain(id);
        await Bench.Services.GetRequiredService<RequestProgress>().StartOver(Bench.Rup, id);
        var delegato = await Bench.Declared(await Bench.Delegato(), id);
        Assert.True((await Progress.VaiA(delegato, id, 1, 5)).IsSuccess);
        Assert.Equal("delega.atto-riservato", (await Progress.StartOver(delegato, id)).Errors[0].Code);
        await Bench.Refuses("delega.atto-riservato", new ConfermaRilettura(id, affidamento.Version), delegato);
        Assert.Equal(5, (await Progress.Read(id)).Passo);
    }

    [Fact]
    public async Task Dopo_esito_da_verificare_decide_il_RUP()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var delegato = await Bench.Declared(await Bench.Delegato(), id);
        await Bench.Succeeds(new SegnaEsitoDaVerificare(id, await Bench.Version(id)), delegato);
        await Bench.Refuses("delega.decide-il-rup", await Cig(id), delegato);
        var sguardo = SguardoForm.With(Bench.Clock.GetUtcNow().UtcDateTime, TrovatoInElenco.Assente);
        await Bench.Refuses("delega.atto-riservato", new ConfermaNonRisulta(id, sguardo, await Bench.Version(id)), delegato);
        await Bench.Succeeds(await Cig(id));
    }

    [Fact]
    public async Task Il_delegato_dichiara_di_suo_di_non_avere_conflitti_e_chi_ne_ha_si_ferma()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var delegato = await Bench.Delegato();
        await Bench.Refuses("delega.da-dichiarare", await Oggetto(id, "Prima"), delegato);
        await Bench.Declared(delegato, id);
        await Bench.Succeeds(await Oggetto(id, "Dopo"), delegato);

        var fornitore = (await Bench.ReadAgain(id)).Fornitori[0].CodiceFiscale;
        await Bench.Succeeds(
            new DichiaraConflitto(
                id, fornitore, nameof(NaturaConflitto.Personale), DichiarazioneConflitto.VersioneTesto, await Bench.Version(id)), delegato);
        await Bench.Refuses("conflitto.dichiarato", await Oggetto(id, "Ancora"), delegato);
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(id)).RupId);
    }

    [Fact]
    public async Task Una_delega_revocata_scaduta_o_non_ancora_iniziata_ferma_il_prossimo_comando()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var revocato = await Bench.Declared(await Bench.Delegato(), id);
        var scade = await Bench.Delegato(f => f.Al = "24/11/2026");
        await Bench.Succeeds(await Oggetto(id, "Uno"), revocato);
        await Bench.Succeeds(await Oggetto(id, "Due"), scade);

        await Bench.Succeeds(new RevocaDelega(revocato.Delega!.Id, "Rientro"));
        await Bench.Refuses("accesso.negato", await Oggetto(id, "Tre"), revocato);
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        await Bench.Refuses("accesso.negato", await Oggetto(id, "Quattro"), scade);
        Assert.Equal("Due", (await Bench.ReadAgain(id)).Oggetto);
    }

    [Fact]
    public async Task La_delega_finisce_con_la_nomina_del_RUP_e_con_il_ruolo_del_delegato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var delegato = await Bench.Declared(await Bench.Delegato(), id);
        var altro = await Bench.Delegato(who: "rup2.tivoli");
        await Bench.Declared(altro, id);
        await Togli(delegato.PersonaId, Ruolo.Istruttore);
        await Bench.Refuses("accesso.negato", await Oggetto(id, "Uno"), delegato);
        await Bench.Succeeds(await Oggetto(id, "Due"), altro);
        await Togli(Bench.Rup.PersonaId, Ruolo.Rup);
        await Bench.Refuses("accesso.negato", await Oggetto(id, "Tre"), altro);
    }

    [Fact]
    public async Task Il_cambio_di_RUP_la_fa_finire_subito_anche_se_poi_l_affidamento_torna()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var istruttore = Bench.ActorOf("istruttore.tivoli");
        var delegato = await Bench.Declared(await Bench.Delegato(f => (f.Ambito, f.Affidamenti) = (nameof(AmbitoDelega.Scelti), [id])), id);
        await Bench.Succeeds(await Oggetto(id, "Uno"), delegato);

        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.Succeeds(new AssegnaAMe(id, await Bench.Version(id)), Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
        await Bench.Refuses("dati.non-trovato", await Oggetto(id, "Due"), delegato);
        await Bench.Succeeds(new AssegnaAMe(id, await Bench.Version(id)));
        await Bench.Refuses("dati.non-trovato", await Oggetto(id, "Tre"), delegato);
        await Bench.Succeeds(await Oggetto(id, "Quattro"), istruttore);
    }

    [Theory]
    [InlineData(AmbitoDelega.Scelti)]
    [InlineData(AmbitoDelega.Convenzione)]
    [InlineData(AmbitoDelega.Tutti)]
    public async Task Vede_e_tocca_solo_gli_affidamenti_della_delega(AmbitoDelega ambito)
    {
        var mio = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var stessaConvenzione = await Bench.Affidamento(StatoAffidamento.InLavorazione, 1);
        var altraConvenzione = await Bench.Affidamento(StatoAffidamento.InLavorazione, 2);
        var altroRup = await Bench.Affidamento(StatoAffidamento.InLavorazione, rup: "rup2.tivoli");
        var altroEnte = await Bench.Affidamento(StatoAffidamento.InLavorazione, rup: "rup.velletri");
        var delegato = await Bench.Delegato(f =>
        {
            f.Ambito = ambito.ToString();
            f.Affidamenti = ambito == AmbitoDelega.Scelti ? [mio] : [];
            f.Convenzione = Bench.Catalogo.Lotti[0].ConvenzioneId.ToString();
        });
        HashSet<Guid> attesi = ambito switch
        {
            AmbitoDelega.Scelti => [mio],
            AmbitoDelega.Convenzione => [mio, stessaConvenzione],
            _ => [mio, stessaConvenzione, altraConvenzione],
        };

        var visti = (await Bench.Reader.Read<ListaAffidamenti, FoundAffidamenti>(
            delegato, async q => await q.Run(AffidamentiFilter.Tutti, delegato.PersonaId, 1, 100))).Value;
        Assert.Equal(attesi, visti.Righe.Select(r => r.Id).ToHashSet());
        foreach (var id in new[] { mio, stessaConvenzione, altraConvenzione, altroRup, altroEnte })
        {
            var letto = await Bench.Reader.Read<DettaglioFascicolo, FascicoloDetails>(delegato, q => q.Run(id));
            var scritto = await Bench.Run(new DichiaraDaDelegato(id, DichiarazioneConflitto.VersioneTesto), delegato);
            Assert.Equal((attesi.Contains(id), attesi.Contains(id)), (letto.IsSuccess, scritto.IsSuccess));
            Assert.Equal(attesi.Contains(id) ? null : "dati.non-trovato", scritto.Errors.Select(e => e.Code).FirstOrDefault());
        }
    }

    [Fact]
    public async Task Il_registro_dice_per_delega_di_chi()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var delegato = await Bench.Declared(await Bench.Delegato(), id);
        await Bench.Succeeds(await Oggetto(id, "Carta"), delegato);
        await Bench.Succeeds(await Atto(id), delegato);
        await Bench.Refuses("delega.atto-riservato", new SegnaPronto(id, await Bench.Version(id)), delegato);

        var eventi = await Bench.Query(db => db.Registro.Where(e => e.AttoreId == delegato.PersonaId).OrderBy(e => e.Seq).ToListAsync());
        Assert.Equal(
            [Azioni.DichiarazioneDelDelegato, Azioni.BozzaModificata, Azioni.AttoAggiunto, Azioni.AccessoNegato], eventi.Select(e => e.Azione));
        foreach (var evento in eventi)
        {
            var json = JsonNode.Parse(Encoding.UTF8.GetString(evento.Byte))!;
            Assert.Equal("Delegato", (string?)json["actor"]!["ruolo"]);
            Assert.Equal(delegato.Delega!.Id.ToString(), (string?)json["dati"]!["delega"]);
            Assert.Equal(Bench.Rup.PersonaId.ToString(), (string?)json["dati"]!["perDelegaDi"]);
        }

        var cronologia = (await Bench.Reader.Read<CronologiaAffidamento, Cronologia>(Bench.Rup, q => q.Run(id, 100))).Value;
        Assert.All(
            cronologia.Voci.Where(v => v.Ruolo == "Delegato"), v => Assert.Equal("Livia Serrani, per delega di Aldo Ferrantini", v.Chi));
        Assert.Equal(3, cronologia.Voci.Count(v => v.Ruolo == "Delegato"));
        await Bench.RegistroIntegro();
    }

    /// <summary>
    /// An Istruttore who is delegated too works in one capacity at a time. What the Istruttore may do anyway, the Istruttore does in that
    /// role, and the registro says so.
    /// </summary>
    [Fact]
    public async Task Un_Istruttore_delegato_lavora_in_una_veste_alla_volta()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var istruttore = Bench.ActorOf("istruttore.tivoli");
        var delegato = await Bench.Declared(await Bench.Delegato(), id);
        await Bench.Succeeds(await Oggetto(id, "Da Istruttore"), istruttore);
        await Bench.Succeeds(await Oggetto(id, "Da delegato"), delegato);
        await Bench.Succeeds(await Atto(id), istruttore);
        var ruoli = await Bench.Query(db => db.Registro.Where(e => e.Azione == Azioni.BozzaModificata).OrderBy(e => e.Seq).Select(e => e.Ruolo).ToListAsync());
        Assert.Equal(["Istruttore", "Delegato"], ruoli.TakeLast(2));
    }

    [Fact]
    public async Task Chi_ha_lavorato_per_delega_non_approva()
    {
        var id = await Bench.SopraSoglia();
        var delegato = await Bench.Declared(await Bench.Delegato(who: "rup2.tivoli"), id);
        await Bench.Succeeds(await Oggetto(id, "Per delega"), delegato);
        await Bench.Succeeds(new Web.Features.Affidamenti.Approvazione.InviaPerApprovazione(
            id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Refuses("approvazione.ha-lavorato", await Bench.Approva(id), Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile));
    }

    [Fact]
    public async Task Un_attore_non_si_inventa_una_delega()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var delegato = await Bench.Declared(await Bench.Delegato(), id);
        var altro = Bench.ActorOf("istruttore.velletri");
        var comando = await Atto(id);
        await Bench.Refuses("accesso.negato", comando, delegato with { Delega = null });
        await Bench.Refuses("accesso.negato", comando, delegato with { Delega = delegato.Delega! with { Id = Guid.CreateVersion7() } });
        await Bench.Refuses("accesso.negato", comando, delegato with { PersonaId = altro.PersonaId, RuoliToken = altro.RuoliToken });
        await Bench.Refuses("accesso.negato", comando, delegato with { EnteId = altro.EnteId });
        await Bench.Refuses("accesso.negato", comando, delegato with { RuoliToken = [] });
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("istruttore.tivoli") with { Delega = delegato.Delega });
        await Bench.Refuses("delega.atto-non-compreso",
            await Cig(id),
            await Bench.Delegato(f => f.RegistraEsito = "") is var meno ? meno with { Delega = meno.Delega! with { Atti = delegato.Delega!.Atti } } : meno);
    }

    [Fact]
    public async Task La_sessione_per_delega_finisce_quando_la_delega_e_revocata()
    {
        var delegato = await Bench.Delegato();
        var scelta = delegato.Delega!.Id;
        var token = delegato.RuoliToken.ToList();
        async Task<CurrentUser> Chi() =>
            (await Bench.Query(db => UserSession.Of(delegato.PersonaId, token, scelta, db, Bench.Clock.Today(), default)))!;
        var prima = await Chi();
        Assert.Equal((Ruolo.Delegato, "Comune di Tivoli, per delega di Aldo Ferrantini"), (prima.Actor.Ruolo, prima.Ente));
        Assert.True(prima.May<SalvaBozza>());
        Assert.False(prima.May<SegnaPronto>());
        await Bench.Succeeds(new Web.Features.Account.SceltaDelRuolo.ScegliRuolo(scelta), prima.Actor);

        var sessione = new Web.Data.Preferenze.Sessione
        {
            Id = Guid.CreateVersion7(),
            Chiave = "chiave",
            Browser = "",
            NomeUtente = "istruttore.tivoli",
            PersonaId = delegato.PersonaId,
            AppartenenzaId = scelta,
            Ruoli = SessionRights.Text(token),
        };
        Assert.Empty(await Bench.Services.GetRequiredService<SessionRights>().Lost([sessione]));
        await Bench.Succeeds(new RevocaDelega(scelta, "Rientro"));
        Assert.Contains(sessione.Id, (await Bench.Services.GetRequiredService<SessionRights>().Lost([sessione])).Keys);
        Assert.Equal(Ruolo.Istruttore, (await Chi()).Actor.Ruolo);
    }

    private RequestProgress Progress => Bench.Services.GetRequiredService<RequestProgress>();

    private async Task<SalvaBozza> Oggetto(Guid id, string testo) =>
        new(id, [new ModificaCampo(PercorsoAd4.Oggetto, testo, (await Bench.ReadAgain(id)).Bozza.Testo(PercorsoAd4.Oggetto))]);

    private async Task<AggiungiAtto> Atto(Guid id) => new(
        id, Guid.CreateVersion7(), new AttoForm { Tipo = nameof(TipoAtto.DeterminaDiAdesione), Data = "20/11/2026", Numero = "77" }, await Bench.Version(id));

    private async Task<RegistraCigDerivato> Cig(Guid id) => new(
        id, (await Bench.ReadAgain(id)).Aggiudicazioni[0].Id, InventedCodes.Cig('B', 0x135790).Valore, await Bench.Version(id));

    private async Task Togli(Guid persona, Ruolo ruolo)
    {
        var suo = await Bench.Query(db => db.Appartenenze.SingleAsync(a => a.PersonaId == persona && a.Ruolo == ruolo));
        var version = (await Bench.RileggiPersona(persona)).Version;
        await Bench.Succeeds(new TogliRuolo(suo.Id, persona, RomeTime.Text(Bench.Clock.Today()), version), Bench.Amministratore());
    }
}
