using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Conflitti;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Rilievi;

/// <summary>
/// Runs the rules over a real database. Each test has what a rule must find and something that looks like it and must not be found.
/// </summary>
public sealed class RegoleSuiDatiTests : WithBench
{
    [Fact]
    public async Task Adesioni_ravvicinate_che_insieme_superano_la_soglia()
    {
        await Bench.Soglia("1000,00");
        var (prima, seconda) = (await Bench.Aderito("600,00"), await Bench.Aderito("399,99"));
        await Bench.Aderito("600,00", rup: "rup.velletri");
        Assert.Empty(await Bench.Trova(RegoleNote.Ravvicinate));

        Bench.Clock.Advance(TimeSpan.FromDays(10));
        var terza = await Bench.Aderito("1,00");
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.Ravvicinate));
        Assert.Equal([prima, seconda, terza], trovato.Affidamenti().Order());
        Assert.StartsWith("3 adesioni in 11 giorni allo stesso fornitore per lo stesso gruppo CPV", trovato.Frase, StringComparison.Ordinal);
        Assert.EndsWith("insieme 1.000,99\u00A0€: 3 di 3 affidamenti dell'Ente.", trovato.Frase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adesioni_lontane_piu_di_novanta_giorni_non_sono_ravvicinate()
    {
        await Bench.Soglia("1000,00");
        await Bench.Aderito("600,00");
        Bench.Clock.Advance(TimeSpan.FromDays(91));
        await Bench.Aderito("600,00");
        Assert.Empty(await Bench.Trova(RegoleNote.Ravvicinate));
    }

    [Fact]
    public async Task Un_importo_appena_sotto_la_soglia()
    {
        await Bench.Soglia("1000,00");
        await Bench.Aderito("949,99");
        var sotto = await Bench.Aderito("950,00");
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.AppenaSotto));
        Assert.Equal([sotto], trovato.Affidamenti());
        Assert.Equal(
            "950,00\u00A0€ sono il 95 % della soglia di approvazione (1.000,00\u00A0€): "
                + "1 di 2 affidamenti dell'Ente su questa Convenzione sta tra il 95 e il 100 %.",
            trovato.Frase);
    }

    [Fact]
    public async Task Un_importo_piu_del_triplo_della_mediana_di_almeno_cinque()
    {
        foreach (var importo in new[] { "100,00", "100,00", "100,00" })
        {
            await Bench.Aderito(importo);
        }

        var lontano = await Bench.Aderito("300,01");
        Assert.Empty(await Bench.Trova(RegoleNote.FuoriScala));
        await Bench.Aderito("300,00");
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.FuoriScala));
        Assert.Equal([lontano], trovato.Affidamenti());
        Assert.Contains("1 di 5 affidamenti dell'Ente su questo Lotto", trovato.Frase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_CIG_dopo_l_inizio_del_contratto_lo_esaminano_dirigente_e_Auditor()
    {
        var (prima, lo) = (await Bench.Aderito("600,00"), await Bench.Aderito("600,00"));
        Contratto(prima, Bench.Clock.GetUtcNow().AddDays(-1));
        Contratto(lo, Bench.Clock.GetUtcNow());
        foreach (var regola in new[] { RegoleNote.CigDopoIlContratto, RegoleNote.CigDopoIlContrattoPerAuditor })
        {
            var trovato = Assert.Single(await Bench.Trova(regola));
            Assert.Equal([prima], trovato.Affidamenti());
            Assert.Contains("1 giorno dopo l'inizio del contratto (23/11/2026): 1 di 2 affidamenti", trovato.Frase, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Un_adesione_fuori_dal_periodo()
    {
        var id = await Bench.Aderito("600,00");
        var convenzione = Bench.Catalogo.Lotti[0].ConvenzioneId;
        Bench.Forza("UPDATE Convenzioni SET AdesioniAl = '2026-11-24' WHERE Id = $id", ("$id", convenzione));
        Assert.Empty(await Bench.Trova(RegoleNote.FuoriPeriodo));
        Bench.Forza("UPDATE Convenzioni SET AdesioniAl = '2026-11-23' WHERE Id = $id", ("$id", convenzione));
        Assert.Equal([id], Assert.Single(await Bench.Trova(RegoleNote.FuoriPeriodo)).Affidamenti());
    }

    [Fact]
    public async Task Un_importo_sceso_sotto_la_soglia_dopo_l_invio_in_approvazione()
    {
        var id = await Bench.InApprovazione();
        await Bench.Succeeds(new RiportaInLavorazione(id, await Bench.Version(id)));
        await Bench.Complete(id, importo: "500,00");
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "990,00");
        Assert.Empty(await Bench.Trova(RegoleNote.ImportoSceso));

        await Bench.Succeeds(new SegnaPronto(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        foreach (var regola in new[] { RegoleNote.ImportoSceso, RegoleNote.ImportoScesoPerAuditor })
        {
            var trovato = Assert.Single(await Bench.Trova(regola));
            Assert.Equal([id], trovato.Affidamenti());
            Assert.Contains(trovato.Prove, p => p.Seq is not null);
            Assert.Contains(
                "era 1.000,00\u00A0€, sopra la soglia di approvazione (999,99\u00A0€); ora è 500,00\u00A0€ e nessuno ha approvato: 1 di 2 affidamenti",
                trovato.Frase, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Un_fornitore_scelto_senza_motivo_solo_dove_ce_ne_sono_piu_di_uno()
    {
        await Bench.Aderito("600,00");
        var piu = Bench.Catalogo.Lotti.FindIndex(l => l.HaPiuAggiudicatari);
        var id = await Bench.Aderito("600,00", piu);
        Assert.Empty(await Bench.Trova(RegoleNote.FornitoreSenzaMotivo));
        Bench.Forza("UPDATE Affidamenti SET MotivoScelta = NULL, CriterioScelta = NULL WHERE Id = $id", ("$id", id));
        Assert.Equal([id], Assert.Single(await Bench.Trova(RegoleNote.FornitoreSenzaMotivo)).Affidamenti());
    }

    [Fact]
    public async Task Un_fornitore_oltre_la_sua_quota_di_un_centesimo()
    {
        var piu = Bench.Catalogo.Lotti.FindIndex(l => l.HaPiuAggiudicatari);
        var massimale = await Bench.Query(
            db => db.Capienze.AsNoTracking().Where(c => c.LottoId == Bench.Catalogo.Lotti[piu].Id).Select(c => c.Massimale).SingleAsync());
        var prima = await Bench.Aderito(Importo.DaCentesimi(massimale.Centesimi / 100).ToString(), piu);
        await Quote(1);
        Assert.Empty(await Bench.Trova(RegoleNote.OltreLaQuota));
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        var seconda = await Bench.Aderito("0,01", piu);
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.OltreLaQuota));
        Assert.Equal([seconda], trovato.Affidamenti());
        Assert.EndsWith("oltre la sua quota del Lotto: 1 di 2 affidamenti dell'Ente su questo Lotto.", trovato.Frase, StringComparison.Ordinal);
        await Quote(2);
        Assert.Empty(await Bench.Trova(RegoleNote.OltreLaQuota));

        Task Quote(decimal sua) => Bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
        {
            var lotto = await db.Lotti.SingleAsync(l => l.Id == Bench.Catalogo.Lotti[piu].Id);
            var chi = (await db.Aggiudicazioni.SingleAsync(g => g.AffidamentoId == prima)).IdPartecipante;
            var altri = lotto.Fornitori.Select(f => f.IdPartecipante).Where(p => p != chi).Distinct().ToList();
            Assert.True(lotto.Modifica(new DatiLotto(
                lotto.Numero, lotto.Oggetto, lotto.CigPadre, lotto.Caratteristiche,
                [
                    .. lotto.Fornitori.Select(f => f with
                    {
                        Quota = f.IdPartecipante == chi ? sua : f.IdPartecipante == altri[0] ? 100 - sua - (altri.Count - 1) : 1,
                    }),
                ])
            {
                EsitoPadre = lotto.EsitoPadre,
                PadreVerificatoIl = lotto.PadreVerificatoIl,
            }).IsSuccess);
            return Events.Of(new EventToWrite(Azioni.LottoSalvato, Oggetti.Lotto, lotto.Id, null));
        });
    }

    [Fact]
    public async Task Un_conflitto_senza_decisione()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        Assert.Empty(await Bench.Trova(RegoleNote.ConflittoSenzaDecisione));
        await Bench.Succeeds(await Bench.Conflitto(id), Bench.ActorOf("istruttore.tivoli"));
        Assert.Equal([id], Assert.Single(await Bench.Trova(RegoleNote.ConflittoSenzaDecisione)).Affidamenti());
        Bench.Forza("UPDATE DichiarazioniConflitto SET Decisione = 1 WHERE Esito = 2");
        Assert.Empty(await Bench.Trova(RegoleNote.ConflittoSenzaDecisione));
    }

    [Fact]
    public async Task Una_richiesta_senza_dichiarazione_sui_conflitti()
    {
        var id = await Bench.Aderito("600,00");
        Assert.Empty(await Bench.Trova(RegoleNote.SenzaDichiarazione));
        Bench.Forza("UPDATE DichiarazioniConflitto SET ValidaAl = '2026-11-23'");
        Assert.Equal([id], Assert.Single(await Bench.Trova(RegoleNote.SenzaDichiarazione)).Affidamenti());
    }

    [Fact]
    public async Task Chi_approva_e_ha_anche_un_altro_ruolo_sull_affidamento()
    {
        var id = await Bench.InApprovazione();
        await Bench.Succeeds(await Bench.Approva(id), Bench.Responsabile());
        Assert.Empty(await Bench.Trova(RegoleNote.RuoliIncompatibili));
        Bench.Forza("UPDATE Affidamenti SET ApprovatoDaId = RupId WHERE Id = $id", ("$id", id));
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.RuoliIncompatibili));
        Assert.StartsWith("Chi ha approvato ora ne è il RUP: 1 di 1 affidamento dell'Ente con un'approvazione.", trovato.Frase, StringComparison.Ordinal);
        Assert.Contains(trovato.Prove, p => p.Tipo == TipoProva.Evento);
    }

    [Fact]
    public async Task Chi_approva_dopo_averci_lavorato()
    {
        var id = await Bench.InApprovazione();
        await Bench.Succeeds(await Bench.Approva(id), Bench.Responsabile());
        Assert.Empty(await Bench.Trova(RegoleNote.RuoliIncompatibili));

        // The approver sent it for approval, by an event, and is neither its author nor its RUP.
        Bench.Forza(
            "UPDATE Affidamenti SET ApprovatoDaId = AutoreId, AutoreId = $altro, RupId = $altro WHERE Id = $id",
            ("$id", id), ("$altro", Bench.RupOfAnotherEnte.PersonaId));
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.RuoliIncompatibili));
        Assert.StartsWith("Chi ha approvato ci ha anche lavorato (", trovato.Frase, StringComparison.Ordinal);
        Assert.Contains(trovato.Prove, p => p.Tipo == TipoProva.Evento);
    }

    [Fact]
    public async Task Un_adesione_a_un_Lotto_gia_esaurito_il_giorno_prima()
    {
        var prima = await Bench.Aderito("600,00");
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        var seconda = await Bench.Aderito("400,00");
        var capienza = await Bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == Bench.Catalogo.Lotti[0].Id));
        await Comunicate(capienza.Residuo + Importo.DaCentesimi(39_999));
        Assert.Empty(await Bench.Trova(RegoleNote.DopoEsaurimento));

        // One cent more, communicated for the day of the first adhesion: on the day of the second nothing was left.
        await Comunicate(Importo.DaCentesimi(1));
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.DopoEsaurimento));
        Assert.Equal([seconda], trovato.Affidamenti());
        Assert.DoesNotContain(prima, trovato.Affidamenti());
        Assert.EndsWith("già esaurito: 1 di 2 affidamenti dell'Ente su questo Lotto.", trovato.Frase, StringComparison.Ordinal);

        Task Comunicate(Importo importo) => Bench.Succeeds(
            new RegistraAltreAdesioni(
                capienza.LottoId,
                new AttoSulLottoForm { Importo = importo.ToString(), Descrizione = "Comunicazione", Data = "24/11/2026", Protocollo = "1/2026" }),
            Bench.ActorOf("amministratore"));
    }

    [Fact]
    public async Task Un_RUP_che_aderisce_sempre_allo_stesso_fornitore_dove_i_RUP_sono_almeno_tre()
    {
        var piu = Bench.Catalogo.Lotti.FindIndex(l => l.HaPiuAggiudicatari);
        List<Guid> tutte = [];
        for (var i = 0; i < RegoleDellaSpesa.MinimoAdesioni + 2; i++)
        {
            tutte.Add(await Bench.Aderito("600,00", piu));
        }

        Bench.Forza("UPDATE Affidamenti SET RupId = $altro WHERE Id = $id", ("$id", tutte[0]), ("$altro", Bench.RupOfAnotherEnte.PersonaId));
        Assert.Empty(await Bench.Trova(RegoleNote.SempreLoStesso));
        Bench.Forza("UPDATE Affidamenti SET RupId = $altro WHERE Id = $id", ("$id", tutte[1]), ("$altro", Bench.ActorOf("rup.guidonia").PersonaId));
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.SempreLoStesso));
        Assert.Equal(tutte[2..].Order(), trovato.Affidamenti().Order());
        Assert.Contains("Un RUP ha 5 adesioni", trovato.Frase, StringComparison.Ordinal);
        Assert.EndsWith("5 di 7 affidamenti dell'Ente su Lotti così, con 3 RUP in tutto.", trovato.Frase, StringComparison.Ordinal);
        Bench.Forza("UPDATE Affidamenti SET CodiciFornitori = '12345678903' WHERE Id = $id", ("$id", tutte[2]));
        Assert.Empty(await Bench.Trova(RegoleNote.SempreLoStesso));
    }

    [Fact]
    public async Task Una_richiesta_di_chi_non_era_RUP_quel_giorno_e_una_nomina_senza_atto()
    {
        var id = await Bench.Aderito("600,00");
        var rup = Bench.Rup;
        Assert.DoesNotContain(await Bench.Calcola(), r => r.Regola == RegoleNote.NominaFinita.Nome || r.Regola == RegoleNote.SenzaAtto.Nome);
        Bench.Forza("UPDATE Appartenenze SET Atto = NULL WHERE PersonaId = $p AND Ruolo = 2", ("$p", rup.PersonaId));
        var senza = Assert.Single(await Bench.Trova(RegoleNote.SenzaAtto));
        Assert.Equal(TipoProva.Ruolo, Assert.Single(senza.Prove).Tipo);
        Assert.Empty(await Bench.Trova(RegoleNote.NominaFinita));
        Bench.Forza("UPDATE Appartenenze SET Fino = '2026-11-24' WHERE PersonaId = $p AND Ruolo = 2", ("$p", rup.PersonaId));
        var finita = Assert.Single(await Bench.Trova(RegoleNote.NominaFinita));
        Assert.Equal([id], finita.Affidamenti());
        Assert.Contains("il ruolo di RUP era finito il 24/11/2026", finita.Frase, StringComparison.Ordinal);
        Assert.Empty(await Bench.Trova(RegoleNote.SenzaAtto));
    }

    [Fact]
    public async Task Un_avviso_accettato_con_un_motivo()
    {
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        var fonte = PercorsoAd4.Aggiudicazione(0, "finanziamenti/0/importo");
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(fonte, "1,00", (await Bench.ReadAgain(id)).Bozza.Testo(fonte))]));
        Assert.Empty(await Bench.Trova(RegoleNote.AvvisiAccettati));
        var motivi = new Dictionary<string, string> { [$"ad4.finanziamenti-non-tornano {fonte}"] = "Il resto viene da un mutuo." };
        var ricevuta = await Bench.Succeeds(new SegnaPronto(id, await Bench.Version(id), motivi, DichiarazioneConflitto.VersioneTesto));
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.AvvisiAccettati));
        Assert.Equal([id], trovato.Affidamenti());
        Assert.Contains(Prova.Evento(ricevuta.Seq), trovato.Prove);
        Assert.Equal("1 avviso accettato con motivazione il 24/11/2026: 1 di 2 schede dichiarate pronte dell'Ente.", trovato.Frase);
    }

    [Fact]
    public async Task Un_esito_aperto_da_almeno_quindici_giorni()
    {
        var id = await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare);
        Bench.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Empty(await Bench.Trova(RegoleNote.EsitoAperto));
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        var trovato = Assert.Single(await Bench.Trova(RegoleNote.EsitoAperto));
        Assert.Equal([id], trovato.Affidamenti());
        Assert.Contains(trovato.Prove, p => p.Tipo == TipoProva.Tentativo);
    }

    [Fact]
    public async Task Un_ordine_sotto_il_minimo_e_un_contratto_piu_lungo_del_consentito()
    {
        var id = await Bench.Aderito("600,00");
        var convenzione = Bench.Catalogo.Lotti[0].ConvenzioneId;
        Contratto(id, Bench.Clock.GetUtcNow().AddDays(1), "2027-11-25");
        Bench.Forza("UPDATE Convenzioni SET OrdineMinimo = 60000, DurataMassimaMesi = 12 WHERE Id = $id", ("$id", convenzione));
        var nulla = await Bench.Calcola();
        Assert.DoesNotContain(nulla, r => r.Regola == RegoleNote.SottoOrdineMinimo.Nome || r.Regola == RegoleNote.ContrattoLungo.Nome);
        Bench.Forza("UPDATE Convenzioni SET OrdineMinimo = 60001, DurataMassimaMesi = 11 WHERE Id = $id", ("$id", convenzione));
        Assert.Equal([id], Assert.Single(await Bench.Trova(RegoleNote.SottoOrdineMinimo)).Affidamenti());
        Assert.Equal([id], Assert.Single(await Bench.Trova(RegoleNote.ContrattoLungo)).Affidamenti());
    }

    private void Contratto(Guid id, DateTimeOffset dal, string? al = null) => Bench.Forza(
        "UPDATE Affidamenti SET Fascicolo = json_set(Fascicolo, '$.ContrattoDal', $dal, '$.ContrattoAl', $al) WHERE Id = $id",
        ("$id", id), ("$dal", $"{dal:yyyy-MM-dd}"), ("$al", al is null ? DBNull.Value : al));
}
