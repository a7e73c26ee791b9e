using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>Puts together what the person chose and how the Affidamenti stand.</summary>
public sealed class LettoreSerie(SerieRichieste serie, Lettore lettore, TimeProvider clock)
{
    /// <summary>For a panel that works through it.</summary>
    public SerieAperta Apri(Actor actor) => new(serie, this, actor);

    public async Task<Result<SerieInCorso>> Leggi(Actor actor)
    {
        var voci = await serie.Leggi(actor.PersonaId);
        var esito = await lettore.Leggi<VociDiSerie, IReadOnlyDictionary<Guid, AffidamentoInSerie>>(actor, async q => await q.Esegui([.. voci.Select(v => v.AffidamentoId)]));
        return esito.TryGet(out var affidamenti) ? SerieInCorso.Da(voci, affidamenti, clock.GetUtcNow().UtcDateTime) : Result<SerieInCorso>.Refused(esito.Errors);
    }

    /// <summary>Puts those of them that are ready, and the actor's as RUP, into his series; null: all of his that are ready. Says how many.</summary>
    public async Task<Result<int>> Aggiungi(Actor actor, IReadOnlyCollection<Guid>? tra)
    {
        var esito = await lettore.Leggi<VociDiSerie, IReadOnlyList<Guid>>(actor, async q => await q.Pronti(actor.PersonaId, tra));
        if (!esito.TryGet(out var pronti))
        {
            return Result<int>.Refused(esito.Errors);
        }

        await serie.Aggiungi(actor.PersonaId, pronti);
        return pronti.Count;
    }
}
