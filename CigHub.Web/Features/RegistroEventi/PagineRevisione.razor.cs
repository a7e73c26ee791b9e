using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>Links the reading pages of an Auditor with each other.</summary>
public sealed partial class PagineRevisione
{
    private static readonly (string Address, string Name)[] _pages =
    [
        (AppRoutes.RegistroEventi, "Eventi"),
        (AppRoutes.RuoliNelTempo, "Ruoli e deleghe nel tempo"),
        (AppRoutes.ModificheAiControlli, "Modifiche ai controlli"),
        (AppRoutes.Requisiti, "Requisiti"),
        (AppRoutes.Audit, "Audit interni"),
        (AppRoutes.Attestazioni, "Attestazioni di integrità"),
    ];

    /// <summary>The address of the page on which the links stand.</summary>
    [Parameter, EditorRequired]
    public required string Pagina { get; set; }
}
