using CigHub.Domain.Common;

namespace CigHub.Web.Features.Cruscotto.Amministratore;

/// <summary>
/// Lists the steps by which an office begins, with their state, while at least one is still to be done. It shows nothing afterwards.
/// </summary>
public sealed partial class PassiDaFare
{
    private IReadOnlyList<PassoDiAvvio>? Passi { get; set; }

    private string Fatti => Plural.Of(Passi!.Count(p => p.Fatto), "passo fatto", "passi fatti");

    protected override async Task LoadAsync() => Passi = await Read<PrimiPassi, IReadOnlyList<PassoDiAvvio>>(q => q.Run());
}
