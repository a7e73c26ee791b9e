using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>Asks for a day and shows who held which role at an Ente on that day. The day stands in the page's address.</summary>
public sealed partial class ChiEraNelRuolo
{
    /// <summary>The query parameter of the page's address that holds the day.</summary>
    private const string Parametro = "il";

    [Parameter, EditorRequired]
    public required Guid EnteId { get; set; }

    [SupplyParameterFromQuery(Name = Parametro)]
    public string? Il { get; set; }

    private string? Giorno { get; set; }

    private DateOnly? Searched { get; set; }

    private IReadOnlyList<NelRuolo>? Found { get; set; }

    private IReadOnlyList<Error> ErroriData { get; set; } = [];

    protected override async Task LoadAsync()
    {
        (Giorno, Searched, Found, ErroriData) = (Il ?? Giorno, null, null, []);
        if (string.IsNullOrWhiteSpace(Il))
        {
            return;
        }

        var reader = new FormReader();
        var giorno = reader.Date(nameof(Giorno), Il);
        var letto = reader.Outcome(() => giorno);
        if (!letto.IsSuccess)
        {
            ErroriData = letto.Errors;
            return;
        }

        Searched = giorno;
        Found = await Read<ChiAvevaIlRuolo, IReadOnlyList<NelRuolo>>(q => q.Run(EnteId, giorno, User!.Actor));
    }

    private void Search() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(Parametro, string.IsNullOrWhiteSpace(Giorno) ? null : Giorno.Trim()));
}
