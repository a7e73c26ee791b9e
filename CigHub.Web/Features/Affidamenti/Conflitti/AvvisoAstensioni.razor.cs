using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>Why an Affidamento changed hands, for whoever left it and for whoever has it now.</summary>
public sealed partial class AvvisoAstensioni
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<Astensione> Astensioni { get; set; }
}
