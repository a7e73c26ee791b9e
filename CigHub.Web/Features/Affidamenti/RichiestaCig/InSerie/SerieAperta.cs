using CigHub.Domain.Affidamenti;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>A person's series while a panel is open on it: what is being worked on, paused, put off.</summary>
public sealed class SerieAperta(LettoreSerie lettura, Actor actor)
{
    /// <summary>Null where she may not ask for a CIG.</summary>
    public SerieInCorso? Stato { get; private set; }

    public bool InPausa { get; private set; }

    /// <summary>The panel stands on this one: its time runs while its request is open, and no other's does.</summary>
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

    /// <summary>Puts it off; gives the next one.</summary>
    public async Task<VoceInSerie?> Salta(Guid affidamentoId)
    {
        await lettura.Scrivi(actor, (own, serie) => serie.Salta(own, affidamentoId));
        await Rileggi();
        return Stato?.Prossima(affidamentoId);
    }

    private async Task Rileggi() => Stato = (await lettura.Leggi(actor)).TryGet(out var serie) ? serie : null;
}
