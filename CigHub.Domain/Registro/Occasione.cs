using CigHub.Domain.Affidamenti;

namespace CigHub.Domain.Registro;

/// <summary>The reason why a piece of work on a draft is recorded at this moment.</summary>
public enum Occasione
{
    /// <summary>An act on the Affidamento: it is declared ready, sent or passed on.</summary>
    Atto,

    /// <summary>Another person writes, or the same person in another role.</summary>
    AltraPersona,

    /// <summary>The amount went over or under a threshold of the Convenzione.</summary>
    Soglia,

    /// <summary>The user left the page.</summary>
    PaginaLasciata,

    /// <summary>The draft rested: nobody wrote for <see cref="Affidamento.Riposo"/>.</summary>
    Riposo,
}
