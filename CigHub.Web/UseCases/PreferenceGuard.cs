using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// Decides who may write data that are not business data: preferences, the series, and the position and ticks of a request. It checks each
/// write against the database, whatever the page showed, because a browser can be made to send any message.
/// </summary>
/// <remarks>
/// A store of preferences takes a permit, and only this class makes permits. Nothing here is an event. A refusal is a line of the log.
/// </remarks>
public sealed class PreferenceGuard(IServiceScopeFactory scopes, ILogger<PreferenceGuard> log)
{
    /// <summary>The error for a user who tries to move the request of another RUP.</summary>
    public static readonly Error NotTheRup = new(
        "richiesta.solo-il-rup",
        "Questa richiesta la porta avanti solo il suo RUP, con il proprio SPID: tu puoi leggerla. "
        + "Se subentri tu, registra prima la Sostituzione RUP.");

    /// <summary>The error for a value that the request does not carry.</summary>
    public static readonly Error UnknownValue = new(
        "richiesta.valore-sconosciuto",
        "Questo valore non fa parte della richiesta: ricarica la pagina e copia i valori mostrati.");

    /// <summary>The error for a write to a request that is not, or no longer, open.</summary>
    public static readonly Error NotOpen = new(
        "richiesta.non-in-corso",
        "Per questo affidamento non c'è (più) una richiesta in corso: ricarica la pagina per vedere a che punto è.");

    /// <summary>Returns the permit to write the actor's own preferences. Refuses it when the actor does not hold the permission.</summary>
    public async Task<Result<OwnPreferences>> Own(Actor actor, Permission permission, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Authorizer>().Allows(actor, permission, ct)
            ? new OwnPreferences(actor.PersonaId)
            : Refuse<OwnPreferences>(actor, Guid.Empty, Authorizer.Denied);
    }

    /// <summary>
    /// Writes preferences of the actor's own, if the actor holds the permission. A fault of the storage becomes a refusal.
    /// </summary>
    public Task<Result> Own(Actor actor, Permission permission, Func<OwnPreferences, Task> write) => Saved(async () =>
    {
        var permit = await Own(actor, permission);
        if (!permit.TryGet(out var own))
        {
            return Result.Refused(permit.Errors);
        }

        await write(own);
        return Result.Ok;
    });

    /// <summary>
    /// Runs a write that has asked for its permit. A fault of the storage (full, locked, read-only) becomes a refusal with an Italian
    /// sentence.
    /// </summary>
    public async Task<Result> Saved(Func<Task<Result>> write)
    {
        try
        {
            return await write();
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            log.LogError(e, "A preference was not saved: {Code}", fault.Code);
            return fault.NotSaved;
        }
    }

    /// <summary>Returns the permit for the RUP, or a delegate, to move the open request to a step.</summary>
    public Task<Result<RequestStep>> Step(Actor actor, Guid affidamentoId, int passo) => Request(
        actor,
        affidamentoId,
        AttoDelegabile.OperareSulPortale,
        request => request.Guide.PuoStareA(passo, request.RilettoIl),
        () => new RequestStep(affidamentoId, passo));

    /// <summary>Returns the permit for the RUP, or a delegate, to tick a value of the open request.</summary>
    public Task<Result<RequestTick>> Tick(Actor actor, Guid affidamentoId, string chiave) => Request(
        actor,
        affidamentoId,
        AttoDelegabile.OperareSulPortale,
        request => request.Guide.Conosce(chiave) ? Result.Ok : UnknownValue,
        () => new RequestTick(affidamentoId, chiave));

    /// <summary>Returns the permit for the RUP to start the open request again from its first step.</summary>
    public Task<Result<RequestRestart>> Restart(Actor actor, Guid affidamentoId) =>
        Request(actor, affidamentoId, null, _ => Result.Ok, () => new RequestRestart(affidamentoId));

    private async Task<Result<T>> Request<T>(
        Actor actor, Guid affidamentoId, AttoDelegabile? atto, Func<(GuidaPortale Guide, DateTime? RilettoIl), Result> judge,
        Func<T> permit)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<Authorizer>().Allows(actor, Permission.RichiediCig, default))
        {
            return Refuse<T>(actor, affidamentoId, Authorizer.Denied);
        }

        scope.ServiceProvider.GetRequiredService<Ambito>().OpenFor(actor);
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        if (await db.Affidamenti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == affidamentoId) is not { } affidamento)
        {
            return Refuse<T>(actor, affidamentoId, CommandRunner.NotFound);
        }

        var delegata = await scope.ServiceProvider.GetRequiredService<DelegaRights>().Refuses(actor, atto, affidamentoId, default);
        if ((delegata ?? (actor.PerConto == affidamento.RupId ? null : NotTheRup)) is { } no)
        {
            return Refuse<T>(actor, affidamentoId, no);
        }

        if (affidamento.Stato != StatoAffidamento.CigInRichiesta)
        {
            return NotOpen;
        }

        // The lists decide only how the values are shown, not which values there are. So the shipped lists are enough.
        var guide = new GuidaPortale(await db.PassiDi(affidamento), affidamento.Bozza, affidamento.Importo, ListeAnac.Fornite);
        return judge((guide, affidamento.RilettoIl)) is { IsSuccess: false } refused ? Result<T>.Refused(refused.Errors) : permit();
    }

    private Error Refuse<T>(Actor actor, Guid affidamentoId, Error error)
    {
        log.LogWarning("Refused to write {What} of {Affidamento} for {Persona}: {Code}", typeof(T).Name, affidamentoId, actor.PersonaId, error.Code);
        return error;
    }
}
