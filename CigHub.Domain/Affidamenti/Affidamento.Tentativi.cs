using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <content>
/// The tries to get the CIG, and what they may leave behind on the portal: a used codiceAppalto, a scheda that waits for confirmation, a
/// second CIG.
/// </content>
public sealed partial class Affidamento
{
    private readonly List<Tentativo> _tentativi = [];
    private readonly List<CigInPiu> _cigInPiu = [];

    /// <summary>The tries to get the CIG, in no particular order.</summary>
    public IReadOnlyList<Tentativo> Tentativi => _tentativi;

    /// <summary>The CIG too many of this Affidamento, both those to annul and those that are annulled. They must be loaded explicitly.</summary>
    public IReadOnlyList<CigInPiu> CigInPiu => _cigInPiu;

    /// <summary>
    /// The instant from which ANAC's term for unconfirmed appalti counts, UTC: the start of the first request with the present
    /// codiceAppalto. Null while no scheda with it can be on the portal.
    /// </summary>
    /// <remarks>
    /// ANAC counts from the creation of the appalto, which only the portal knows. The start of the request is the latest day before it that
    /// CigHub knows. This is our reading and not a statement of ANAC.
    /// </remarks>
    public DateTime? SchedaDal { get; private set; }

    /// <summary>The last try that ended with an error and about which nobody has looked into the portal's list. Null when there is none.</summary>
    public Tentativo? TentativoDaGuardare => UltimoTentativo is { DaGuardare: true } ultimo ? ultimo : null;

    private Tentativo? UltimoTentativo => _tentativi.MaxBy(t => t.Numero);

    /// <summary>Returns the number of tries that the portal answered with each code, the most frequent first.</summary>
    public IReadOnlyList<(string Codice, int Volte)> ErroriDelPortale() =>
    [
        .. _tentativi.SelectMany(t => t.ElencoCodici.Distinct()).GroupBy(c => c)
            .Select(g => (g.Key, g.Count())).OrderByDescending(x => x.Item2).ThenBy(x => x.Key, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Corrects the codes of the errors of a try. The portal's words stay as they were recorded. Any RUP of the Ente may correct them.
    /// </summary>
    public Result CorreggiCodici(Guid tentativoId, IReadOnlyList<string> codici, DateTime utc)
    {
        if (_tentativi.Find(t => t.Id == tentativoId) is not { Esito: EsitoTentativo.Rifiutato or EsitoTentativo.DaVerificare } tentativo)
        {
            return new Error("tentativo.senza-errore", "Questo tentativo non ha un errore del portale: ricarica la pagina per vedere com'è finito.");
        }

        if (tentativo.ElencoCodici.SequenceEqual(codici))
        {
            return new Error("tentativo.codici-uguali", "I codici sono già questi: cambiali, oppure lascia il tentativo com'è.", "Codici");
        }

        tentativo.Correggi(codici);
        ModificatoIl = utc;
        return Result.Ok;
    }

    /// <summary>
    /// Records a second CIG that the portal gave for this Affidamento. It takes nothing of the Lotto and stays a thing to annul until its
    /// ANN is recorded. It is a fact, so any RUP of the Ente may record it.
    /// </summary>
    /// <param name="entro">The last day by which the office wants it annulled.</param>
    public Result RegistraCigInPiu(Guid id, Cig cig, OrigineCigInPiu origine, Cig cigPadre, DateOnly entro, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.RegistraCigInPiu) is { } no)
        {
            return no;
        }

        if (RegoleCigDerivato.NonRilasciatoOra(cig, cigPadre) is { } errato)
        {
            return errato;
        }

        if (_aggiudicazioni.Exists(a => a.CigDerivato == cig))
        {
            return new Error(
                "cig-in-piu.e-il-derivato",
                $"{cig} è il CIG Derivato di questo affidamento, non uno in più: scrivi l'altro, quello da annullare.",
                "Cig");
        }

        _cigInPiu.Add(new CigInPiu(id, Id, cig, origine, entro, utc));
        ModificatoIl = utc;
        return Result.Ok;
    }

    /// <summary>Records that the portal accepted the ANN of a CIG too many.</summary>
    public Result AnnullaCigInPiu(Guid id, DateOnly giorno, string riferimento, DateOnly oggi, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.AnnullaCigInPiu) is { } no)
        {
            return no;
        }

        if (_cigInPiu.Find(c => c.Id == id) is not { DaAnnullare: true } inPiu)
        {
            return new Error("cig-in-piu.gia-annullato", "Questo CIG non è più da annullare: ricarica la pagina per vedere com'è finito.");
        }

        if (giorno > oggi)
        {
            return new Error("cig-in-piu.data-futura", "Il giorno dell'annullamento è nel futuro: correggilo.", "Giorno");
        }

        inPiu.Annulla(giorno, riferimento);
        ModificatoIl = utc;
        return Result.Ok;
    }

    /// <summary>Checks that somebody has looked into the portal's list since the last error. Returns null when a request may begin.</summary>
    private Error? ElencoDaGuardare() => TentativoDaGuardare is null
        ? null
        : new Error(
            "richiesta.elenco-da-guardare",
            "L'ultima richiesta è finita con un errore e il CIG potrebbe esistere già: prima di ripeterla guarda nell'elenco del portale, "
                + "e scrivi nella scheda a che ora hai guardato e che cosa hai trovato.");

    /// <summary>Checks that the codiceAppalto of the draft was not sent with an earlier try. Returns null when it is unused.</summary>
    private Error? CodiceAppaltoUsato() => _tentativi.Exists(t => t.HaUsatoIlCodice && t.CodiceAppalto == CodiceAppalto)
        ? CodiceAppaltoGiaUsato
        : null;

    /// <summary>The error for a codiceAppalto that a scheda has already carried to the portal (ANAC's ERR38).</summary>
    public static Error CodiceAppaltoGiaUsato { get; } = new(
        "codice-appalto.usato",
        "Questo codice dell'affidamento è già stato inviato al portale e ANAC non lo accetta due volte (ERR38): scrivine un altro.",
        PercorsoAd4.CodiceAppalto);

    /// <summary>The codiceAppalto of the draft. Empty when the draft has none.</summary>
    public string CodiceAppalto => Bozza.Testo(PercorsoAd4.CodiceAppalto) ?? "";

    private void AvviaTentativo(DateTime utc)
    {
        _tentativi.Add(new Tentativo(Id, (UltimoTentativo?.Numero ?? 0) + 1, CodiceAppalto, utc));
        SchedaDal ??= utc;
    }

    /// <summary>
    /// Returns the try under way. A request that began before CigHub kept the tries has none, so one is added for it.
    /// </summary>
    private Tentativo TentativoInCorso(DateTime utc)
    {
        if (UltimoTentativo is not { Esito: EsitoTentativo.InCorso or EsitoTentativo.DaVerificare, GuardatoIl: null })
        {
            AvviaTentativo(RichiestoIl ?? utc);
        }

        return UltimoTentativo!;
    }

    /// <summary>Closes the try that gave the CIG, once no adhesion waits for one any more. A CIG without a request has no try.</summary>
    private void ChiudiConIlCig(DateTime utc)
    {
        if (UltimoTentativo is { Esito: not EsitoTentativo.CigRilasciato } ultimo
            && !_aggiudicazioni.Exists(a => a.Stato is StatoAggiudicazione.InRichiesta or StatoAggiudicazione.DaVerificare))
        {
            ultimo.Chiudi(EsitoTentativo.CigRilasciato, utc);
        }
    }

    /// <summary>
    /// Gives the draft a codiceAppalto that no try has used: the first one with a number behind it. From here on ANAC's term counts anew.
    /// </summary>
    private void RinnovaCodiceAppalto()
    {
        var primo = _tentativi.MinBy(t => t.Numero)!.CodiceAppalto;
        const int LunghezzaDelNumero = 4;
        var radice = primo.Length <= LimitiAd4.CodiceAppaltoMassimo - LunghezzaDelNumero
            ? primo
            : primo[..(LimitiAd4.CodiceAppaltoMassimo - LunghezzaDelNumero)];
        var usati = _tentativi.Select(t => t.CodiceAppalto).ToHashSet();
        var nuovo = Enumerable.Range(2, _tentativi.Count + 1).Select(n => $"{radice}-{n}").First(c => !usati.Contains(c));
        Bozza = Bozza.ConValori(PercorsoAd4.CodiceAppalto, nuovo);
        SchedaDal = null;
    }

    /// <summary>
    /// Checks a look into the portal's list about a try: it lies between the rilettura of the try and now, and it has not found the CIG.
    /// Returns null when a second request may follow.
    /// </summary>
    private Error? NonBasta(SguardoInElenco sguardo, Tentativo tentativo, DateTime utc)
    {
        const string Ora = "Ora";
        var inviato = RilettoIl > tentativo.AvviatoIl ? RilettoIl.Value : tentativo.AvviatoIl;
        if (sguardo.GuardatoIl > utc)
        {
            return new Error("sguardo.nel-futuro", "L'ora in cui hai guardato è nel futuro: scrivi quella vera.", Ora);
        }

        // People write the hour in whole minutes.
        if (sguardo.GuardatoIl <= inviato.AddMinutes(-1))
        {
            return new Error(
                "sguardo.prima-del-tentativo",
                "A quell'ora la richiesta non era ancora arrivata al portale: guarda nell'elenco del portale adesso, e scrivi l'ora in cui l'hai fatto.",
                Ora);
        }

        return sguardo.Trovato == TrovatoInElenco.ConCig
            ? new Error(
                "sguardo.con-cig",
                "Se il CIG Derivato c'è, non serve una seconda richiesta: registra quel CIG, dalla pagina della richiesta o caricando l'elenco del portale.",
                "Trovato")
            : null;
    }
}
