namespace CigHub.Domain.Common;

/// <summary>The base of every aggregate root. An aggregate is the unit of objects that a command loads, changes and saves whole.</summary>
/// <remarks>Equality: by reference. The write path increases <see cref="Version"/>, the domain never does.</remarks>
public abstract class Aggregate
{
    /// <summary>The id, a Guid v7. The caller makes it, so that a repeated command is recognised.</summary>
    public Guid Id { get; protected init; }

    /// <summary>
    /// The version, which grows by one at each saved change. A command carries the version that its user saw, so that it is refused when
    /// somebody else has saved since.
    /// </summary>
    public int Version { get; private set; }
}

/// <summary>An entity that is stored inside an <see cref="Aggregate"/>. When it changes, the version of the aggregate grows too.</summary>
public interface IPartOf
{
    /// <summary>The id of the <see cref="Aggregate"/> to which the entity belongs.</summary>
    Guid RadiceId { get; }
}
