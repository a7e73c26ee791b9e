using CigHub.Web.Components.Acting;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Componenti;

/// <summary>The base class of a page for engineers. Outside Development a circuit does not show it either, when its user goes there by a link.</summary>
public abstract class DevelopmentPage : PageWithUser
{
    [Inject]
    public required IHostEnvironment Host { get; init; }

    /// <summary>Says whether the page is shown.</summary>
    protected bool IsShown => User is not null && Host.IsDevelopment();

    protected override Task LoadAsync()
    {
        if (!Host.IsDevelopment())
        {
            Navigation.NotFound();
        }

        return Task.CompletedTask;
    }
}
