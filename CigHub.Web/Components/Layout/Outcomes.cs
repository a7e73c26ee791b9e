using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// The sentence that says what the last action did and what comes next. A page or a part says it, the frame shows it until the person goes to
/// another page or does something else. One for each frame.
/// </summary>
public sealed class Outcomes
{
    private bool _goesAlong;

    /// <summary>Null: nothing to say.</summary>
    public string? Text { get; private set; }

    public event Action? Changed;

    public void Say(string? text)
    {
        (Text, _goesAlong) = (text, false);
        Changed?.Invoke();
    }

    /// <summary>Goes to a page that shows the sentence which was just said.</summary>
    public void GoOn(NavigationManager navigation, string address)
    {
        _goesAlong = Text is not null;
        navigation.NavigateTo(address);
    }

    /// <summary>The address has changed: only a sentence that was taken along stays.</summary>
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
