using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Forms;

/// <summary>Somebody else saved first: her data beside what was typed here, and the choice between them.</summary>
public sealed partial class DatiCambiati
{
    /// <summary>Who and when.</summary>
    [Parameter, EditorRequired]
    public required string Motivo { get; set; }

    [Parameter, EditorRequired]
    public required IModulo Salvati { get; set; }

    [Parameter, EditorRequired]
    public required IModulo Miei { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Tieni { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Riparti { get; set; }

    /// <summary>Lists the fields that differ. A field of a row is told by the summary of all rows: the rows of the two forms need not be the same.</summary>
    internal static IReadOnlyList<(string Etichetta, string Salvato, string Mio)> Confronta(IModulo salvati, IModulo miei) =>
    [
        .. from s in salvati.Voci()
           where !s.Nome.Contains('[')
           join m in miei.Voci() on s.Nome equals m.Nome
           where s.Testo != m.Testo
           select (s.Etichetta, s.Testo, m.Testo),
    ];
}
