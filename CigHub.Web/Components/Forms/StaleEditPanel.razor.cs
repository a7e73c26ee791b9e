using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>Shows, after a refused save, the data that another user saved first beside those typed here, and asks which to keep.</summary>
public sealed partial class StaleEditPanel
{
    /// <summary>The sentence that says which user saved first, and when.</summary>
    [Parameter, EditorRequired]
    public required string Reason { get; set; }

    [Parameter, EditorRequired]
    public required IForm Saved { get; set; }

    [Parameter, EditorRequired]
    public required IForm Mine { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Keep { get; set; }

    [Parameter, EditorRequired]
    public EventCallback StartOver { get; set; }

    /// <summary>
    /// Lists the fields whose texts differ between the saved form and the typed one. The fields of single rows are left out, because the
    /// forms may have different numbers of rows. Each form has one summary field for all its rows.
    /// </summary>
    internal static IReadOnlyList<(string Etichetta, string Salvato, string Mio)> Compare(IForm salvati, IForm miei) =>
    [
        .. from s in salvati.Values()
           where !s.Name.Contains('[')
           join m in miei.Values() on s.Name equals m.Name
           where s.Text != m.Text
           select (s.Label, s.Text, m.Text),
    ];
}
