using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>The banner about the data for those who keep them: a registro that is not the one remembered, a damaged page, a backup that failed.</summary>
public sealed partial class AvvisoDati : IDisposable
{
    private IReadOnlyList<string> _sentences = [];

    [Inject]
    public required IDataNotices Notices { get; init; }

    public void Dispose() => Notices.Changed -= Reread;

    protected override async Task OnInitializedAsync()
    {
        Notices.Changed += Reread;
        _sentences = await Notices.Current();
    }

    private void Reread() => InvokeAsync(async () =>
    {
        _sentences = await Notices.Current();
        StateHasChanged();
    });
}
