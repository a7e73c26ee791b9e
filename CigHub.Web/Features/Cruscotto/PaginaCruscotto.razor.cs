using CigHub.Web.Features.Cruscotto.Operativo;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto;

/// <summary>
/// The first page, which answers the question «what do I do next?». It shows the Cruscotto of the user's role, because each role has other
/// work.
/// </summary>
public sealed partial class PaginaCruscotto
{
    /// <summary>
    /// The worklist that the address asks for: <see cref="CruscottoOperativo.Miei"/> or <see cref="CruscottoOperativo.DellEnte"/>. Null
    /// asks for the one that the user chose last.
    /// </summary>
    [SupplyParameterFromQuery]
    public string? Vista { get; set; }

    /// <summary>Loads nothing, because each part of the page loads its own data.</summary>
    protected override Task LoadAsync() => Task.CompletedTask;
}
