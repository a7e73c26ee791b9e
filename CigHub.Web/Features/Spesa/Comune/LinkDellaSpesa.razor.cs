using CigHub.Web.Common;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>Shows the links to the pages of the spending, on each of them and on the Cruscotto.</summary>
public sealed partial class LinkDellaSpesa
{
    private static readonly IReadOnlyList<(string Path, string Name)> _pages =
    [
        (AppRoutes.Spesa, "Convenzioni e Lotti"),
        (AppRoutes.SpesaPerEnte, "Per Ente"),
        (AppRoutes.SpesaPerFornitore, "Per fornitore"),
        (AppRoutes.SpesaPerMese, "Per mese"),
        (AppRoutes.SpesaPerAnno, "Per anno"),
        (AppRoutes.SpesaInCorso, "In corso di adesione"),
        (AppRoutes.SpesaScadenze, "Scadenze"),
        (AppRoutes.SpesaAvvisi, "Avvisi"),
        (AppRoutes.SpesaDaVerificare, "Da verificare"),
        (AppRoutes.SpesaRiconciliazione, "Riconciliazione con ANAC"),
        (AppRoutes.SpesaRelazione, "Relazione"),
    ];

    private bool _rilievi;

    [Inject]
    public required UserSession Session { get; init; }

    [Parameter, EditorRequired]
    public required SpesaFilter Filter { get; set; }

    /// <summary>The address of the page that shows the links, without its query. Empty on the Cruscotto.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>The pages that the user may open. Rilievi are not for everybody.</summary>
    private IEnumerable<(string Path, string Name)> Pages =>
        _pages.Where(p => _rilievi || p.Path is not (AppRoutes.SpesaDaVerificare or AppRoutes.SpesaRiconciliazione));

    protected override async Task OnInitializedAsync() => _rilievi = await Session.Current() is { } user && user.May(Permission.LeggiRilievi);
}
