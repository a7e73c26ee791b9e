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
        var id = await Bench.NuovoEnte();
        var ente = await Bench.RileggiEnte(id);
        Assert.Equal(("Comune di Forano", "RI", "0000123456", "012057029"), (ente.Denominazione, ente.Sede.Provincia, ente.CodiceAusa, ente.Luogo.Valore));
        Assert.Equal("Ufficio tecnico", Assert.Single(ente.CentriDiCosto).Denominazione);

        var form = EnteForm.Of(ente);
        form.Pec = "pec@comune.forano.example";
        form.Contatti.Clear();
        form.CentriDiCosto.Add(new() { Codice = "2558", Denominazione = "Ufficio gare" });
        await Bench.Succeeds(new SalvaEnte(id, form, ente.Version), Bench.Amministratore());
        var riletto = await Bench.RileggiEnte(id);
        Assert.Equal(("pec@comune.forano.example", 2, 0), (riletto.Pec, riletto.CentriDiCosto.Count, riletto.Contatti.Count));
        Assert.Equal(ente.Sede, riletto.Sede);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        foreach (var altro in new[] { Bench.Rup, Bench.RupOfAnotherEnte, Bench.Auditor, Bench.ActorOf("responsabile"), Bench.ActorOf("istruttore.tivoli") })
        {
            await Bench.Refuses("accesso.negato", new SalvaEnte(Guid.CreateVersion7(), SampleAnagrafe.Ente(), null), altro);
        }
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("dati.non-trovato", new SalvaEnte(Guid.CreateVersion7(), SampleAnagrafe.Ente(), 1), Bench.Amministratore());
        var id = await Bench.NuovoEnte();
        await Bench.Refuses("ente.esiste-gia", new SalvaEnte(id, SampleAnagrafe.Ente(), null), Bench.Amministratore());
        var errore = await Bench.Refuses("ente.esiste-gia", new SalvaEnte(Guid.CreateVersion7(), SampleAnagrafe.Ente(), null), Bench.Amministratore());
        Assert.Equal("CodiceFiscale", errore.Field);
    }

    private protected override async Task<(SalvaEnte Command, Actor Actor)> SeenNow() => (await Rinominato(), Bench.Amministratore());

    [Fact]
    public async Task Chi_perde_vede_i_due_valori_di_cio_che_e_diverso()
    {
        var mio = await Rinominato();
        await Bench.ChangeAsSecondPerson(mio.Id, Bench.Amministratore());
        Assert.Equal(
            [("Denominazione", "Comune di Forano"), ("PEC", "nuova@pec.comune.example")],
            StaleEditPanel.Compare(EnteForm.Of(await Bench.RileggiEnte(mio.Id)), mio.Form).Select(d => (d.Etichetta, d.Salvato)));
    }

    private async Task<SalvaEnte> Rinominato()
    {
        var visto = await Bench.RileggiEnte(await Bench.NuovoEnte());
        var form = EnteForm.Of(visto);
        form.Denominazione = "Comune di Forano in Sabina";
        return new SalvaEnte(visto.Id, form, visto.Version);
    }

    [Fact]
    public async Task Ogni_dato_sbagliato_e_detto_al_suo_campo_tutti_insieme()
    {
        var form = SampleAnagrafe.Ente();
        form.Denominazione = " ";
        form.CodiceFiscale = "99000001001";
        form.PartitaIva = "99000009000";
        form.Pec = "non-un-indirizzo";
        form.Cap = "2044";
        form.Provincia = "Roma";
        form.CodiceAusa = "123456789";
        form.Luogo = "058104";
        form.CentriDiCosto.Add(new() { Denominazione = "Senza codice" });
        form.CentriDiCosto.Add(new() { Codice = form.CentriDiCosto[0].Codice!.ToUpperInvariant(), Denominazione = "Doppio" });
        form.Contatti.Add(new() { Funzione = "Nessun recapito" });
        form.Contatti.Add(new() { Funzione = "Protocollo", Telefono = "interno cinque" });

        var esito = await Bench.Run(new SalvaEnte(Guid.CreateVersion7(), form, null), Bench.Amministratore());

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
        var form = SampleAnagrafe.Ente();
        form.CodiceFiscale = testo;
        Assert.Equal("CodiceFiscale", (await Bench.Refuses(codice, new SalvaEnte(Guid.CreateVersion7(), form, null), Bench.Amministratore())).Field);
    }

    [Theory]
    [InlineData("Ufficio gare")]
    [InlineData("9D742831-3C94-4501-A651")]
    [InlineData("B2")]
    public async Task Un_codice_di_centro_di_costo_che_non_e_di_AUSA_e_rifiutato_al_suo_campo(string codice)
    {
        var form = SampleAnagrafe.Ente();
        form.CentriDiCosto[0].Codice = codice;
        var errore = await Bench.Refuses("codice-centro-di-costo.forma", new SalvaEnte(Guid.CreateVersion7(), form, null), Bench.Amministratore());
        Assert.Equal("CentriDiCosto[0].Codice", errore.Field);
    }

    [Fact]
    public async Task Serve_almeno_un_centro_di_costo_e_una_riga_vuota_non_conta()
    {
        var form = SampleAnagrafe.Ente();
        form.CentriDiCosto.Clear();
        form.CentriDiCosto.Add(new());
        await Bench.Refuses("centro-di-costo.mancante", new SalvaEnte(Guid.CreateVersion7(), form, null), Bench.Amministratore());
    }

    [Fact]
    public async Task La_partita_IVA_puo_mancare_e_un_testo_di_100_kB_e_rifiutato_al_suo_campo()
    {
        var form = SampleAnagrafe.Ente();
        form.PartitaIva = "";
        form.Denominazione = new string('x', 100_000);
        var errore = Assert.Single((await Bench.Run(new SalvaEnte(Guid.CreateVersion7(), form, null), Bench.Amministratore())).Errors);
        Assert.Equal(("modulo.troppo-lungo", "Denominazione"), (errore.Code, errore.Field));
    }

    [Fact]
    public async Task Il_registro_tace_i_contatti_e_dice_solo_che_sono_cambiati()
    {
        var id = await Bench.NuovoEnte();
        var ente = await Bench.RileggiEnte(id);
        var form = EnteForm.Of(ente);
        form.Contatti[0].Telefono = "0765 222222";
        await Bench.Succeeds(new SalvaEnte(id, form, ente.Version), Bench.Amministratore());
        var eventi = await Bench.EventiSu(id);
        Assert.Equal(2, eventi.Count);
        Assert.Contains("\"cambiati\":[\"Contatti\"]", eventi[^1], StringComparison.Ordinal);
        Assert.Contains("Ufficio tecnico", eventi[0], StringComparison.Ordinal);
        Assert.All(eventi, e => Assert.DoesNotContain("Telloni", e, StringComparison.Ordinal));
        Assert.All(eventi, e => Assert.DoesNotContain("0765", e, StringComparison.Ordinal));
    }
}

public sealed class ChiudiEnteTests : VersionedCommandContract<ChiudiEnte>
{
    private Guid Tivoli => Bench.Rup.EnteId!.Value;

    private async Task<ChiudiEnte> Comando(string dal = SampleAnagrafe.Oggi) => new(Tivoli, dal, (await Bench.RileggiEnte(Tivoli)).Version);

    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(await Comando(), Bench.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 24), (await Bench.RileggiEnte(Tivoli)).ChiusoDal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", await Comando(), Bench.Rup);
        await Bench.Refuses("accesso.negato", await Comando(), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        Assert.Equal("Dal", (await Bench.Refuses("data.inesistente", await Comando("31/02/2026"), Bench.Amministratore())).Field);
        await Bench.Succeeds(await Comando(), Bench.Amministratore());
        await Bench.Refuses("ente.gia-chiuso", await Comando(), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new ChiudiEnte(Guid.CreateVersion7(), SampleAnagrafe.Oggi, 0), Bench.Amministratore());
    }

    private protected override async Task<(ChiudiEnte Command, Actor Actor)> SeenNow() => (await Comando(), Bench.Amministratore());

    [Fact]
    public async Task Un_Ente_chiuso_non_apre_ne_copia_Affidamenti_dal_giorno_della_chiusura()
    {
        var aperto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Succeeds(await Comando("25/11/2026"), Bench.Amministratore());
        await Bench.Succeeds(Nuovo());
        Bench.Clock.Advance(TimeSpan.FromDays(1));

        await Bench.Refuses(CigHub.Domain.Persone.Ente.CodiceChiuso, Nuovo());
        await Bench.Refuses(CigHub.Domain.Persone.Ente.CodiceChiuso, new CopiaAffidamento(aperto, Guid.CreateVersion7()));

        // Affidamenti under way can go on.
        await Bench.Succeeds(new RiportaInLavorazione(aperto, await Bench.Version(aperto)));
    }

    private NuovoAffidamento Nuovo() =>
        new(Guid.CreateVersion7(), Bench.Catalogo.Lotti[0].Id, Bench.Rup.PersonaId, Bench.Catalogo.Lotti[0].Fornitori[0].IdPartecipante, null);
}

public sealed class RiapriEnteTests : VersionedCommandContract<RiapriEnte>
{
    private Guid Tivoli => Bench.Rup.EnteId!.Value;

    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(new RiapriEnte(Tivoli, await Chiuso()), Bench.Amministratore());
        Assert.Null((await Bench.RileggiEnte(Tivoli)).ChiusoDal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var version = await Chiuso();
        await Bench.Refuses("accesso.negato", new RiapriEnte(Tivoli, version), Bench.Rup);
        await Bench.Refuses("accesso.negato", new RiapriEnte(Tivoli, version), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("ente.aperto", new RiapriEnte(Tivoli, (await Bench.RileggiEnte(Tivoli)).Version), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new RiapriEnte(Guid.CreateVersion7(), 0), Bench.Amministratore());
    }

    private protected override async Task<(RiapriEnte Command, Actor Actor)> SeenNow() => (new RiapriEnte(Tivoli, await Chiuso()), Bench.Amministratore());

    private async Task<int> Chiuso() =>
        (await Bench.Succeeds(new ChiudiEnte(Tivoli, SampleAnagrafe.Oggi, (await Bench.RileggiEnte(Tivoli)).Version), Bench.Amministratore())).Version;
}
