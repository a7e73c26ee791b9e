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
    private Actor Rup => Banco.Come("rup2.tivoli", Ruolo.Rup);

    private Actor Responsabile => Banco.Come("rup2.tivoli", Ruolo.Responsabile);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Appartenenza(Ruolo.Responsabile);
        await Banco.Riesce(new ScegliRuolo(id), Responsabile);
        var evento = (await Banco.EventiSu(Rup.PersonaId))[^1];
        Assert.Contains("accesso.ruolo-scelto", evento, StringComparison.Ordinal);
        Assert.Contains("\"ruolo\":\"Responsabile\"", evento, StringComparison.Ordinal);
        Assert.Contains(id.ToString(), evento, StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Banco.Rifiuta("accesso.negato", new ScegliRuolo(await Appartenenza(Ruolo.Rup)), Rup with { RuoliToken = [Ruolo.Responsabile] });
        await Banco.Rifiuta("accesso.negato", new ScegliRuolo(await Appartenenza(Ruolo.Rup)), Rup with { EnteId = Banco.RupDiUnAltroEnte.EnteId });
        await Banco.Rifiuta("dati.non-trovato", new ScegliRuolo(await Appartenenza(Ruolo.Rup)), Responsabile);
        await Banco.Rifiuta("dati.non-trovato", new ScegliRuolo(await Appartenenza(Ruolo.Rup)), Banco.RupDiUnAltroEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Appartenenza(Ruolo.Rup);
        await Banco.Riesce(
            new TogliRuolo(id, Rup.PersonaId, SampleAnagrafe.Oggi, (await Banco.RileggiPersona(Rup.PersonaId)).Version), Banco.Amministratore());
        await Banco.Rifiuta("accesso.negato", new ScegliRuolo(id), Rup);
    }

    [Fact]
    public async Task Di_due_scelte_vale_la_seconda()
    {
        var scelta = Banco.Services.GetRequiredService<RuoloChoice>();
        var (prima, seconda) = (await Appartenenza(Ruolo.Rup), await Appartenenza(Ruolo.Responsabile));
        Assert.True((await scelta.Scegli(Principal(Ruolo.Rup, Ruolo.Responsabile), prima)).IsSuccess);
        Assert.True((await scelta.Scegli(Principal(Ruolo.Rup, Ruolo.Responsabile), seconda)).IsSuccess);
        Assert.Equal(seconda, (await scelta.Di(Principal(Ruolo.Rup, Ruolo.Responsabile))).Ultima);
    }

    [Fact]
    public async Task Si_sceglie_solo_tra_i_ruoli_del_token_che_valgono_oggi_e_nulla_viene_dalla_sessione_di_prima()
    {
        var scelta = Banco.Services.GetRequiredService<RuoloChoice>();
        Assert.Equal([Ruolo.Rup, Ruolo.Responsabile],
            (await scelta.Di(Principal(Ruolo.Rup, Ruolo.Responsabile, Ruolo.Amministratore))).Ruoli.Select(r => r.Ruolo));
        Assert.Equal([Ruolo.Responsabile], (await scelta.Di(Principal(Ruolo.Responsabile))).Ruoli.Select(r => r.Ruolo));
        Assert.False((await scelta.Scegli(Principal(Ruolo.Responsabile), await Appartenenza(Ruolo.Rup))).IsSuccess);

        var prima = Principal(Ruolo.Rup, Ruolo.Responsabile);
        ((ClaimsIdentity)prima.Identity!).AddClaim(new Claim(TicketStore.ClaimSessione, Guid.NewGuid().ToString()));
        ((ClaimsIdentity)prima.Identity!).AddClaim(new Claim(UserSession.ClaimAppartenenza, (await Appartenenza(Ruolo.Rup)).ToString()));
        var dopo = (await scelta.Scegli(prima, await Appartenenza(Ruolo.Responsabile))).Value;
        Assert.Null(TicketStore.IdDi(dopo!));
        Assert.NotNull(TicketStore.IdDi(prima));
        Assert.Equal(await Appartenenza(Ruolo.Responsabile), RuoloChoice.Attuale(dopo!));
    }

    private ClaimsPrincipal Principal(params Ruolo[] ruoli) => new(new ClaimsIdentity(
        [new Claim(UserSession.ClaimPersona, Rup.PersonaId.ToString()), .. ruoli.Select(r => new Claim(ClaimTypes.Role, r.ToString()))], "prova"));

    private Task<Guid> Appartenenza(Ruolo ruolo) =>
        Banco.Legge(db => db.Appartenenze.Where(a => a.PersonaId == Rup.PersonaId && a.Ruolo == ruolo).Select(a => a.Id).SingleAsync());
}
