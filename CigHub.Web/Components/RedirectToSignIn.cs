using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components;

/// <summary>Shows nothing. It leads a user who is not signed in to the sign-in page, and back to this address afterwards.</summary>
public sealed class RedirectToSignIn : ComponentBase
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized() =>
        Navigation.NavigateTo(AppRoutes.AccediPer("/" + Navigation.ToBaseRelativePath(Navigation.Uri)), forceLoad: true);
}
