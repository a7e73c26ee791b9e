using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>The position in a request on the portal: its step in the percorso, and the keys of the values that were copied.</summary>
/// <param name="Passo">The number of the step, from 1.</param>
public sealed record PercorsoState(int Passo, IReadOnlySet<string> Copiati);

/// <summary>
/// Stores the position in a request, so that the RUP can resume it on any computer. <see cref="PreferenceGuard"/> checks every change: only
/// the RUP of the request may move it, and only within its percorso. The position is no business data, so it leaves no event.
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
    /// Moves a request to the step <paramref name="passo"/>, from the step <paramref name="mostrato"/> that the browser tab shows. When
    /// another tab has moved it meanwhile, changes nothing and returns an error that says where the request is.
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
    /// Marks a value as copied. Marking it again changes nothing, and neither does a mark that arrives from the panel when the request is
    /// over already.
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

    /// <summary>Puts a request that has just started at the first step, with no value copied.</summary>
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
