namespace CigHub.Web.Features.Spesa;

/// <summary>For a Responsabile: each Convenzione by what is left of it.</summary>
public sealed partial class Spesa
{
    private IReadOnlyList<VoceSpesa>? Voci { get; set; }

    protected override async Task Carica() =>
        Voci = await Leggi<SpesaPerConvenzione, IReadOnlyList<VoceSpesa>>(async q => await q.Esegui()) ?? [];
}
