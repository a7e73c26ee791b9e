using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// Computes the amount that an adhesion takes of the massimale: the quadro economico without IVA, with the security costs, and with the
/// options when the Convenzione counts them.
/// </summary>
/// <remarks>A field that is empty or cannot be read counts as zero here. The check of completeness reports it.</remarks>
public static class ImportoAdesione
{
    private static readonly string[] Netto = ["impLavori", "impServizi", "impForniture", "impProgettazione", "impTotaleSicurezza", "ulterioriSommeNoRibasso"];
    private static readonly string[] DiAltri = ["entrateUtenza", "introitoAttivo"];
    private static readonly string[] Opzioni = ["sommeOpzioniRinnovi", "sommeRipetizioni"];

    public static Importo Calcola(BozzaAd4 bozza, int aggiudicazione, ErosioneMassimale erosione)
    {
        var voci = erosione == ErosioneMassimale.NettoConSicurezzaEOpzioni ? Netto.Concat(Opzioni) : Netto;
        return Importo.Somma(voci.Select(voce =>
            Importo.TryParse(bozza.Testo(PercorsoAd4.QuadroInUso(bozza, aggiudicazione, voce)), null, out var importo)
                ? importo
                : Importo.Zero));
    }

    /// <summary>Returns the largest amount of a draft that takes of the massimale, with its path. Returns null when there is none.</summary>
    public static (string Percorso, Importo Importo)? Maggiore(BozzaAd4 bozza, ErosioneMassimale erosione)
    {
        var voci = erosione == ErosioneMassimale.NettoConSicurezzaEOpzioni ? Netto.Concat(Opzioni) : Netto;
        var scritte =
            from i in Enumerable.Range(0, Math.Max(1, bozza.Righe(PercorsoAd4.Aggiudicazioni)))
            from voce in voci
            let percorso = PercorsoAd4.QuadroInUso(bozza, i, voce)
            let importo = Importo.TryParse(bozza.Testo(percorso), null, out var letto) ? letto : Importo.Zero
            where importo > Importo.Zero
            orderby importo descending
            select (percorso, importo);
        return scritte.Cast<(string, Importo)?>().FirstOrDefault();
    }

    /// <summary>
    /// Returns the whole quadro economico of an adhesion, which the finanziamenti have to cover: all its amounts, the somme a disposizione
    /// with the IVA included. In a concession the money of the users and what the concessionaire pays to the Ente need no funding.
    /// Source: ANAC, npa issues 1864 and 1892; for concessions our reading.
    /// </summary>
    public static Importo QuadroIntero(BozzaAd4 bozza, int aggiudicazione)
    {
        var quadro = PercorsoAd4.QuadroInUso(bozza, aggiudicazione, "");
        return Importo.Somma(CatalogoAd4.CampiDi(SezioneAd4.QuadroEconomico)
            .Select(c => c.Percorso.Replace("*", aggiudicazione.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            .Where(p => p.StartsWith(quadro, StringComparison.Ordinal) && !DiAltri.Contains(p[quadro.Length..]))
            .Select(p => Importo.TryParse(bozza.Testo(p), null, out var importo) ? importo : Importo.Zero));
    }

    /// <summary>Returns the total amount of all the adhesions of a draft.</summary>
    public static Importo Totale(BozzaAd4 bozza, ErosioneMassimale erosione) =>
        Importo.Somma(Enumerable.Range(0, Math.Max(1, bozza.Righe(PercorsoAd4.Aggiudicazioni))).Select(i => Calcola(bozza, i, erosione)));
}
