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
    public async Task Segui(Affidamento affidamento)
    {
        var alLavoro = affidamento.Stato == StatoAffidamento.CigInRichiesta && !InPausa;
        await lettura.Scrivi(actor, (own, serie) => alLavoro ? serie.Riprendi(own, affidamento.Id) : serie.Ferma(own));
        await Rileggi();
    }

    public Task Pausa()
    {
        InPausa = true;
        return lettura.Scrivi(actor, (own, serie) => serie.Ferma(own));
    }

    public Task Riprendi(Affidamento affidamento)
    {
        InPausa = false;
        return Segui(affidamento);
    }

    /// <summary>Puts an Affidamento off. Returns the next one, or null when none is left.</summary>
    public async Task<SerieRow?> Salta(Guid affidamentoId)
    {
        await lettura.Scrivi(actor, (own, serie) => serie.Salta(own, affidamentoId));
        await Rileggi();
        return Stato?.Prossima(affidamentoId);
    }

    private async Task Rileggi() => Stato = (await lettura.Leggi(actor)).TryGet(out var serie) ? serie : null;
}
