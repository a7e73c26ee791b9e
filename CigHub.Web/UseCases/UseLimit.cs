using CigHub.Domain.Common;

namespace CigHub.Web.UseCases;

/// <summary>The refusal of a command or a query that its user made too often.</summary>
/// <param name="First">
/// Says whether this is the first refusal since the last call that was let through. The first one is worth an event, the others are not.
/// </param>
public sealed record UseRefused(Error Error, bool First);

/// <summary>
/// Limits how often a person runs commands and queries that cost much or take much data out of the app. It is asked after the permission
/// was checked.
/// </summary>
public interface IUseLimit
{
    /// <summary>Counts a command. Returns null when it may run, otherwise the refusal.</summary>
    UseRefused? Command<TCommand>(TCommand command, Actor actor)
        where TCommand : ICommand;

    /// <summary>Counts a query. Returns null when it may run, otherwise the refusal.</summary>
    UseRefused? Query<TQuery>(Actor actor)
        where TQuery : IQuery;
}
