using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>Open Affidamenti of who leaves: with a form each row says to whom it goes, without one what is left to do.</summary>
public sealed partial class TabellaConsegne
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<VoceConsegna> Voci { get; set; }

    [Parameter]
    public ModuloConsegne? Modulo { get; set; }

    [Parameter]
    public IReadOnlyList<(string Codice, string Parola)> Colleghi { get; set; } = [];
}
