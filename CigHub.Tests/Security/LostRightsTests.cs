using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Security;

/// <summary>
/// Checks that a command or query is refused when the actor's right has ended or never existed, already at the next one after the change.
/// </summary>
public sealed class LostRightsTests : WithBench
{
    [Fact]
    public async Task Un_appartenenza_terminata_vale_fino_al_giorno_prima()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var rup = Bench.Rup;
        var oggi = DateOnly.FromDateTime(TestBench.Now.UtcDateTime);
        await Come_amministrazione(async db => (await db.Appartenenze.SingleAsync(a => a.PersonaId == rup.PersonaId)).Termina(oggi.AddDays(1), oggi));
        await Query(rup, id);

        // The day ends at midnight in Rome. In winter 23:00 UTC is already the next day there.
        Bench.Clock.SetUtcNow(new DateTimeOffset(oggi.ToDateTime(new TimeOnly(23, 0)), TimeSpan.Zero));
        await Bench.Denied(typeof(AvviaRichiestaCig), id, rup, Authorizer.Denied.Code);
        await NonLegge(rup, id);
    }

    [Fact]
    public async Task Una_persona_disattivata_non_fa_e_non_legge_piu_nulla()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var rup = Bench.Rup;
        await Query(rup, id);
        await Come_amministrazione(async db => (await db.Persone.SingleAsync(p => p.Id == rup.PersonaId)).Disattiva());
        await Bench.Denied(typeof(AvviaRichiestaCig), id, rup, Authorizer.Denied.Code);
        await NonLegge(rup, id);
    }

    [Fact]
    public async Task Un_ruolo_che_manca_nel_token_o_un_Ente_che_non_e_il_suo_non_valgono()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var rup = Bench.Rup;
        Actor[] finti =
        [
            rup with { RuoliToken = [] },
            rup with { RuoliToken = [Ruolo.Istruttore, Ruolo.Responsabile] },
            rup with { EnteId = null },
            rup with { EnteId = Bench.RupOfAnotherEnte.EnteId },
            rup with { PersonaId = Guid.CreateVersion7() },
            Bench.ActorOf("istruttore.tivoli") with { Ruolo = Ruolo.Rup, RuoliToken = [Ruolo.Rup, Ruolo.Istruttore] },
        ];
        foreach (var finto in finti)
        {
            await Bench.Denied(typeof(AvviaRichiestaCig), id, finto, Authorizer.Denied.Code);
            await NonLegge(finto, id);
        }

        await Bench.Succeeds(new AvviaRichiestaCig(id, await Bench.Version(id), DichiarazioneConflitto.VersioneTesto), rup);
    }

    [Fact]
    public async Task Un_comando_rifiutato_per_altro_non_cambia_nulla()
    {
        var altro = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "8000,00");
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "7000,01");
        await Bench.Succeeds(new AvviaRichiestaCig(altro, await Bench.Version(altro), DichiarazioneConflitto.VersioneTesto));
        var version = await Bench.Version(id);
        var prima = Bench.Istantanea();
        await Bench.Refuses("capienza.insufficiente", new AvviaRichiestaCig(id, version, DichiarazioneConflitto.VersioneTesto));
        await Bench.Refuses("affidamento.stato", new SegnaPronto(id, version, Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Refuses(StaleEdit.ErrorCode, new RiportaInLavorazione(id, version - 1));
        await Bench.Refuses("nota.mancante", new RegistraRifiuto(id, "", version));
        Assert.Equal(prima, Bench.Istantanea());
    }

    private async Task Query(Actor actor, Guid id) =>
        Assert.True((await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(actor, q => q.Run(id))).IsSuccess);

    private async Task NonLegge(Actor actor, Guid id)
    {
        var esito = await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(actor, q => q.Run(id));
        Assert.Equal(Authorizer.Denied, Assert.Single(esito.Errors));
    }

    private Task Come_amministrazione(Func<Web.Data.CigHubDbContext, Task> cambia) =>
        Bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
        {
            await cambia(db);
            return Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));
        });
}
