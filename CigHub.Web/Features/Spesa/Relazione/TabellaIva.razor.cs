using CigHub.Domain.Affidamenti;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Relazione;

/// <summary>Shows what one Ente adhered to with IVA, by rate, and names the Affidamenti that have no rate yet.</summary>
public sealed partial class TabellaIva
{
    /// <summary>The largest number of Affidamenti without a rate that are named.</summary>
    private const int Most = 10;

    [Parameter, EditorRequired]
    public required string Ente { get; set; }

    [Parameter, EditorRequired]
    public required ImportiConIva Importi { get; set; }

    /// <summary>The Affidamenti whose lordo is not known, in the order of their numbers.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<SenzaAliquota> SenzaAliquota { get; set; }
}
