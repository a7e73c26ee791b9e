using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi.Requisiti;

/// <summary>The page that maps the requirements of ISO 37001 to the places of their evidence, by the clauses of either edition.</summary>
public sealed partial class PaginaRequisiti
{
    private const string By2025 = "2025";

    /// <summary>The edition by whose clauses the table is sorted: <c>2025</c>, or else 2016.</summary>
    [SupplyParameterFromQuery(Name = "edizione")]
    public string? Edizione { get; set; }

    private IEnumerable<RequisitoIso> Rows => Edizione == By2025
        ? MappaDeiRequisiti.Tutti.OrderBy(r => Key(r.Clausola2025), StringComparer.Ordinal)
        : MappaDeiRequisiti.Tutti.OrderBy(r => Key(r.Clausola2016), StringComparer.Ordinal);

    protected override Task LoadAsync() => Task.CompletedTask;

    /// <summary>Returns a text that sorts clauses by their numbers, and entries without a clause last.</summary>
    private static string Key(string? clause) => clause is null
        ? "~"
        : string.Join('.', clause.Split('–')[0].Split('.').Select(n => n.PadLeft(2, '0')));

    private RenderFragment Sorted(string edition, string words) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", ListAddress.Write(AppRoutes.Requisiti, [new("edizione", edition == By2025 ? edition : null)]));
        builder.AddAttribute(2, "aria-current", (Edizione == By2025) == (edition == By2025) ? "true" : null);
        builder.AddContent(3, words);
        builder.CloseElement();
    };
}
