using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>The step at which a request on the portal stands, and the values that were copied.</summary>
/// <param name="Passo">The number of the step, from 1.</param>
public sealed record PercorsoState(int Passo, IReadOnlySet<string> Copiati);

/// <summary>
/// Keeps the position of a request, so that it is resumed on any computer. Every change passes <see cref="PreferenceGuard"/>: only the
/// request's RUP moves it, and only within its percorso. The position is a help and not business data, so it leaves no event.
/// </summary>
/// <remarks>Reading here does not check the Ente. Callers have read the Affidamento through its query first.</remarks>
public sealed class RequestProgress(RequestPositions positions, PreferenceGuard guard)
{
    public async Task<PercorsoState> Read(Guid affidamentoId)
    {
        var (passo, copiati) = await positions.Read(affidamentoId);
        return new PercorsoState(passo, copiati);
    }

    /// <summary>
    /// Moves the request from the step that the tab shows. A tab that shows an older step changes nothing and is told where the request
    /// stands.
    /// </summary>
    public Task<Result> VaiA(Actor actor, Guid affidamentoId, int mostrato, int passo) => guard.Saved(async () =>
    {
        var esito = await guard.Step(actor, affidamentoId, passo);
        if (!esito.TryGet(out var step))
        {
            return Result.Refused(esito.Errors);
        }

        if (await positions.Move(step, mostrato))
        {
            return Result.Ok;
        }

        var attuale = (await positions.Read(affidamentoId)).Passo;
        return attuale == passo
            ? Result.Ok
            : new Error(
                "richiesta.altra-scheda",
                $"La richiesta è {(attuale > mostrato ? "andata avanti" : "tornata indietro")} in un'altra scheda: "
                + $"ora è al passo {attuale}, mostrato qui. Continua da questo, o chiudi una delle due schede.");
    });

    /// <summary>
    /// Ticks a value. A second tick changes nothing. A tick that the panel kept until the request was over changes nothing either.
    /// </summary>
    public Task<Result> Copiato(Actor actor, Guid affidamentoId, string chiave) => guard.Saved(async () =>
    {
        var esito = await guard.Tick(actor, affidamentoId, chiave);
        if (!esito.TryGet(out var tick))
        {
            return esito.Errors[0] == PreferenceGuard.NotOpen ? Result.Ok : Result.Refused(esito.Errors);
        }

        await positions.Tick(tick);
        return Result.Ok;
    });

    /// <summary>Puts a new request at the first step, with nothing copied.</summary>
    public Task<Result> StartOver(Actor actor, Guid affidamentoId) => guard.Saved(async () =>
    {
        var esito = await guard.Restart(actor, affidamentoId);
        if (!esito.TryGet(out var restart))
        {
            return Result.Refused(esito.Errors);
        }

        await positions.Restart(restart);
        return Result.Ok;
    });
}
