using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>
/// Turns the plans of all Affidamenti into acts, in the order of time. It calls the methods of the domain and returns the same events as
/// the commands do.
/// </summary>
internal sealed class DemoActs(
    IReadOnlyList<AffidamentoPlan> piani,
    OfficeHours orario,
    IReadOnlyDictionary<Guid, Capienza> capienze,
    int seme)
{
    /// <summary>The version of the percorso del portale that a new database has.</summary>
    private const int PercorsoIniziale = 1;

    /// <summary>The first sequence of ids. Each act has one of its own, so that its ids do not depend on the acts before it.</summary>
    private const long PrimiIds = 1L << 40, PassiAlMassimo = 64;

    private static readonly string[] _rifiuti =
    [
        "ERR69: il centro di costo SA presente nella lista delle stazioni appaltanti non è coerente con l'anagrafe AUSA",
        "ERR98: errore durante la validazione del CIG negli accordi quadro",
        "ERR9999: errore generico",
        "ERR96: importo differente per lo stesso idPartecipante",
    ];

    private readonly DemoBozze _bozze = new();
    private static readonly Dictionary<string, string> _senzaAvvisi = [];

    /// <summary>The Affidamenti whose story is under way, by the index of their plan. Each is touched by the acts of one Lotto only.</summary>
    private readonly Affidamento?[] _aperti = new Affidamento?[piani.Count];

    /// <summary>The numbers of the Affidamenti within their year, by the index of their plan, in the order in which they are created.</summary>
    private readonly int[] _progressivi = new int[piani.Count];

    private readonly Dictionary<Guid, int> _corsie = piani.Select(p => p.Lotto.Lotto.Id).Distinct().Index().ToDictionary(l => l.Item, l => l.Index);

    /// <summary>The place of an act in the order of the story: by instant, then by plan, then by step.</summary>
    private readonly record struct Moment(long Tick, int Piano, int Passo) : IComparable<Moment>
    {
        public int CompareTo(Moment altro) => (Tick, Piano, Passo).CompareTo((altro.Tick, altro.Piano, altro.Passo));
    }

    public int Quanti => piani.Sum(p => p.Passi.Count);

    public IEnumerable<BatchAct> InOrder()
    {
        var momenti = new List<Moment>(Quanti);
        foreach (var piano in piani)
        {
            for (var i = 0; i < piano.Passi.Count; i++)
            {
                momenti.Add(new Moment(orario.Utc(piano.Passi[i].Minuto).Ticks + Dentro(piano.Indice), piano.Indice, i));
            }
        }

        momenti.Sort();
        var ultimi = new Dictionary<int, int>();
        foreach (var m in momenti.Where(m => m.Passo == 0))
        {
            var anno = RomeTime.DayInRome(new DateTime(m.Tick, DateTimeKind.Utc)).Year;
            _progressivi[m.Piano] = ultimi[anno] = ultimi.GetValueOrDefault(anno) + 1;
        }

        return momenti.Select(m => Atto(piani[m.Piano], m.Passo, new DateTime(m.Tick, DateTimeKind.Utc)));
    }

    /// <summary>
    /// Returns how long after the start of its minute each act of an Affidamento happens. It is the same for all acts of one Affidamento,
    /// so that they keep their order.
    /// </summary>
    private long Dentro(int indice) => new Chance(seme, ~(long)indice).Between(0, 59_999) * TimeSpan.TicksPerMillisecond;

    private BatchAct Atto(AffidamentoPlan piano, int passo, DateTime utc)
    {
        var quale = piano.Passi[passo].Passo;
        var istruttore = quale is Passo.Creato or Passo.Compilato or Passo.Pronto or Passo.ConfermaDiCapienza or Passo.Fascicolo
            && piano.AutoreId != piano.RupId;
        var attore = new Attore(
            istruttore ? piano.AutoreId : piano.RupId,
            NomiRegistrati.Valore(istruttore ? Ruolo.Istruttore : Ruolo.Rup),
            piano.Gente.Ente.Id);
        return new BatchAct(attore, toccate =>
        {
            var eventi = Compi(piano, quale, toccate, utc);
            if (passo == piano.Passi.Count - 1)
            {
                _aperti[piano.Indice] = null;
            }

            return eventi;
        })
        {
            Lane = _corsie[piano.Lotto.Lotto.Id],
            Utc = utc,
            Ids = new SeededIds(seme, utc, PrimiIds + (piano.Indice * PassiAlMassimo) + passo),
        };
    }

    private Events Compi(AffidamentoPlan piano, Passo passo, TouchedRows toccate, DateTime utc)
    {
        if (passo == Passo.Creato)
        {
            return Create(piano, toccate, utc);
        }

        if (passo == Passo.Pregresso)
        {
            return CaricaPregresso(piano, toccate, utc);
        }

        var a = _aperti[piano.Indice]!;
        var (lotto, convenzione, _) = piano.Lotto;
        var capienza = capienze[lotto.Id];
        var oggi = RomeTime.DayInRome(utc);
        var contesto = new ContestoControlli(convenzione, lotto, capienza, piano.Gente.Ente, ListeAnac.Fornite, oggi);
        toccate.Change(a);
        return passo switch
        {
            Passo.Compilato => FillIn(piano, a, utc),
            Passo.ConfermaDiCapienza => Confirm(piano, a, toccate, capienza, oggi, utc),
            Passo.Determina => Add(a, toccate, new DatiAtto(
                TipoAtto.DeterminaDiAdesione, $"{piano.Indice % 700 + 1}", piano.DataAdesione,
                $"prot. {piano.DataAdesione.Year}/{piano.Indice % 40_000 + 1000}"),
                "Responsabile del servizio", oggi, utc),
            Passo.Ordinativo => Add(a, toccate, new DatiAtto(
                TipoAtto.OrdinativoDiAdesione, $"{piano.Indice % 500 + 1}", oggi, $"prot. {oggi.Year}/{piano.Indice % 40_000 + 41_000}"), "RUP", oggi, utc),
            Passo.Pronto => Evento(Azioni.AffidamentoPronto, a, a.SegnaPronto(contesto, _senzaAvvisi, utc)),
            Passo.Riaperto => Evento(Azioni.AffidamentoRiaperto, a, a.RiportaInLavorazione(utc)),
            Passo.Avviata => ConRighe(
                Azioni.RichiestaAvviata, a, toccate, [lotto, capienza],
                () => a.AvviaRichiesta(piano.RupId, contesto, PercorsoIniziale, utc),
                new JsonObject { ["scheda"] = a.Bozza.Json() }),
            Passo.Riletta => Evento(Azioni.RiletturaConfermata, a, a.ConfermaRilettura(piano.RupId, utc)),
            Passo.NonInviata => ConRighe(Azioni.RichiestaNonInviata, a, toccate, [capienza], () => a.SegnaNonInviata(piano.RupId, capienza, utc)),
            Passo.Rifiutata => ConRighe(
                Azioni.RichiestaRifiutata, a, toccate, [capienza],
                () => a.RegistraRifiuto(piano.RupId, Rifiuto(piano), CodiciErrore.Trova(Rifiuto(piano)), capienza, utc),
                new JsonObject { ["nota"] = Rifiuto(piano) }),
            Passo.DaVerificare => Evento(Azioni.EsitoDaVerificare, a, a.SegnaEsitoDaVerificare(piano.RupId, utc)),
            Passo.NonRisulta => Guardato(piano, a, new SguardoInElenco(utc, TrovatoInElenco.Assente)),
            Passo.CigRegistrato => ConRighe(
                Azioni.CigRegistrato, a, toccate, [lotto, capienza],
                () => a.RegistraCig(piano.RupId, a.Aggiudicazioni[0].Id, Derivato(piano, oggi), lotto, capienza, utc)),
            Passo.DatiPortale => Evento(Azioni.DatiPortaleRegistrati, a, a.RegistraDatiPortale(Portale(piano, a, oggi), utc)),
            Passo.Fascicolo => Evento(Azioni.FascicoloModificato, a, a.ModificaFascicolo(Fascicolo(piano, oggi), convenzione, utc)),
            Passo.Eliminato => ConRighe(Azioni.AffidamentoEliminato, a, toccate, [capienza], () => a.Elimina(capienza, utc)),
            _ => throw new ArgumentOutOfRangeException(nameof(passo), passo, null),
        };
    }

    private Events Create(AffidamentoPlan piano, TouchedRows toccate, DateTime utc)
    {
        const string Motivo = "Confermato dal Soggetto Aggregatore con nota agli Enti aderenti.";
        var oggi = RomeTime.DayInRome(utc);
        var (id, numero) = (toccate.NewId(), Numero(piano, oggi));
        var a = Succeeded(Affidamento.Nuovo(
            id, numero, piano.Gente.Ente.Id, piano.Lotto.Lotto, piano.Lotto.Convenzione,
            piano.AutoreId, piano.RupId, Motivo,
            _bozze.Aperta(piano, id, numero, oggi), utc));
        if (piano.Lotto.Lotto.HaPiuAggiudicatari)
        {
            Succeeded(a.MotivaScelta(piano.Lotto.Lotto, DemoStory.Scelta, utc));
        }

        _aperti[piano.Indice] = a;
        toccate.Add(a);
        return Evento(Azioni.AffidamentoCreato, a, Result.Ok, NuovoAffidamento.SceltaDellaScheda(piano.Lotto.Convenzione));
    }

    private Events CaricaPregresso(AffidamentoPlan piano, TouchedRows toccate, DateTime utc)
    {
        const int Simog = 7919, Massimo = 9_999_999;
        var cig = (piano.Indice % 3) switch
        {
            0 => InventedCodes.SmartCig(0x100000 + piano.Indice),
            1 => InventedCodes.CigSimog((int)(((long)piano.Indice * Simog) % Massimo) + 1),
            _ => Derivato(piano, piano.DataAdesione),
        };
        var capienza = capienze[piano.Lotto.Lotto.Id];
        toccate.Change(piano.Lotto.Lotto, capienza);
        var adesione = new AdesionePregressa(cig, piano.Oggetto, piano.Totale, piano.DataAdesione, piano.IdPartecipante);
        var (a, movimento) = Succeeded(Affidamento.NuovoPregresso(
            toccate.NewId(), Numero(piano, RomeTime.DayInRome(utc)), piano.Gente.Ente.Id,
            piano.Lotto.Lotto, piano.Lotto.Convenzione,
            piano.RupId, piano.RupId, adesione, capienza, utc));
        toccate.Add(a, movimento);
        return Evento(Azioni.AdesionePregressaCaricata, a, Result.Ok);
    }

    private static Events FillIn(AffidamentoPlan piano, Affidamento a, DateTime utc)
    {
        var bozza = DemoBozze.Compilata(a.Bozza, piano, a.Numero);
        Succeeded(a.ModificaBozza(bozza, piano.Lotto.Convenzione.Erosione, piano.AutoreId, piano.AutoreId == piano.RupId ? Ruolo.Rup : Ruolo.Istruttore, utc));
        return Events.OfWork(a.ConsegnaLavoro() is { } lavoro ? [BozzaWorkEvents.Event(a, lavoro, Occasione.PaginaLasciata)] : []);
    }

    private static Events Add(Affidamento a, TouchedRows toccate, DatiAtto dati, string firmatario, DateOnly oggi, DateTime utc)
    {
        var id = toccate.NewId();
        var evento = new JsonObject { ["atto"] = id.ToString(), ["tipo"] = NomiRegistrati.Valore(dati.Tipo), ["sha256"] = null };
        return Evento(Azioni.AttoAggiunto, a, a.AggiungiAtto(id, dati, firmatario, null, oggi, utc), evento);
    }

    /// <summary>Records CMRC's conferma of the whole amount, without a last day, because in the story a request or the end of the draft follows.</summary>
    private static Events Confirm(AffidamentoPlan piano, Affidamento a, TouchedRows toccate, Capienza capienza, DateOnly oggi, DateTime utc)
    {
        var id = toccate.NewId();
        var dati = new DatiAtto(
            TipoAtto.ConfermaDiCapienza, $"{piano.Indice % 900 + 100}", oggi.AddDays(-1), $"prot. {oggi.Year}/{piano.Indice % 90_000 + 10_000}", piano.Totale);
        return ConRighe(
            Azioni.CapienzaConfermata, a, toccate, [capienza],
            () => a.RegistraConferma(id, dati, "Ufficio convenzioni della CMRC", null, capienza, oggi, utc),
            new JsonObject { ["atto"] = id.ToString(), ["tipo"] = NomiRegistrati.Valore(dati.Tipo), ["sha256"] = null });
    }

    private static Events ConRighe(
        string azione, Affidamento a, TouchedRows toccate, object[] anche,
        Func<Result<IReadOnlyList<MovimentoCapienza>>> atto, JsonObject? dati = null)
    {
        toccate.Change(anche);
        toccate.Add(Succeeded(atto()));
        return Evento(azione, a, Result.Ok, dati);
    }

    private static Events Evento(string azione, Affidamento a, Result esito, JsonObject? dati = null)
    {
        Succeeded(esito);
        return Events.Of(new EventToWrite(azione, Oggetti.Affidamento, a.Id, a.EnteId, dati));
    }

    private NumeroAffidamento Numero(AffidamentoPlan piano, DateOnly oggi) => new(oggi.Year, _progressivi[piano.Indice]);

    /// <summary>
    /// Returns a CIG Derivato whose number looks random and never occurs twice, because multiplication by an odd factor only permutes the
    /// 24-bit numbers.
    /// </summary>
    private Domain.Codici.Cig Derivato(AffidamentoPlan piano, DateOnly giorno)
    {
        const long Fattore = 0x9E3779, Modulo = 0x1000000;
        const int Decennio = 10;
        return InventedCodes.Cig((char)('C' + (giorno.Year % Decennio)), (int)(((piano.Indice + ((long)seme * 31)) * Fattore) & (Modulo - 1)));
    }

    private static Events Guardato(AffidamentoPlan piano, Affidamento a, SguardoInElenco sguardo) =>
        Evento(Azioni.NonRisulta, a, a.ConfermaNonRisulta(piano.RupId, sguardo, sguardo.GuardatoIl), ConfermaNonRisulta.Dati(sguardo));

    private static string Rifiuto(AffidamentoPlan piano) => _rifiuti[piano.Indice % _rifiuti.Length];

    private static DatiPortale Portale(AffidamentoPlan piano, Affidamento a, DateOnly oggi) => new(
        string.Create(CultureInfo.InvariantCulture, $"PI{200_000 + piano.Indice:000000}-{oggi.Year % 100:00}"),
        string.Create(CultureInfo.InvariantCulture, $"FE{100_000 + piano.Indice:000000}"),
        a.RichiestoIl is { } richiesto ? RomeTime.DayInRome(richiesto) : null,
        "Inviato", "Confermato", "CigRecuperati");

    private static DatiFascicolo Fascicolo(AffidamentoPlan piano, DateOnly oggi)
    {
        const decimal Iva = 22m;
        var dal = new DateOnly(oggi.Year, oggi.Month, 1).AddMonths(1);
        return new DatiFascicolo(
            Iva, $"{piano.Indice % 4000 + 100}/{oggi.Year}", $"{piano.Indice % 80 * 10 + 10_300}",
            dal, dal.AddMonths(12 + (piano.Indice % 3 * 12)).AddDays(-1));
    }

    private static void Succeeded(Result esito)
    {
        if (!esito.IsSuccess)
        {
            throw new InvalidOperationException(
                $"The demonstration broke a rule: {string.Join("; ", esito.Errors.Select(e => $"{e.Code} {e.Field}: {e.Message}"))}");
        }
    }

    private static T Succeeded<T>(Result<T> esito)
    {
        Succeeded((Result)esito);
        return esito.Value;
    }
}
