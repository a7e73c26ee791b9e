using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The form over the list: free text in sight, the portal's other filters behind «Altri filtri». Sending it changes the address, nothing else.</summary>
public sealed partial class FiltriElenco
{
    private FiltroAffidamenti? _mostrato;
    private bool _aperti;

    [Inject]
    public required NavigationManager Navigazione { get; init; }

    [Parameter, EditorRequired]
    public required FiltroAffidamenti Filtro { get; set; }

    private ModuloFiltri Modulo { get; set; } = new();

    private bool Rovesciate => Modulo.Dal > Modulo.Al;

    protected override void OnParametersSet()
    {
        if (_mostrato == Filtro)
        {
            return;
        }

        _aperti = Filtro.Altri > 0;
        _mostrato = Filtro;
        Modulo = new ModuloFiltri
        {
            Testo = Filtro.Testo,
            Registro = Filtro.Registro,
            CigPadre = Filtro.CigPadre,
            Titolo = Filtro.Titolo,
            CigDerivato = Filtro.CigDerivato,
            Oe = Filtro.Oe,
            Selezione = Filtro.Selezionati ? "si" : "",
            Attesa = Filtro.Attesa,
            DiChi = Filtro.Miei ? "miei" : "",
            Dal = Filtro.Dal,
            Al = Filtro.Al,
        };
    }

    private void Filtra()
    {
        if (!Rovesciate)
        {
            Navigazione.NavigateTo(Modulo.Su(Filtro).Indirizzo());
        }
    }

    private sealed class ModuloFiltri
    {
        public string? Testo { get; set; }

        public string? Registro { get; set; }

        public string? CigPadre { get; set; }

        public string? Titolo { get; set; }

        public string? CigDerivato { get; set; }

        public string? Oe { get; set; }

        public string? Selezione { get; set; }

        public Attesa? Attesa { get; set; }

        public string? DiChi { get; set; }

        public DateOnly? Dal { get; set; }

        public DateOnly? Al { get; set; }

        public FiltroAffidamenti Su(FiltroAffidamenti filtro) => filtro with
        {
            Testo = Pulito(Testo),
            Registro = Pulito(Registro),
            CigPadre = Pulito(CigPadre),
            Titolo = Pulito(Titolo),
            CigDerivato = Pulito(CigDerivato),
            Oe = Pulito(Oe),
            Selezionati = Selezione == "si",
            Attesa = Attesa,
            Miei = DiChi == "miei",
            Dal = Dal,
            Al = Al,
        };

        private static string? Pulito(string? testo) => testo?.Trim() is { Length: > 0 } pulito ? pulito[..Math.Min(pulito.Length, FiltroAffidamenti.MaxTesto)] : null;
    }
}
