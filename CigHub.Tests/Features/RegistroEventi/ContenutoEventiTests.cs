using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>
/// Checks the content of events. They must hold the values before and after as the database saw them, and ids instead of the names of
/// people.
/// </summary>
public sealed class ContenutoEventiTests : WithBench
{
    private const string Segreto = "Digitato per sbaglio 4711";

    [Fact]
    public async Task Prima_e_dopo_dicono_cio_che_la_richiesta_ha_cambiato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var ricevuta = await Bench.Succeeds(new AvviaRichiestaCig(id, await Bench.Version(id), DichiarazioneConflitto.VersioneTesto));

        var evento = await Evento(ricevuta.Seq);
        var lotto = Bench.Catalogo.Lotti[0].Id;
        Assert.Equal("ProntoPerIlPortale", (string?)evento["prima"]![$"Affidamento/{id}"]!["Stato"]);
        Assert.Equal("CigInRichiesta", (string?)evento["dopo"]![$"Affidamento/{id}"]!["Stato"]);
        Assert.Equal(0, (long?)evento["prima"]![$"Capienza/{lotto}"]!["Riservato"]);
        Assert.Equal(100_000, (long?)evento["dopo"]![$"Capienza/{lotto}"]!["Riservato"]);
        Assert.Null(evento["dopo"]![$"Capienza/{lotto}"]!["Massimale"]);
        var movimento = Assert.Single(evento["dopo"]!.AsObject(), p => p.Key.StartsWith("MovimentoCapienza/", StringComparison.Ordinal));
        Assert.Equal(("Riserva", 100_000L), ((string?)movimento.Value!["Tipo"], (long?)movimento.Value["Importo"]));
        Assert.Null(evento["prima"]![movimento.Key]);
        Assert.Equal(Bench.Rup.PersonaId.ToString(), (string?)evento["actor"]!["id"]);
        Assert.Equal("ok", (string?)evento["esito"]);
    }

    [Fact]
    public async Task Un_CIG_registrato_dice_da_dove_a_dove_va_il_denaro()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var a = await Bench.ReadAgain(id);
        var cig = InventedCodes.Cig('B', 0x123456).Valore;
        var ricevuta = await Bench.Succeeds(new RegistraCigDerivato(id, a.Aggiudicazioni[0].Id, cig, a.Version));

        var evento = await Evento(ricevuta.Seq);
        var capienza = $"Capienza/{Bench.Catalogo.Lotti[0].Id}";
        Assert.Equal((100_000L, 0L), ((long)evento["prima"]![capienza]!["Riservato"]!, (long)evento["prima"]![capienza]!["Aderito"]!));
        Assert.Equal((0L, 100_000L), ((long)evento["dopo"]![capienza]!["Riservato"]!, (long)evento["dopo"]![capienza]!["Aderito"]!));
        var adesione = $"Aggiudicazione/{a.Aggiudicazioni[0].Id}";
        Assert.Null(evento["prima"]![adesione]!["CigDerivato"]);
        Assert.Equal(cig, (string?)evento["dopo"]![adesione]!["CigDerivato"]);
    }

    [Fact]
    public async Task Ogni_evento_tace_i_nomi_e_i_codici_fiscali_delle_persone()
    {
        await Storia();
        var dati = Bench.Catalogo.Persone.SelectMany(p => new[] { p.Nome, p.Cognome, p.CodiceFiscale!.Valore, p.Email }).ToList();
        Assert.All(await Texts(), e => Assert.All(dati, dato => Assert.DoesNotContain(dato, e.Testo, StringComparison.Ordinal)));
    }

    /// <summary>
    /// Creates events around a secret text, which is typed, copied and corrected, deleted together with a copy, and requested in the scheda
    /// of another Affidamento.
    /// </summary>
    private async Task Storia()
    {
        var oggetto = PercorsoAd4.Oggetto;
        var importo = PercorsoAd4.QuadroEconomico(0, "impServizi");
        var primo = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var originale = (await Bench.ReadAgain(primo)).Oggetto;
        await Bench.Succeeds(new SalvaBozza(primo, [new ModificaCampo(oggetto, Segreto, originale), new ModificaCampo(importo, "4711", null)]));
        var copia = Guid.CreateVersion7();
        await Bench.Succeeds(new CopiaAffidamento(primo, copia));
        await Bench.Succeeds(new EliminaAffidamento(copia, await Bench.Version(copia)));
        await Bench.Succeeds(new SalvaBozza(primo, [new ModificaCampo(oggetto, originale, Segreto), new ModificaCampo(importo, null, "4.711,00")]));
        await Bench.Complete(primo);
        await Bench.Succeeds(new SegnaPronto(primo, await Bench.Version(primo), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Succeeds(new AssegnaAMe(primo, await Bench.Version(primo)), Bench.ActorOf("rup2.tivoli", CigHub.Domain.Persone.Ruolo.Rup));

        var secondo = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(secondo);
        await Bench.Succeeds(new SalvaBozza(secondo, [new ModificaCampo(oggetto, Segreto, originale)]));
        await Bench.Succeeds(new SegnaPronto(secondo, await Bench.Version(secondo), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        await Bench.Succeeds(new AvviaRichiestaCig(secondo, await Bench.Version(secondo), DichiarazioneConflitto.VersioneTesto));
        await Bench.Succeeds(new ConfermaRilettura(secondo, await Bench.Version(secondo)));
        await Bench.Succeeds(new SegnaEsitoDaVerificare(secondo, await Bench.Version(secondo)));
        await Bench.Refuses("dati.non-trovato", new SalvaBozza(primo, [new ModificaCampo(oggetto, Segreto, originale)]), Bench.RupOfAnotherEnte);
        await Bench.Refuses("accesso.negato", new RegistraRifiuto(secondo, Segreto, 1), Bench.Auditor);
        await Bench.RegistroIntegro();
    }

    private async Task<JsonNode> Evento(long seq) => JsonNode.Parse((await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == seq))).Byte)!;

    private Task<List<(string Azione, string Testo)>> Texts() => Bench.Query(async db =>
        (await db.Registro.AsNoTracking().OrderBy(e => e.Seq).ToListAsync()).Select(e => (e.Azione, Encoding.UTF8.GetString(e.Byte))).ToList());
}
