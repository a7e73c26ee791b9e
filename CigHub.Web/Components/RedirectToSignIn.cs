using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components;

/// <summary>Sends a user who is not signed in to the sign-in page, which leads back to this address. It shows nothing itself.</summary>
public sealed class RedirectToSignIn : ComponentBase
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized() =>
        Navigation.NavigateTo(AppRoutes.AccediPer("/" + Navigation.ToBaseRelativePath(Navigation.Uri)), forceLoad: true);
}
