using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>A time in which the portal did not work, as its users saw it: kept for ever, because a RUP whose deadline passes needs the proof.</summary>
/// <remarks>One at a time is open: the portal is one, and works or does not.</remarks>
public sealed class Malfunzionamento : Aggregato
{
    /// <summary>Longest note.</summary>
    public const int MaxNota = 500;

    private Malfunzionamento() { }

    /// <summary>Somebody sees that the portal does not work.</summary>
    public Malfunzionamento(Guid id, Guid segnalatoDaId, string nota, DateTime utc)
    {
        Id = id;
        SegnalatoDaId = segnalatoDaId;
        Nota = nota.Trim();
        Dal = utc;
    }

    public DateTime Dal { get; private set; }

    public Guid SegnalatoDaId { get; private set; }

    /// <summary>What was seen; empty: nothing was said.</summary>
    public string Nota { get; private set; } = "";

    /// <summary>Null while it lasts.</summary>
    public DateTime? Al { get; private set; }

    public Guid? ChiusoDaId { get; private set; }

    /// <summary>Somebody, not necessarily who reported it, sees the portal work again.</summary>
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
