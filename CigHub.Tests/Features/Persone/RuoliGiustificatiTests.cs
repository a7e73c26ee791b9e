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
/// Checks roles recorded late, an Auditor with a second role, and people who leave open work behind: the reason that the office must write,
/// and who reads it.
/// </summary>
public sealed class RuoliGiustificatiTests : WithBench
{
    private Guid Tivoli => Bench.Rup.EnteId!.Value;

    [Fact]
    public async Task Di_un_ruolo_registrato_in_ritardo_si_legge_ovunque_quando_fu_registrato_e_perche()
    {
        var id = await Bench.NuovaPersona();
        var form = SampleAnagrafe.Ruolo(Ruolo.Istruttore, Tivoli, "01/10/2026");
        (form.TipoAtto, form.NumeroAtto, form.DataAtto, form.EmanatoDa, form.MotivoRuolo) = (null, null, null, null, null);
        var errori = (await Bench.Run(await Assegna(id, form), Bench.Amministratore())).Errors;
        Assert.Equal([("ruolo.retroattivo-senza-atto", "TipoAtto"), ("ruolo.senza-motivo", "MotivoRuolo")], errori.Select(e => (e.Code, e.Field)));
        await Bench.Succeeds(await Assegna(id, SampleAnagrafe.Ruolo(Ruolo.Istruttore, Tivoli, "01/10/2026")), Bench.Amministratore());

        var oggi = new DateOnly(2026, 11, 24);
        var details = (await Bench.Reader.Read<DettaglioPersona, PersonaDetails>(Bench.Auditor, q => q.Run(id, Bench.Auditor))).Value;
        Assert.Equal((oggi, "L'Ente lo ha comunicato in ritardo"), (Assert.Single(details.Ruoli).RegistrataIl, details.Ruoli[0].Motivo));
        var ente = (await Bench.Reader.Read<DettaglioEnte, EnteDetails>(Bench.Auditor, q => q.Run(Tivoli, Bench.Auditor))).Value;
        Assert.Equal(oggi, ente.Persone.Single(p => p.Id == id).RegistrataIl);
        var quelGiorno = await Bench.Reader.Read<ChiAvevaIlRuolo, IReadOnlyList<NelRuolo>>(
            Bench.Auditor, q => q.Run(Tivoli, new DateOnly(2026, 10, 2), Bench.Auditor));
        Assert.Equal(oggi, quelGiorno.Value.Single(p => p.PersonaId == id).RegistrataIl);
        var evento = (await Bench.EventiSu(id))[^1];
        foreach (var detto in new[] { "\"Motivo\":\"L'Ente lo ha comunicato in ritardo\"", "\"RegistrataIl\":\"2026-11-24\"", "2026-11-20", "Sindaco" })
        {
            Assert.Contains(detto, evento, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task L_Auditor_con_un_altro_ruolo_e_visibile_a_chi_e_di_quell_Ente_e_a_chi_li_guarda_tutti()
    {
        var segretario = Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);
        var senza = await Assegna(segretario.PersonaId, SampleAnagrafe.Ruolo(Ruolo.Auditor, Tivoli));
        Assert.Equal("TipoAtto", (await Bench.Refuses(SeparazioneCompiti.AuditorConAltroRuolo.Codice, senza, Bench.Amministratore())).Field);
        Assert.Empty(await Doppi(Bench.Rup));

        var form = SampleAnagrafe.Ruolo(Ruolo.Auditor, Tivoli, giustificato: true);
        form.MotivoRuolo = "È il Segretario, RPCT dell'Ente";
        await Bench.Succeeds(await Assegna(segretario.PersonaId, form), Bench.Amministratore());

        foreach (var chi in new[] { Bench.Rup, Bench.ActorOf("istruttore.tivoli"), Bench.Auditor, Bench.Amministratore(), Bench.ActorOf("responsabile") })
        {
            var doppio = Assert.Single(await Doppi(chi));
            Assert.Equal("RUP (Comune di Tivoli), Dirigente / Responsabile del servizio (Comune di Tivoli), Auditor (Comune di Tivoli)", doppio.Ruoli);
            Assert.Equal(["Decreto n. 12 del 20/11/2026, Sindaco: «È il Segretario, RPCT dell'Ente»"], doppio.Motivi);
        }

        Assert.Empty(await Doppi(Bench.RupOfAnotherEnte));
    }

    [Fact]
    public async Task Nessuno_registra_l_atto_del_proprio_ruolo()
    {
        var anche = await Bench.Anche(Bench.Rup, Ruolo.Amministratore, null);
        var sua = Bench.Catalogo.Appartenenze.Single(a => a.PersonaId == Bench.Rup.PersonaId);
        var atto = new NominaForm { TipoAtto = "Decreto", NumeroAtto = "7", DataAtto = "03/02/2025", EmanatoDa = "Sindaco" };
        var comando = new RegistraAttoDiNomina(sua.Id, sua.PersonaId, atto, (await Bench.RileggiPersona(sua.PersonaId)).Version);
        await Bench.Refuses("ruolo.proprio-atto", comando, anche);
        await Bench.Succeeds(comando, Bench.Amministratore());
    }

    /// <summary>
    /// The commands of an Auditor are exactly these, and none of them approves data. A new command that does must show here how an Auditor
    /// is kept from approving data which the same Auditor changed. A discordanza in such data is explained by another Auditor: see
    /// <see cref="RegistroEventi.SpiegaDiscordanzaTests"/>.
    /// </summary>
    [Fact]
    public void L_Auditor_legge_esporta_attesta_esamina_e_spiega_solo_differenze_di_altri() => Assert.Equal(
        [
            "AggiungiConstatazione", "ApriAllegato", "ApriElencoPortale", "ApriFileVerifica", "ChiarisciRilievo", "ChiudiAudit", "CompilaCarta",
            "EsportaAffidamenti", "EsportaEventi", "EsportaIter", "EsportaPopolazione", "EsportaSchede", "EsportaScostamenti", "EsportaSpesa", "EstraiCampione",
            "NuovaAttestazione", "PianificaAudit", "PreparaDossier", "RegistraProgramma", "ScegliRuolo", "SpiegaDiscordanza", "StampaElenco", "StampaEventi",
            "StampaIter", "StampaRapporto", "StampaRelazione", "StampaScheda", "TrasmettiRilievo", "VerificaAzione"
        ],
        WritePathSetup.Commands(typeof(WritePathSetup).Assembly)
            .Where(c => Ruolo.Auditor.Allows(WritePathSetup.PermissionOf(c))).Select(c => c.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(null, "persona.disattiva-motivo")]
    [InlineData("  ", "persona.disattiva-motivo")]
    public async Task Non_si_disattiva_nessuno_senza_dire_perche(string? motivo, string codice)
    {
        var errore = await Bench.Refuses(codice, await Disattiva(Bench.Rup.PersonaId, motivo), Bench.Amministratore());
        Assert.Equal(DisattivaPersona.CampoMotivo, errore.Field);
        var lungo = await Disattiva(Bench.Rup.PersonaId, new string('x', DisattivaPersona.MaxMotivo + 1));
        await Bench.Refuses("persona.disattiva-motivo-lungo", lungo, Bench.Amministratore());
        Assert.True((await Bench.RileggiPersona(Bench.Rup.PersonaId)).Attiva);

        await Bench.Succeeds(await Disattiva(Bench.Rup.PersonaId, " Trasferito "), Bench.Amministratore());
        Assert.Contains("\"motivo\":\"Trasferito\"", (await Bench.EventiSu(Bench.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cio_che_aspetta_chi_non_e_piu_attivo_e_segnato_dove_lo_si_guarda()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        Assert.False((await Voce(id, Attesa.Pronto)).RupNonAttivo);
        await Bench.Succeeds(await Disattiva(Bench.Rup.PersonaId, "Trasferito"), Bench.Amministratore());
        Assert.True((await Voce(id, Attesa.Pronto)).RupNonAttivo);
        var collega = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        await Bench.Succeeds(new RiassegnaAffidamento(id, collega.PersonaId, "subentra", await Bench.Version(id)),
            Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile));
        Assert.False((await Voce(id, Attesa.Pronto)).RupNonAttivo);
    }

    [Fact]
    public async Task Un_approvazione_che_nessuno_puo_piu_dare_e_segnata_e_contata_prima_di_disattivare()
    {
        var id = await Bench.InApprovazione();
        Assert.False((await Voce(id, Attesa.InApprovazione)).SenzaApprovatore);
        var (vice, tutti) = (Bench.ActorOf("rup2.tivoli").PersonaId, Bench.ActorOf("responsabile").PersonaId);
        Assert.Empty(await CheResta(vice));
        await Bench.Succeeds(await Disattiva(tutti, "In quiescenza"), Bench.Amministratore());
        Assert.Equal(("Comune di Tivoli", 0, 1), Assert.Single(await CheResta(vice)) is var l ? (l.Ente, l.Quanti, l.DaApprovare) : default);
        await Bench.Succeeds(await Disattiva(vice, "In quiescenza"), Bench.Amministratore());
        Assert.True((await Voce(id, Attesa.InApprovazione)).SenzaApprovatore);
        Assert.Equal(1, Assert.Single(await CheResta(vice)).DaApprovare);
    }

    private async Task<LavoroRow> Voce(Guid id, Attesa attesa)
    {
        var io = Bench.ActorOf("istruttore.tivoli");
        var gruppi = (await Bench.Reader.Read<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(io, async q => await q.Run(io, false))).Value;
        return gruppi.Single(g => g.Attesa == attesa).Voci.Single(v => v.Id == id);
    }

    private async Task<IReadOnlyList<LavoroAllEnte>> CheResta(Guid persona) =>
        (await Bench.Reader.Read<LavoroCheResta, IReadOnlyList<LavoroAllEnte>>(Bench.Amministratore(), async q => await q.Run(persona))).Value;

    private async Task<IReadOnlyList<DoppioRuolo>> Doppi(Actor chi) =>
        (await Bench.Reader.Read<AuditorConAltriRuoli, IReadOnlyList<DoppioRuolo>>(chi, async q => await q.Run(chi))).Value;

    private async Task<AssegnaRuolo> Assegna(Guid persona, RuoloForm form) =>
        new(Guid.CreateVersion7(), persona, form, (await Bench.RileggiPersona(persona)).Version);

    private async Task<DisattivaPersona> Disattiva(Guid persona, string? motivo) => new(persona, motivo, (await Bench.RileggiPersona(persona)).Version);
}
