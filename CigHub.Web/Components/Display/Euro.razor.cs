using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>An amount, <c>1.234,50 €</c>, never broken over two lines, in figures of one width; a table's cell that holds one aligns right.</summary>
public sealed partial class Euro
{
    /// <summary>Null: not known (yet), shown as a dash and read as «non indicato».</summary>
    [Parameter, EditorRequired]
    public Importo? Importo { get; set; }
}
