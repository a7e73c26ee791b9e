using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>What a draft is judged against: its Convenzione and Lotto, what is left of it, its Ente, the code lists that hold, and the day in Rome.</summary>
public sealed record ContestoControlli(Convenzione Convenzione, Lotto Lotto, Capienza Capienza, Ente Ente, RaccoltaListe Liste, DateOnly Oggi)
{
    /// <summary>What the Affidamento itself has reserved or taken of the Lotto already, which is no longer in its residuo. None for a draft that was never on its way.</summary>
    public Importo GiaPreso { get; init; }
}
