using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>Shows the steps of a percorso del portale as the RUP sees them, with an example of each value in its format.</summary>
public sealed partial class PassiPercorso
{
    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<PassoPortale> Passi { get; set; }

    /// <summary>The fields of the scheda that no step of this percorso contains.</summary>
    private IReadOnlyList<CampoAd4> NonCollocati
    {
        get
        {
            var collocati = Passi.SelectMany(p => p.Valori).Select(v => PercorsoAd4.Modello(v.Percorso)).ToHashSet();
            return [.. CatalogoAd4.Campi.Where(c => c.NellaMaschera && !collocati.Contains(c.Percorso))];
        }
    }

    private static string? Segno(PassoPortale passo) => passo switch
    {
        { ApreIlPortale: true } => "apre il portale",
        { ChiedeRilettura: true } => "prima si rileggono i dati",
        { AttendeIlCig: true } => "attende il CIG Derivato",
        _ => null,
    };

    private string Esempio(ValorePortale valore) => CampiDelPercorso.Trova(valore.Percorso) is { } campo
        ? valore.Formato.Scrivi(campo, EsempioDiCampo.PerCampo(campo, Liste.Correnti, Clock.Today()), Liste.Correnti)
        : "–";
}
