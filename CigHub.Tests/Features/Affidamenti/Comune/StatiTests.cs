using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Architecture;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Comune;

/// <summary>
/// Tries every action in every state on a real Affidamento, and compares each outcome with the table of states in <c>docs/stati.md</c>.
/// </summary>
public sealed class StatiTests : WithBench
{
    private static readonly StatoAffidamento[] Raggiungibili =
    [
        StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta,
        StatoAffidamento.EsitoDaVerificare,
        StatoAffidamento.CigAcquisito, StatoAffidamento.Eliminato, StatoAffidamento.ModificaInRichiesta, StatoAffidamento.AnnullamentoInRichiesta,
        StatoAffidamento.AffidamentoAnnullato,
    ];

    private static readonly IReadOnlyDictionary<(StatoAffidamento, AzioneAffidamento), bool> Documento = LeggiDocumento();

    public static TheoryData<StatoAffidamento> Stati => new(Raggiungibili);

    [Fact]
    public void Il_documento_dice_ogni_stato_e_ogni_azione_come_la_tabella_del_dominio()
    {
        Assert.Equal(Enum.GetValues<StatoAffidamento>().Length * Enum.GetValues<AzioneAffidamento>().Length, Documento.Count);
        Assert.All(Documento, d => Assert.Equal(Transizioni.Ammessa(d.Key.Item1, d.Key.Item2), d.Value));
    }

    [Theory]
    [MemberData(nameof(Stati))]
    public async Task In_ogni_stato_si_puo_fare_solo_cio_che_il_documento_ammette(StatoAffidamento stato)
    {
        var id = await Bench.Affidamento(stato switch
        {
            StatoAffidamento.Eliminato or StatoAffidamento.InApprovazione => StatoAffidamento.InLavorazione,
            StatoAffidamento.ModificaInRichiesta or StatoAffidamento.AnnullamentoInRichiesta or StatoAffidamento.AffidamentoAnnullato =>
                StatoAffidamento.CigAcquisito,
            _ => stato,
        });
        if (stato is StatoAffidamento.InLavorazione or StatoAffidamento.InApprovazione)
        {
            await Bench.Complete(id);
        }

        foreach (var azione in Enum.GetValues<AzioneAffidamento>())
        {
            var affidamento = await Bench.ReadAgain(id);
            if (stato == StatoAffidamento.Eliminato)
            {
                affidamento.Elimina(
                    await Bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == affidamento.LottoId)), TestBench.Now.UtcDateTime);
            }
            else if (stato == StatoAffidamento.ModificaInRichiesta)
            {
                Modifica(affidamento);
            }
            else if (stato is StatoAffidamento.AnnullamentoInRichiesta or StatoAffidamento.AffidamentoAnnullato)
            {
                Annulla(affidamento);
            }

            else if (stato == StatoAffidamento.InApprovazione)
            {
                affidamento.InviaPerApprovazione(Bench.Rup.PersonaId,
                    Context(affidamento, await Bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == affidamento.LottoId)), Importo.Zero),
                    new Dictionary<string, string>(), TestBench.Now.UtcDateTime);
            }

            var capienza = await Bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == affidamento.LottoId));
            if (stato == StatoAffidamento.AffidamentoAnnullato)
            {
                affidamento.AccettaOperazione(Bench.Rup.PersonaId, affidamento.Operazioni[0].Id, capienza, TestBench.Now.UtcDateTime);
            }

            Assert.Equal(stato, affidamento.Stato);
            var esito = Compi(azione, affidamento, capienza);
            Assert.True(Documento[(stato, azione)] == esito.IsSuccess, $"{stato} × {azione}: {string.Join("; ", esito.Errors)}");
            Assert.All(esito.Errors, e => Assert.Equal("affidamento.stato", e.Code));
        }
    }

    private Result Compi(AzioneAffidamento azione, Affidamento a, Capienza capienza)
    {
        var (convenzione, lotto) = (Bench.Catalogo.Convenzioni[0], Bench.Catalogo.Lotti[0]);
        var (rup, utc) = (Bench.Rup.PersonaId, TestBench.Now.UtcDateTime);
        var contesto = Context(a, capienza, soglia: null);
        return azione switch
        {
            AzioneAffidamento.ModificaBozza => a.ModificaBozza(a.Bozza, convenzione.Erosione, a.RupId, Ruolo.Rup, utc),
            AzioneAffidamento.SegnaPronto => a.SegnaPronto(contesto, new Dictionary<string, string>(), utc),
            AzioneAffidamento.InviaPerApprovazione => a.InviaPerApprovazione(rup, Context(a, capienza, Importo.Zero), new Dictionary<string, string>(), utc),
            AzioneAffidamento.Approva => a.Approva(Bench.ActorOf("responsabile").PersonaId, haLavorato: false, contesto, utc),
            AzioneAffidamento.Restituisci => a.Restituisci(Bench.ActorOf("responsabile").PersonaId, haLavorato: false, "Da correggere", utc),
            AzioneAffidamento.RiportaInLavorazione => a.RiportaInLavorazione(utc),
            AzioneAffidamento.GestisciConferma => a.ChiediConferma(utc),
            AzioneAffidamento.GestisciListaAttesa => a.EntraInLista(Full(lotto.Id), utc),
            AzioneAffidamento.Ripristina => a.Ripristina(rup, new EliminazioneNota(rup, Copiato: false), lotto, convenzione, utc),
            AzioneAffidamento.AssegnaRup => a.AssegnaRup(rup, utc),
            AzioneAffidamento.Elimina => a.Elimina(capienza, utc),
            AzioneAffidamento.AvviaRichiesta => a.AvviaRichiesta(rup, contesto, 1, utc),
            AzioneAffidamento.ConfermaRilettura => a.ConfermaRilettura(rup, utc),
            AzioneAffidamento.RegistraCig => a.RegistraCig(rup, a.Aggiudicazioni[0].Id, InventedCodes.Cig('B', 77), lotto, capienza, utc),
            AzioneAffidamento.RegistraRifiuto => a.RegistraRifiuto(rup, "ERR98", ["ERR98"], capienza, utc),
            AzioneAffidamento.SegnaNonInviata => a.SegnaNonInviata(rup, capienza, utc),
            AzioneAffidamento.SegnaEsitoDaVerificare => a.SegnaEsitoDaVerificare(rup, utc),
            AzioneAffidamento.ConfermaNonRisulta => a.ConfermaNonRisulta(rup, new SguardoInElenco(utc, TrovatoInElenco.Assente), utc),
            AzioneAffidamento.ModificaFascicolo => a.ModificaFascicolo(DatiFascicolo.Vuoto, convenzione, utc),
            AzioneAffidamento.RegistraDatiPortale => a.RegistraDatiPortale(DatiPortale.Vuoti with { RegistroDiSistema = "PI000123-26" }, utc),
            AzioneAffidamento.RegistraDaElenco =>
                a.RegistraDaElenco(a.Aggiudicazioni[0].Id, null, DatiPortale.Vuoti with { RegistroDiSistema = "PI000123-26" }, lotto, capienza, utc),
            AzioneAffidamento.AvviaModifica => Modifica(a),
            AzioneAffidamento.AvviaAnnullamento => Annulla(a),
            AzioneAffidamento.AvviaSostituzioneRup => Sostituisci(a),
            AzioneAffidamento.ChiudiOperazione => Chiudi(a),
            AzioneAffidamento.RitiraAnnullamento => a.RitiraAnnullamento(rup, Guid.CreateVersion7(), a.Aggiudicazioni[0].Id,
                new AttoDiRipresa("Serve ancora", "7", new DateOnly(2026, 11, 24)), capienza, new DateOnly(2026, 11, 24), utc),
            AzioneAffidamento.RegistraCigInPiu => SecondoCig(a, utc),
            AzioneAffidamento.AnnullaCigInPiu => SecondoCig(a, utc) is { IsSuccess: false } && a.CigInPiu.Count == 0
                ? a.AnnullaCigInPiu(Guid.CreateVersion7(), new DateOnly(2026, 11, 24), "PI1", new DateOnly(2026, 11, 24), utc)
                : a.AnnullaCigInPiu(a.CigInPiu[0].Id, new DateOnly(2026, 11, 24), "PI1", new DateOnly(2026, 11, 24), utc),
            _ => throw new ArgumentOutOfRangeException(nameof(azione), azione, null),
        };
    }

    /// <summary>Returns the totals of a Lotto in which nothing is left.</summary>
    private static Capienza Full(Guid lottoId)
    {
        var (full, day) = (new Capienza(lottoId), new DateOnly(2026, 11, 24));
        full.Apri(Importo.DaEuro(1), "Contratto", day, TestBench.Now.UtcDateTime);
        full.RegistraAltreAdesioni(Importo.DaEuro(2), new AttoDiRiferimento("Nota", day, "1"), TestBench.Now.UtcDateTime);
        return full;
    }

    private Result SecondoCig(Affidamento a, DateTime utc) => a.RegistraCigInPiu(
        Guid.CreateVersion7(), InventedCodes.Cig('C', 78), OrigineCigInPiu.Mano, Bench.Catalogo.Lotti[0].CigPadre, new DateOnly(2026, 12, 1), utc);

    private ContestoControlli Context(Affidamento a, Capienza capienza, Importo? soglia)
    {
        var c = Bench.Catalogo.Convenzioni[0];
        var dati = new DatiConvenzione(
            c.Titolo, c.Disciplina, c.DataBando, c.AdesioniDal, c.AdesioniAl, c.ConfrontoCompetitivo, c.Erosione, SogliaApprovazione: soglia);
        return new ContestoControlli(new Convenzione(c.Id, dati), Bench.Catalogo.Lotti[0], capienza, Bench.Catalogo.Enti.Single(e => e.Id == a.EnteId),
            ListeAnac.Fornite, new DateOnly(2026, 11, 24));
    }

    private Result Modifica(Affidamento a) =>
        a.AvviaModifica(Bench.Rup.PersonaId, Guid.CreateVersion7(), a.Aggiudicazioni[0].Id,
            new ValoriCorretti(Importo.DaEuro(900), []), TestBench.Now.UtcDateTime);

    private Result Annulla(Affidamento a) => a.AvviaAnnullamento(Bench.Rup.PersonaId, Guid.CreateVersion7(), a.Aggiudicazioni[0].Id, TestBench.Now.UtcDateTime);

    private Result Sostituisci(Affidamento a)
    {
        var (nuovo, oggi) = (Bench.ActorOf("rup2.tivoli", Ruolo.Rup).PersonaId, new DateOnly(2026, 11, 24));
        return a.AvviaSostituzioneRup(Bench.Rup.PersonaId, Guid.CreateVersion7(), new AttoDiSostituzione("12", oggi, oggi, nuovo),
            new HashSet<Guid> { nuovo }, oggi, TestBench.Now.UtcDateTime);
    }

    /// <summary>Abandons the open operazione. When none is open, begins a change of the RUP and abandons that one.</summary>
    private Result Chiudi(Affidamento a)
    {
        var aperta = a.Operazioni.FirstOrDefault(o => o.Aperta)?.Id;
        if (aperta is null && Sostituisci(a) is { IsSuccess: false } no)
        {
            return no;
        }

        return a.AbbandonaOperazione(Bench.Rup.PersonaId, aperta ?? a.Operazioni[^1].Id, TestBench.Now.UtcDateTime);
    }

    private static Dictionary<(StatoAffidamento, AzioneAffidamento), bool> LeggiDocumento()
    {
        var righe = File.ReadAllLines(Path.Combine(House.Root, "docs", "stati.md")).Where(r => r.StartsWith("| ", StringComparison.Ordinal))
            .Select(r => r.Trim('|').Split('|').Select(c => c.Trim()).ToArray()).ToList();
        var stati = righe[0].Skip(1).Select(nome => Enum.GetValues<StatoAffidamento>().Single(s => s.Nome() == nome)).ToList();
        return righe.Skip(1)
            .SelectMany(r => stati.Select((stato, i) => ((stato, Enum.Parse<AzioneAffidamento>(r[0])), r[i + 1] == "✓")))
            .ToDictionary(x => x.Item1, x => x.Item2);
    }
}
