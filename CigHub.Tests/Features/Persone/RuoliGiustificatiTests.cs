using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Persone;

/// <summary>
/// Checks roles recorded late, an Auditor with another role, and people who leave work behind: what the office must write, and what others
/// read.
/// </summary>
public sealed class RuoliGiustificatiTests : WithBench
{
    private Guid Tivoli => Banco.Rup.EnteId!.Value;

    [Fact]
    public async Task Di_un_ruolo_registrato_in_ritardo_si_legge_ovunque_quando_fu_registrato_e_perche()
    {
        var id = await Banco.NuovaPersona();
        var modulo = SampleAnagrafe.Ruolo(Ruolo.Istruttore, Tivoli, "01/10/2026");
        (modulo.TipoAtto, modulo.NumeroAtto, modulo.DataAtto, modulo.EmanatoDa, modulo.MotivoRuolo) = (null, null, null, null, null);
        var errori = (await Banco.Esegui(await Assegna(id, modulo), Banco.Amministratore())).Errors;
        Assert.Equal([("ruolo.retroattivo-senza-atto", "TipoAtto"), ("ruolo.senza-motivo", "MotivoRuolo")], errori.Select(e => (e.Code, e.Field)));
        await Banco.Riesce(await Assegna(id, SampleAnagrafe.Ruolo(Ruolo.Istruttore, Tivoli, "01/10/2026")), Banco.Amministratore());

        var oggi = new DateOnly(2026, 11, 24);
        var scheda = (await Banco.Lettore.Leggi<DettaglioPersona, PersonaDetails>(Banco.Auditor, q => q.Esegui(id, Banco.Auditor))).Value;
        Assert.Equal((oggi, "L'Ente lo ha comunicato in ritardo"), (Assert.Single(scheda.Ruoli).RegistrataIl, scheda.Ruoli[0].Motivo));
        var ente = (await Banco.Lettore.Leggi<DettaglioEnte, EnteDetails>(Banco.Auditor, q => q.Esegui(Tivoli, Banco.Auditor))).Value;
        Assert.Equal(oggi, ente.Persone.Single(p => p.Id == id).RegistrataIl);
        var quelGiorno = await Banco.Lettore.Leggi<ChiAvevaIlRuolo, IReadOnlyList<NelRuolo>>(
            Banco.Auditor, q => q.Esegui(Tivoli, new DateOnly(2026, 10, 2), Banco.Auditor));
        Assert.Equal(oggi, quelGiorno.Value.Single(p => p.PersonaId == id).RegistrataIl);
        var evento = (await Banco.EventiSu(id))[^1];
        foreach (var detto in new[] { "\"Motivo\":\"L'Ente lo ha comunicato in ritardo\"", "\"RegistrataIl\":\"2026-11-24\"", "2026-11-20", "Sindaco" })
        {
            Assert.Contains(detto, evento, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task L_Auditor_con_un_altro_ruolo_e_visibile_a_chi_e_di_quell_Ente_e_a_chi_li_guarda_tutti()
    {
        var segretario = Banco.Come("rup2.tivoli", Ruolo.Responsabile);
        var senza = await Assegna(segretario.PersonaId, SampleAnagrafe.Ruolo(Ruolo.Auditor, Tivoli));
        Assert.Equal("TipoAtto", (await Banco.Rifiuta(SeparazioneCompiti.AuditorConAltroRuolo.Codice, senza, Banco.Amministratore())).Field);
        Assert.Empty(await Doppi(Banco.Rup));

        var modulo = SampleAnagrafe.Ruolo(Ruolo.Auditor, Tivoli, giustificato: true);
        modulo.MotivoRuolo = "È il Segretario, RPCT dell'Ente";
        await Banco.Riesce(await Assegna(segretario.PersonaId, modulo), Banco.Amministratore());

        foreach (var chi in new[] { Banco.Rup, Banco.Come("istruttore.tivoli"), Banco.Auditor, Banco.Amministratore(), Banco.Come("responsabile") })
        {
            var doppio = Assert.Single(await Doppi(chi));
            Assert.Equal("RUP (Comune di Tivoli), Responsabile (Comune di Tivoli), Auditor (Comune di Tivoli)", doppio.Ruoli);
            Assert.Equal(["Decreto n. 12 del 20/11/2026, Sindaco: «È il Segretario, RPCT dell'Ente»"], doppio.Motivi);
        }

        Assert.Empty(await Doppi(Banco.RupDiUnAltroEnte));
    }

    [Fact]
    public async Task Nessuno_registra_l_atto_del_proprio_ruolo()
    {
        var anche = await Banco.Anche(Banco.Rup, Ruolo.Amministratore, null);
        var sua = Banco.Catalogo.Appartenenze.Single(a => a.PersonaId == Banco.Rup.PersonaId);
        var atto = new NominaForm { TipoAtto = "Decreto", NumeroAtto = "7", DataAtto = "03/02/2025", EmanatoDa = "Sindaco" };
        var comando = new RegistraAttoDiNomina(sua.Id, sua.PersonaId, atto, (await Banco.RileggiPersona(sua.PersonaId)).Version);
        await Banco.Rifiuta("ruolo.proprio-atto", comando, anche);
        await Banco.Riesce(comando, Banco.Amministratore());
    }

    /// <summary>
    /// Lists the commands of an Auditor. None of them signs off an act. A new command that does must show here how an Auditor cannot sign
    /// off the Auditor's own acts. A difference in data that an Auditor changed is explained by another Auditor: see
    /// <see cref="RegistroEventi.SpiegaDiscordanzaTests"/>.
    /// </summary>
    [Fact]
    public void L_Auditor_oggi_legge_ed_esporta_e_spiega_solo_differenze_di_altri() => Assert.Equal(
        ["ApriAllegato", "ApriElencoPortale", "EsportaAffidamenti", "EsportaSchede", "ScegliRuolo", "SpiegaDiscordanza", "StampaElenco", "StampaScheda"],
        WritePathSetup.Comandi(typeof(WritePathSetup).Assembly)
            .Where(c => Ruolo.Auditor.Ammette(WritePathSetup.Permesso(c))).Select(c => c.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(null, "persona.disattiva-motivo")]
    [InlineData("  ", "persona.disattiva-motivo")]
    public async Task Non_si_disattiva_nessuno_senza_dire_perche(string? motivo, string codice)
    {
        var errore = await Banco.Rifiuta(codice, await Disattiva(Banco.Rup.PersonaId, motivo), Banco.Amministratore());
        Assert.Equal(DisattivaPersona.CampoMotivo, errore.Field);
        var lungo = await Disattiva(Banco.Rup.PersonaId, new string('x', DisattivaPersona.MaxMotivo + 1));
        await Banco.Rifiuta("persona.disattiva-motivo-lungo", lungo, Banco.Amministratore());
        Assert.True((await Banco.RileggiPersona(Banco.Rup.PersonaId)).Attiva);

        await Banco.Riesce(await Disattiva(Banco.Rup.PersonaId, " Trasferito "), Banco.Amministratore());
        Assert.Contains("\"motivo\":\"Trasferito\"", (await Banco.EventiSu(Banco.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cio_che_aspetta_chi_non_e_piu_attivo_e_segnato_dove_lo_si_guarda()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        Assert.False((await Voce(id, Attesa.Pronto)).RupNonAttivo);
        await Banco.Riesce(await Disattiva(Banco.Rup.PersonaId, "Trasferito"), Banco.Amministratore());
        Assert.True((await Voce(id, Attesa.Pronto)).RupNonAttivo);
        var collega = Banco.Come("rup2.tivoli", Ruolo.Rup);
        await Banco.Riesce(new RiassegnaAffidamento(id, collega.PersonaId, "subentra", await Banco.Version(id)), Banco.Come("rup2.tivoli", Ruolo.Responsabile));
        Assert.False((await Voce(id, Attesa.Pronto)).RupNonAttivo);
    }

    [Fact]
    public async Task Un_approvazione_che_nessuno_puo_piu_dare_e_segnata_e_contata_prima_di_disattivare()
    {
        var id = await Banco.InApprovazione();
        Assert.False((await Voce(id, Attesa.InApprovazione)).SenzaApprovatore);
        var (vice, tutti) = (Banco.Come("rup2.tivoli").PersonaId, Banco.Come("responsabile").PersonaId);
        Assert.Empty(await CheResta(vice));
        await Banco.Riesce(await Disattiva(tutti, "In quiescenza"), Banco.Amministratore());
        Assert.Equal(("Comune di Tivoli", 0, 1), Assert.Single(await CheResta(vice)) is var l ? (l.Ente, l.Quanti, l.DaApprovare) : default);
        await Banco.Riesce(await Disattiva(vice, "In quiescenza"), Banco.Amministratore());
        Assert.True((await Voce(id, Attesa.InApprovazione)).SenzaApprovatore);
        Assert.Equal(1, Assert.Single(await CheResta(vice)).DaApprovare);
    }

    private async Task<LavoroRow> Voce(Guid id, Attesa attesa)
    {
        var io = Banco.Come("istruttore.tivoli");
        var gruppi = (await Banco.Lettore.Leggi<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(io, async q => await q.Esegui(io, false))).Value;
        return gruppi.Single(g => g.Attesa == attesa).Voci.Single(v => v.Id == id);
    }

    private async Task<IReadOnlyList<LavoroAllEnte>> CheResta(Guid persona) =>
        (await Banco.Lettore.Leggi<LavoroCheResta, IReadOnlyList<LavoroAllEnte>>(Banco.Amministratore(), async q => await q.Esegui(persona))).Value;

    private async Task<IReadOnlyList<DoppioRuolo>> Doppi(Actor chi) =>
        (await Banco.Lettore.Leggi<AuditorConAltriRuoli, IReadOnlyList<DoppioRuolo>>(chi, async q => await q.Esegui(chi))).Value;

    private async Task<AssegnaRuolo> Assegna(Guid persona, RuoloForm modulo) =>
        new(Guid.CreateVersion7(), persona, modulo, (await Banco.RileggiPersona(persona)).Version);

    private async Task<DisattivaPersona> Disattiva(Guid persona, string? motivo) => new(persona, motivo, (await Banco.RileggiPersona(persona)).Version);
}
