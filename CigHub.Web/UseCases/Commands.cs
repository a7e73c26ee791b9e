using CigHub.Domain.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>A request to change business data. One file holds the command, its <c>Rules</c> and its <c>Handler</c>.</summary>
public interface ICommand
{
    /// <summary>The permission that the actor needs. A command without it does not compile.</summary>
    static abstract Permission Requires { get; }
}

/// <summary>
/// A command on an existing Affidamento. The runner checks that the Affidamento belongs to the actor's Ente before the handler sees the
/// command.
/// </summary>
public interface IOnAffidamento
{
    Guid AffidamentoId { get; }
}

/// <summary>A command that is refused when somebody else saved first. It carries the version that its user saw.</summary>
/// <remarks>Commands implement <see cref="IVersioned{TRoot}"/>.</remarks>
public interface IVersioned
{
    Guid RootId { get; }

    int Version { get; }

    /// <summary>Returns the current version of the root, or null when the actor of the command finds no such root.</summary>
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

/// <summary>Handles a command: loads the aggregate, calls a method on it and names the events. It never saves.</summary>
public interface ICommandHandler<in TCommand>
    where TCommand : ICommand
{
    Task<Result<Events>> Handle(TCommand command, Actor actor, CancellationToken ct);
}

/// <summary>Names commands as the registro stores them. A stored name never changes, whatever the C# type is called.</summary>
public interface ICommandNames
{
    /// <summary>Returns the stored name of a command.</summary>
    /// <exception cref="InvalidOperationException">The command is not listed.</exception>
    string NameOf(Type command);
}
