using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// A page behind the sign-in, or a part of such a page that reads by itself. It knows its user, asks queries, runs commands, and keeps the
/// errors of both.
/// </summary>
public abstract class PageWithUser : ActingComponent
{
    private string? _address;

    [Inject]
    public required UserSession Session { get; init; }

    [Inject]
    public required QueryReader Reader { get; init; }

    /// <summary>The user; null until the session is read.</summary>
    protected CurrentUser? User { get; private set; }

    protected sealed override Actor Actor => User!.Actor;

    /// <summary>The errors of the last reading. They are cleared when the page reads again.</summary>
    protected IReadOnlyList<Error> ReadErrors { get; set; } = [];

    /// <summary>The errors of reading and of acting, for a page that shows both in one place.</summary>
    protected IReadOnlyList<Error> Errors => [.. ReadErrors, .. ActErrors];

    protected override async Task OnInitializedAsync()
    {
        User = await Session.Current();
        if (User is null)
        {
            Navigation.NavigateTo(AppRoutes.NonAbilitato, forceLoad: true);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (User is null)
        {
            return;
        }

        // A part is drawn again with its page. Clear the errors of the last act only when the address changes.
        if (_address != Navigation.Uri)
        {
            (_address, ActErrors) = (Navigation.Uri, []);
        }

        await Reload();
    }

    /// <summary>Reads the data that the page shows. Only <see cref="Reload"/> calls it.</summary>
    protected abstract Task LoadAsync();

    protected sealed override Task Reload()
    {
        ReadErrors = [];
        return LoadAsync();
    }

    /// <summary>Asks a query and returns its answer.</summary>
    /// <returns>The answer; null when the query is refused or its subject is not there (see <see cref="ReadErrors"/>).</returns>
    protected async Task<T?> Read<TQuery, T>(Func<TQuery, Task<T?>> domanda)
        where TQuery : class, IQuery
        where T : class
    {
        var esito = await Reader.Read(Actor, domanda);
        ReadErrors = [.. ReadErrors, .. esito.Errors];
        return esito.IsSuccess ? esito.Value : null;
    }

    /// <summary>Reads again after an act of a part of the page, and shows the errors of the act.</summary>
    protected async Task PartActed(IReadOnlyList<Error> errors)
    {
        await Reload();
        ActErrors = errors;
    }
}
