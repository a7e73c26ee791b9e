using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Pregressi;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>The table of the rows of the elenco del portale that have one outcome of the comparison, twenty-five on a page.</summary>
public sealed partial class GruppoDelConfronto
{
    private const int PerPage = 25;

    [Parameter, EditorRequired]
    public EsitoConfronto Outcome { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<RigaConfrontata> Righe { get; set; }

    [Parameter, EditorRequired]
    public required AnteprimaDelPortale Preview { get; set; }

    [Parameter, EditorRequired]
    public required SceltePortale Scelte { get; set; }

    /// <summary>Called after each choice that the user makes in the table.</summary>
    [Parameter, EditorRequired]
    public required Action Changed { get; set; }

    [Parameter]
    public bool Enabled { get; set; } = true;

    private int Pagina { get; set; } = 1;

    /// <summary>
    /// The numbers of the rows that CigHub can adopt, at most as many as one command takes
    /// (<see cref="Pregressi.CaricaAdesioniPregresse.MaxRighe"/>).
    /// </summary>
    private IReadOnlyList<int> Adottabili { get; set; } = [];

    private int Pages => (Righe.Count + PerPage - 1) / PerPage;

    private IEnumerable<RigaConfrontata> Shown => Righe.Skip((Pagina - 1) * PerPage).Take(PerPage);

    private string UltimaColonna => Outcome == EsitoConfronto.DaRegistrare ? "Si registra" : Outcome == EsitoConfronto.Uguale ? "Da notare" : "Perché";

    private string Spiegazione => Outcome switch
    {
        EsitoConfronto.DaRegistrare => "CigHub li riconosce: si registrano con il pulsante in fondo.",
        EsitoConfronto.Dubbio => "Di' quale affidamento è ciascuna riga. Quelle che lasci fuori non si registrano.",
        EsitoConfronto.Contraddice => "CigHub dice un'altra cosa: non si registra nulla, verifica sul portale.",
        EsitoConfronto.SoloSulPortale =>
            "CigHub non li conosce. Quelli con il CIG si possono adottare come adesioni pregresse, perché il residuo dei Lotti torni.",
        EsitoConfronto.NonLeggibile => "Qualcosa nella riga non si legge: non si registra nulla, le altre vanno avanti.",
        _ => "CigHub ha già il CIG e gli stati che il portale elenca: niente da fare. Ciò che altrimenti non torna è segnato.",
    };

    internal static string IdOf(EsitoConfronto esito) => $"confronto-{esito}".ToLowerInvariant();

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
        Adottabili = [.. Righe.Where(Preview.Adottabile).Select(r => r.Riga.Numero).Take(CaricaAdesioniPregresse.MaxRighe)];

    private static bool SenzaRiserva(RigaConfrontata r) => r.DaFare?.Cig is not null && !r.Candidati[0].Affidamento.SulPortale;

    /// <summary>
    /// Returns the address at which the row's CIG is recorded as one too many, when the Affidamento has another one. Returns null for any
    /// other reason.
    /// </summary>
    private static string? SecondoCig(RigaConfrontata r, Error perche) =>
        perche.Code == ConfrontoElenco.CodiceAltroCig && r.Riga.CigDerivato is { } cig && r.Candidati is [var candidato, ..]
            ? AppRoutes.SecondoCigDi(candidato.Affidamento.Id, DopoIlCig.PaginaDopoIlCig.SecondoCig, cig.Valore)
            : null;

    private bool HaDaDire(RigaConfrontata r) => r.DaFare is not null || Motivi(r).Any();

    private IEnumerable<Error> Motivi(RigaConfrontata r) => r.Perche.Concat(Preview.NonAdottabili.GetValueOrDefault(r.Riga.Numero, []));

    private void Choose(RigaConfrontata riga, Guid? scelta)
    {
        Scelte.Choose(riga.Riga.Numero, scelta);
        Changed();
    }

    private void Adotta(RigaConfrontata riga, bool si)
    {
        Scelte.Adotta(riga.Riga.Numero, si);
        Changed();
    }

    private void AdottaTutte(bool si)
    {
        foreach (var riga in Adottabili)
        {
            Scelte.Adotta(riga, si);
        }

        Changed();
    }
}
