using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>A field's label, bold with an asterisk where it must be filled in, as on the portal.</summary>
public sealed partial class EtichettaCampo
{
    [Parameter, EditorRequired]
    public required CampoAd4 Definizione { get; set; }

    [Parameter, EditorRequired]
    public bool Obbligatorio { get; set; }

    [Parameter, EditorRequired]
    public required string Percorso { get; set; }

    /// <summary>Lines of a list of values are told apart by their number.</summary>
    private string? Numero =>
        Definizione.InLista && int.TryParse(Percorso[(Percorso.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture, out var i) && i > 0
            ? $"({i + 1})"
            : null;
}
