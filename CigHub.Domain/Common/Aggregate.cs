namespace CigHub.Domain.Common;

/// <summary>The root of a consistency boundary: the unit that a command loads, changes and saves whole.</summary>
/// <remarks>Equality: by reference. The write path increases <see cref="Version"/>, the domain never does.</remarks>
public abstract class Aggregate
{
    /// <summary>The id, a Guid v7. The caller makes it, so that a repeated command is recognised.</summary>
    public Guid Id { get; protected init; }

    /// <summary>The version, which grows by one at each saved change. A command carries the version that its user saw.</summary>
    public int Version { get; private set; }
}

/// <summary>An entity that lives inside an <see cref="Aggregate"/>. A change to it also changes the root's version.</summary>
public interface IPartOf
{
    /// <summary>The id of the root.</summary>
    Guid RadiceId { get; }
}
