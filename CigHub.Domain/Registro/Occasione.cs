using CigHub.Domain.Affidamenti;

namespace CigHub.Domain.Registro;

/// <summary>The reason why a piece of work on a draft is recorded at this moment.</summary>
public enum Occasione
{
    /// <summary>Something is done with the Affidamento: declared ready, sent, passed on.</summary>
    Atto,

    /// <summary>Another person writes, or the same one in another role.</summary>
    AltraPersona,

    /// <summary>The amount went over or under a threshold of the Convenzione.</summary>
    Soglia,

    /// <summary>The page was left.</summary>
    PaginaLasciata,

    /// <summary>Nobody wrote for <see cref="Affidamento.Riposo"/>.</summary>
    Riposo,
}
