using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Revisione.Correttive;

/// <summary>
/// The part of the Cruscotto that lists the corrective actions that the user still has to take. It shows nothing when there are none.
/// </summary>
public sealed partial class AzioniNelCruscotto
{
    private IReadOnlyList<AzioneShown>? Aperte { get; set; }

    protected override async Task LoadAsync()
    {
        var tutte = User!.May(Permission.RispondiAudit) ? await Read<AzioniDaAudit, IReadOnlyList<AzioneShown>>(async q => await q.Run(Actor)) : null;
        Aperte = tutte is null ? null : [.. tutte.Where(a => a.Constatazione.AttuataIl is null)];
    }
}
