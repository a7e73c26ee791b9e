using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Warns administrators and auditors that the data need attention: the registro was changed outside CigHub, a part of the database is
/// damaged, or a backup failed.
/// </summary>
public sealed partial class DataNotice : IDisposable
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
