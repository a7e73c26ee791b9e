using CigHub.Domain.Registro;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>What happened at the door, and as whose act the registro keeps it.</summary>
/// <param name="Esito">A denied act changes nothing: it has one event.</param>
public sealed record AttoAllaPorta(Attore Attore, Eventi Eventi, EsitoEvento Esito = EsitoEvento.Ok);

/// <summary>What somebody at the door is answered, and the acts that come of it; without acts nothing is saved.</summary>
public sealed record RispostaAllaPorta<T>(T Valore, params IReadOnlyList<AttoAllaPorta> Atti);

/// <summary>
/// Writes what happens before there is an actor to authorize: somebody comes in, is refused, goes, or asks to be let in. The same gate, the
/// same transaction and the same events as a command.
/// </summary>
public sealed class Portineria(GatedWrites writes)
{
    /// <param name="lavoro">Changes are saved with the first act.</param>
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
