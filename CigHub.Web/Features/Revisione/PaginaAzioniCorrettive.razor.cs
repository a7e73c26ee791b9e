using CigHub.Web.Common;
using CigHub.Web.Features.Revisione.Correttive;

namespace CigHub.Web.Features.Revisione;

/// <summary>The page of the owner of corrective actions: each open one with the form of the reply.</summary>
public sealed partial class PaginaAzioniCorrettive
{
    private ListPage<AzioneShown>? Azioni { get; set; }

    protected override async Task LoadAsync() => Azioni = await Read<AzioniDaAudit, ListPage<AzioneShown>>(async q => await q.Run(Actor, daAttuare: false));
}
