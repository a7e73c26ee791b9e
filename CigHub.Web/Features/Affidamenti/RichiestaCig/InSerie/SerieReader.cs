using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>Puts together the Affidamenti that a user chose for a series and their state now.</summary>
public sealed class SerieReader(SerieStore serie, QueryReader reader, PreferenceGuard guard, TimeProvider clock)
{
    /// <summary>Opens the actor's series for a panel that works through it.</summary>
    public OpenSerie Open(Actor actor) => new(this, actor);

    public async Task<Result<SerieInCorso>> Read(Actor actor)
    {
        var voci = await serie.Read(actor.PersonaId);
        var esito = await reader.Read<RichiesteDellaSerie, IReadOnlyDictionary<Guid, AffidamentoInSerie>>(
            actor, async q => await q.Run([.. voci.Select(v => v.AffidamentoId)]));
        return esito.TryGet(out var affidamenti)
            ? SerieInCorso.From(voci, affidamenti, clock.GetUtcNow().UtcDateTime)
            : Result<SerieInCorso>.Refused(esito.Errors);
    }

    /// <summary>
    /// Puts the Affidamenti that are ready, and that have the actor as RUP, into the actor's series. Null considers all of them. Returns
    /// how many are ready.
    /// </summary>
    public async Task<Result<int>> Add(Actor actor, IReadOnlyCollection<Guid>? tra)
    {
        var esito = await reader.Read<RichiesteDellaSerie, IReadOnlyList<Guid>>(actor, async q => await q.Pronti(actor.PersonaId, tra));
        if (!esito.TryGet(out var pronti))
        {
            return Result<int>.Refused(esito.Errors);
        }

        var aggiunti = await Write(actor, (own, righe) => righe.Add(own, pronti));
        return aggiunti.IsSuccess ? pronti.Count : Result<int>.Refused(aggiunti.Errors);
    }

    /// <summary>Changes the actor's own series. Refuses an actor who may not ask for a CIG.</summary>
    public Task<Result> Write(Actor actor, Func<OwnPreferences, SerieStore, Task> change) =>
        guard.Own(actor, Permission.RichiediCig, own => change(own, serie));
}
