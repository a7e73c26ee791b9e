using CigHub.Domain.Common;
using CigHub.Web.Security;

namespace CigHub.Web.WritePath;

/// <summary>A wish to change business data. One file holds the command, its <c>Rules</c> and its <c>Handler</c>.</summary>
public interface ICommand
{
    /// <summary>Who may; a command without it does not compile.</summary>
    static abstract Permission Requires { get; }
}

/// <summary>A command on an existing Affidamento: the runner checks that it is of the actor's Ente before the handler sees it.</summary>
public interface ISuAffidamento
{
    Guid AffidamentoId { get; }
}

/// <summary>A command that must lose when somebody else saved first: it carries the version that its user saw.</summary>
public interface IVersionato
{
    Guid RadiceId { get; }

    int Version { get; }
}

/// <summary>Loads the aggregate, calls a method on it, names the events. It never saves.</summary>
public interface ICommandHandler<in TCommand>
    where TCommand : ICommand
{
    Task<Result<Eventi>> Handle(TCommand command, Actor actor, CancellationToken ct);
}
