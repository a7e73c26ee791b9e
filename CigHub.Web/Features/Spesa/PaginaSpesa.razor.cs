namespace CigHub.Web.Features.Spesa;

/// <summary>Page of a Responsabile: lists each Convenzione by its Residuo.</summary>
public sealed partial class PaginaSpesa
{
    private IReadOnlyList<SpesaRow>? Voci { get; set; }

    protected override async Task LoadAsync() =>
        Voci = await Read<SpesaPerConvenzione, IReadOnlyList<SpesaRow>>(async q => await q.Run()) ?? [];
}
