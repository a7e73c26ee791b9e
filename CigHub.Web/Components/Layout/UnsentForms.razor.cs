using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// A typed text that the browser has kept: the label of its field, the text, the instant of the last key, and the text that the field holds
/// now.
/// </summary>
public sealed record UnsentText(string Label, string Text, DateTimeOffset At, string Present);

/// <summary>
/// Protects text typed into forms until it is saved. It offers text that an earlier visit left in this browser, and asks before the user
/// leaves a page with unsaved text. After a save or a refusal, the page calls <see cref="Answered"/>.
/// </summary>
public sealed partial class UnsentForms : IAsyncDisposable
{
    private const int MaxOffers = 50;

    private readonly Lazy<DotNetObjectReference<UnsentForms>> _self;
    private IReadOnlyList<UnsentText> _offers = [];
    private JsModule? _module;
    private IDisposable? _leaving;
    private bool _dirty;

    public UnsentForms() => _self = new(() => DotNetObjectReference.Create(this));

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    /// <summary>The id of the person whose kept texts are offered.</summary>
    [Parameter, EditorRequired]
    public required Guid PersonaId { get; set; }

    [Parameter, EditorRequired]
    public required Outcomes Outcomes { get; set; }

    /// <summary>Records whether the page's forms hold unsaved text. <c>js/unsent-forms.js</c> calls it.</summary>
    [JSInvokable]
    public void SetDirty(bool dirty) => _dirty = dirty;

    /// <summary>Shows the kept texts of an earlier visit for the fields of this page. <c>js/unsent-forms.js</c> calls it.</summary>
    [JSInvokable]
    public void Offer(IReadOnlyList<UnsentText> offers)
    {
        _offers = [.. offers.Take(MaxOffers)];
        StateHasChanged();
    }

    /// <summary>Tells the browser whether the form that was sent last was saved or refused.</summary>
    public Task Answered(bool taken) => _dirty && _module is not null ? _module.Call("answered", taken) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _leaving?.Dispose();
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        if (_self.IsValueCreated)
        {
            _self.Value.Dispose();
        }
    }

    protected override void OnInitialized() => _leaving = Navigation.RegisterLocationChangingHandler(AskOnce);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _module = new JsModule(Js, "unsent-forms");
            await _module.Call("watch", _self.Value, PersonaId);
        }
        catch (JSDisconnectedException)
        {
            // The user has left the page already.
        }
    }

    /// <summary>
    /// Stops a navigation until the user has decided about the unsaved text. A change of the query alone (a filter, a tab) passes, because
    /// the forms stay on the page.
    /// </summary>
    private ValueTask AskOnce(LocationChangingContext context)
    {
        var target = Navigation.ToAbsoluteUri(context.TargetLocation);
        if (_dirty && target.AbsolutePath != new Uri(Navigation.Uri).AbsolutePath)
        {
            context.PreventNavigation();
            _ = InvokeAsync(() => AskAndGo(context.TargetLocation));
        }

        return ValueTask.CompletedTask;
    }

    private async Task AskAndGo(string target)
    {
        const string question = "Hai scritto testo che non hai ancora salvato. Se lasci la pagina resta in questo browser, e ti sarà riproposto quando torni.";
        if (await Dialogs.ShowMessageBoxAsync("Lasciare la pagina?", question, yesText: "Lascia la pagina", cancelText: "Resta qui") == true)
        {
            await _module!.Call("leave");
            _dirty = false;
            Navigation.NavigateTo(target);
        }
    }

    private async Task Restore()
    {
        var restored = _offers.Count;
        var over = _offers.Any(o => o.Present.Length > 0) ? ", al posto di ciò che c'era" : "";
        _offers = [];
        await _module!.Call("restore");
        Outcomes.Say(
            $"{Plural.Word(restored, "Ripreso", "Ripresi")} {Plural.Of(restored, "testo", "testi")}{over}: "
            + $"{Plural.Word(restored, "controllalo e salva", "controllali e salva")}.");
    }

    private async Task Discard()
    {
        _offers = [];
        await _module!.Call("discard");
    }
}
