namespace CigHub.Domain.Common;

/// <summary>The root of a consistency boundary: the unit that a command loads, changes and saves whole.</summary>
/// <remarks>Equality: by reference. <see cref="Version"/> is bumped by the write path, never by the domain.</remarks>
public abstract class Aggregato
{
    /// <summary>Guid v7, made by the caller so that a repeated command is recognised.</summary>
    public Guid Id { get; protected init; }

    /// <summary>Grows by one at each saved change; a command carries the one that its user saw.</summary>
    public int Version { get; private set; }
}

/// <summary>An entity that lives inside an <see cref="Aggregato"/>: changing it changes the root's version.</summary>
public interface IParteDi
{
    /// <summary>The root's id.</summary>
    Guid RadiceId { get; }
}
