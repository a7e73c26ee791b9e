using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>A field's label. The label of a required field is bold, with an asterisk, as on the portal.</summary>
public sealed partial class EtichettaCampo
{
    [Parameter, EditorRequired]
    public required CampoAd4 Definizione { get; set; }

    [Parameter, EditorRequired]
    public bool Required { get; set; }

    [Parameter, EditorRequired]
    public required string Percorso { get; set; }

    /// <summary>
    /// The number of a line in a list of values, for example «(2)». Null for the first line, and for a field outside lists.
    /// </summary>
    private string? Number =>
        Definizione.InLista && int.TryParse(Percorso[(Percorso.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture, out var i) && i > 0
            ? $"({i + 1})"
            : null;
}
