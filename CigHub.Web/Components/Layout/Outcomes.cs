using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Holds the sentence about what the last action did and what comes next. A page sets it, and the layout shows it until the user goes to
/// another page or does something else. Each layout has one object of this class.
/// </summary>
public sealed class Outcomes
{
    private bool _goesAlong;

    /// <summary>The sentence about the last action, or null when there is none.</summary>
    public string? Text { get; private set; }

    /// <summary>A link beside the sentence, to where the action can be taken back or gone on with. Null when there is none.</summary>
    public (string Words, string Address)? Link { get; private set; }

    public event Action? Changed;

    public void Say(string? text, (string Words, string Address)? link = null)
    {
        (Text, Link, _goesAlong) = (text, link, false);
        Changed?.Invoke();
    }

    /// <summary>Goes to another page and keeps the present sentence visible there.</summary>
    public void GoOn(NavigationManager navigation, string address)
    {
        _goesAlong = Text is not null;
        navigation.NavigateTo(address);
    }

    /// <summary>Clears the sentence after the address has changed, unless <see cref="GoOn"/> has caused the change.</summary>
    public void Arrived()
    {
        if (!_goesAlong)
        {
            (Text, Link) = (null, null);
        }

        _goesAlong = false;
        Changed?.Invoke();
    }
}
