namespace CigHub.Web.Features.Spesa;

/// <summary>Page of a Responsabile: lists each Convenzione by its Residuo.</summary>
public sealed partial class Spesa
{
    private IReadOnlyList<VoceSpesa>? Voci { get; set; }

    protected override async Task Carica() =>
        Voci = await Leggi<SpesaPerConvenzione, IReadOnlyList<VoceSpesa>>(async q => await q.Esegui()) ?? [];
}
