using CigHub.Web.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Revisione.Correttive;

/// <summary>
/// The part of the Cruscotto that lists the corrective actions that the user still has to take. It shows nothing when there are none.
/// </summary>
public sealed partial class AzioniNelCruscotto
{
    private ListPage<AzioneShown>? Aperte { get; set; }

    protected override async Task LoadAsync() => Aperte = User!.May(Permission.RispondiAudit)
        ? await Read<AzioniDaAudit, ListPage<AzioneShown>>(async q => await q.Run(Actor, daAttuare: true))
        : null;
}
