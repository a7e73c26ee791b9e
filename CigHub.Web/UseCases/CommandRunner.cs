using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Data.Registro;
using CigHub.Web.Data.Sqlite;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// Runs commands, the only way in which users change business data. Each runs in a scope and an immediate transaction of its own: it is
/// authorized, validated and handled, its events are appended, and all is committed. Several parts of a circuit may call it at once.
/// </summary>
public sealed partial class CommandRunner(GatedWrites writes, ILogger<CommandRunner> log)
{
    private const int Attempts = 3;

    /// <summary>The error for data that do not exist or belong to another Ente. It is the same in both cases.</summary>
    public static readonly Error NotFound = new("dati.non-trovato", "Non trovato: l'elemento non esiste, o non è del tuo Ente. Torna all'elenco e riprova.");

    public Task<Result<Receipt>> Run<TCommand>(TCommand command, Actor actor, CancellationToken ct = default)
        where TCommand : ICommand => CommandMeasures.Around(
            typeof(TCommand).Name, () => writes.InTurn(turn => InTurn(turn, command, actor, ct), ct), r => r.IsSuccess);

    private async Task<Result<Receipt>> InTurn<TCommand>(WriteTurn turn, TCommand command, Actor actor, CancellationToken ct)
        where TCommand : ICommand
    {
        for (var tentativo = 1; ; tentativo++)
        {
            await using var write = turn.Open(ambito => ambito.OpenFor(actor));
            try
            {
                return await write.Commit(w => Once(w, command, actor, ct), ct);
            }
            catch (DbUpdateConcurrencyException e) when (tentativo < Attempts && e.Entries.All(x => x.Entity is not Aggregate))
            {
                // Another process moved the totals or the registro's head between our read and our write, so read again.
            }
            catch (DbUpdateConcurrencyException)
            {
                return await write.Services.GetRequiredService<LastChanges>().Refusal(command, ct);
            }
            catch (DbUpdateException e) when (Constraints.Fired(e))
            {
                return await Constraints.Explain(e, ct);
            }
            catch (Exception e) when (StorageFault.Of(e) is { } fault)
            {
                NotSaved(typeof(TCommand).Name, fault.Code, e);
                return fault.NotSaved;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Command} was not saved: {Code}")]
    private partial void NotSaved(string command, string code, Exception cause);

    /// <summary>
    /// Makes one attempt at a command. A refusal that must leave an event is committed like an act. Any other refusal commits nothing.
    /// </summary>
    private static async Task<Result<Receipt>> Once<TCommand>(GatedWrite write, TCommand command, Actor actor, CancellationToken ct)
        where TCommand : ICommand
    {
        var services = write.Services;
        var authorizer = services.GetRequiredService<Authorizer>();
        var standing = command is IOnAffidamento su
            ? await authorizer.On(su.AffidamentoId, actor, TCommand.Requires, ct)
            : new Standing(await authorizer.Allows(actor, TCommand.Requires, ct), true, null);
        if (!standing.Allowed || !standing.OwnEnte)
        {
            await Negata(Azioni.AccessoNegato);
            return standing.Allowed ? NotFound : Authorizer.Denied;
        }

        var delegata = await services.GetRequiredService<DelegaRights>()
            .Refuses(actor, TCommand.Delegabile, (command as IOnAffidamento)?.AffidamentoId, ct);
        if (delegata is { } no)
        {
            await Negata(Azioni.AccessoNegato);
            return no;
        }

        if (command is IOnAffidamento on and not IAllowedInConflict && TCommand.Requires.KindOf() == PermissionKind.Affidamenti
            && await services.GetRequiredService<ConflictGuard>().Refusal(on.AffidamentoId, actor, ct) is { } inConflict)
        {
            await Negata(Azioni.AccessoNegato);
            return inConflict;
        }

        if (services.GetRequiredService<IUseLimit>().Command(command, actor) is { } tooOften)
        {
            if (tooOften.First)
            {
                await Negata(Azioni.AccessoLimitato);
            }

            return tooOften.Error;
        }

        if (await Completeness<TCommand>.Errors(command, services.GetService<IValidator<TCommand>>(), ct) is { Count: > 0 } errori)
        {
            return Result<Receipt>.Refused(errori);
        }

        // Check the version before the handler runs: the domain's words about a state that the user has not seen would only confuse.
        if (command is IVersioned seen && await Present(seen) is { } present && present != seen.Version)
        {
            return new StaleEdit(await services.GetRequiredService<LastChanges>().Of(seen.RootId, ct), present);
        }

        var esito = await services.GetRequiredService<ICommandHandler<TCommand>>().Handle(command, actor, ct);
        if (!esito.IsSuccess)
        {
            return Result<Receipt>.Refused(esito.Errors);
        }

        var attore = new Attore(actor.PersonaId, NomiRegistrati.Valore(actor.Ruolo), actor.EnteId);
        return await write.Save.Save(esito.Value.Under(actor.Delega?.Id), attore, command as IVersioned, ct);

        Task<int?> Present(IVersioned seen) =>
            seen is IVersioned<Affidamento> && standing.Version is not null && seen.RootId == (command as IOnAffidamento)?.AffidamentoId
                ? Task.FromResult(standing.Version)
                : seen.PresentVersion(write.Db, ct);

        Task Negata(string azione) =>
            write.Save.Denied(command, services.GetRequiredService<ICommandNames>().NameOf(typeof(TCommand)), actor, azione, ct);
    }
}
