using CigHub.Domain.Affidamenti;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>The list of Affidamenti; the state it shows is in the address.</summary>
public sealed partial class PaginaElenco
{
    private const int PerPagina = 50;

    private static readonly StatoAffidamento[] Stati =
    [
        StatoAffidamento.InLavorazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta,
        StatoAffidamento.EsitoDaVerificare, StatoAffidamento.CigAcquisito, StatoAffidamento.Eliminato,
    ];

    [SupplyParameterFromQuery(Name = "stato")]
    public string? Stato { get; set; }

    [SupplyParameterFromQuery(Name = "pagina")]
    public int? Pagina { get; set; }

    private StatoAffidamento? StatoScelto => Enum.TryParse<StatoAffidamento>(Stato, out var stato) ? stato : null;

    private int NumeroPagina => Math.Max(1, Pagina ?? 1);

    private int Pagine => Elenco is null ? 1 : Math.Max(1, (Elenco.Totale + PerPagina - 1) / PerPagina);

    private Pagina<VoceAffidamento>? Elenco { get; set; }

    protected override async Task Carica() =>
        Elenco = await Leggi<ElencoAffidamenti, Pagina<VoceAffidamento>>(async q => await q.Esegui(StatoScelto, NumeroPagina, PerPagina));
}
