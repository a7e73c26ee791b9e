using System.Globalization;
using CigHub.Domain.Registro;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>For an Auditor: the events, filtered by what the address says, and the proof that nothing was altered.</summary>
public sealed partial class RegistroEventi
{
    private const int PerPagina = 50;

    [SupplyParameterFromQuery]
    public string? Azione { get; set; }

    [SupplyParameterFromQuery]
    public string? Esito { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Chi { get; set; }

    [SupplyParameterFromQuery]
    public string? Oggetto { get; set; }

    [SupplyParameterFromQuery]
    public DateOnly? Dal { get; set; }

    [SupplyParameterFromQuery]
    public DateOnly? Al { get; set; }

    [SupplyParameterFromQuery]
    public int? Pagina { get; set; }

    private FiltroEventi Filtro => new(Azione, Chi, Dal, Al, Esito, Oggetto);

    private int NumeroPagina => Math.Max(1, Pagina ?? 1);

    private int Pagine => Eventi is null ? 1 : Math.Max(1, (Eventi.Totale + PerPagina - 1) / PerPagina);

    private Pagina<VoceEvento>? Eventi { get; set; }

    private EsitoVerifica? EsitoVerifica { get; set; }

    private bool StaVerificando { get; set; }

    private ModuloFiltro Modulo { get; set; } = new();

    protected override async Task Carica()
    {
        Modulo = new ModuloFiltro { Azione = Azione, Esito = Esito, Dal = Dal, Al = Al };
        Eventi = await Leggi<ElencoEventi, Pagina<VoceEvento>>(async q => await q.Esegui(Filtro, NumeroPagina, PerPagina));
    }

    private async Task Verifica()
    {
        StaVerificando = true;
        StateHasChanged();
        EsitoVerifica = await Leggi<VerificaIntegrita, EsitoVerifica>(q => q.Esegui());
        StaVerificando = false;
    }

    private void Filtra() => Navigazione.NavigateTo(ConFiltro(Filtro with
    {
        Azione = string.IsNullOrEmpty(Modulo.Azione) ? null : Modulo.Azione,
        Esito = string.IsNullOrEmpty(Modulo.Esito) ? null : Modulo.Esito,
        Dal = Modulo.Dal,
        Al = Modulo.Al,
    }));

    private string ConFiltro(FiltroEventi filtro, int pagina = 1) => Navigazione.GetUriWithQueryParameters(
        AppRoutes.RegistroEventi,
        new Dictionary<string, object?>
        {
            [nameof(Azione)] = filtro.Azione,
            [nameof(Esito)] = filtro.Esito,
            [nameof(Chi)] = filtro.Chi,
            [nameof(Oggetto)] = filtro.Oggetto,
            [nameof(Dal)] = filtro.Dal?.ToString("O", CultureInfo.InvariantCulture),
            [nameof(Al)] = filtro.Al?.ToString("O", CultureInfo.InvariantCulture),
            [nameof(Pagina)] = pagina == 1 ? null : pagina,
        });

    private sealed class ModuloFiltro
    {
        public string? Azione { get; set; }

        public string? Esito { get; set; }

        public DateOnly? Dal { get; set; }

        public DateOnly? Al { get; set; }
    }
}
