using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// Stands beside a form's button: the errors that no field shows, in full, and the fields that show one, each by a button that puts the cursor
/// there. The message of a field's error is not repeated here.
/// </summary>
public sealed partial class FormNotice
{
    private ModuloJs? _js;

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
        _js ??= new ModuloJs(Js, "bozza");
        await _js.Chiama("fuoco", field.Id);
    }
}
