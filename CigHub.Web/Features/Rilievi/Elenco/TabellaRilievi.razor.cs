using CigHub.Domain.Common;
using CigHub.Domain.Rilievi;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>Shows rilievi in a table, each with its reason, its evidence, what people judged, and the commands to judge it.</summary>
public sealed partial class TabellaRilievi
{
    [Parameter, EditorRequired]
    public required RilieviView View { get; set; }

    [Parameter, EditorRequired]
    public required RilieviFilter Filter { get; set; }

    [Parameter, EditorRequired]
    public required string Path { get; set; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    /// <summary>Says whether the user judges these rilievi. If not, the user only reads them.</summary>
    [Parameter, EditorRequired]
    public required bool Spetta { get; set; }

    /// <summary>Raised after each judgement, with its errors.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<IReadOnlyList<Error>> Done { get; set; }

    private static string Icona(StatoRilievo stato) => stato switch
    {
        StatoRilievo.Chiarito => Icons.Material.Outlined.Check,
        StatoRilievo.Trasmesso => Icons.Material.Outlined.Forward,
        _ => Icons.Material.Outlined.HelpOutline,
    };

    private static Color Colore(StatoRilievo stato) => stato switch
    {
        StatoRilievo.Chiarito => Color.Success,
        StatoRilievo.Trasmesso => Color.Info,
        _ => Color.Warning,
    };
}
