using CigHub.Domain.Registro;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>An act without an authorized actor, such as a sign-in, with the actor under whom the registro keeps it.</summary>
/// <param name="Esito">The outcome. A denied act changes nothing and has one event.</param>
public sealed record AttoAllaPorta(Attore Attore, Eventi Eventi, EsitoEvento Esito = EsitoEvento.Ok);

/// <summary>The answer to the caller, and the acts that come of it. Without acts nothing is saved.</summary>
public sealed record RispostaAllaPorta<T>(T Valore, params IReadOnlyList<AttoAllaPorta> Atti);

/// <summary>
/// Writes acts for which there is no actor to authorize yet: a person comes in, is refused, goes, or asks to be let in. It uses the same
/// gate, the same transaction and the same events as a command.
/// </summary>
public sealed class Portineria(GatedWrites writes)
{
    /// <param name="lavoro">The work, whose changes are saved with the first act.</param>
    public Task<T> Scrivi<T>(Func<CigHubDbContext, Task<RispostaAllaPorta<T>>> lavoro, CancellationToken ct = default) => writes.Run(
        ambito => ambito.ApriPerIlSistema(),
        async write =>
        {
            var risposta = await lavoro(write.Db);
            foreach (var atto in risposta.Atti)
            {
                if (atto.Esito == EsitoEvento.Negato)
                {
                    await write.Scrittura.Negata(atto.Eventi.Elenco[0], atto.Attore, ct);
                }
                else
                {
                    await write.Scrittura.Salva(atto.Eventi, atto.Attore, null, ct);
                }
            }

            return risposta.Valore;
        },
        ct);
}
