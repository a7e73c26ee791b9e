using CigHub.Web.Features.Cruscotto.Operativo;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto;

/// <summary>The Cruscotto answers the question «what do I do next?». Each role has its own, because each role has other work.</summary>
public sealed partial class PaginaCruscotto
{
    /// <summary>
    /// The view asked for: <see cref="CruscottoOperativo.Miei"/> or <see cref="CruscottoOperativo.DellEnte"/>. Null shows the view chosen
    /// last.
    /// </summary>
    [SupplyParameterFromQuery]
    public string? Vista { get; set; }

    /// <summary>Loads nothing, because each part of the page loads its own data.</summary>
    protected override Task LoadAsync() => Task.CompletedTask;
}
