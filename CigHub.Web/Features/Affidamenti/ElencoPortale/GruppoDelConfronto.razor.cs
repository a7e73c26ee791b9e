using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Pregressi;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>Shows the rows of one outcome, twenty-five at a time.</summary>
public sealed partial class GruppoDelConfronto
{
    private const int PerPagina = 25;

    [Parameter, EditorRequired]
    public EsitoConfronto Esito { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<RigaConfrontata> Righe { get; set; }

    [Parameter, EditorRequired]
    public required AnteprimaDelPortale Anteprima { get; set; }

    [Parameter, EditorRequired]
    public required SceltePortale Scelte { get; set; }

    /// <summary>Runs after each choice that the user makes.</summary>
    [Parameter, EditorRequired]
    public required Action Cambiato { get; set; }

    [Parameter]
    public bool Abilitato { get; set; } = true;

    private int Pagina { get; set; } = 1;

    /// <summary>The numbers of the rows that can be adopted, no more than one act takes.</summary>
    private IReadOnlyList<int> Adottabili { get; set; } = [];

    private int Pagine => (Righe.Count + PerPagina - 1) / PerPagina;

    private IEnumerable<RigaConfrontata> Mostrate => Righe.Skip((Pagina - 1) * PerPagina).Take(PerPagina);

    private string UltimaColonna => Esito == EsitoConfronto.DaRegistrare ? "Si registra" : Esito == EsitoConfronto.Uguale ? "Da notare" : "Perché";

    private string Spiegazione => Esito switch
    {
        EsitoConfronto.DaRegistrare => "CigHub li riconosce: si registrano con il pulsante in fondo.",
        EsitoConfronto.Dubbio => "Di' quale affidamento è ciascuna riga. Quelle che lasci fuori non si registrano.",
        EsitoConfronto.Contraddice => "CigHub dice un'altra cosa: non si registra nulla, verifica sul portale.",
        EsitoConfronto.SoloSulPortale =>
            "CigHub non li conosce. Quelli con il CIG si possono adottare come adesioni già fatte, perché il residuo dei Lotti torni.",
        EsitoConfronto.NonLeggibile => "Qualcosa nella riga non si legge: non si registra nulla, le altre vanno avanti.",
        _ => "CigHub ha già il CIG e gli stati che il portale elenca: niente da fare. Ciò che altrimenti non torna è segnato.",
    };

    internal static string IdDi(EsitoConfronto esito) => $"confronto-{esito}".ToLowerInvariant();

    internal static string Icona(EsitoConfronto esito) => esito switch
    {
        EsitoConfronto.DaRegistrare => Icons.Material.Outlined.PlaylistAddCheck,
        EsitoConfronto.Dubbio => Icons.Material.Outlined.HelpOutline,
        EsitoConfronto.Contraddice => Icons.Material.Outlined.ReportProblem,
        EsitoConfronto.SoloSulPortale => Icons.Material.Outlined.CloudDownload,
        EsitoConfronto.NonLeggibile => Icons.Material.Outlined.ErrorOutline,
        _ => Icons.Material.Outlined.Check,
    };

    protected override void OnInitialized() =>
        Adottabili = [.. Righe.Where(Anteprima.Adottabile).Select(r => r.Riga.Numero).Take(CaricaAdesioniPregresse.MaxRighe)];

    private static bool SenzaRiserva(RigaConfrontata r) => r.DaFare?.Cig is not null && !r.Candidati[0].Affidamento.SulPortale;

    private bool HaDaDire(RigaConfrontata r) => r.DaFare is not null || Motivi(r).Any();

    private IEnumerable<Error> Motivi(RigaConfrontata r) => r.Perche.Concat(Anteprima.NonAdottabili.GetValueOrDefault(r.Riga.Numero, []));

    private void Scegli(RigaConfrontata riga, Guid? scelta)
    {
        Scelte.Scegli(riga.Riga.Numero, scelta);
        Cambiato();
    }

    private void Adotta(RigaConfrontata riga, bool si)
    {
        Scelte.Adotta(riga.Riga.Numero, si);
        Cambiato();
    }

    private void AdottaTutte(bool si)
    {
        foreach (var riga in Adottabili)
        {
            Scelte.Adotta(riga, si);
        }

        Cambiato();
    }
}
