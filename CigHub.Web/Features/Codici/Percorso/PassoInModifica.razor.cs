using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>The part of the editor for one step of the percorso del portale, with its values.</summary>
public sealed partial class PassoInModifica
{
    [Parameter, EditorRequired]
    public required PassoForm Passo { get; set; }

    /// <summary>The number of the step within its phase, from 1.</summary>
    [Parameter, EditorRequired]
    public int Number { get; set; }

    /// <summary>The index of the step in the percorso, counted from 0.</summary>
    [Parameter, EditorRequired]
    public int Place { get; set; }

    /// <summary>The number of steps of the phase.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    /// <summary>The errors of the last attempt to publish the percorso.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errors { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Changed { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<int> Sposta { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Togli { get; set; }

    private string Qui => string.Create(CultureInfo.InvariantCulture, $"Passi/{Place}");

    private string Name => Passo.Fase is { } fase ? $"Passo {Number} di «{fase.Nome()}»" : $"Passo {Number}";

    private string LowerName => "p" + Name[1..];

    private List<Error> DelPasso => [.. Errors.Where(e => e.Field == Qui)];

    private static string Text(ChangeEventArgs e) => e.Value as string ?? "";

    private string Id(string parte) => $"passo-{Place}-{parte}";

    private string DelValore(int j) => string.Create(CultureInfo.InvariantCulture, $"{Qui}/Valori/{j}");

    /// <summary>
    /// Returns the path and label of each field that a step can contain, ordered by label. The chosen path is added when it names the first
    /// row of a list, because it is then not among them.
    /// </summary>
    private IEnumerable<(string Percorso, string Etichetta)> Fields(string scelto) => Passo.Fase is null ? OfScheda(scelto) : SeguitoDelPercorso.Campi;

    private static IEnumerable<(string Percorso, string Etichetta)> OfScheda(string scelto) =>
        CampiDelPercorso.Tutti.Select(c => (c.Percorso, c.Etichetta))
            .Concat(CampiDelPercorso.Trova(scelto) is { } campo && campo.Percorso != scelto ? [(scelto, $"{campo.Etichetta} (il primo)")] : [])
            .OrderBy(c => c.Item2, StringComparer.CurrentCulture);

    private Task Set(Action cambia)
    {
        cambia();
        return Changed.InvokeAsync();
    }
}
