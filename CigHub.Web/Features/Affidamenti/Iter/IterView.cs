using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.RegistroEventi.Dettaglio;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>The whole course of one Affidamento on one page, from its birth to the CIG and after.</summary>
/// <param name="Passi">The steps in the order of time.</param>
/// <param name="Interrotto">Says whether the registro has more events than the page shows.</param>
/// <param name="SoloChiSiVede">Says whether the people of the office who kept the catalogue are left out for this reader.</param>
public sealed record IterView(
    Guid Id,
    NumeroAffidamento Numero,
    string Oggetto,
    StatoAffidamento Stato,
    string Ente,
    string Convenzione,
    Guid LottoId,
    string Lotto,
    string Rup,
    string CigDerivati,
    IReadOnlyList<PassoIter> Passi,
    bool Interrotto,
    IReadOnlyList<PersonaNellIter> Persone,
    bool SoloChiSiVede,
    IReadOnlyList<DichiarazioneIter> Dichiarazioni,
    IReadOnlyList<AvvisoIter> Avvisi,
    SceltaIter? Scelta,
    IReadOnlyList<TentativoIter> Tentativi,
    IReadOnlyList<MovimentoIter> Movimenti,
    IReadOnlyList<AttoIter> Atti,
    DueDiligenceIter DueDiligence)
{
    /// <summary>The number of the last event that the course tells.</summary>
    public long UltimoEvento => Passi.Select(p => p.Seq).DefaultIfEmpty().Max();
}

/// <summary>One step of the course: one event, or pieces of work of the same person on the draft in a row.</summary>
/// <param name="Seq">The number of the last event of the step.</param>
/// <param name="Eventi">The number of events that the step puts together.</param>
/// <param name="Titolo">The appointment or the delega by which the person acted, as it was valid that day. Null for the system.</param>
public sealed record PassoIter(
    long Seq, int Eventi, DateTime Dal, DateTime Al, string Chi, string? Ruolo, string Frase, TitoloIter? Titolo, IReadOnlyList<string> Dettagli,
    IReadOnlyList<TestoDellAtto> Testi)
{
    /// <summary>The time in words, with its end where the work took longer than a minute.</summary>
    public string Quando => RomeTime.Text(Dal) is var inizio && inizio == RomeTime.Text(Al)
        ? inizio
        : RomeTime.DayInRome(Dal) == RomeTime.DayInRome(Al) ? $"{inizio}–{RomeTime.Time(Al)}" : $"{inizio} – {RomeTime.Text(Al)}";
}

/// <summary>The appointment or the delega by which a person acted.</summary>
/// <param name="DaGuardare">Says whether something is wrong with it: none is found for that day, or it was recorded later.</param>
public sealed record TitoloIter(string Parole, bool DaGuardare);

/// <summary>A person with the duties that the person had.</summary>
public sealed record PersonaNellIter(string Nome, CompitiDellaPersona Compiti);

/// <summary>A declaration about conflicts of interest that concerned the Affidamento, and the decision about a declared conflict.</summary>
/// <param name="Natura">The kind of the conflict. Null where there is none, and for readers who may not know it.</param>
/// <param name="Perche">The reasons of the decision. Null where there is none, and for readers who may not know it.</param>
/// <param name="Altrove">Says whether it was made on another Affidamento with the same supplier and Convenzione.</param>
public sealed record DichiarazioneIter(
    string Chi, string Fornitore, bool Conflitto, DateTime Utc, DateOnly? ValidaAl, bool Altrove, string? Natura, string? Decisione, string? DecisaDa,
    DateTime? DecisaIl, string? Perche);

/// <summary>An avviso that a person went past with a reason.</summary>
public sealed record AvvisoIter(long Seq, DateTime Utc, string Chi, string Avviso, string Motivo);

/// <summary>The choice among the several suppliers of the Lotto, with its reason.</summary>
public sealed record SceltaIter(string Fornitore, CriterioFornitore? Criterio, string? Motivo);

/// <summary>An attempt to get the CIG on the portal.</summary>
/// <param name="Seq">The number of the event by which it began. Null when the registro has none.</param>
public sealed record TentativoIter(
    long? Seq, int Numero, DateTime AvviatoIl, DateTime? ChiusoIl, string Esito, string Codici, string? Risposta, DateTime? GuardatoIl, string? Trovato);

/// <summary>A ledger row of the Lotto that the Affidamento caused.</summary>
/// <param name="Seq">The number of the event by which it was written. Null when the registro has none.</param>
public sealed record MovimentoIter(long? Seq, DateOnly Giorno, DateOnly RegistratoIl, TipoMovimento Tipo, Importo Importo, string? Riferimento);

/// <summary>The due diligence about the suppliers on one day.</summary>
/// <param name="Giorno">The day of the latest request of the CIG, or today while there was none.</param>
/// <param name="AllaRichiesta">Says whether the day is that of a request.</param>
/// <param name="InUso">Says whether the register was in use before that day, for the Lotto or at the Ente.</param>
public sealed record DueDiligenceIter(DateOnly Giorno, bool AllaRichiesta, bool InUso, IReadOnlyList<QuadroFornitore> Fornitori);

/// <summary>An atto of the fascicolo with the hash of its file.</summary>
/// <param name="Seq">The number of the event by which it was added. Null when the registro has none.</param>
/// <param name="File">The file with its hash. Null for an atto without a file.</param>
public sealed record AttoIter(long? Seq, Guid Id, TipoAtto Tipo, string Numero, DateOnly Data, string Protocollo, FileAllegato? File);
