using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni;

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

    /// <summary>A field of a row is told by the summary of all rows: the rows of the two forms need not be the same ones.</summary>
    private IReadOnlyList<(string Etichetta, string Salvato, string Mio)> Differenze =>
    [
        .. from s in Salvati.Voci()
           where !s.Nome.Contains('[')
           join m in Miei.Voci() on s.Nome equals m.Nome
           where s.Testo != m.Testo
           select (s.Etichetta, s.Testo, m.Testo),
    ];
}
