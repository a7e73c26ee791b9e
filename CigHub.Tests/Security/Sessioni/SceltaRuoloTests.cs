using System.Security.Claims;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Account.SceltaDelRuolo;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Security;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Security.Sessioni;

public sealed class ScegliRuoloTests : CommandContract<ScegliRuolo>
{
    private Actor Rup => Bench.ActorOf("rup2.tivoli", Ruolo.Rup);

    private Actor Responsabile => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Appartenenza(Ruolo.Responsabile);
        await Bench.Succeeds(new ScegliRuolo(id), Responsabile);
        var evento = (await Bench.EventiSu(Rup.PersonaId))[^1];
        Assert.Contains("accesso.ruolo-scelto", evento, StringComparison.Ordinal);
        Assert.Contains("\"ruolo\":\"Responsabile\"", evento, StringComparison.Ordinal);
        Assert.Contains(id.ToString(), evento, StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", new ScegliRuolo(await Appartenenza(Ruolo.Rup)), Rup with { RuoliToken = [Ruolo.Responsabile] });
        await Bench.Refuses("accesso.negato", new ScegliRuolo(await Appartenenza(Ruolo.Rup)), Rup with { EnteId = Bench.RupOfAnotherEnte.EnteId });
        await Bench.Refuses("dati.non-trovato", new ScegliRuolo(await Appartenenza(Ruolo.Rup)), Responsabile);
        await Bench.Refuses("dati.non-trovato", new ScegliRuolo(await Appartenenza(Ruolo.Rup)), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Appartenenza(Ruolo.Rup);
        await Bench.Succeeds(
            new TogliRuolo(id, Rup.PersonaId, SampleAnagrafe.Oggi, (await Bench.RileggiPersona(Rup.PersonaId)).Version), Bench.Amministratore());
        await Bench.Refuses("accesso.negato", new ScegliRuolo(id), Rup);
    }

    [Fact]
    public async Task Di_due_scelte_vale_la_seconda()
    {
        var scelta = Bench.Services.GetRequiredService<RuoloChoice>();
        var (prima, seconda) = (await Appartenenza(Ruolo.Rup), await Appartenenza(Ruolo.Responsabile));
        Assert.True((await scelta.Choose(Principal(Ruolo.Rup, Ruolo.Responsabile), prima)).IsSuccess);
        Assert.True((await scelta.Choose(Principal(Ruolo.Rup, Ruolo.Responsabile), seconda)).IsSuccess);
        Assert.Equal(seconda, (await scelta.Of(Principal(Ruolo.Rup, Ruolo.Responsabile))).Ultima);
    }

    [Fact]
    public async Task Si_sceglie_solo_tra_i_ruoli_del_token_che_valgono_oggi_e_nulla_viene_dalla_sessione_di_prima()
    {
        var scelta = Bench.Services.GetRequiredService<RuoloChoice>();
        Assert.Equal([Ruolo.Rup, Ruolo.Responsabile],
            (await scelta.Of(Principal(Ruolo.Rup, Ruolo.Responsabile, Ruolo.Amministratore))).Ruoli.Select(r => r.Ruolo));
        Assert.Equal([Ruolo.Responsabile], (await scelta.Of(Principal(Ruolo.Responsabile))).Ruoli.Select(r => r.Ruolo));
        Assert.False((await scelta.Choose(Principal(Ruolo.Responsabile), await Appartenenza(Ruolo.Rup))).IsSuccess);

        var prima = Principal(Ruolo.Rup, Ruolo.Responsabile);
        ((ClaimsIdentity)prima.Identity!).AddClaim(new Claim(TicketStore.ClaimSessione, Guid.NewGuid().ToString()));
        ((ClaimsIdentity)prima.Identity!).AddClaim(new Claim(UserSession.ClaimAppartenenza, (await Appartenenza(Ruolo.Rup)).ToString()));
        var dopo = (await scelta.Choose(prima, await Appartenenza(Ruolo.Responsabile))).Value;
        Assert.Null(TicketStore.IdOf(dopo!));
        Assert.NotNull(TicketStore.IdOf(prima));
        Assert.Equal(await Appartenenza(Ruolo.Responsabile), RuoloChoice.Present(dopo!));
    }

    private ClaimsPrincipal Principal(params Ruolo[] ruoli) => new(new ClaimsIdentity(
        [new Claim(UserSession.ClaimPersona, Rup.PersonaId.ToString()), .. ruoli.Select(r => new Claim(ClaimTypes.Role, r.ToString()))], "prova"));

    private Task<Guid> Appartenenza(Ruolo ruolo) =>
        Bench.Query(db => db.Appartenenze.Where(a => a.PersonaId == Rup.PersonaId && a.Ruolo == ruolo).Select(a => a.Id).SingleAsync());
}
