namespace CigHub.Web.Features.Spesa;

/// <summary>The page of the spending: a table of all Convenzioni with their totals, the smallest Residuo first.</summary>
public sealed partial class PaginaSpesa
{
    private IReadOnlyList<SpesaRow>? Voci { get; set; }

    protected override async Task LoadAsync() =>
        Voci = await Read<SpesaPerConvenzione, IReadOnlyList<SpesaRow>>(async q => await q.Run()) ?? [];
}
