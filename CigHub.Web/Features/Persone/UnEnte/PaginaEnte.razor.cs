using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>Page of an Ente: its data and its people. An Amministratore closes and reopens it here.</summary>
public sealed partial class PaginaEnte
{
    [Parameter]
    public Guid Id { get; set; }

    private EnteDetails? Scheda { get; set; }

    private bool Gestisce => Utente!.Puo(Permission.GestisciCatalogo);

    private string? Dal { get; set; }

    protected override async Task Carica()
    {
        Scheda = await Leggi<DettaglioEnte, EnteDetails>(q => q.Esegui(Id, Utente!.Attore));
        Dal ??= Scheda is null ? null : RomeTime.Testo(Scheda.Oggi);
    }

    private Task Chiudi() => Act(new ChiudiEnte(Id, Dal, Scheda!.Ente.Version), OfficeOutcomeWords.EnteChiuso);

    private Task Riapri() => Act(new RiapriEnte(Id, Scheda!.Ente.Version), OfficeOutcomeWords.EnteRiaperto);
}
