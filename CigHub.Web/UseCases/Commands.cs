using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>A request to change business data. One source file holds the command, its <c>Rules</c> and its <c>Handler</c>.</summary>
public interface ICommand
{
    /// <summary>The permission that the actor needs to run the command.</summary>
    static abstract Permission Requires { get; }

    /// <summary>
    /// The kind of act that the command is for a delega. Null, unless the command says otherwise: then nobody may delegate it, so that no
    /// command can be delegated because it was forgotten.
    /// </summary>
    static virtual AttoDelegabile? Delegabile => null;
}

/// <summary>
/// A command on an existing Affidamento. The runner checks that the Affidamento belongs to the actor's Ente before the handler sees the
/// command.
/// </summary>
public interface IOnAffidamento
{
    Guid AffidamentoId { get; }
}

/// <summary>
/// A command on an Affidamento that changes it, and that a person in conflict of interest may run all the same. The runner refuses any other
/// such command to a person in conflict.
/// </summary>
public interface IAllowedInConflict : IOnAffidamento;

/// <summary>A command that carries the version its user saw, and that is refused when somebody else has saved a newer version.</summary>
/// <remarks>Commands implement <see cref="IVersioned{TRoot}"/>.</remarks>
public interface IVersioned
{
    Guid RootId { get; }

    int Version { get; }

    /// <summary>
    /// Returns the current version of the aggregate that the command changes, or null when the actor finds no such aggregate.
    /// </summary>
    internal Task<int?> PresentVersion(CigHubDbContext db, CancellationToken ct);
}

/// <summary>A command on one aggregate, with the version that its user saw.</summary>
/// <typeparam name="TRoot">The kind of aggregate.</typeparam>
public interface IVersioned<TRoot> : IVersioned
    where TRoot : Aggregate
{
    // This query runs before every such command, so it is compiled once.
    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<int?>> _version = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => db.Set<TRoot>().Where(r => r.Id == id).Select(r => (int?)r.Version).SingleOrDefault());

    Task<int?> IVersioned.PresentVersion(CigHubDbContext db, CancellationToken ct) => _version(db, RootId, ct);
}

/// <summary>Handles one type of command: loads the aggregate, calls a method on it and returns the events. It never saves.</summary>
public interface ICommandHandler<in TCommand>
    where TCommand : ICommand
{
    Task<Result<Events>> Handle(TCommand command, Actor actor, CancellationToken ct);
}

/// <summary>
/// Gives commands the names under which the registro stores them. A stored name never changes, whatever the C# type is called.
/// </summary>
public interface ICommandNames
{
    /// <summary>Returns the stored name of a type of command.</summary>
    /// <exception cref="InvalidOperationException">The command is not listed.</exception>
    string NameOf(Type command);
}
