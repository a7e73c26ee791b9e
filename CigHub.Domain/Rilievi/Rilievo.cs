using CigHub.Domain.Common;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Rilievi;

/// <summary>
/// A rilievo: something that a rule found and that a person judges. Its identity is the rule and the evidence, so it keeps its state when
/// the rules run again, and other evidence is another rilievo.
/// </summary>
/// <remarks>
/// The row is derived from other data and may be computed anew at any time. The judgements are events of the registro, from which
/// <see cref="Riprendi"/> restores the state. The sentence names no person.
/// </remarks>
public sealed class Rilievo
{
    /// <summary>The largest number of characters in the reason of a judgement.</summary>
    public const int MaxMotivo = 1000;

    /// <summary>The longest name of a rule, in characters.</summary>
    public const int MaxRegola = 60;

    /// <summary>The longest sentence, in characters.</summary>
    public const int MaxFrase = 600;

    private Rilievo() { }

    /// <param name="convenzioneId">The Convenzione that it concerns, of the newest Affidamento where there are several. Null where there is
    /// none.</param>
    /// <param name="giorno">The day of the newest fact, by which the pages sort.</param>
    /// <param name="frase">The reason in one Italian sentence, with figures and their denominator.</param>
    public Rilievo(RegolaRilievo regola, Guid enteId, Guid? convenzioneId, DateOnly giorno, string frase, IEnumerable<Prova> prove)
    {
        TestoProve = Prova.Scrivi(prove);
        Id = StableId.Of($"{regola.Nome}\n{TestoProve}");
        Famiglia = regola.Famiglia;
        Regola = regola.Nome;
        EnteId = enteId;
        ConvenzioneId = convenzioneId;
        Giorno = giorno;
        Frase = frase.Length > MaxFrase ? frase[..MaxFrase] : frase;
    }

    public Guid Id { get; private set; }

    public FamigliaRilievi Famiglia { get; private set; }

    /// <summary>The stable name of the rule (<see cref="RegolaRilievo.Nome"/>).</summary>
    public string Regola { get; private set; } = "";

    public Guid EnteId { get; private set; }

    public Guid? ConvenzioneId { get; private set; }

    public DateOnly Giorno { get; private set; }

    public string Frase { get; private set; } = "";

    /// <summary>The evidence as one text (<see cref="Prova.Scrivi"/>).</summary>
    public string TestoProve { get; private set; } = "";

    public IReadOnlyList<Prova> Prove => Prova.Leggi(TestoProve);

    public StatoRilievo Stato { get; private set; } = StatoRilievo.DaEsaminare;

    /// <summary>Says whether the rules found it when they ran last. A judged one stays in the list when they do not find it any more.</summary>
    public bool Attuale { get; private set; } = true;

    /// <summary>Records that somebody judged that there is nothing to object to.</summary>
    /// <param name="interessato">True when the person who judges is concerned by the evidence.</param>
    public Result Chiarisci(bool interessato)
    {
        if (interessato)
        {
            return SeparazioneCompiti.NessunoChiarisceSuDiSe.Errore();
        }

        return Passa(StatoRilievo.Chiarito);
    }

    /// <summary>Records that the rilievo was passed to the RPCT. Everybody who judges may do it, also a person concerned.</summary>
    public Result Trasmetti() => Passa(StatoRilievo.Trasmesso);

    /// <summary>Restores the state that the registro tells.</summary>
    public void Riprendi(StatoRilievo stato) => Stato = stato;

    /// <summary>Takes the sentence and the day from the same rilievo, found again.</summary>
    /// <exception cref="ArgumentException">The other one is another rilievo.</exception>
    public void Aggiorna(Rilievo trovato)
    {
        if (trovato.Id != Id)
        {
            throw new ArgumentException("It is another rilievo.", nameof(trovato));
        }

        (Frase, Giorno, ConvenzioneId, Attuale) = (trovato.Frase, trovato.Giorno, trovato.ConvenzioneId, true);
    }

    /// <summary>Marks a judged rilievo that the rules do not find any more.</summary>
    public void NonTrovato() => Attuale = false;

    private Result Passa(StatoRilievo stato)
    {
        if (Stato == stato)
        {
            return new Error(
                "rilievo.gia-nello-stato", $"Questo rilievo è già «{stato.Nome()}»: qualcuno ti ha preceduto, ricarica la pagina per leggere il motivo.");
        }

        Stato = stato;
        return Result.Ok;
    }
}
