namespace CigHub.Web.Features.Convenzioni;

/// <summary>Where an adhesion begins: the Convenzioni, their Lotti and what is left of each.</summary>
public sealed partial class Convenzioni
{
    private IReadOnlyList<VoceConvenzione>? Voci { get; set; }

    protected override async Task Carica() =>
        Voci = await Leggi<ElencoConvenzioni, IReadOnlyList<VoceConvenzione>>(async q => await q.Esegui()) ?? [];
}
