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
public sealed class AnagrafeDomandeTests : ConBanco
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
        Assert.Equal(quanti, (await Enti(new FiltroAnagrafe(cerca))).Totale);
    }

    [Fact]
    public async Task Le_persone_si_trovano_per_nome_ruolo_o_Ente_e_si_filtrano_per_stato()
    {
        Assert.Equal(["Ferrantini Aldo"], (await Persone(new FiltroAnagrafe("ferràntini"))).Voci.Select(v => v.Nome));
        Assert.Equal(["Collevento Marta", "Ferrantini Aldo"], (await Persone(new FiltroAnagrafe("rup comune tivoli"))).Voci.Select(v => v.Nome));
        var id = Banco.Rup.PersonaId;
        await Banco.Riesce(new DisattivaPersona(id, "Trasferita ad altro Ente", (await Banco.RileggiPersona(id)).Version), Banco.Amministratore());
        Assert.Equal(["Ferrantini Aldo"], (await Persone(new FiltroAnagrafe(null, FiltroAnagrafe.NonAttivi))).Voci.Select(v => v.Nome));
        Assert.DoesNotContain("Ferrantini Aldo", (await Persone(new FiltroAnagrafe(null, FiltroAnagrafe.Attivi))).Voci.Select(v => v.Nome));
    }

    [Fact]
    public async Task Le_pagine_si_susseguono_senza_ripetere_nessuno()
    {
        var prima = await Persone(new FiltroAnagrafe(), 1, 4);
        var seconda = await Persone(new FiltroAnagrafe(), 2, 4);
        Assert.Equal((9, 4, 4), (prima.Totale, prima.Voci.Count, seconda.Voci.Count));
        Assert.Equal(8, prima.Voci.Concat(seconda.Voci).Select(v => v.Id).Distinct().Count());
    }

    [Fact]
    public async Task Un_Ente_chiuso_resta_nell_elenco_e_si_riconosce()
    {
        var id = await Banco.NuovoEnte();
        await Banco.Riesce(new ChiudiEnte(id, AnagrafeDiProva.Oggi, (await Banco.RileggiEnte(id)).Version), Banco.Amministratore());
        Assert.True(Assert.Single((await Enti(new FiltroAnagrafe(null, FiltroAnagrafe.NonAttivi))).Voci).Chiuso);
        Assert.Equal(3, (await Enti(new FiltroAnagrafe(null, FiltroAnagrafe.Attivi))).Totale);
    }

    [Theory]
    [InlineData("rup.velletri")]
    [InlineData("istruttore.tivoli")]
    [InlineData("responsabile")]
    public async Task Chi_non_tiene_ne_controlla_l_anagrafe_non_la_legge(string nomeUtente)
    {
        var attore = Banco.Come(nomeUtente);
        var ente = await Banco.Lettore.Leggi<DettaglioEnte, SchedaEnte>(attore, q => q.Esegui(Banco.Rup.EnteId!.Value, attore));
        var persona = await Banco.Lettore.Leggi<DettaglioPersona, SchedaPersona>(attore, q => q.Esegui(Banco.Rup.PersonaId, attore));
        Assert.Equal([Autorizzazione.Negata, Autorizzazione.Negata], ente.Errors.Concat(persona.Errors));
    }

    [Fact]
    public async Task Un_Auditor_di_un_solo_Ente_vede_quello_e_le_sue_persone()
    {
        var chi = await Banco.NuovaPersona();
        var velletri = Banco.RupDiUnAltroEnte.EnteId!.Value;
        await Banco.Riesce(new AssegnaRuolo(Guid.CreateVersion7(), chi, AnagrafeDiProva.Ruolo(Ruolo.Auditor, velletri),
            (await Banco.RileggiPersona(chi)).Version), Banco.Amministratore());
        var auditor = new Actor(chi, Ruolo.Auditor, velletri, [Ruolo.Auditor]);

        Assert.Equal(["Comune di Velletri"], (await Enti(new FiltroAnagrafe(), auditor)).Voci.Select(v => v.Denominazione));
        Assert.Equal(["Montefusco Dario", "Pratesini Nora", "Sorgenti Bruna"], (await Persone(new FiltroAnagrafe(), 1, 50, auditor)).Voci.Select(v => v.Nome));
        Assert.Equal("dati.non-trovato",
            (await Banco.Lettore.Leggi<DettaglioEnte, SchedaEnte>(auditor, q => q.Esegui(Banco.Rup.EnteId!.Value, auditor))).Errors[0].Code);
        Assert.Equal("dati.non-trovato",
            (await Banco.Lettore.Leggi<DettaglioPersona, SchedaPersona>(auditor, q => q.Esegui(Banco.Rup.PersonaId, auditor))).Errors[0].Code);
    }

    private Task<Pagina<VoceEnte>> Enti(FiltroAnagrafe filtro) => Enti(filtro, Banco.Amministratore());

    private async Task<Pagina<VoceEnte>> Enti(FiltroAnagrafe filtro, Actor attore) =>
        (await Banco.Lettore.Leggi<ElencoEnti, Pagina<VoceEnte>>(attore, async q => await q.Esegui(filtro, 1, 50, attore))).Value;

    private async Task<Pagina<VocePersona>> Persone(FiltroAnagrafe filtro, int pagina = 1, int perPagina = 50, Actor? attore = null) =>
        (await Banco.Lettore.Leggi<ElencoPersone, Pagina<VocePersona>>(
            attore ?? Banco.Amministratore(), async q => await q.Esegui(filtro, pagina, perPagina, attore ?? Banco.Amministratore()))).Value;
}
