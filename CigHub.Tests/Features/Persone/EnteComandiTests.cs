using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Persone;

public sealed class SalvaEnteTests : VersionedCommandContract<SalvaEnte>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Banco.NuovoEnte();
        var ente = await Banco.RileggiEnte(id);
        Assert.Equal(("Comune di Forano", "RI", "0000123456", "012057029"), (ente.Denominazione, ente.Sede.Provincia, ente.CodiceAusa, ente.Luogo.Valore));
        Assert.Equal("Ufficio tecnico", Assert.Single(ente.CentriDiCosto).Denominazione);

        var modulo = EnteForm.Di(ente);
        modulo.Pec = "pec@comune.forano.example";
        modulo.Contatti.Clear();
        modulo.CentriDiCosto.Add(new() { Codice = "2558", Denominazione = "Ufficio gare" });
        await Banco.Riesce(new SalvaEnte(id, modulo, ente.Version), Banco.Amministratore());
        var riletto = await Banco.RileggiEnte(id);
        Assert.Equal(("pec@comune.forano.example", 2, 0), (riletto.Pec, riletto.CentriDiCosto.Count, riletto.Contatti.Count));
        Assert.Equal(ente.Sede, riletto.Sede);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        foreach (var altro in new[] { Banco.Rup, Banco.RupDiUnAltroEnte, Banco.Auditor, Banco.Come("responsabile"), Banco.Come("istruttore.tivoli") })
        {
            await Banco.Rifiuta("accesso.negato", new SalvaEnte(Guid.CreateVersion7(), SampleAnagrafe.Ente(), null), altro);
        }
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("dati.non-trovato", new SalvaEnte(Guid.CreateVersion7(), SampleAnagrafe.Ente(), 1), Banco.Amministratore());
        var id = await Banco.NuovoEnte();
        await Banco.Rifiuta("ente.esiste-gia", new SalvaEnte(id, SampleAnagrafe.Ente(), null), Banco.Amministratore());
        var errore = await Banco.Rifiuta("ente.esiste-gia", new SalvaEnte(Guid.CreateVersion7(), SampleAnagrafe.Ente(), null), Banco.Amministratore());
        Assert.Equal("CodiceFiscale", errore.Field);
    }

    private protected override async Task<(SalvaEnte Command, Actor Actor)> SeenNow() => (await Rinominato(), Banco.Amministratore());

    [Fact]
    public async Task Chi_perde_vede_i_due_valori_di_cio_che_e_diverso()
    {
        var mio = await Rinominato();
        await Banco.ChangeAsSecondPerson(mio.Id, Banco.Amministratore());
        Assert.Equal(
            [("Denominazione", "Comune di Forano"), ("PEC", "nuova@pec.comune.example")],
            StaleEditPanel.Confronta(EnteForm.Di(await Banco.RileggiEnte(mio.Id)), mio.Modulo).Select(d => (d.Etichetta, d.Salvato)));
    }

    private async Task<SalvaEnte> Rinominato()
    {
        var visto = await Banco.RileggiEnte(await Banco.NuovoEnte());
        var modulo = EnteForm.Di(visto);
        modulo.Denominazione = "Comune di Forano in Sabina";
        return new SalvaEnte(visto.Id, modulo, visto.Version);
    }

    [Fact]
    public async Task Ogni_dato_sbagliato_e_detto_al_suo_campo_tutti_insieme()
    {
        var modulo = SampleAnagrafe.Ente();
        modulo.Denominazione = " ";
        modulo.CodiceFiscale = "99000001001";
        modulo.PartitaIva = "99000009000";
        modulo.Pec = "non-un-indirizzo";
        modulo.Cap = "2044";
        modulo.Provincia = "Roma";
        modulo.CodiceAusa = "123456789";
        modulo.Luogo = "058104";
        modulo.CentriDiCosto.Add(new() { Denominazione = "Senza codice" });
        modulo.CentriDiCosto.Add(new() { Codice = modulo.CentriDiCosto[0].Codice!.ToUpperInvariant(), Denominazione = "Doppio" });
        modulo.Contatti.Add(new() { Funzione = "Nessun recapito" });
        modulo.Contatti.Add(new() { Funzione = "Protocollo", Telefono = "interno cinque" });

        var esito = await Banco.Esegui(new SalvaEnte(Guid.CreateVersion7(), modulo, null), Banco.Amministratore());

        (string, string?)[] attesi =
        [
            ("modulo.mancante", "Denominazione"),
            ("codice-fiscale.cifra-di-controllo", "CodiceFiscale"),
            ("partita-iva.cifra-di-controllo", "PartitaIva"),
            ("indirizzo.formato", "Pec"),
            ("modulo.cifre", "Cap"),
            ("provincia.sigla", "Provincia"),
            ("modulo.cifre", "CodiceAusa"),
            ("codice.sconosciuto", "Luogo"),
            ("codice-centro-di-costo.mancante", "CentriDiCosto[1].Codice"),
            ("centro-di-costo.ripetuto", "CentriDiCosto[2].Codice"),
            ("contatto.senza-recapito", "Contatti[1].Email"),
            ("telefono.formato", "Contatti[2].Telefono"),
        ];
        Assert.Equal(attesi.Order(), esito.Errors.Select(e => (e.Code, e.Field)).Order());
    }

    [Theory]
    [InlineData("", "codice-fiscale.mancante")]
    [InlineData("RSSMRA80A01H501U", "codice-fiscale.di-persona")]
    public async Task Un_codice_fiscale_che_non_e_di_un_ente_e_rifiutato(string testo, string codice)
    {
        var modulo = SampleAnagrafe.Ente();
        modulo.CodiceFiscale = testo;
        Assert.Equal("CodiceFiscale", (await Banco.Rifiuta(codice, new SalvaEnte(Guid.CreateVersion7(), modulo, null), Banco.Amministratore())).Field);
    }

    [Theory]
    [InlineData("Ufficio gare")]
    [InlineData("9D742831-3C94-4501-A651")]
    [InlineData("B2")]
    public async Task Un_codice_di_centro_di_costo_che_non_e_di_AUSA_e_rifiutato_al_suo_campo(string codice)
    {
        var modulo = SampleAnagrafe.Ente();
        modulo.CentriDiCosto[0].Codice = codice;
        var errore = await Banco.Rifiuta("codice-centro-di-costo.forma", new SalvaEnte(Guid.CreateVersion7(), modulo, null), Banco.Amministratore());
        Assert.Equal("CentriDiCosto[0].Codice", errore.Field);
    }

    [Fact]
    public async Task Serve_almeno_un_centro_di_costo_e_una_riga_vuota_non_conta()
    {
        var modulo = SampleAnagrafe.Ente();
        modulo.CentriDiCosto.Clear();
        modulo.CentriDiCosto.Add(new());
        await Banco.Rifiuta("centro-di-costo.mancante", new SalvaEnte(Guid.CreateVersion7(), modulo, null), Banco.Amministratore());
    }

    [Fact]
    public async Task La_partita_IVA_puo_mancare_e_un_testo_di_100_kB_e_rifiutato_al_suo_campo()
    {
        var modulo = SampleAnagrafe.Ente();
        modulo.PartitaIva = "";
        modulo.Denominazione = new string('x', 100_000);
        var errore = Assert.Single((await Banco.Esegui(new SalvaEnte(Guid.CreateVersion7(), modulo, null), Banco.Amministratore())).Errors);
        Assert.Equal(("modulo.troppo-lungo", "Denominazione"), (errore.Code, errore.Field));
    }

    [Fact]
    public async Task Il_registro_tace_i_contatti_e_dice_solo_che_sono_cambiati()
    {
        var id = await Banco.NuovoEnte();
        var ente = await Banco.RileggiEnte(id);
        var modulo = EnteForm.Di(ente);
        modulo.Contatti[0].Telefono = "0765 222222";
        await Banco.Riesce(new SalvaEnte(id, modulo, ente.Version), Banco.Amministratore());
        var eventi = await Banco.EventiSu(id);
        Assert.Equal(2, eventi.Count);
        Assert.Contains("\"cambiati\":[\"Contatti\"]", eventi[^1], StringComparison.Ordinal);
        Assert.Contains("Ufficio tecnico", eventi[0], StringComparison.Ordinal);
        Assert.All(eventi, e => Assert.DoesNotContain("Telloni", e, StringComparison.Ordinal));
        Assert.All(eventi, e => Assert.DoesNotContain("0765", e, StringComparison.Ordinal));
    }
}

public sealed class ChiudiEnteTests : VersionedCommandContract<ChiudiEnte>
{
    private Guid Tivoli => Banco.Rup.EnteId!.Value;

    private async Task<ChiudiEnte> Comando(string dal = SampleAnagrafe.Oggi) => new(Tivoli, dal, (await Banco.RileggiEnte(Tivoli)).Version);

    public override async Task Fa_cio_che_dice()
    {
        await Banco.Riesce(await Comando(), Banco.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 24), (await Banco.RileggiEnte(Tivoli)).ChiusoDal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Banco.Rifiuta("accesso.negato", await Comando(), Banco.Rup);
        await Banco.Rifiuta("accesso.negato", await Comando(), Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        Assert.Equal("Dal", (await Banco.Rifiuta("data.inesistente", await Comando("31/02/2026"), Banco.Amministratore())).Field);
        await Banco.Riesce(await Comando(), Banco.Amministratore());
        await Banco.Rifiuta("ente.gia-chiuso", await Comando(), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new ChiudiEnte(Guid.CreateVersion7(), SampleAnagrafe.Oggi, 0), Banco.Amministratore());
    }

    private protected override async Task<(ChiudiEnte Command, Actor Actor)> SeenNow() => (await Comando(), Banco.Amministratore());

    [Fact]
    public async Task Un_Ente_chiuso_non_apre_ne_copia_Affidamenti_dal_giorno_della_chiusura()
    {
        var aperto = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Riesce(await Comando("25/11/2026"), Banco.Amministratore());
        await Banco.Riesce(Nuovo());
        Banco.Orologio.Advance(TimeSpan.FromDays(1));

        await Banco.Rifiuta(CigHub.Domain.Persone.Ente.CodiceChiuso, Nuovo());
        await Banco.Rifiuta(CigHub.Domain.Persone.Ente.CodiceChiuso, new CopiaAffidamento(aperto, Guid.CreateVersion7()));

        // Affidamenti under way can go on.
        await Banco.Riesce(new RiportaInLavorazione(aperto, await Banco.Version(aperto)));
    }

    private NuovoAffidamento Nuovo() =>
        new(Guid.CreateVersion7(), Banco.Catalogo.Lotti[0].Id, Banco.Rup.PersonaId, Banco.Catalogo.Lotti[0].Fornitori[0].IdPartecipante, null);
}

public sealed class RiapriEnteTests : VersionedCommandContract<RiapriEnte>
{
    private Guid Tivoli => Banco.Rup.EnteId!.Value;

    public override async Task Fa_cio_che_dice()
    {
        await Banco.Riesce(new RiapriEnte(Tivoli, await Chiuso()), Banco.Amministratore());
        Assert.Null((await Banco.RileggiEnte(Tivoli)).ChiusoDal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var version = await Chiuso();
        await Banco.Rifiuta("accesso.negato", new RiapriEnte(Tivoli, version), Banco.Rup);
        await Banco.Rifiuta("accesso.negato", new RiapriEnte(Tivoli, version), Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("ente.aperto", new RiapriEnte(Tivoli, (await Banco.RileggiEnte(Tivoli)).Version), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new RiapriEnte(Guid.CreateVersion7(), 0), Banco.Amministratore());
    }

    private protected override async Task<(RiapriEnte Command, Actor Actor)> SeenNow() => (new RiapriEnte(Tivoli, await Chiuso()), Banco.Amministratore());

    private async Task<int> Chiuso() =>
        (await Banco.Riesce(new ChiudiEnte(Tivoli, SampleAnagrafe.Oggi, (await Banco.RileggiEnte(Tivoli)).Version), Banco.Amministratore())).Version;
}
