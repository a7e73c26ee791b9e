using CigHub.Domain.Registro;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>An act without an authorized actor, such as a sign-in, with the actor under whom the registro records it.</summary>
/// <param name="Esito">The outcome. A denied act changes nothing and has one event.</param>
public sealed record DoorAct(Attore Actor, Events Events, EsitoEvento Esito = EsitoEvento.Ok);

/// <summary>The value for the caller of <see cref="DoorWriter"/>, and the acts to save. Without acts nothing is saved.</summary>
public sealed record DoorAnswer<T>(T Value, params IReadOnlyList<DoorAct> Acts);

/// <summary>
/// Writes acts for which there is no authorized actor yet: a person signs in, is refused, signs out, or asks for access. It uses the same
/// gate, transaction and events as a command.
/// </summary>
public sealed class DoorWriter(GatedWrites writes)
{
    /// <param name="lavoro">The work, whose changes are saved with the first act.</param>
    public Task<T> Write<T>(Func<CigHubDbContext, Task<DoorAnswer<T>>> lavoro, CancellationToken ct = default) => writes.Run(
        ambito => ambito.OpenForSystem(),
        async write =>
        {
            var risposta = await lavoro(write.Db);
            foreach (var atto in risposta.Acts)
            {
                if (atto.Esito == EsitoEvento.Negato)
                {
                    await write.Save.Denied(atto.Events.List[0], atto.Actor, ct);
                }
                else
                {
                    await write.Save.Save(atto.Events, atto.Actor, null, ct);
                }
            }

            return risposta.Value;
        },
        ct);
}
