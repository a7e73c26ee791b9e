namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>The page of the requests that hold capacity of a Lotto, by age.</summary>
public sealed partial class PaginaInCorso
{
    private InCorsoView? InCorso { get; set; }

    protected override async Task LoadAsync() => InCorso = await Read<RichiesteInCorso, InCorsoView>(async q => await q.Run(Filter));
}
