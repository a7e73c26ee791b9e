using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>The section of the fascicolo with the atti and their files. It asks for confirmation before it removes one.</summary>
public sealed partial class SezioneAtti
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    private DateOnly Today => Clock.Today();

    private bool MayChange => May<AggiungiAtto>(AzioneAffidamento.ModificaFascicolo);

    private bool MayRemove => May<RimuoviAtto>(AzioneAffidamento.ModificaFascicolo);

    private Task Remove(Guid attoId) => Act(new RimuoviAtto(Affidamento.Id, attoId, Affidamento.Version), OutcomeWords.AttoTolto);
}
