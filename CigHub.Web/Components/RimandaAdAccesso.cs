using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components;

/// <summary>Shows nothing: leads whoever is not signed in (any more) to the sign-in page, and back here afterwards.</summary>
public sealed class RimandaAdAccesso : ComponentBase
{
    [Inject]
    public required NavigationManager Navigazione { get; init; }

    protected override void OnInitialized() =>
        Navigazione.NavigateTo(AppRoutes.AccediPer("/" + Navigazione.ToBaseRelativePath(Navigazione.Uri)), forceLoad: true);
}
