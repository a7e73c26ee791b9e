using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// Lists the errors of a form next to its save button. An error without a field is shown in full. For a field with an error there is a
/// button that moves the cursor to the field, which shows the message.
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
