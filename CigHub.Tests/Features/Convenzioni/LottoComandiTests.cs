using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Convenzioni;

public sealed class SalvaLottoTests : VersionedCommandContract<SalvaLotto>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.LottoCreato();
        var lotto = await Bench.Lotto(id);
        Assert.Equal(
            [("Operatore 91 S.r.l.", "13", 60m), ("Operatore 92 S.n.c.", "10", 60m), ("Operatore 93 S.r.l.", "14", 40m)],
            lotto.Fornitori.Select(f => (f.Denominazione, f.RuoloOE, f.Quota!.Value)));
        Assert.Equal(2, lotto.Fornitori.Select(f => f.IdPartecipante).Distinct().Count());
        var capienza = await Bench.Capienza(id);
        Assert.Equal((Importo.DaEuro(1_000_000), Importo.DaEuro(1_000_000)), (capienza.Massimale, capienza.Residuo));
        var riga = await Bench.Query(db => db.Movimenti.SingleAsync(m => m.LottoId == id));
        Assert.Equal((TipoMovimento.Iniziale, "Contratto di convenzione del 20/05/2026"), (riga.Tipo, riga.Riferimento));

        var form = LottoForm.Of(lotto);
        form.Oggetto = "Banchi, sedie e armadi";
        form.Aggiudicatari.RemoveAt(1);
        form.Massimale = "1,00";
        await Bench.Succeeds(new SalvaLotto(id, Guid.CreateVersion7(), form, lotto.Version), Bench.Amministratore());
        var cambiato = await Bench.Lotto(id);
        Assert.Equal(("Banchi, sedie e armadi", lotto.ConvenzioneId), (cambiato.Oggetto, cambiato.ConvenzioneId));
        Assert.Equal([(lotto.Fornitori[0].IdPartecipante, null), (lotto.Fornitori[0].IdPartecipante, null)],
            cambiato.Fornitori.Select(f => (f.IdPartecipante, f.Quota)));
        Assert.Equal(Importo.DaEuro(1_000_000), (await Bench.Capienza(id)).Massimale);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new SalvaLotto(Guid.CreateVersion7(), await Bench.ConvenzioneCreata(), SampleCatalogo.Lotto(), null);
        foreach (var actor in new[] { Bench.Rup, Bench.RupOfAnotherEnte, Bench.Auditor, Bench.ActorOf("responsabile") })
        {
            await Bench.Refuses("accesso.negato", comando, actor);
        }

        Assert.False(await Bench.Query(db => db.Capienze.AnyAsync(c => c.LottoId == comando.Id)));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.LottoCreato();
        var convenzione = (await Bench.Lotto(id)).ConvenzioneId;
        await Bench.Refuses("lotto.esiste-gia", new SalvaLotto(id, convenzione, SampleCatalogo.Lotto(2), null), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new SalvaLotto(Guid.CreateVersion7(), convenzione, SampleCatalogo.Lotto(2), 0), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato",
            new SalvaLotto(Guid.CreateVersion7(), Guid.CreateVersion7(), SampleCatalogo.Lotto(2), null), Bench.Amministratore());
    }

    private protected override async Task<(SalvaLotto Command, Actor Actor)> SeenNow() =>
        (new SalvaLotto(await Bench.LottoCreato(), Guid.CreateVersion7(), SampleCatalogo.Lotto(9), 0), Bench.Amministratore());

    [Fact]
    public async Task Un_CIG_Padre_o_un_numero_gia_presi_sono_detti_al_loro_campo()
    {
        var id = await Bench.LottoCreato();
        var convenzione = (await Bench.Lotto(id)).ConvenzioneId;
        var stessoCig = await Bench.Refuses("cig-padre.gia-usato",
            new SalvaLotto(Guid.CreateVersion7(), convenzione, SampleCatalogo.Lotto(2, SampleCatalogo.Cig(1)), null), Bench.Amministratore());
        Assert.Equal(nameof(LottoForm.CigPadre), stessoCig.Field);
        var altro = SampleCatalogo.Lotto(1, SampleCatalogo.Cig(2));
        Assert.Equal(nameof(LottoForm.Numero),
            (await Bench.Refuses("lotto.numero-ripetuto", new SalvaLotto(Guid.CreateVersion7(), convenzione, altro, null), Bench.Amministratore())).Field);
        Assert.Equal(1, await Bench.Query(db => db.Capienze.CountAsync(c => db.Lotti.Any(l => l.Id == c.LottoId && l.ConvenzioneId == convenzione))));
    }

    [Theory]
    [InlineData("Z3A1B2C3D4", "cig.cifra-di-controllo")]
    [InlineData("0000000000", "cig.nessuno")]
    [InlineData("", "cig.mancante")]
    [InlineData("Z9500000F1", "lotto.padre-smartcig")]
    public async Task Un_CIG_Padre_sbagliato_dice_perche(string cig, string codice) =>
        await Sbagliato(m => m.CigPadre = cig, codice, nameof(LottoForm.CigPadre));

    [Theory]
    [InlineData("1234567CE7")]
    [InlineData("B61107E182")]
    public async Task Un_CIG_Padre_e_di_SIMOG_o_di_PCP(string cig)
    {
        var id = await Bench.LottoCreato(form: SampleCatalogo.Lotto(1, cig));
        Assert.Equal(cig, (await Bench.Lotto(id)).CigPadre.Valore);
    }

    [Theory]
    [InlineData(nameof(LottoForm.Numero), "0", "lotto.numero")]
    [InlineData(nameof(LottoForm.Numero), "uno", "numero.formato")]
    [InlineData(nameof(LottoForm.Oggetto), " ", "modulo.mancante")]
    [InlineData(nameof(LottoForm.Massimale), "0,00", "lotto.massimale")]
    [InlineData(nameof(LottoForm.Massimale), "-5", "lotto.massimale")]
    [InlineData(nameof(LottoForm.Massimale), "1,234", "importo.decimali")]
    [InlineData(nameof(LottoForm.Massimale), "molto", "importo.formato")]
    [InlineData(nameof(LottoForm.Cpv), "12345678", "codice.sconosciuto")]
    [InlineData(nameof(LottoForm.Cpv), "3916000", "cpv.zero-iniziale")]
    [InlineData(nameof(LottoForm.Categoria), "", "modulo.mancante")]
    [InlineData(nameof(LottoForm.Ccnl), "ZZZ", "codice.sconosciuto")]
    [InlineData(nameof(LottoForm.Nuts), "ITI4", "cod-nuts.livello")]
    [InlineData(nameof(LottoForm.DataAggiudicazione), "14/10/2023", "lotto.data-aggiudicazione")]
    [InlineData(nameof(LottoForm.DataAggiudicazione), "25/11/2026", "lotto.data-aggiudicazione")]
    [InlineData(nameof(LottoForm.DataAggiudicazione), "ieri", "data.formato")]
    public Task Un_valore_sbagliato_e_detto_al_suo_campo(string campo, string testo, string codice) =>
        Sbagliato(m => typeof(LottoForm).GetProperty(campo)!.SetValue(m, testo), codice, campo);

    [Fact]
    public async Task Gli_sbagli_di_una_riga_sono_detti_alla_riga()
    {
        await Sbagliato(m => m.Aggiudicatari[0].Membri[1].CodiceFiscale = "12345678901", "codice-fiscale.cifra-di-controllo",
            "Aggiudicatari[0].Membri[1].CodiceFiscale");
        await Sbagliato(m => m.Aggiudicatari[1].Membri[0].Denominazione = "", "modulo.mancante", "Aggiudicatari[1].Membri[0].Denominazione");
        await Sbagliato(m => m.Aggiudicatari[1].Quota = "quaranta", "percentuale.formato", "Aggiudicatari[1].Quota");
        await Sbagliato(m => m.Aggiudicatari[0].Membri[0].RuoloOE = "1", "codice.non-valido-oggi", "Aggiudicatari[0].Membri[0].RuoloOE");
        await Sbagliato(m => m.Aggiudicatari[1].Quota = "41", "lotto.quote-non-intere", nameof(DatiLotto.Fornitori));
        await Sbagliato(m => m.Aggiudicatari[0].Membri[1].RuoloOE = "13", "lotto.raggruppamento", nameof(DatiLotto.Fornitori));
        await Sbagliato(m => m.Aggiudicatari.Clear(), "lotto.senza-fornitori", nameof(DatiLotto.Fornitori));
    }

    [Fact]
    public async Task La_scheda_AD4_prende_dal_Lotto_tutto_cio_che_il_catalogo_sa()
    {
        var id = await Bench.LottoCreato();
        var lotto = await Bench.Lotto(id);
        var affidamento = Guid.CreateVersion7();
        await Bench.Succeeds(new NuovoAffidamento(affidamento, id, Bench.Rup.PersonaId, lotto.Fornitori[0].IdPartecipante, null));
        var bozza = (await Bench.ReadAgain(affidamento)).Bozza;
        Assert.Equal("Operatore 92 S.n.c.", bozza.Testo(PercorsoAd4.Aggiudicazione(0, "partecipanti/1/denominazione")));

        // The missing fields belong to the adhesion itself: its date, its amounts, its funding, its project.
        string[] dellAdesione = ["dataAdesione", "dataAggiudicazione", "quadroEconomico", "afferenteInvestimentiPNRR", "acquisizioneCup", "finanziamenti",
            "funzioniSvolte", "subappalto", "importo"];
        var mancanti = ControlliAffidamento.Segnalazioni(bozza, await Bench.Context(affidamento))
            .Where(m => m.Codice is not ("ad4.padre-da-verificare" or "ad4.scelta-fornitore")).ToList();
        Assert.NotEmpty(mancanti);
        Assert.All(mancanti, m => Assert.Contains(dellAdesione, d => m.Percorso.Contains(d, StringComparison.Ordinal)));
    }

    private async Task Sbagliato(Action<LottoForm> sbaglia, string codice, string campo)
    {
        var form = SampleCatalogo.Lotto();
        sbaglia(form);
        var comando = new SalvaLotto(Guid.CreateVersion7(), await Bench.ConvenzioneCreata(), form, null);
        Assert.Equal(campo, (await Bench.Refuses(codice, comando, Bench.Amministratore())).Field);
        Assert.Contains(form.Values(), v => v.Name == campo);
        Assert.False(await Bench.Query(db => db.Lotti.AnyAsync(l => l.Id == comando.Id)));
    }
}

public sealed class ChiudiLottoTests : VersionedCommandContract<ChiudiLotto>
{
    public override async Task Fa_cio_che_dice()
    {
        var lotto = Bench.Catalogo.Lotti[0];
        var inCorso = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Succeeds(new ChiudiLotto(lotto.Id, 0), Bench.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 24), (await Bench.Lotto(lotto.Id)).ChiusoDal);
        await Bench.Refuses("lotto.chiuso",
            new NuovoAffidamento(Guid.CreateVersion7(), lotto.Id, Bench.Rup.PersonaId, lotto.Fornitori[0].IdPartecipante, null));
        await Bench.Succeeds(new Web.Features.Affidamenti.RichiestaCig.AvviaRichiestaCig(
            inCorso, await Bench.Version(inCorso), CigHub.Domain.Persone.DichiarazioneConflitto.VersioneTesto));
    }

    public override Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        Bench.Refuses("accesso.negato", new ChiudiLotto(Bench.Catalogo.Lotti[0].Id, 0), Bench.Rup);

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.LottoCreato();
        await Bench.Succeeds(new ChiudiLotto(id, 0), Bench.Amministratore());
        await Bench.Refuses("lotto.gia-chiuso", new ChiudiLotto(id, 1), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new ChiudiLotto(Guid.CreateVersion7(), 0), Bench.Amministratore());
    }

    private protected override async Task<(ChiudiLotto Command, Actor Actor)> SeenNow() =>
        (new ChiudiLotto(await Bench.LottoCreato(), 0), Bench.Amministratore());
}

public sealed class RiapriLottoTests : VersionedCommandContract<RiapriLotto>
{
    private async Task<Guid> Chiuso()
    {
        var id = await Bench.LottoCreato();
        await Bench.Succeeds(new ChiudiLotto(id, 0), Bench.Amministratore());
        return id;
    }

    public override async Task Fa_cio_che_dice()
    {
        var id = await Chiuso();
        await Bench.Succeeds(new RiapriLotto(id, 1), Bench.Amministratore());
        Assert.Null((await Bench.Lotto(id)).ChiusoDal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        await Bench.Refuses("accesso.negato", new RiapriLotto(await Chiuso(), 1), Bench.Auditor);

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("lotto.aperto", new RiapriLotto(await Bench.LottoCreato(), 0), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new RiapriLotto(Guid.CreateVersion7(), 0), Bench.Amministratore());
    }

    private protected override async Task<(RiapriLotto Command, Actor Actor)> SeenNow() =>
        (new RiapriLotto(await Chiuso(), 1), Bench.Amministratore());
}
