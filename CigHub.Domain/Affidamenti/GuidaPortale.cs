using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>A value to carry across: the portal's caption and the text in the portal's form.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Chiave">Path and caption: the portal asks for the CIG Padre twice. What was copied is remembered by it.</param>
public sealed record ValoreDaCopiare(string Chiave, string Didascalia, string Testo);

/// <summary>What is done in one go on the portal: clicks that follow one another, or one step with its values.</summary>
/// <remarks>Equality: by reference.</remarks>
public sealed record Tappa(IReadOnlyList<PassoPortale> Passi)
{
    /// <summary>The step at which somebody who left here resumes.</summary>
    public int Primo => Passi[0].Numero;

    public PassoPortale Ultimo => Passi[^1];

    public bool Contiene(int passo) => Passi.Any(p => p.Numero == passo);
}

/// <summary>A version of the portal's path applied to one draft: what to do, what to carry across, in the portal's order and words.</summary>
/// <param name="passi">The version's.</param>
/// <param name="bozza">The draft.</param>
/// <param name="importo">Of the whole adhesion.</param>
/// <param name="liste">By which choices are told in words.</param>
public sealed class GuidaPortale(IReadOnlyList<PassoPortale> passi, BozzaAd4 bozza, Importo importo, RaccoltaListe liste)
{
    public IReadOnlyList<PassoPortale> Passi => passi;

    /// <summary>The Ente's centri di costo: beside a code that the portal's screen has no caption for stands the name of the office.</summary>
    public IReadOnlyList<CentroDiCosto> CentriDiCosto { get; init; } = [];

    /// <summary>Steps that only click are taken together: nobody wants to say four times that she has clicked.</summary>
    public IReadOnlyList<Tappa> Tappe { get; } = Raccogli(passi);

    /// <summary>The stage to which a step belongs; the last, past the end.</summary>
    public Tappa TappaDi(int passo) => Tappe.FirstOrDefault(t => t.Contiene(passo)) ?? Tappe[^1];

    /// <summary>The values of a step, in the portal's order; what the scheda leaves empty is left out.</summary>
    public IReadOnlyList<ValoreDaCopiare> Valori(PassoPortale passo) =>
    [
        .. from v in passo.Valori
           from x in v.Percorso == CampiDelPercorso.ImportoAppalto
               ? [(v.Percorso, v.Formato.Scrivi(CampiDelPercorso.Trova(v.Percorso)!, importo.ToString("P", null), liste))]
               : DallaBozza(v)
           select new ValoreDaCopiare($"{x.Percorso}|{v.Didascalia}", v.Didascalia, x.Testo),
    ];

    /// <summary>What ANAC asks for and this version does not place: no caption is invented.</summary>
    public IReadOnlyList<ValoreDaCopiare> NonCollocati
    {
        get
        {
            var collocati = passi.SelectMany(p => p.Valori).SelectMany(v => ValoriPerPortale.Di(bozza, [v.Percorso], liste))
                .Select(v => v.Percorso).ToHashSet();
            return
            [
                .. ValoriPerPortale.Di(bozza, CatalogoAd4.Campi.Select(c => c.Percorso), liste)
                    .Where(v => !collocati.Contains(v.Percorso))
                    .Select(v => new ValoreDaCopiare(v.Percorso, Didascalia(v), v.Valore)),
            ];
        }
    }

    /// <summary>Says whether this guide carries a value with that key across.</summary>
    public bool Conosce(string chiave) => passi.SelectMany(Valori).Concat(NonCollocati).Any(v => v.Chiave == chiave);

    /// <summary>Judges whether the request may stand at a step: only at a step of this path, and past the one that asks to read again only after that.</summary>
    /// <param name="numero">From 1.</param>
    /// <param name="rilettoIl">When the values were read again on the portal; null while they were not.</param>
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
        CatalogoAd4.Trova(valore.Percorso)!.Tipo == TipoCampo.CentroDiCosto && CentriDiCosto.FirstOrDefault(c => c.Ha(valore.Valore)) is { } centro
            ? $"{valore.Etichetta}: {centro.Denominazione}"
            : valore.Etichetta;

    private IEnumerable<(string Percorso, string Testo)> DallaBozza(ValorePortale v) =>
        ValoriPerPortale.Di(bozza, [v.Percorso], liste, v.Formato).Select(x => (x.Percorso, x.Valore));

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
