using CigHub.Domain.Affidamenti;

namespace CigHub.Domain.Registro;

/// <summary>The reason why a person's work on a draft is recorded as an event at this moment.</summary>
public enum Occasione
{
    /// <summary>The Affidamento is acted on: it is declared ready, sent or passed on.</summary>
    Atto,

    /// <summary>Another person changes the draft, or the same person in another role.</summary>
    AltraPersona,

    /// <summary>The amount went over or under a threshold of the Convenzione (soglia di approvazione or minimum order).</summary>
    Soglia,

    /// <summary>The person who worked on the draft left the page.</summary>
    PaginaLasciata,

    /// <summary>The draft was not changed by anybody for the time <see cref="Affidamento.Riposo"/>.</summary>
    Riposo,
}
