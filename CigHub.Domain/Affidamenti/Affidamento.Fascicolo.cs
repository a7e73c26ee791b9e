using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <content>The fascicolo (atti, accounting data, the portal's data) and the adhesions made before CigHub.</content>
public sealed partial class Affidamento
{
    private readonly List<Atto> _atti = [];

    /// <summary>The atti of the fascicolo, in the order in which they were added.</summary>
    public IReadOnlyList<Atto> Atti => _atti;

    /// <summary>Says whether the fascicolo has an ordinativo di adesione. Copied from the atti so that worklists can filter by it.</summary>
    public bool HaOrdinativo { get; private set; }

    /// <summary>Says whether the fascicolo has the proof of a publication. Copied from the atti so that worklists can filter by it.</summary>
    public bool HaPubblicazione { get; private set; }

    public DatiFascicolo Fascicolo { get; private set; } = DatiFascicolo.Vuoto;

    /// <summary>
    /// The earliest day of the Affidamento's own contract in the fascicolo: its first day or the date of the contract, whichever comes
    /// first. Null when the fascicolo has neither.
    /// </summary>
    public DateOnly? ContrattoDal =>
        _atti.Where(a => a.Dati.Tipo == TipoAtto.Contratto).Select(a => (DateOnly?)a.Dati.Data).Append(Fascicolo.ContrattoDal).Min();

    /// <summary>The last day of the Affidamento's own contract. Copied from the fascicolo so that an index finds the contracts that end soon.</summary>
    public DateOnly? ContrattoAl { get; private set; }

    public DatiPortale Portale { get; private set; } = DatiPortale.Vuoti;

    /// <summary>
    /// Says whether the Affidamento is an adesione pregressa: made before CigHub and entered with its CIG. For such an Affidamento CigHub
    /// has neither written the scheda nor requested the CIG.
    /// </summary>
    public bool Pregresso { get; private init; }

    /// <summary>
    /// Creates the Affidamento of an adesione pregressa, with its CIG of whatever form, and the ledger row that takes its amount. The
    /// adhesion is a fact, so it is recorded even when it exceeds the massimale.
    /// </summary>
    public static Result<(Affidamento Affidamento, MovimentoCapienza Movimento)> NuovoPregresso(
        Guid id, NumeroAffidamento numero, Guid enteId, Lotto lotto, Convenzione convenzione, Guid autoreId, Guid rupId,
        AdesionePregressa adesione, Capienza capienza, DateTime utc)
    {
        if (RegoleCigDerivato.EIlPadre(adesione.CigDerivato, lotto.CigPadre) is { } padre)
        {
            return padre with { Field = nameof(adesione.CigDerivato) };
        }

        if (adesione.Importo <= Importo.Zero)
        {
            return new Error("pregresso.importo", "L'importo dell'adesione deve essere maggiore di zero.", nameof(adesione.Importo));
        }

        if (convenzione.AmmetteAdesioneIl(adesione.DataAdesione) is { IsSuccess: false } fuori)
        {
            return fuori.Errors[0] with { Field = nameof(adesione.DataAdesione) };
        }

        var nuovo = new Affidamento
        {
            Id = id,
            Anno = numero.Anno,
            Progressivo = numero.Progressivo,
            EnteId = enteId,
            LottoId = lotto.Id,
            AutoreId = autoreId,
            RupId = rupId,
            CreatoIl = utc,
            Pregresso = true,
            InviatoAlPortale = true,
        };
        nuovo.Riscrivi(adesione.Bozza(id, numero, lotto), convenzione.Erosione, utc);
        var aggiudicazione = nuovo._aggiudicazioni[0];
        aggiudicazione.Importo = adesione.Importo;
        aggiudicazione.CigDerivato = adesione.CigDerivato;
        aggiudicazione.Stato = StatoAggiudicazione.Acquisita;
        nuovo.Ricalcola(utc);
        return (nuovo, capienza.RegistraPregressa(nuovo.Adesione(aggiudicazione), adesione.Importo, adesione.CigDerivato.Valore, utc));
    }

    public Result AggiungiAtto(Guid id, DatiAtto dati, string firmatario, FileAllegato? file, DateOnly oggi, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.ModificaFascicolo) is { } no)
        {
            return no;
        }

        if (dati.Tipo.RispondeSullaCapienza())
        {
            return new Error(
                "atto.risposta-sulla-capienza",
                "La risposta di CMRC si registra in «Conferma di capienza», con «Registra la risposta»: così prende capienza sul Lotto.",
                nameof(dati.Tipo));
        }

        return AccogliAtto(id, dati, firmatario, file, oggi, utc);
    }

    /// <summary>Adds an atto of any kind, also CMRC's answer about capacity, whose effect the caller has recorded.</summary>
    private Result AccogliAtto(Guid id, DatiAtto dati, string firmatario, FileAllegato? file, DateOnly oggi, DateTime utc)
    {
        var controllo = dati.Controlla(oggi);
        if (controllo.IsSuccess)
        {
            _atti.Add(new Atto(id, Id, dati, firmatario, file, utc));

            // The other atti may not be loaded here, so the new one can only add a proof.
            HaOrdinativo |= dati.Tipo == TipoAtto.OrdinativoDiAdesione;
            HaPubblicazione |= dati.Tipo == TipoAtto.Pubblicazione;
            ModificatoIl = utc;
        }

        return controllo;
    }

    /// <summary>
    /// Removes an atto from the fascicolo, whose atti must all be loaded. The registro keeps the data of the atto and the hash of its file.
    /// </summary>
    public Result RimuoviAtto(Guid id, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.ModificaFascicolo) is { } no)
        {
            return no;
        }

        if (Conferma is { } conferma && conferma.AttoId == id
            && (conferma.Stato == StatoConferma.InVigore || (conferma.Stato == StatoConferma.Consumata && Stato.AttendeIlCig())))
        {
            return new Error(
                "atto.conferma-in-vigore",
                "Questa conferma tiene capienza sul Lotto: se non vale più, prima usa «Libera la capienza», poi togli l'atto.");
        }

        if (_atti.RemoveAll(a => a.Id == id) == 0)
        {
            return new Error("atto.assente", "Questo atto non è più nel fascicolo: ricarica la pagina.");
        }

        HaOrdinativo = _atti.Exists(a => a.Tipo == TipoAtto.OrdinativoDiAdesione);
        HaPubblicazione = _atti.Exists(a => a.Tipo == TipoAtto.Pubblicazione);
        ModificatoIl = utc;
        return Result.Ok;
    }

    public Result ModificaFascicolo(DatiFascicolo dati, Convenzione convenzione, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.ModificaFascicolo) is { } no)
        {
            return no;
        }

        var controllo = dati.Controlla(convenzione);
        if (controllo.IsSuccess)
        {
            Fascicolo = dati;
            ContrattoAl = dati.ContrattoAl;
            ModificatoIl = utc;
        }

        return controllo;
    }

    /// <summary>Records the portal's data about the document of this Affidamento, exactly as the portal shows them.</summary>
    public Result RegistraDatiPortale(DatiPortale dati, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.RegistraDatiPortale) is { } no)
        {
            return no;
        }

        Portale = dati;
        ModificatoIl = utc;
        RicalcolaTestoRicerca();
        return Result.Ok;
    }
}

/// <summary>The data with which an adesione pregressa (made before CigHub) is entered.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="CigDerivato">The CIG Derivato, in any form: before 2024 CIG did not come from PCP.</param>
/// <param name="Importo">The part of the massimale that the adhesion took.</param>
public sealed record AdesionePregressa(Cig CigDerivato, string Oggetto, Importo Importo, DateOnly DataAdesione, Guid IdPartecipante)
{
    /// <summary>
    /// Builds a draft with the few data that are known of the adhesion. They are enough to find the adhesion in a list and to copy it, but
    /// not a complete scheda.
    /// </summary>
    internal BozzaAd4 Bozza(Guid id, NumeroAffidamento numero, Lotto lotto) => Precompilazione.DiPregressa(id, numero, lotto, this);
}
