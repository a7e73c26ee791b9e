using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// The base class of a page behind the sign-in, or of a part of one that reads its own data. It knows the user, runs queries and commands,
/// and keeps the errors of both.
/// </summary>
public abstract class PageWithUser : ActingComponent
{
    private readonly AsyncLocal<CancellationToken?> _ofThisLoad = new();
    private string? _address;

    [Inject]
    public required UserSession Session { get; init; }

    [Inject]
    public required QueryReader Reader { get; init; }

    /// <summary>The signed-in user, or null until the session has been read.</summary>
    protected CurrentUser? User { get; private set; }

    protected sealed override Actor Actor => User!.Actor;

    /// <summary>The errors of the queries of the last reading. They are cleared before the next reading.</summary>
    protected IReadOnlyList<Error> ReadErrors { get; set; } = [];

    /// <summary>The errors of queries and commands together, for a page that shows them in one place.</summary>
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

    /// <summary>
    /// Cancelled when nobody waits any more for what is being read: the user leaves, or the page reads anew, for example for another
    /// filter. Every <see cref="Read"/> has it by itself.
    /// </summary>
    protected CancellationToken Reading => _ofThisLoad.Value ?? Leaving;

    /// <summary>Reads the data that the page shows. Derived pages implement it, and only <see cref="Reload"/> calls it.</summary>
    protected abstract Task LoadAsync();

    protected sealed override Task Reload() => InPlaceOfTheLast(ct =>
    {
        (_ofThisLoad.Value, ReadErrors) = (ct, []);
        return LoadAsync();
    });

    /// <summary>Runs a query in the user's name and returns its answer.</summary>
    /// <returns>The answer; null when the query is refused or its subject is not there (see <see cref="ReadErrors"/>).</returns>
    protected async Task<T?> Read<TQuery, T>(Func<TQuery, Task<T?>> domanda)
        where TQuery : class, IQuery
        where T : class => Answer(await Reader.Read(Actor, domanda, Reading));

    /// <summary>Runs a long reading for which the user has asked, for example a verification. No time limit stops it.</summary>
    /// <inheritdoc cref="Read"/>
    protected async Task<T?> ReadLong<TQuery, T>(Func<TQuery, Task<T?>> domanda)
        where TQuery : class, IQuery
        where T : class => Answer(await Reader.ReadLong(Actor, domanda, Reading));

    private T? Answer<T>(Result<T> esito)
        where T : class
    {
        ReadErrors = [.. ReadErrors, .. esito.Errors];
        return esito.IsSuccess ? esito.Value : null;
    }

    /// <summary>Reads the page's data again after a command of one of its parts, and shows the errors of that command.</summary>
    protected async Task PartActed(IReadOnlyList<Error> errors)
    {
        await Reload();
        ActErrors = errors;
    }
}
