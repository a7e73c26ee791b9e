using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Deleghe;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.RegistroEventi.Ruoli;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>Tests who held which role on a day, with deleghe, and that an Auditor of one Ente sees that Ente alone.</summary>
public sealed class RuoliNelTempoTests : WithBench
{
    [Fact]
    public async Task I_ruoli_di_un_giorno_e_di_un_periodo_con_le_deleghe()
    {
        var delegato = Bench.ActorOf("istruttore.tivoli");
        await Bench.Succeeds(new ConferisciDelega(Guid.CreateVersion7(), SampleDeleghe.Form(delegato.PersonaId)));
        var oggi = Bench.Clock.Today();
        var adesso = await Rows(new RuoliFilter());
        var delega = Assert.Single(adesso, r => r.Ruolo == Ruolo.Delegato);
        Assert.Equal(
            (delegato.PersonaId, oggi, (DateOnly?)new(2026, 12, 31), (DateOnly?)oggi), (delega.PersonaId, delega.Dal, delega.Fino, delega.RegistratoIl));
        Assert.Contains("per delega di", delega.Perche!, StringComparison.Ordinal);
        Assert.Contains(adesso, r => r.PersonaId == Bench.Rup.PersonaId && r.Ruolo == Ruolo.Rup);

        Assert.DoesNotContain(await Rows(new RuoliFilter(Dal: oggi.AddDays(-1), Al: oggi.AddDays(-1))), r => r.Ruolo == Ruolo.Delegato);
        Assert.Contains(await Rows(new RuoliFilter(Dal: new(2026, 12, 31), Al: new(2027, 1, 31))), r => r.Ruolo == Ruolo.Delegato);
        Assert.DoesNotContain(await Rows(new RuoliFilter(Dal: new(2027, 1, 1), Al: new(2027, 1, 31))), r => r.Ruolo == Ruolo.Delegato);
        Assert.Empty(await Rows(new RuoliFilter(Al: new(1999, 1, 1))));

        Assert.All(await Rows(new RuoliFilter(Persona: "ferrantini")), r => Assert.Equal(Bench.Rup.PersonaId, r.PersonaId));
        Assert.All(await Rows(new RuoliFilter(Ente: "velletri")), r => Assert.Equal(Bench.RupOfAnotherEnte.EnteId, r.EnteId));
        Assert.All(await Rows(new RuoliFilter(Ruolo: Ruolo.Rup)), r => Assert.Equal(Ruolo.Rup, r.Ruolo));
    }

    [Fact]
    public async Task Un_ruolo_registrato_dopo_la_decorrenza_si_trova_da_se()
    {
        var ente = Bench.Rup.EnteId!.Value;
        var id = await Bench.NuovaPersona();
        var versione = (await Bench.RileggiPersona(id)).Version;
        var form = SampleAnagrafe.Ruolo(Ruolo.Istruttore, ente, "01/10/2026");
        await Bench.Succeeds(new AssegnaRuolo(Guid.CreateVersion7(), id, form, versione), Bench.Amministratore());
        var dopo = Assert.Single(await Rows(new RuoliFilter(Da: RuoliDaGuardare.RegistratiDopo)));
        Assert.Equal((id, new(2026, 10, 1), Bench.Clock.Today()), (dopo.PersonaId, dopo.Dal, dopo.RegistratoIl!.Value));
        Assert.Equal("L'Ente lo ha comunicato in ritardo", dopo.Perche);

        var senzaAtto = await Bench.Anche(Bench.ActorOf("istruttore.tivoli"), Ruolo.Rup, ente);
        Assert.Contains(await Rows(new RuoliFilter(Da: RuoliDaGuardare.SenzaAtto)), r => r.PersonaId == senzaAtto.PersonaId && r.Ruolo == Ruolo.Rup);
    }

    [Fact]
    public async Task L_Auditor_di_un_Ente_vede_solo_i_ruoli_del_suo_e_gli_altri_niente()
    {
        var ofVelletri = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        var rows = await Rows(new RuoliFilter(), ofVelletri);
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(Bench.RupOfAnotherEnte.EnteId, r.EnteId));
        foreach (var altro in new[] { Bench.Rup, Bench.ActorOf("responsabile"), Bench.ActorOf("amministratore") })
        {
            Assert.False((await Bench.Reader.Read<RuoliNelTempo, RuoliView>(altro, async q => await q.Run(new RuoliFilter(), 1, 10, altro))).IsSuccess);
        }
    }

    private async Task<IReadOnlyList<RuoloRow>> Rows(RuoliFilter filter, Actor? chi = null) =>
        (await Bench.Reader.Read<RuoliNelTempo, RuoliView>(
            chi ?? Bench.Auditor, async q => await q.Run(filter, 1, 1000, chi ?? Bench.Auditor))).Value.Rows;
}
