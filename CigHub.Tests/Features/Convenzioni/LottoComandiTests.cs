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
        var id = await Banco.LottoCreato();
        var lotto = await Banco.Lotto(id);
        Assert.Equal(
            [("Operatore 91 S.r.l.", "13", 60m), ("Operatore 92 S.n.c.", "10", 60m), ("Operatore 93 S.r.l.", "14", 40m)],
            lotto.Fornitori.Select(f => (f.Denominazione, f.RuoloOE, f.Quota!.Value)));
        Assert.Equal(2, lotto.Fornitori.Select(f => f.IdPartecipante).Distinct().Count());
        var capienza = await Banco.Capienza(id);
        Assert.Equal((Importo.DaEuro(1_000_000), Importo.DaEuro(1_000_000)), (capienza.Massimale, capienza.Residuo));
        var riga = await Banco.Legge(db => db.Movimenti.SingleAsync(m => m.LottoId == id));
        Assert.Equal((TipoMovimento.Iniziale, "Contratto di convenzione del 20/05/2026"), (riga.Tipo, riga.Riferimento));

        var modulo = LottoForm.Di(lotto);
        modulo.Oggetto = "Banchi, sedie e armadi";
        modulo.Aggiudicatari.RemoveAt(1);
        modulo.Massimale = "1,00";
        await Banco.Riesce(new SalvaLotto(id, Guid.CreateVersion7(), modulo, lotto.Version), Banco.Amministratore());
        var cambiato = await Banco.Lotto(id);
        Assert.Equal(("Banchi, sedie e armadi", lotto.ConvenzioneId), (cambiato.Oggetto, cambiato.ConvenzioneId));
        Assert.Equal([(lotto.Fornitori[0].IdPartecipante, null), (lotto.Fornitori[0].IdPartecipante, null)],
            cambiato.Fornitori.Select(f => (f.IdPartecipante, f.Quota)));
        Assert.Equal(Importo.DaEuro(1_000_000), (await Banco.Capienza(id)).Massimale);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new SalvaLotto(Guid.CreateVersion7(), await Banco.ConvenzioneCreata(), SampleCatalogo.Lotto(), null);
        foreach (var attore in new[] { Banco.Rup, Banco.RupDiUnAltroEnte, Banco.Auditor, Banco.Come("responsabile") })
        {
            await Banco.Rifiuta("accesso.negato", comando, attore);
        }

        Assert.False(await Banco.Legge(db => db.Capienze.AnyAsync(c => c.LottoId == comando.Id)));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Banco.LottoCreato();
        var convenzione = (await Banco.Lotto(id)).ConvenzioneId;
        await Banco.Rifiuta("lotto.esiste-gia", new SalvaLotto(id, convenzione, SampleCatalogo.Lotto(2), null), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new SalvaLotto(Guid.CreateVersion7(), convenzione, SampleCatalogo.Lotto(2), 0), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato",
            new SalvaLotto(Guid.CreateVersion7(), Guid.CreateVersion7(), SampleCatalogo.Lotto(2), null), Banco.Amministratore());
    }

    private protected override async Task<(SalvaLotto Command, Actor Actor)> SeenNow() =>
        (new SalvaLotto(await Banco.LottoCreato(), Guid.CreateVersion7(), SampleCatalogo.Lotto(9), 0), Banco.Amministratore());

    [Fact]
    public async Task Un_CIG_Padre_o_un_numero_gia_presi_sono_detti_al_loro_campo()
    {
        var id = await Banco.LottoCreato();
        var convenzione = (await Banco.Lotto(id)).ConvenzioneId;
        var stessoCig = await Banco.Rifiuta("cig-padre.gia-usato",
            new SalvaLotto(Guid.CreateVersion7(), convenzione, SampleCatalogo.Lotto(2, SampleCatalogo.Cig(1)), null), Banco.Amministratore());
        Assert.Equal(nameof(LottoForm.CigPadre), stessoCig.Field);
        var altro = SampleCatalogo.Lotto(1, SampleCatalogo.Cig(2));
        Assert.Equal(nameof(LottoForm.Numero),
            (await Banco.Rifiuta("lotto.numero-ripetuto", new SalvaLotto(Guid.CreateVersion7(), convenzione, altro, null), Banco.Amministratore())).Field);
        Assert.Equal(1, await Banco.Legge(db => db.Capienze.CountAsync(c => db.Lotti.Any(l => l.Id == c.LottoId && l.ConvenzioneId == convenzione))));
    }

    [Theory]
    [InlineData("Z3A1B2C3D4", "cig.cifra-di-controllo")]
    [InlineData("0000000000", "cig.nessuno")]
    [InlineData("", "cig.mancante")]
    public async Task Un_CIG_Padre_sbagliato_dice_perche(string cig, string codice) =>
        await Sbagliato(m => m.CigPadre = cig, codice, nameof(LottoForm.CigPadre));

    [Theory]
    [InlineData("1234567CE7")]
    [InlineData("Z9500000F1")]
    public async Task Un_CIG_Padre_puo_avere_ogni_forma(string cig)
    {
        var id = await Banco.LottoCreato(modulo: SampleCatalogo.Lotto(1, cig));
        Assert.Equal(cig, (await Banco.Lotto(id)).CigPadre.Valore);
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
        var id = await Banco.LottoCreato();
        var lotto = await Banco.Lotto(id);
        var affidamento = Guid.CreateVersion7();
        await Banco.Riesce(new NuovoAffidamento(affidamento, id, Banco.Rup.PersonaId, lotto.Fornitori[0].IdPartecipante, null));
        var bozza = (await Banco.Rileggi(affidamento)).Bozza;
        Assert.Equal("Operatore 92 S.n.c.", bozza.Testo(PercorsoAd4.Aggiudicazione(0, "partecipanti/1/denominazione")));

        // The missing fields belong to the adhesion itself: its date, its amounts, its funding, its project.
        string[] dellAdesione = ["dataAdesione", "dataAggiudicazione", "quadroEconomico", "afferenteInvestimentiPNRR", "acquisizioneCup", "finanziamenti",
            "funzioniSvolte", "subappalto", "importo"];
        var mancanti = ControlliAffidamento.Di(bozza, await Banco.Contesto(affidamento)).Where(m => m.Codice != "ad4.padre-da-verificare").ToList();
        Assert.NotEmpty(mancanti);
        Assert.All(mancanti, m => Assert.Contains(dellAdesione, d => m.Percorso.Contains(d, StringComparison.Ordinal)));
    }

    private async Task Sbagliato(Action<LottoForm> sbaglia, string codice, string campo)
    {
        var modulo = SampleCatalogo.Lotto();
        sbaglia(modulo);
        var comando = new SalvaLotto(Guid.CreateVersion7(), await Banco.ConvenzioneCreata(), modulo, null);
        Assert.Equal(campo, (await Banco.Rifiuta(codice, comando, Banco.Amministratore())).Field);
        Assert.Contains(modulo.Voci(), v => v.Nome == campo);
        Assert.False(await Banco.Legge(db => db.Lotti.AnyAsync(l => l.Id == comando.Id)));
    }
}

public sealed class ChiudiLottoTests : VersionedCommandContract<ChiudiLotto>
{
    public override async Task Fa_cio_che_dice()
    {
        var lotto = Banco.Catalogo.Lotti[0];
        var inCorso = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Riesce(new ChiudiLotto(lotto.Id, 0), Banco.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 24), (await Banco.Lotto(lotto.Id)).ChiusoDal);
        await Banco.Rifiuta("lotto.chiuso",
            new NuovoAffidamento(Guid.CreateVersion7(), lotto.Id, Banco.Rup.PersonaId, lotto.Fornitori[0].IdPartecipante, null));
        await Banco.Riesce(new Web.Features.Affidamenti.RichiestaCig.AvviaRichiestaCig(
            inCorso, await Banco.Version(inCorso), CigHub.Domain.Persone.DichiarazioneConflitto.VersioneTesto));
    }

    public override Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        Banco.Rifiuta("accesso.negato", new ChiudiLotto(Banco.Catalogo.Lotti[0].Id, 0), Banco.Rup);

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Banco.LottoCreato();
        await Banco.Riesce(new ChiudiLotto(id, 0), Banco.Amministratore());
        await Banco.Rifiuta("lotto.gia-chiuso", new ChiudiLotto(id, 1), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new ChiudiLotto(Guid.CreateVersion7(), 0), Banco.Amministratore());
    }

    private protected override async Task<(ChiudiLotto Command, Actor Actor)> SeenNow() =>
        (new ChiudiLotto(await Banco.LottoCreato(), 0), Banco.Amministratore());
}

public sealed class RiapriLottoTests : VersionedCommandContract<RiapriLotto>
{
    private async Task<Guid> Chiuso()
    {
        var id = await Banco.LottoCreato();
        await Banco.Riesce(new ChiudiLotto(id, 0), Banco.Amministratore());
        return id;
    }

    public override async Task Fa_cio_che_dice()
    {
        var id = await Chiuso();
        await Banco.Riesce(new RiapriLotto(id, 1), Banco.Amministratore());
        Assert.Null((await Banco.Lotto(id)).ChiusoDal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        await Banco.Rifiuta("accesso.negato", new RiapriLotto(await Chiuso(), 1), Banco.Auditor);

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("lotto.aperto", new RiapriLotto(await Banco.LottoCreato(), 0), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new RiapriLotto(Guid.CreateVersion7(), 0), Banco.Amministratore());
    }

    private protected override async Task<(RiapriLotto Command, Actor Actor)> SeenNow() =>
        (new RiapriLotto(await Chiuso(), 1), Banco.Amministratore());
}
