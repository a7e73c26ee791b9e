using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>
/// The part of the Cruscotto that lists the declared conflicts of interest about which the user may decide. It shows nothing when there are
/// none. One conflict at a time is open for the decision.
/// </summary>
public sealed partial class ConflittiNelCruscotto
{
    private IReadOnlyList<ConflittoRow>? Conflitti { get; set; }

    private Guid? Aperto { get; set; }

    protected override async Task LoadAsync() =>
        Conflitti = User!.May(Permission.DecidiConflitti)
            ? await Read<ConflittiDaDecidere, IReadOnlyList<ConflittoRow>>(async q => await q.Run(User!.Actor))
            : null;
}
