using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <content>
/// The operations that still correct an Affidamento after its CIG: few, and each allowed once. Our record and the ledger change only when
/// the portal has accepted. The atti of the fascicolo must be loaded, because a contract among them ends these corrections.
/// </content>
public sealed partial class Affidamento
{
    private readonly List<OperazionePortale> _operazioni = [];

    /// <summary>The operations on the portal, both open and closed.</summary>
    public IReadOnlyList<OperazionePortale> Operazioni => _operazioni;

    /// <summary>
    /// Says whether the fascicolo has a contract, or the scheda SC1 that communicates the contract to ANAC. From then on ANAC wants a
    /// change as a modifica contrattuale (M2), not as a correction.
    /// </summary>
    public bool HaIlContratto => _atti.Any(a => a.Dati.Tipo is TipoAtto.Contratto or TipoAtto.SchedaSc1);

    /// <summary>Returns the open operation of the given kind, or null when none is open.</summary>
    public OperazionePortale? Aperta(TipoOperazione tipo) => _operazioni.Find(o => o.Tipo == tipo && o.Aperta);

    /// <summary>Returns the CUP that the draft's scheda has for an adhesion. A text that is not a valid CUP is left out.</summary>
    public IReadOnlyList<Cup> CupDi(Aggiudicazione aggiudicazione) =>
    [
        .. from i in Enumerable.Range(0, Bozza.Righe(ListaCup(aggiudicazione)))
           let letto = Cup.Leggi(Bozza.Testo($"{ListaCup(aggiudicazione)}/{i}"))
           where letto.IsSuccess
           select letto.Value,
    ];

    /// <summary>
    /// Returns the reason why a CM1 or an ANN of this adhesion is no longer possible, or null when it is possible. Neither the person who
    /// asks nor the operations that are open now make a difference.
    /// </summary>
    public Error? Impedisce(TipoOperazione tipo, Guid aggiudicazioneId)
    {
        if (_aggiudicazioni.Find(a => a.Id == aggiudicazioneId) is not { Stato: StatoAggiudicazione.Acquisita, CigDerivato: { } cig })
        {
            return new Error("operazione.senza-cig", "Questa adesione non ha un CIG Derivato in essere: ricarica la pagina per vedere lo stato attuale.");
        }

        if (RegoleCigDerivato.NonDaPcp(cig) is not null)
        {
            return new Error(
                "operazione.non-da-pcp",
                $"Il CIG {cig} non è stato rilasciato dalla PCP: questa operazione esiste solo per i CIG della PCP. Rivolgiti ad ANAC.");
        }

        if (_operazioni.Exists(o => o.Tipo == tipo && o.Stato == StatoOperazione.Accettata && o.AggiudicazioneId == aggiudicazioneId))
        {
            return new Error(
                "operazione.gia-fatta",
                $"«{tipo.Nome()}» è ammessa una sola volta per ogni CIG, e per {cig} è già stata accettata: "
                    + "ciò che cambia ora si comunica ad ANAC come modifica contrattuale (M2).");
        }

        return HaIlContratto
            ? new Error(
                "operazione.dopo-il-contratto",
                $"«{tipo.Nome()}» è ammessa solo prima del contratto, e nel fascicolo il contratto c'è già: "
                    + "resta la modifica contrattuale (M2), che si comunica ad ANAC fuori da CigHub.")
            : null;
    }

    /// <summary>
    /// Opens the operation of a CM1, which corrects the amount and the CUP of an adhesion together, because they were communicated wrongly.
    /// Nothing else changes until <see cref="AccettaOperazione"/>.
    /// </summary>
    public Result AvviaModifica(Guid attoreId, Guid id, Guid aggiudicazioneId, ValoriCorretti corretti, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.AvviaModifica) ?? NonEIlRup(attoreId) ?? Impedisce(TipoOperazione.Modifica, aggiudicazioneId)) is { } no)
        {
            return no;
        }

        var aggiudicazione = _aggiudicazioni.Single(a => a.Id == aggiudicazioneId);
        var prima = CupDi(aggiudicazione);
        if (Sbagliati(corretti, aggiudicazione.Importo, prima) is { } sbagliato)
        {
            return sbagliato;
        }

        return Avvia(id, aggiudicazioneId, TipoOperazione.Modifica, utc, new DatiOperazione(
            OperazionePortale.ErrataComunicazione, corretti.Importo, aggiudicazione.Importo, [.. corretti.Cup], prima));
    }

    /// <summary>
    /// Opens the operation of an ANN, which annuls an adhesion that should never have been communicated. Nothing else changes until
    /// <see cref="AccettaOperazione"/>.
    /// </summary>
    public Result AvviaAnnullamento(Guid attoreId, Guid id, Guid aggiudicazioneId, DateTime utc) =>
        (Vieta(AzioneAffidamento.AvviaAnnullamento) ?? NonEIlRup(attoreId) ?? Impedisce(TipoOperazione.Annullamento, aggiudicazioneId)) is { } no
            ? no
            : Avvia(id, aggiudicazioneId, TipoOperazione.Annullamento, utc, new DatiOperazione(OperazionePortale.ErrataComunicazione));

    /// <summary>
    /// Opens the operation of a change of the RUP on the portal. Only the RUP who leaves and the RUP who takes over may open it. The RUP
    /// changes with <see cref="AccettaOperazione"/>.
    /// </summary>
    /// <param name="rupDellEnte">The ids of the people who are a RUP of the Ente today.</param>
    public Result AvviaSostituzioneRup(Guid attoreId, Guid id, AttoDiSostituzione atto, IReadOnlySet<Guid> rupDellEnte, DateOnly oggi, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.AvviaSostituzioneRup) ?? NonEDeiDueRup(attoreId, atto.NuovoRupId)) is { } no)
        {
            return no;
        }

        if (Aperta(TipoOperazione.SostituzioneRup) is not null)
        {
            return new Error(
                "operazione.gia-aperta",
                "C'è già una sostituzione del RUP in corso: chiudila, dicendo che cosa ha risposto il portale, prima di avviarne un'altra.");
        }

        var errori = new List<Error>();
        if (atto.NuovoRupId == RupId || !rupDellEnte.Contains(atto.NuovoRupId))
        {
            errori.Add(new Error(
                "sostituzione.nuovo-rup",
                "Scegli un altro RUP dello stesso Ente: se non è in elenco, l'amministratore dell'ufficio deve prima assegnargli il ruolo.",
                nameof(atto.NuovoRupId)));
        }

        if (atto.NuovoRupId == ApprovatoDaId)
        {
            errori.Add(SeparazioneCompiti.RupDiversoDaChiApprova.Errore(nameof(atto.NuovoRupId)));
        }

        if (atto.Data > oggi)
        {
            errori.Add(new Error("atto.data-futura", "La data dell'atto è nel futuro: correggila.", nameof(atto.Data)));
        }

        return errori.Count > 0
            ? Result.Refused(errori)
            : Avvia(id, null, TipoOperazione.SostituzioneRup, utc, new DatiOperazione(
                NumeroAtto: atto.Numero.Trim(), DataAtto: atto.Data, Decorrenza: atto.Decorrenza, RupPrecedenteId: RupId, NuovoRupId: atto.NuovoRupId));
    }

    /// <summary>
    /// Records that the portal accepted the operation. A CM1 changes amount and CUP, an ANN annuls the adhesion, a Sostituzione changes the
    /// RUP. Returns the new rows of the Lotto's ledger, if any. The acceptance is a fact, so it is recorded even when the new amount
    /// exceeds the residuo.
    /// </summary>
    public Result<IReadOnlyList<MovimentoCapienza>> AccettaOperazione(Guid attoreId, Guid id, Capienza capienza, DateTime utc)
    {
        var trovata = DaChiudere(attoreId, id);
        if (!trovata.TryGet(out var operazione))
        {
            return Result<IReadOnlyList<MovimentoCapienza>>.Refused(trovata.Errors);
        }

        operazione.Chiudi(StatoOperazione.Accettata, utc);
        IReadOnlyList<MovimentoCapienza> righe = operazione.Tipo switch
        {
            TipoOperazione.Modifica => Correggi(_aggiudicazioni.Single(a => a.Id == operazione.AggiudicazioneId), operazione.Dati, capienza, utc),
            TipoOperazione.Annullamento => [Annulla(_aggiudicazioni.Single(a => a.Id == operazione.AggiudicazioneId), capienza, utc)],
            _ => [],
        };
        Subentra(operazione.Dati.NuovoRupId ?? RupId, utc);
        Ricalcola(utc);
        return Result.Success(righe);
    }

    /// <summary>
    /// Closes an operation that was not sent to the portal. Amount, CUP and RUP stay as they are, and the operation may be opened again
    /// later.
    /// </summary>
    public Result AbbandonaOperazione(Guid attoreId, Guid id, DateTime utc) => Chiudi(attoreId, id, StatoOperazione.Abbandonata, null, utc);

    /// <summary>
    /// Closes an operation that the portal refused, and records the portal's answer. Amount, CUP and RUP stay as they are.
    /// </summary>
    public Result RifiutaOperazione(Guid attoreId, Guid id, string risposta, DateTime utc) => Chiudi(attoreId, id, StatoOperazione.Rifiutata, risposta, utc);

    private static string ListaCup(Aggiudicazione aggiudicazione) => PercorsoAd4.Aggiudicazione(aggiudicazione.Indice, "cupLotto");

    private static Error? Sbagliati(ValoriCorretti corretti, Importo importoPrima, IReadOnlyList<Cup> cupPrima)
    {
        if (corretti.Importo <= Importo.Zero)
        {
            return new Error(
                "modifica.importo",
                "L'importo dell'adesione deve essere maggiore di zero: se l'adesione non doveva esserci, usa «Annulla affidamento».",
                nameof(corretti.Importo));
        }

        if (corretti.Cup.Distinct().Count() < corretti.Cup.Count)
        {
            return new Error("modifica.cup-ripetuto", "Lo stesso CUP è scritto due volte: tienilo una volta sola.", nameof(corretti.Cup));
        }

        if (cupPrima.Count > 0 && corretti.Cup.Count == 0)
        {
            return new Error(
                "modifica.cup-tolto",
                "Per togliere del tutto il CUP non c'è un modo noto: scrivi quello giusto, o lascia quello che c'è.",
                nameof(corretti.Cup));
        }

        return corretti.Importo == importoPrima && corretti.Cup.ToHashSet().SetEquals(cupPrima)
            ? new Error(
                "modifica.nulla-cambia",
                "Importo e CUP sono quelli già comunicati: correggine almeno uno. La modifica si può fare una volta sola.",
                nameof(corretti.Importo))
            : null;
    }

    private Error? NonEDeiDueRup(Guid attoreId, Guid? nuovoRupId) => attoreId == RupId || attoreId == nuovoRupId
        ? null
        : new Error(
            "affidamento.non-rup",
            "La sostituzione del RUP la possono seguire solo chi lascia e chi subentra: se subentri tu, scegli te come nuovo RUP.");

    private Result Avvia(Guid id, Guid? aggiudicazioneId, TipoOperazione tipo, DateTime utc, DatiOperazione dati)
    {
        _operazioni.Add(new OperazionePortale(id, Id, aggiudicazioneId, tipo, dati, utc));
        Ricalcola(utc);
        return Result.Ok;
    }

    private Result<OperazionePortale> DaChiudere(Guid attoreId, Guid id)
    {
        if (Vieta(AzioneAffidamento.ChiudiOperazione) is { } no)
        {
            return no;
        }

        if (_operazioni.Find(o => o.Id == id && o.Aperta) is not { } operazione)
        {
            return new Error("operazione.non-in-corso", "Questa operazione non è più in corso: ricarica la pagina per vedere come è finita.");
        }

        return (operazione.Tipo == TipoOperazione.SostituzioneRup ? NonEDeiDueRup(attoreId, operazione.Dati.NuovoRupId) : NonEIlRup(attoreId)) is { } altro
            ? altro
            : operazione;
    }

    private Result Chiudi(Guid attoreId, Guid id, StatoOperazione stato, string? risposta, DateTime utc)
    {
        var trovata = DaChiudere(attoreId, id);
        if (!trovata.TryGet(out var operazione))
        {
            return trovata;
        }

        operazione.Chiudi(stato, utc, risposta);
        Ricalcola(utc);
        return Result.Ok;
    }

    /// <summary>
    /// Closes an open change of the RUP as abandoned, when the request of the CIG ends without a CIG. From then on the new RUP takes over
    /// with «Assegna a me» inside CigHub.
    /// </summary>
    private void AbbandonaLaSostituzione(DateTime utc) => Aperta(TipoOperazione.SostituzioneRup)?.Chiudi(StatoOperazione.Abbandonata, utc);

    private IReadOnlyList<MovimentoCapienza> Correggi(Aggiudicazione aggiudicazione, DatiOperazione dati, Capienza capienza, DateTime utc)
    {
        var differenza = dati.Importo!.Value - aggiudicazione.Importo;
        aggiudicazione.Importo = dati.Importo.Value;
        Bozza = ConCup(aggiudicazione, dati.Cup!);
        return differenza == Importo.Zero ? [] : [capienza.CorreggiAdesione(Adesione(aggiudicazione), differenza, aggiudicazione.CigDerivato!.Valore, utc)];
    }

    private MovimentoCapienza Annulla(Aggiudicazione aggiudicazione, Capienza capienza, DateTime utc)
    {
        aggiudicazione.Stato = StatoAggiudicazione.Annullata;
        return capienza.AnnullaAdesione(Adesione(aggiudicazione), aggiudicazione.Importo, aggiudicazione.CigDerivato!.Valore, utc);
    }

    /// <summary>
    /// Returns the draft with the CUP list of the adhesion replaced. When the new list has a CUP, «acquisizioneCup» becomes true.
    /// </summary>
    private BozzaAd4 ConCup(Aggiudicazione aggiudicazione, IReadOnlyList<Cup> cup)
    {
        var lista = ListaCup(aggiudicazione);
        var bozza = Bozza;
        for (var i = bozza.Righe(lista) - 1; i >= 0; i--)
        {
            bozza = bozza.RimuoviRiga(lista, i);
        }

        for (var i = 0; i < cup.Count; i++)
        {
            bozza = bozza.ConValori($"{lista}/{i}", cup[i].Valore);
        }

        return cup.Count == 0 ? bozza : bozza.ConValori(PercorsoAd4.Aggiudicazione(aggiudicazione.Indice, "acquisizioneCup"), "true");
    }
}
