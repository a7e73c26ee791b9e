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

/// <summary>A stage of the guide: consecutive steps that only click, or one step with its values.</summary>
/// <remarks>Equality: by the reference of the list of steps.</remarks>
public sealed record Tappa(IReadOnlyList<PassoPortale> Passi)
{
    /// <summary>The number of the step at which a user who left during this stage resumes.</summary>
    public int Primo => Passi[0].Numero;

    public PassoPortale Ultimo => Passi[^1];

    public bool Contiene(int passo) => Passi.Any(p => p.Numero == passo);
}

/// <summary>
/// A version of the portal's path applied to one draft. It says what to do and which values to copy, in the portal's order and words.
/// </summary>
/// <param name="passi">The steps of that version.</param>
/// <param name="bozza">The draft whose values are copied.</param>
/// <param name="importo">The total amount of the Affidamento.</param>
/// <param name="liste">The code lists, which give the labels of the choices.</param>
public sealed class GuidaPortale(IReadOnlyList<PassoPortale> passi, BozzaAd4 bozza, Importo importo, RaccoltaListe liste)
{
    public IReadOnlyList<PassoPortale> Passi => passi;

    /// <summary>The Ente's centri di costo. Their names stand beside a code for which the portal's screen has no caption.</summary>
    public IReadOnlyList<CentroDiCosto> CentriDiCosto { get; init; } = [];

    /// <summary>
    /// The stages of the guide. Consecutive steps that only click are one stage, so that the RUP does not have to confirm each click.
    /// </summary>
    public IReadOnlyList<Tappa> Tappe { get; } = Raccogli(passi);

    /// <summary>Returns the stage to which a step belongs, or the last stage when the step is past the end.</summary>
    public Tappa TappaDi(int passo) => Tappe.FirstOrDefault(t => t.Contiene(passo)) ?? Tappe[^1];

    /// <summary>Returns the values of a step, in the portal's order. A field that the scheda leaves empty is left out.</summary>
    public IReadOnlyList<ValoreDaCopiare> Valori(PassoPortale passo) =>
    [
        .. from v in passo.Valori
           from x in v.Percorso == CampiDelPercorso.ImportoAppalto
               ? [(v.Percorso, v.Formato.Scrivi(CampiDelPercorso.Trova(v.Percorso)!, importo.ToString("P", null), liste))]
               : DallaBozza(v)
           select new ValoreDaCopiare($"{x.Percorso}|{v.Didascalia}", v.Didascalia, x.Testo),
    ];

    /// <summary>
    /// The values of the draft that no step of this version places. They have our own label, because the portal's caption is not known.
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

    /// <summary>Says whether this guide has a value with that key.</summary>
    public bool Conosce(string chiave) => passi.SelectMany(Valori).Concat(NonCollocati).Any(v => v.Chiave == chiave);

    /// <summary>
    /// Checks whether the request may be at a step. The step must exist in this path. A step after the one that asks to read again is
    /// allowed only once the values were read again.
    /// </summary>
    /// <param name="numero">The number of the step, from 1.</param>
    /// <param name="rilettoIl">The instant when the values were read again on the portal. Null while they were not.</param>
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
                "richiesta.da-rileggere",
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
