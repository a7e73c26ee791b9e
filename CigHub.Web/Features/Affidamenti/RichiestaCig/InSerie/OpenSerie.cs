using CigHub.Domain.Affidamenti;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>A user's series while a panel is open on it. It follows the request that the panel works on, pauses it and puts it off.</summary>
public sealed class OpenSerie(SerieReader lettura, Actor actor)
{
    /// <summary>The series as it stands. Null when the user may not ask for a CIG.</summary>
    public SerieInCorso? Stato { get; private set; }

    public bool InPausa { get; private set; }

    /// <summary>
    /// Follows the Affidamento on which the panel stands. Its time runs while its request is open and the series is not paused. No other
    /// time runs.
    /// </summary>
    public async Task Follow(Affidamento affidamento)
    {
        var alLavoro = affidamento.Stato == StatoAffidamento.CigInRichiesta && !InPausa;
        await lettura.Write(actor, (own, serie) => alLavoro ? serie.Resume(own, affidamento.Id) : serie.Pause(own));
        await ReadAgain();
    }

    public Task Pausa()
    {
        InPausa = true;
        return lettura.Write(actor, (own, serie) => serie.Pause(own));
    }

    public Task Resume(Affidamento affidamento)
    {
        InPausa = false;
        return Follow(affidamento);
    }

    /// <summary>Puts an Affidamento off. Returns the next one, or null when none is left.</summary>
    public async Task<SerieRow?> Skip(Guid affidamentoId)
    {
        await lettura.Write(actor, (own, serie) => serie.Skip(own, affidamentoId));
        await ReadAgain();
        return Stato?.Next(affidamentoId);
    }

    private async Task ReadAgain() => Stato = (await lettura.Read(actor)).TryGet(out var serie) ? serie : null;
}
