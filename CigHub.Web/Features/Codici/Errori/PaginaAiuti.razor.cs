using CigHub.Domain.Codici;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Codici.Errori;

/// <summary>The page of the errors that the portal can answer to an AD4, each with its help. Every role may read it.</summary>
public sealed partial class PaginaAiuti
{
    private IReadOnlyList<AiutoErrore>? Aiuti { get; set; }

    /// <summary>Says whether the user may change the help.</summary>
    private bool May => User!.May(Permission.GestisciListe);

    protected override async Task LoadAsync() => Aiuti = await Read<ListaAiuti, IReadOnlyList<AiutoErrore>>(async q => await q.Run());
}
