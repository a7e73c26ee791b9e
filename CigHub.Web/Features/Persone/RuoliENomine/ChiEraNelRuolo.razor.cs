using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>Form that asks who held which role at an Ente on a day. The day stands in the page's address.</summary>
public sealed partial class ChiEraNelRuolo
{
    /// <summary>The query parameter of the day.</summary>
    private const string Parametro = "il";

    [Parameter, EditorRequired]
    public required Guid EnteId { get; set; }

    [SupplyParameterFromQuery(Name = Parametro)]
    public string? Il { get; set; }

    private string? Giorno { get; set; }

    private DateOnly? Cercato { get; set; }

    private IReadOnlyList<NelRuolo>? Trovati { get; set; }

    private IReadOnlyList<Error> ErroriData { get; set; } = [];

    protected override async Task Carica()
    {
        (Giorno, Cercato, Trovati, ErroriData) = (Il ?? Giorno, null, null, []);
        if (string.IsNullOrWhiteSpace(Il))
        {
            return;
        }

        var lettore = new FormReader();
        var giorno = lettore.Data(nameof(Giorno), Il);
        var letto = lettore.Esito(() => giorno);
        if (!letto.IsSuccess)
        {
            ErroriData = letto.Errors;
            return;
        }

        Cercato = giorno;
        Trovati = await Leggi<ChiAvevaIlRuolo, IReadOnlyList<NelRuolo>>(q => q.Esegui(EnteId, giorno, Utente!.Attore));
    }

    private void Cerca() => Navigazione.NavigateTo(Navigazione.GetUriWithQueryParameter(Parametro, string.IsNullOrWhiteSpace(Giorno) ? null : Giorno.Trim()));
}
