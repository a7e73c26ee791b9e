using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnaConvenzione;

/// <summary>The page of a Convenzione: its rules for adhesions in words, and its Lotti with their Residuo.</summary>
public sealed partial class PaginaConvenzione
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private ConvenzioneRow? Voce { get; set; }

    private Convenzione Convenzione => Voce!.Convenzione;

    private bool MayManage => User!.May(Permission.GestisciCatalogo);

    /// <summary>Says whether to offer the page on which the user creates many Affidamenti on this Convenzione from a sheet.</summary>
    private bool InSerie =>
        Stato.LetsBegin(User!, Convenzione) && User!.Actor.EnteId is not null && Voce!.Lotti.Count > 0;

    private Apertura Stato => Apertura.Of(Convenzione, Clock.Today());

    protected override async Task LoadAsync() => Voce = await Read<DettaglioConvenzione, ConvenzioneRow>(q => q.Run(Id));

    private Task Chiudi() => Act(new ChiudiConvenzione(Id, Convenzione.Version), OfficeOutcomeWords.ConvenzioneChiusa);

    private Task Riapri() => Act(new RiapriConvenzione(Id, Convenzione.Version), OfficeOutcomeWords.ConvenzioneRiaperta);
}
