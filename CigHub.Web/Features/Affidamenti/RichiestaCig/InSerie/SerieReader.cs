using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>
/// Reads and changes the serie di richieste of an actor. A series stores only ids, so reading joins them to the present state of the
/// Affidamenti.
/// </summary>
public sealed class SerieReader(SerieStore serie, QueryReader reader, PreferenceGuard guard)
{
    /// <summary>Returns the actor's series for a panel that works through it. Nothing is read yet.</summary>
    public OpenSerie Open(Actor actor) => new(this, actor);

    public async Task<Result<SerieInCorso>> Read(Actor actor, CancellationToken ct)
    {
        var voci = await serie.Read(actor.PersonaId);
        var esito = await reader.Read<RichiesteDellaSerie, IReadOnlyDictionary<Guid, AffidamentoInSerie>>(
            actor, async q => await q.Run([.. voci.Select(v => v.AffidamentoId)]), ct);
        return esito.TryGet(out var affidamenti)
            ? SerieInCorso.From(voci, affidamenti)
            : Result<SerieInCorso>.Refused(esito.Errors);
    }

    /// <summary>
    /// Adds to the actor's series the Affidamenti that are ready for the portal and have the actor as RUP. Takes only those among
    /// <paramref name="tra"/>, or all when it is null. Returns the number of them, also counting those that were in the series before.
    /// When not all of them fit, adds the first ones and returns an error that says how many were left out.
    /// </summary>
    public async Task<Result<int>> Add(Actor actor, IReadOnlyCollection<Guid>? tra, CancellationToken ct)
    {
        var esito = await reader.Read<RichiesteDellaSerie, IReadOnlyList<Guid>>(actor, async q => await q.Pronti(actor.PersonaId, tra), ct);
        if (!esito.TryGet(out var pronti))
        {
            return Result<int>.Refused(esito.Errors);
        }

        var aggiunti = await Write(actor, (own, righe) => righe.Add(own, pronti));
        if (!aggiunti.IsSuccess)
        {
            return Result<int>.Refused(aggiunti.Errors);
        }

        var fuori = pronti.Except((await serie.Read(actor.PersonaId)).Select(v => v.AffidamentoId)).Count();
        return fuori == 0 ? pronti.Count : new Error(
            "serie.piena",
            $"La serie è piena: contiene al massimo {Plural.Of(SerieStore.Max, "richiesta", "richieste")}, e "
                + $"{Plural.Of(fuori, "affidamento pronto è rimasto fuori", "affidamenti pronti sono rimasti fuori")}. "
                + "Gli altri sono in fila: quando ne hai completati o tolti alcuni, metti in fila anche questi.");
    }

    /// <summary>Runs a change of the actor's own series. Refuses an actor who may not request a CIG.</summary>
    public Task<Result> Write(Actor actor, Func<OwnPreferences, SerieStore, Task> change) =>
        guard.Own(actor, Permission.RichiediCig, own => change(own, serie));
}
