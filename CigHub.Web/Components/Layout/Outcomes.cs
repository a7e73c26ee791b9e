using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// The sentence that says what the last action did and what comes next. A page or a part sets it. The frame shows it until the user goes to
/// another page or does something else. Each frame has one.
/// </summary>
public sealed class Outcomes
{
    private bool _goesAlong;

    /// <summary>The sentence; null when there is none.</summary>
    public string? Text { get; private set; }

    public event Action? Changed;

    public void Say(string? text)
    {
        (Text, _goesAlong) = (text, false);
        Changed?.Invoke();
    }

    /// <summary>Goes to a page and keeps the present sentence there.</summary>
    public void GoOn(NavigationManager navigation, string address)
    {
        _goesAlong = Text is not null;
        navigation.NavigateTo(address);
    }

    /// <summary>Clears the sentence after a change of address, unless <see cref="GoOn"/> keeps it.</summary>
    public void Arrived()
    {
        if (!_goesAlong)
        {
            Text = null;
        }

        _goesAlong = false;
        Changed?.Invoke();
    }
}
