using CigHub.Web.Components.Lists;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Componenti;

/// <summary>Shows the parts of a list that is declared once. Its views and columns are samples that no other page shows.</summary>
public sealed partial class CampioniDiElenco
{
    private readonly SampleFilter _filter = new();
    private readonly ListView<SampleItem> _view = ListSample.View;

    private int _perPage = 25;
    private string _widened = ColumnWidths.Written(ListSample.View.Widths);

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    private IReadOnlyDictionary<string, int> Widths => ColumnWidths.Read(_widened, _view.Shown);

    private void Widen(string change) => _widened = ColumnWidths.With(_widened, change);
}
