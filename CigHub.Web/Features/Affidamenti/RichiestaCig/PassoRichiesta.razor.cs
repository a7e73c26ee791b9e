using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Web.Features.Codici;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>A value to carry across: the portal's caption, the text in the portal's form.</summary>
/// <param name="Chiave">Path and caption: the portal asks for the CIG Padre twice.</param>
public sealed record ValoreDaCopiare(string Chiave, string Didascalia, string Testo);

/// <summary>One step of the portal's path.</summary>
public sealed partial class PassoRichiesta
{
    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required PassoPortale Passo { get; set; }

    [Parameter, EditorRequired]
    public required SchedaAffidamento Scheda { get; set; }

    [Parameter, EditorRequired]
    public required Utente Utente { get; set; }

    [Parameter, EditorRequired]
    public bool Attuale { get; set; }

    [Parameter, EditorRequired]
    public bool Ultimo { get; set; }

    [Parameter, EditorRequired]
    public bool Abilitato { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<string> Copiati { get; set; }

    [Parameter, EditorRequired]
    public required string Indirizzo { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<int> VaiA { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> Copiato { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<Error>> Fatto { get; set; }

    private BozzaAd4 Bozza => Scheda.Affidamento.Bozza;

    /// <summary>In the portal's order, under the portal's captions; what the scheda leaves empty is left out.</summary>
    private IReadOnlyList<ValoreDaCopiare> Valori =>
    [
        .. from v in Passo.Valori
           from x in ValoriPerPortale.Di(Bozza, [v.Percorso], Liste.Correnti)
           select new ValoreDaCopiare($"{x.Percorso}|{v.Didascalia}", v.Didascalia, x.Valore),
    ];

    /// <summary>What ANAC asks for and the portal's instructions do not place: no caption is invented.</summary>
    private IReadOnlyList<ValoreDaCopiare> Altri
    {
        get
        {
            var piazzati = Scheda.Passi.SelectMany(p => p.Valori).Select(v => v.Percorso).ToHashSet();
            return
            [
                .. ValoriPerPortale.Di(Bozza, CatalogoAd4.Campi.Select(c => c.Percorso), Liste.Correnti)
                    .Where(v => !piazzati.Contains(v.Percorso))
                    .Select(v => new ValoreDaCopiare(v.Percorso, v.Etichetta, v.Valore)),
            ];
        }
    }
}
