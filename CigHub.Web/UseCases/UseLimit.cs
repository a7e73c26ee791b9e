using CigHub.Domain.Common;

namespace CigHub.Web.UseCases;

/// <summary>The refusal of a command or a query that its user made too often.</summary>
/// <param name="First">True for the first refusal since the last call that was let through: one is worth an event, a hundred are not.</param>
public sealed record UseRefused(Error Error, bool First);

/// <summary>Limits how often a person runs what costs much or takes much away. Asked by the two doors after the permission.</summary>
public interface IUseLimit
{
    /// <summary>Counts a command; returns null when it may go on.</summary>
    UseRefused? Command<TCommand>(TCommand command, Actor actor)
        where TCommand : ICommand;

    /// <summary>Counts a query; returns null when it may go on.</summary>
    UseRefused? Query<TQuery>(Actor actor)
        where TQuery : IQuery;
}
