using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>A value to copy to the portal: the portal's caption, and the text in the form that the portal wants.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Chiave">
/// The path of the field and the caption together, because the portal asks for the CIG Padre twice. The values already copied are
/// remembered by this key.
/// </param>
public sealed record ValoreDaCopiare(string Chiave, string Didascalia, string Testo);

/// <summary>
/// A tappa of the guide: several steps of the percorso that only ask for clicks and follow one another, or one step with its values.
/// </summary>
/// <remarks>Equality: by the reference of the list of steps.</remarks>
public sealed record Tappa(IReadOnlyList<PassoPortale> Passi)
{
    /// <summary>The number of the first step of the tappa. A user who left the request during this tappa resumes there.</summary>
    public int Primo => Passi[0].Numero;

    public PassoPortale Ultimo => Passi[^1];

    public bool Contiene(int passo) => Passi.Any(p => p.Numero == passo);
}

/// <summary>
/// A version of the percorso through the portal, applied to one draft. It says what to do on the portal and which values to copy, in the
/// portal's order and words.
/// </summary>
/// <param name="passi">The steps of that version.</param>
/// <param name="bozza">The draft whose values are copied.</param>
/// <param name="importo">The total amount of the Affidamento.</param>
/// <param name="liste">The code lists, which give the labels of the choices.</param>
public sealed class GuidaPortale(IReadOnlyList<PassoPortale> passi, BozzaAd4 bozza, Importo importo, RaccoltaListe liste)
{
    /// <summary>The code of the error of a request that would go past the rilettura without it.</summary>
    public const string DaRileggere = "richiesta.da-rileggere";

    public IReadOnlyList<PassoPortale> Passi => passi;

    /// <summary>
    /// The centri di costo of the Ente. In <see cref="NonCollocati"/> the label of a code of a centro di costo also has the name of that
    /// centro.
    /// </summary>
    public IReadOnlyList<CentroDiCosto> CentriDiCosto { get; init; } = [];

    /// <summary>
    /// The tappe of the guide, in order. Steps that only ask for clicks and follow one another are one tappa, so that the RUP does not have
    /// to confirm each click.
    /// </summary>
    public IReadOnlyList<Tappa> Tappe { get; } = Raccogli(passi);

    /// <summary>Returns the tappa to which the step with that number belongs, or the last tappa when there is no such step.</summary>
    public Tappa TappaDi(int passo) => Tappe.FirstOrDefault(t => t.Contiene(passo)) ?? Tappe[^1];

    /// <summary>
    /// Returns the values that the user copies at a step, in the portal's order. A field that the draft leaves empty is left out.
    /// </summary>
    public IReadOnlyList<ValoreDaCopiare> Valori(PassoPortale passo) =>
    [
        .. from v in passo.Valori
           from x in v.Percorso == CampiDelPercorso.ImportoAppalto
               ? [(v.Percorso, v.Formato.Scrivi(CampiDelPercorso.Trova(v.Percorso)!, importo.ToString("P", null), liste))]
               : DallaBozza(v)
           select new ValoreDaCopiare($"{x.Percorso}|{v.Didascalia}", v.Didascalia, x.Testo),
    ];

    /// <summary>
    /// The values of the draft for which no step of this version asks. They have CigHub's own label, because the portal's caption is not
    /// known.
    /// </summary>
    public IReadOnlyList<ValoreDaCopiare> NonCollocati
    {
        get
        {
            var collocati = passi.SelectMany(p => p.Valori).SelectMany(v => RaccoltaValoriPortale.DaiPercorsi(bozza, [v.Percorso], liste))
                .Select(v => v.Percorso).ToHashSet();
            return
            [
                .. RaccoltaValoriPortale.DaiPercorsi(bozza, CatalogoAd4.Campi.Select(c => c.Percorso), liste)
                    .Where(v => !collocati.Contains(v.Percorso))
                    .Select(v => new ValoreDaCopiare(v.Percorso, Didascalia(v), v.Valore)),
            ];
        }
    }

    /// <summary>Says whether this guide has a value with that <see cref="ValoreDaCopiare.Chiave"/>.</summary>
    public bool Conosce(string chiave) => passi.SelectMany(Valori).Concat(NonCollocati).Any(v => v.Chiave == chiave);

    /// <summary>
    /// Checks that the request may be at the step with that number. The step must exist in this percorso. A step after the one that asks
    /// for the rilettura is allowed only once the rilettura is confirmed.
    /// </summary>
    /// <param name="numero">The number of the step, from 1.</param>
    /// <param name="rilettoIl">The instant of the rilettura, UTC. Null while it has not happened.</param>
    public Result PuoStareA(int numero, DateTime? rilettoIl)
    {
        if (passi.All(p => p.Numero != numero))
        {
            return new Error(
                "richiesta.passo-sconosciuto",
                $"I passi di questa richiesta vanno da 1 a {passi.Count}: ricarica la pagina e riparti dal passo mostrato.");
        }

        return rilettoIl is null && passi.Any(p => p.ChiedeRilettura && p.Numero < numero)
            ? new Error(
                DaRileggere,
                "Prima di andare oltre rileggi sul portale CIG Padre, CUP, importo e fornitore, e conferma che sono gli stessi.")
            : Result.Ok;
    }

    private string Didascalia(ValorePerPortale valore) =>
        CatalogoAd4.Trova(valore.Percorso)!.Tipo == TipoCampo.CentroDiCosto && CentriDiCosto.FirstOrDefault(c => c.HaCodice(valore.Valore)) is { } centro
            ? $"{valore.Etichetta}: {centro.Denominazione}"
            : valore.Etichetta;

    private IEnumerable<(string Percorso, string Testo)> DallaBozza(ValorePortale v) =>
        RaccoltaValoriPortale.DaiPercorsi(bozza, [v.Percorso], liste, v.Formato).Select(x => (x.Percorso, x.Valore));

    private static List<Tappa> Raccogli(IReadOnlyList<PassoPortale> passi)
    {
        var tappe = new List<Tappa>();
        foreach (var passo in passi)
        {
            if (tappe.Count > 0 && SoloClic(passo) && SoloClic(tappe[^1].Ultimo))
            {
                tappe[^1] = new Tappa([.. tappe[^1].Passi, passo]);
            }
            else
            {
                tappe.Add(new Tappa([passo]));
            }
        }

        return tappe;
    }

    private static bool SoloClic(PassoPortale passo) => passo.Valori.Count == 0 && !passo.ChiedeRilettura && !passo.AttendeIlCig;
}
