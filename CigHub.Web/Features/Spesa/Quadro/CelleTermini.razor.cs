using System.Globalization;
using CigHub.Web.Features.Spesa.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Quadro;

/// <summary>Shows the cells of the terms of a massimale, in their order.</summary>
public sealed partial class CelleTermini
{
    [Parameter, EditorRequired]
    public TerminiMassimale Termini { get; set; }

    /// <summary>The choice of the ledger rows that make up the amounts. Null when they are no links.</summary>
    [Parameter, EditorRequired]
    public required SpesaFilter? Righe { get; set; }

    /// <summary>The words about the last communication of the Soggetto Aggregatore. Null where they belong to several Lotti.</summary>
    [Parameter]
    public string? Comunicate { get; set; }

    private string Width => Math.Clamp(Termini.PercentualeResidua, 0, 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
