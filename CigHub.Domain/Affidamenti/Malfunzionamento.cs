using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// A period in which the portal did not work, as its users saw it. It is kept for ever, because a RUP who misses a deadline needs the
/// proof.
/// </summary>
/// <remarks>At most one is open at a time, because there is only one portal.</remarks>
public sealed class Malfunzionamento : Aggregate
{
    /// <summary>Maximum length of the note, in characters.</summary>
    public const int MaxNota = 500;

    private Malfunzionamento() { }

    /// <summary>Opens the period at the instant when a user reports that the portal does not work.</summary>
    public Malfunzionamento(Guid id, Guid segnalatoDaId, string nota, DateTime utc)
    {
        Id = id;
        SegnalatoDaId = segnalatoDaId;
        Nota = nota.Trim();
        Dal = utc;
    }

    public DateTime Dal { get; private set; }

    public Guid SegnalatoDaId { get; private set; }

    /// <summary>The user's description of the problem. Empty when the user wrote none.</summary>
    public string Nota { get; private set; } = "";

    /// <summary>The instant when the period ended, UTC. Null while it lasts.</summary>
    public DateTime? Al { get; private set; }

    public Guid? ChiusoDaId { get; private set; }

    /// <summary>
    /// Closes the period at the instant when a user says that the portal works again. It need not be the user who reported the problem.
    /// </summary>
    public Result Chiudi(Guid chiusoDaId, DateTime utc)
    {
        if (Al is not null)
        {
            return new Error("malfunzionamento.chiuso", "Qualcuno ha già segnalato che il portale funziona di nuovo: ricarica la pagina.");
        }

        (Al, ChiusoDaId) = (utc, chiusoDaId);
        return Result.Ok;
    }
}
