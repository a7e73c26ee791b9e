using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>One step of the path in the editor, with its values.</summary>
public sealed partial class PassoInModifica
{
    [Parameter, EditorRequired]
    public required ModuloPasso Passo { get; set; }

    /// <summary>From 0.</summary>
    [Parameter, EditorRequired]
    public int Posto { get; set; }

    [Parameter, EditorRequired]
    public int Quanti { get; set; }

    /// <summary>What the last attempt to publish refused.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errori { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Cambiato { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<int> Sposta { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Togli { get; set; }

    private string Qui => string.Create(CultureInfo.InvariantCulture, $"Passi/{Posto}");

    private List<Error> DelPasso => [.. Errori.Where(e => e.Field == Qui)];

    private static string Testo(ChangeEventArgs e) => e.Value as string ?? "";

    private string Id(string parte) => $"passo-{Posto}-{parte}";

    private string DelValore(int j) => string.Create(CultureInfo.InvariantCulture, $"{Qui}/Valori/{j}");

    /// <summary>The fields of the form, and the one chosen, which may name the first row of a list.</summary>
    private static IEnumerable<(string Percorso, string Etichetta)> Campi(string scelto) =>
        CampiDelPercorso.Tutti.Select(c => (c.Percorso, c.Etichetta))
            .Concat(CampiDelPercorso.Trova(scelto) is { } campo && campo.Percorso != scelto ? [(scelto, $"{campo.Etichetta} (il primo)")] : [])
            .OrderBy(c => c.Item2, StringComparer.CurrentCulture);

    private Task Imposta(Action cambia)
    {
        cambia();
        return Cambiato.InvokeAsync();
    }
}
