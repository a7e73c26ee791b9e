using CigHub.Web.Features.Cruscotto.Operativo;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto;

/// <summary>What do I do next: one for each role, because each asks something else.</summary>
public sealed partial class Cruscotto
{
    /// <summary><see cref="CruscottoOperativo.Miei"/> or <see cref="CruscottoOperativo.DellEnte"/>; without it, what was chosen last.</summary>
    [SupplyParameterFromQuery]
    public string? Vista { get; set; }

    /// <summary>Each part reads its own.</summary>
    protected override Task Carica() => Task.CompletedTask;
}
