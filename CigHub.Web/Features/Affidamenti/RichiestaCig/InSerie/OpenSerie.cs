using CigHub.Domain.Affidamenti;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>
/// The serie di richieste of a user while a panel works through it. Measures the time of the request in the panel, and pauses or skips
/// requests.
/// </summary>
public sealed class OpenSerie(SerieReader lettura, Actor actor)
{
    /// <summary>The series as last read. Null before the first read, and for a user who may not request a CIG.</summary>
    public SerieInCorso? Stato { get; private set; }

    public bool InPausa { get; private set; }

    /// <summary>
    /// Makes the Affidamento in the panel the one whose time runs. Its time runs only while its request is open and the series is not
    /// paused, and no other request's time runs meanwhile.
    /// </summary>
    public async Task Follow(Affidamento affidamento, CancellationToken ct)
    {
        var alLavoro = affidamento.Stato == StatoAffidamento.CigInRichiesta && !InPausa;
        await lettura.Write(actor, (own, serie) => alLavoro ? serie.Resume(own, affidamento.Id) : serie.Pause(own));
        await ReadAgain(ct);
    }

    public Task Pausa()
    {
        InPausa = true;
        return lettura.Write(actor, (own, serie) => serie.Pause(own));
    }

    public Task Resume(Affidamento affidamento, CancellationToken ct)
    {
        InPausa = false;
        return Follow(affidamento, ct);
    }

    /// <summary>Puts an Affidamento off to the end of the series. Returns the request that comes next, or null when none is left.</summary>
    public async Task<SerieRow?> Skip(Guid affidamentoId, CancellationToken ct)
    {
        await lettura.Write(actor, (own, serie) => serie.Skip(own, affidamentoId));
        await ReadAgain(ct);
        return Stato?.Next(affidamentoId);
    }

    private async Task ReadAgain(CancellationToken ct) => Stato = (await lettura.Read(actor, ct)).TryGet(out var serie) ? serie : null;
}
