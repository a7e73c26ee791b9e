using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>Shows the data that another user saved first beside the data typed here, and asks which to keep.</summary>
public sealed partial class StaleEditPanel
{
    /// <summary>The sentence that says which user saved first, and when.</summary>
    [Parameter, EditorRequired]
    public required string Motivo { get; set; }

    [Parameter, EditorRequired]
    public required IForm Salvati { get; set; }

    [Parameter, EditorRequired]
    public required IForm Miei { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Tieni { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Riparti { get; set; }

    /// <summary>
    /// Lists the fields that differ. Leaves out the fields of rows, because the rows of the two forms may differ in number. A summary of
    /// all rows covers them.
    /// </summary>
    internal static IReadOnlyList<(string Etichetta, string Salvato, string Mio)> Confronta(IForm salvati, IForm miei) =>
    [
        .. from s in salvati.Voci()
           where !s.Nome.Contains('[')
           join m in miei.Voci() on s.Nome equals m.Nome
           where s.Testo != m.Testo
           select (s.Etichetta, s.Testo, m.Testo),
    ];
}
