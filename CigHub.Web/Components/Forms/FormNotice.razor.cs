using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// Shows the errors of a form beside its button. Errors that no field shows stand here in full. Each field that shows an error is a button
/// that moves the cursor there. The message of such an error is not repeated here.
/// </summary>
public sealed partial class FormNotice
{
    private JsModule? _js;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required FormFields Fields { get; set; }

    [CascadingParameter]
    public IReadOnlyList<Error> Errors { get; set; } = [];

    private IReadOnlyList<Error> General => [.. Errors.Where(e => Fields.Find(e.Field) is null)];

    private IReadOnlyList<FormField> Wrong => [.. Errors.Select(e => Fields.Find(e.Field)).OfType<FormField>().Distinct()];

    public ValueTask DisposeAsync()
    {
        Fields.HasNotice = false;
        return _js?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    protected override void OnInitialized() => Fields.HasNotice = true;

    private async Task GoTo(FormField field)
    {
        _js ??= new JsModule(Js, "bozza");
        await _js.Call("fuoco", field.Id);
    }
}
