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

/// <summary>Checks what the lists and the details of Enti and people show, and to whom.</summary>
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
        await Banco.NuovoEnte();
        Assert.Equal(quanti, (await Enti(new AnagrafeFilter(cerca))).Totale);
    }

    [Fact]
    public async Task Le_persone_si_trovano_per_nome_ruolo_o_Ente_e_si_filtrano_per_stato()
    {
        Assert.Equal(["Ferrantini Aldo"], (await Persone(new AnagrafeFilter("ferràntini"))).Voci.Select(v => v.Nome));
        Assert.Equal(["Collevento Marta", "Ferrantini Aldo"], (await Persone(new AnagrafeFilter("rup comune tivoli"))).Voci.Select(v => v.Nome));
        var id = Banco.Rup.PersonaId;
        await Banco.Riesce(new DisattivaPersona(id, "Trasferita ad altro Ente", (await Banco.RileggiPersona(id)).Version), Banco.Amministratore());
        Assert.Equal(["Ferrantini Aldo"], (await Persone(new AnagrafeFilter(null, AnagrafeFilter.NonAttivi))).Voci.Select(v => v.Nome));
        Assert.DoesNotContain("Ferrantini Aldo", (await Persone(new AnagrafeFilter(null, AnagrafeFilter.Attivi))).Voci.Select(v => v.Nome));
    }

    [Fact]
    public async Task Le_pagine_si_susseguono_senza_ripetere_nessuno()
    {
        var prima = await Persone(new AnagrafeFilter(), 1, 4);
        var seconda = await Persone(new AnagrafeFilter(), 2, 4);
        Assert.Equal((9, 4, 4), (prima.Totale, prima.Voci.Count, seconda.Voci.Count));
        Assert.Equal(8, prima.Voci.Concat(seconda.Voci).Select(v => v.Id).Distinct().Count());
    }

    [Fact]
    public async Task Un_Ente_chiuso_resta_nell_elenco_e_si_riconosce()
    {
        var id = await Banco.NuovoEnte();
        await Banco.Riesce(new ChiudiEnte(id, SampleAnagrafe.Oggi, (await Banco.RileggiEnte(id)).Version), Banco.Amministratore());
        Assert.True(Assert.Single((await Enti(new AnagrafeFilter(null, AnagrafeFilter.NonAttivi))).Voci).Chiuso);
        Assert.Equal(3, (await Enti(new AnagrafeFilter(null, AnagrafeFilter.Attivi))).Totale);
    }

    [Theory]
    [InlineData("rup.velletri")]
    [InlineData("istruttore.tivoli")]
    [InlineData("responsabile")]
    public async Task Chi_non_tiene_ne_controlla_l_anagrafe_non_la_legge(string nomeUtente)
    {
        var attore = Banco.Come(nomeUtente);
        var ente = await Banco.Lettore.Leggi<DettaglioEnte, EnteDetails>(attore, q => q.Esegui(Banco.Rup.EnteId!.Value, attore));
        var persona = await Banco.Lettore.Leggi<DettaglioPersona, PersonaDetails>(attore, q => q.Esegui(Banco.Rup.PersonaId, attore));
        Assert.Equal([Authorizer.Negata, Authorizer.Negata], ente.Errors.Concat(persona.Errors));
    }

    [Fact]
    public async Task Un_Auditor_di_un_solo_Ente_vede_quello_e_le_sue_persone()
    {
        var chi = await Banco.NuovaPersona();
        var velletri = Banco.RupDiUnAltroEnte.EnteId!.Value;
        await Banco.Riesce(new AssegnaRuolo(Guid.CreateVersion7(), chi, SampleAnagrafe.Ruolo(Ruolo.Auditor, velletri),
            (await Banco.RileggiPersona(chi)).Version), Banco.Amministratore());
        var auditor = new Actor(chi, Ruolo.Auditor, velletri, [Ruolo.Auditor]);

        Assert.Equal(["Comune di Velletri"], (await Enti(new AnagrafeFilter(), auditor)).Voci.Select(v => v.Denominazione));
        Assert.Equal(["Montefusco Dario", "Pratesini Nora", "Sorgenti Bruna"], (await Persone(new AnagrafeFilter(), 1, 50, auditor)).Voci.Select(v => v.Nome));
        Assert.Equal("dati.non-trovato",
            (await Banco.Lettore.Leggi<DettaglioEnte, EnteDetails>(auditor, q => q.Esegui(Banco.Rup.EnteId!.Value, auditor))).Errors[0].Code);
        Assert.Equal("dati.non-trovato",
            (await Banco.Lettore.Leggi<DettaglioPersona, PersonaDetails>(auditor, q => q.Esegui(Banco.Rup.PersonaId, auditor))).Errors[0].Code);
    }

    private Task<ListPage<EnteRow>> Enti(AnagrafeFilter filtro) => Enti(filtro, Banco.Amministratore());

    private async Task<ListPage<EnteRow>> Enti(AnagrafeFilter filtro, Actor attore) =>
        (await Banco.Lettore.Leggi<ListaEnti, ListPage<EnteRow>>(attore, async q => await q.Esegui(filtro, 1, 50, attore))).Value;

    private async Task<ListPage<PersonaRow>> Persone(AnagrafeFilter filtro, int pagina = 1, int perPagina = 50, Actor? attore = null) =>
        (await Banco.Lettore.Leggi<ListaPersone, ListPage<PersonaRow>>(
            attore ?? Banco.Amministratore(), async q => await q.Esegui(filtro, pagina, perPagina, attore ?? Banco.Amministratore()))).Value;
}
