using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// A file input that stays disabled until the circuit handles its events. A file chosen before that would be lost without a message.
/// </summary>
public sealed class FileBox : InputFile
{
    private bool _joined;

    [Parameter]
    public bool Disabled { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (firstRender)
        {
            _joined = true;
            StateHasChanged();
        }
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        AdditionalAttributes = new Dictionary<string, object>(AdditionalAttributes ?? new Dictionary<string, object>()) { ["disabled"] = Disabled || !_joined };
        base.BuildRenderTree(builder);
    }
}
