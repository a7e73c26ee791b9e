using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Convenzioni;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Account.SceltaDelRuolo;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Checks the refusal of a stale edit. It must name the person who changed the data, and a command that does not change the data of an edit
/// must not make the edit stale.
/// </summary>
public sealed class StaleVersionTests : WithBench
{
    private Actor Office => Bench.ActorOf("amministratore");

    [Fact]
    public async Task Chi_legge_dopo_non_e_chi_ha_modificato()
    {
        var (id, act) = (await Bench.Affidamento(StatoAffidamento.InLavorazione), Guid.CreateVersion7());
        var seen = new EliminaAffidamento(id, await Bench.Version(id));
        await Later(new AggiungiAtto(id, act, SampleFiles.Act(), seen.Version, SampleFiles.Scelto()), Bench.ActorOf("istruttore.tivoli"));
        await Later(new ApriAllegato(id, act), Bench.Auditor);
        await Later(new StampaScheda(id, seen.Version + 1), Bench.Auditor);
        await Later(new EsportaSchede([new SchedaInUscita(id, EsportaSchede.Impronta((await Bench.ReadAgain(id)).Bozza))]), Bench.Auditor);

        await Says("Livia Serrani alle 10:01", seen, Bench.Rup);
    }

    [Fact]
    public async Task Il_rifiuto_dice_chi_quando_e_la_versione_di_adesso()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var seen = new EliminaAffidamento(id, await Bench.Version(id));
        await Later(new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Act(), seen.Version, SampleFiles.Scelto()), Bench.ActorOf("istruttore.tivoli"));

        var stale = Assert.IsType<StaleEdit>(await Bench.Refuses(StaleEdit.ErrorCode, seen, Bench.Rup));

        Assert.Equal(new LastChange("Livia Serrani", Bench.Clock.GetUtcNow().UtcDateTime), stale.Change);
        Assert.Equal(seen.Version + 1, stale.Version);
        Assert.StartsWith("Nel frattempo modificato da Livia Serrani alle 10:01: ricarica", stale.Message, StringComparison.Ordinal);
        var advised = stale.WithAdvice("Guarda e salva di nuovo.");
        Assert.Equal(stale with { Message = "Nel frattempo modificato da Livia Serrani alle 10:01. Guarda e salva di nuovo." }, advised);
    }

    [Fact]
    public async Task Chi_e_superato_lo_sa_prima_che_qualcuno_giudichi_cio_che_chiede()
    {
        var rup = Bench.Rup;
        var registrazione = await Bench.Query(db => db.RegistrazioniPortale.AsNoTracking().SingleAsync(r => r.PersonaId == rup.PersonaId));
        var unreadable = new AggiornaRegistrazione(registrazione.Id, PassoRegistrazione.Sospendi, "ieri o giù di lì", "prova", registrazione.Version);

        await Bench.Refuses("data.formato", unreadable, rup);
        await Bench.Refuses(StaleEdit.ErrorCode, unreadable with { Version = registrazione.Version + 1 }, rup);
    }

    /// <summary>
    /// The save itself must compare the version that the user saw with the stored one, although nothing compared them before, as when a
    /// second process saves in between.
    /// </summary>
    [Fact]
    public async Task Chi_scrive_confronta_la_versione_vista_anche_se_nessuno_l_ha_confrontata_prima()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var seen = new EliminaAffidamento(id, await Bench.Version(id));
        await Later(new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Act(), seen.Version, SampleFiles.Scelto()), Bench.ActorOf("istruttore.tivoli"));
        await using var scope = Bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var affidamento = await db.Affidamenti.SingleAsync(a => a.Id == id);
        var capienza = await db.Capienze.SingleAsync(c => c.LottoId == affidamento.LottoId);
        Assert.True(affidamento.Elimina(capienza, Bench.Clock.GetUtcNow().UtcDateTime).IsSuccess);
        var eventi = Events.Of(new EventToWrite(Azioni.AffidamentoEliminato, Oggetti.Affidamento, id, affidamento.EnteId));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => new RecordedSave(db, Bench.Clock).Save(eventi, Attore.Sistema, seen, default));

        Assert.Equal(StatoAffidamento.InLavorazione, (await Bench.ReadAgain(id)).Stato);
    }

    [Fact]
    public async Task Cio_che_una_persona_fa_poi_non_e_una_modifica_dei_suoi_dati()
    {
        var rup = Bench.Rup;
        var other = await Bench.AnotherAmministratore();
        var seen = new DisattivaPersona(rup.PersonaId, "Trasferita ad altro Ente", (await Bench.RileggiPersona(rup.PersonaId)).Version);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.ChangeAsSecondPerson(rup.PersonaId, Office);
        await Later(new ScegliRuolo(Bench.Catalogo.Appartenenze.First(a => a.PersonaId == rup.PersonaId).Id), rup);
        var registrazione = await Bench.Query(db => db.RegistrazioniPortale.AsNoTracking().SingleAsync(r => r.PersonaId == rup.PersonaId));
        await Later(new AggiornaRegistrazione(registrazione.Id, PassoRegistrazione.Sospendi, SampleAnagrafe.Oggi, "prova", registrazione.Version), rup);

        await Says($"{(await Bench.RileggiPersona(other.PersonaId)).NomeCompleto} alle 10:01", seen, Office);
    }

    [Fact]
    public async Task Il_registro_di_un_Lotto_non_e_una_modifica_del_Lotto()
    {
        var other = await Bench.AnotherAmministratore();
        var id = await Bench.LottoCreato();
        var seen = new ChiudiLotto(id, 0);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.ChangeAsSecondPerson(id, Office);
        await Later(new VariaMassimale(id, SampleCatalogo.Atto("10")), Office);
        await Later(new RegistraAltreAdesioni(id, SampleCatalogo.Atto("10")), Office);

        await Says($"{(await Bench.RileggiPersona(other.PersonaId)).NomeCompleto} alle 10:01", seen, Office);
    }

    [Fact]
    public async Task Chi_ha_aperto_un_Lotto_lo_salva_anche_se_intanto_i_RUP_ne_prendono_capienza()
    {
        var lotto = await Bench.Lotto(Bench.Catalogo.Lotti[0].Id);
        var seen = new SalvaLotto(lotto.Id, Guid.CreateVersion7(), LottoForm.Of(lotto), lotto.Version);
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        var notSent = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new SegnaNonInviata(notSent, await Bench.Version(notSent)));
        var refused = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new RegistraRifiuto(refused, "ERR98", await Bench.Version(refused)));
        await Bench.Succeeds(new CaricaAdesionePregressa(new PregressaForm
        {
            CigPadre = lotto.CigPadre.Valore,
            CigDerivato = InventedCodes.Cig('B', 0x700001).Valore,
            Oggetto = "Pulizie 2025",
            Importo = "1.000,00",
            DataAdesione = "01/03/2026",
        }));

        Assert.Equal(lotto.Version, (await Bench.Lotto(lotto.Id)).Version);
        await Bench.Succeeds(seen, Office);
    }

    private async Task Later<TCommand>(TCommand command, Actor actor)
        where TCommand : ICommand
    {
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.Succeeds(command, actor);
    }

    private async Task Says<TCommand>(string who, TCommand stale, Actor actor)
        where TCommand : ICommand =>
        Assert.Contains(who, (await Bench.Refuses(StaleEdit.ErrorCode, stale, actor)).Message, StringComparison.Ordinal);
}
