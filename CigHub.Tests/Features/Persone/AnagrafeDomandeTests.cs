using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Persone;

/// <summary>Checks which data the lists and the detail pages of Enti and people show, and to which roles.</summary>
public sealed class AnagrafeDomandeTests : WithBench
{
    [Theory]
    [InlineData("FORÀNO", 1)]
    [InlineData("comune forano", 1)]
    [InlineData("c_d689", 1)]
    [InlineData("0000123456", 1)]
    [InlineData("orano", 0)]
    [InlineData("comune", 4)]
    [InlineData(null, 4)]
    public async Task Gli_Enti_si_trovano_per_l_inizio_delle_parole_senza_accenti_ne_maiuscole(string? cerca, int quanti)
    {
        await Bench.NuovoEnte();
        Assert.Equal(quanti, (await Enti(new AnagrafeFilter(cerca))).Total);
    }

    [Fact]
    public async Task Le_persone_si_trovano_per_nome_ruolo_o_Ente_e_si_filtrano_per_stato()
    {
        Assert.Equal(["Ferrantini Aldo"], (await Persone(new AnagrafeFilter("ferràntini"))).Rows.Select(v => v.Nome));
        Assert.Equal(["Collevento Marta", "Ferrantini Aldo"], (await Persone(new AnagrafeFilter("rup comune tivoli"))).Rows.Select(v => v.Nome));
        var id = Bench.Rup.PersonaId;
        await Bench.Succeeds(new DisattivaPersona(id, "Trasferita ad altro Ente", (await Bench.RileggiPersona(id)).Version), Bench.Amministratore());
        Assert.Equal(["Ferrantini Aldo"], (await Persone(new AnagrafeFilter(null, AnagrafeFilter.NonAttivi))).Rows.Select(v => v.Nome));
        Assert.DoesNotContain("Ferrantini Aldo", (await Persone(new AnagrafeFilter(null, AnagrafeFilter.Attivi))).Rows.Select(v => v.Nome));
    }

    [Fact]
    public async Task Le_pagine_si_susseguono_senza_ripetere_nessuno()
    {
        var prima = await Persone(new AnagrafeFilter(), 1, 4);
        var seconda = await Persone(new AnagrafeFilter(), 2, 4);
        Assert.Equal((9, 4, 4), (prima.Total, prima.Rows.Count, seconda.Rows.Count));
        Assert.Equal(8, prima.Rows.Concat(seconda.Rows).Select(v => v.Id).Distinct().Count());
    }

    [Fact]
    public async Task Un_Ente_chiuso_resta_nell_elenco_e_si_riconosce()
    {
        var id = await Bench.NuovoEnte();
        await Bench.Succeeds(new ChiudiEnte(id, SampleAnagrafe.Oggi, (await Bench.RileggiEnte(id)).Version), Bench.Amministratore());
        Assert.True(Assert.Single((await Enti(new AnagrafeFilter(null, AnagrafeFilter.NonAttivi))).Rows).Chiuso);
        Assert.Equal(3, (await Enti(new AnagrafeFilter(null, AnagrafeFilter.Attivi))).Total);
    }

    [Theory]
    [InlineData("rup.velletri")]
    [InlineData("istruttore.tivoli")]
    [InlineData("responsabile")]
    public async Task Chi_non_tiene_ne_controlla_l_anagrafe_non_la_legge(string nomeUtente)
    {
        var actor = Bench.ActorOf(nomeUtente);
        var ente = await Bench.Reader.Read<DettaglioEnte, EnteDetails>(actor, q => q.Run(Bench.Rup.EnteId!.Value, actor));
        var persona = await Bench.Reader.Read<DettaglioPersona, PersonaDetails>(actor, q => q.Run(Bench.Rup.PersonaId, actor));
        Assert.Equal([Authorizer.Denied, Authorizer.Denied], ente.Errors.Concat(persona.Errors));
    }

    [Fact]
    public async Task Un_Auditor_di_un_solo_Ente_vede_quello_e_le_sue_persone()
    {
        var chi = await Bench.NuovaPersona();
        var velletri = Bench.RupOfAnotherEnte.EnteId!.Value;
        await Bench.Succeeds(new AssegnaRuolo(Guid.CreateVersion7(), chi, SampleAnagrafe.Ruolo(Ruolo.Auditor, velletri),
            (await Bench.RileggiPersona(chi)).Version), Bench.Amministratore());
        var auditor = new Actor(chi, Ruolo.Auditor, velletri, [Ruolo.Auditor]);

        Assert.Equal(["Comune di Velletri"], (await Enti(new AnagrafeFilter(), auditor)).Rows.Select(v => v.Denominazione));
        Assert.Equal(["Montefusco Dario", "Pratesini Nora", "Sorgenti Bruna"], (await Persone(new AnagrafeFilter(), 1, 50, auditor)).Rows.Select(v => v.Nome));
        Assert.Equal("dati.non-trovato",
            (await Bench.Reader.Read<DettaglioEnte, EnteDetails>(auditor, q => q.Run(Bench.Rup.EnteId!.Value, auditor))).Errors[0].Code);
        Assert.Equal("dati.non-trovato",
            (await Bench.Reader.Read<DettaglioPersona, PersonaDetails>(auditor, q => q.Run(Bench.Rup.PersonaId, auditor))).Errors[0].Code);
    }

    private Task<ListPage<EnteRow>> Enti(AnagrafeFilter filtro) => Enti(filtro, Bench.Amministratore());

    private async Task<ListPage<EnteRow>> Enti(AnagrafeFilter filtro, Actor actor) =>
        (await Bench.Reader.Read<ListaEnti, ListPage<EnteRow>>(actor, async q => await q.Run(filtro, 1, 50, actor))).Value;

    private async Task<ListPage<PersonaRow>> Persone(AnagrafeFilter filtro, int pagina = 1, int perPagina = 50, Actor? actor = null) =>
        (await Bench.Reader.Read<ListaPersone, ListPage<PersonaRow>>(
            actor ?? Bench.Amministratore(), async q => await q.Run(filtro, pagina, perPagina, actor ?? Bench.Amministratore()))).Value;
}
