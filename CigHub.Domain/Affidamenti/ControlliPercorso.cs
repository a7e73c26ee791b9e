using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The checks on a new version of the percorso through the portal, so that a RUP who follows it arrives at a CIG.</summary>
public static class ControlliPercorso
{
    /// <summary>Maximum number of steps in a path.</summary>
    public const int MaxPassi = 20;

    /// <summary>Maximum number of values in a step.</summary>
    public const int MaxValori = 60;

    /// <summary>Maximum length of a step's text and of a value's caption, in characters.</summary>
    public const int MaxTesto = 200;

    /// <summary>
    /// Returns every error of the steps, each with the field of its step or value (<c>Passi/2</c>, <c>Passi/2/Valori/0</c>, positions from
    /// 0). The list is empty when the version may be published.
    /// </summary>
    public static IEnumerable<Error> Errori(IReadOnlyList<PassoPortale> passi)
    {
        var richiesta = SeguitoDelPercorso.DellaRichiesta(passi);
        if (richiesta.Count is 0 or > MaxPassi || SeguitoDelPercorso.Fasi.Any(f => passi.Count(p => SeguitoDelPercorso.FaseDi(p) == f) > MaxPassi))
        {
            return [new Error("percorso.passi", $"Un percorso ha da 1 a {MaxPassi} passi.", "Passi")];
        }

        return [.. passi.SelectMany(DelPasso), .. DeiSegni(richiesta), .. DelSeguito(passi), .. DeiDoppioni(richiesta)];
    }

    /// <summary>
    /// Says whether two lists of steps have the same texts and values in the same order. The numbers of the steps are not compared.
    /// </summary>
    internal static bool Uguali(IReadOnlyList<PassoPortale> a, IReadOnlyList<PassoPortale> b) =>
        a.Count == b.Count && a.Zip(b).All(x =>
            (x.First with { Numero = 0, Valori = x.Second.Valori }) == (x.Second with { Numero = 0 }) && x.First.Valori.SequenceEqual(x.Second.Valori));

    private static IEnumerable<Error> DelPasso(PassoPortale passo, int i)
    {
        var posto = string.Create(CultureInfo.InvariantCulture, $"Passi/{i}");
        if (string.IsNullOrWhiteSpace(passo.Testo) || passo.Testo.Length > MaxTesto)
        {
            yield return new Error(
                "percorso.testo",
                $"Scrivi che cosa fare a questo passo, con le parole del portale e in al massimo {MaxTesto} caratteri.",
                posto);
        }

        if (passo.Valori.Count > MaxValori)
        {
            yield return new Error("percorso.troppi-valori", $"Un passo può avere al massimo {MaxValori} valori: dividilo in due.", posto);
        }

        for (var j = 0; j < passo.Valori.Count; j++)
        {
            var (percorso, didascalia, formato) = passo.Valori[j];
            var posto2 = string.Create(CultureInfo.InvariantCulture, $"{posto}/Valori/{j}");
            if (string.IsNullOrWhiteSpace(didascalia) || didascalia.Length > MaxTesto)
            {
                yield return new Error("percorso.didascalia", $"Scrivi la didascalia come compare sul portale, in al massimo {MaxTesto} caratteri.", posto2);
            }

            if (SeguitoDelPercorso.FaseDi(passo) is not null)
            {
                if (SeguitoDelPercorso.Campi.All(c => c.Percorso != percorso))
                {
                    yield return new Error("percorso.campo", "Scegli quale dato dell'operazione va in questa casella.", posto2);
                }
            }
            else if (CampiDelPercorso.Trova(percorso) is not { } campo)
            {
                yield return new Error("percorso.campo", "Scegli quale dato della scheda va in questa casella.", posto2);
            }
            else if (!FormatoValoreWords.AmmessiPer(campo).Contains(formato))
            {
                yield return new Error(
                    "percorso.formato",
                    $"«{campo.Etichetta}» non si può scrivere in questo formato: scegline uno di quelli offerti.",
                    posto2);
            }
        }
    }

    /// <summary>
    /// Checks the marks of the steps. Exactly one step opens the portal, one asks for the rilettura and one waits for the CIG, in this
    /// order, and the last step waits for the CIG. Values may stand only from the step that opens the portal to the one before the CIG.
    /// </summary>
    private static IEnumerable<Error> DeiSegni(IReadOnlyList<PassoPortale> passi)
    {
        (string Codice, string Parole, List<int> Dove)[] segni =
        [
            ("percorso.apertura", "apre il portale", Dove(passi, p => p.ApreIlPortale)),
            ("percorso.rilettura", "chiede di rileggere prima di «Richiedi CIG»", Dove(passi, p => p.ChiedeRilettura)),
            ("percorso.cig", "attende il CIG Derivato", Dove(passi, p => p.AttendeIlCig)),
        ];
        foreach (var (codice, parole, dove) in segni)
        {
            if (dove.Count != 1)
            {
                yield return new Error(codice, $"Esattamente un passo {parole}: ora sono {dove.Count}.", "Passi");
            }
        }

        if (segni.All(s => s.Dove.Count == 1))
        {
            var (apre, rilegge, cig) = (segni[0].Dove[0], segni[1].Dove[0], segni[2].Dove[0]);
            if (apre > rilegge || rilegge >= cig || cig != passi.Count - 1)
            {
                yield return new Error(
                    "percorso.ordine",
                    "L'ordine è: si apre il portale, si rilegge prima di «Richiedi CIG», e l'ultimo passo attende il CIG Derivato.",
                    "Passi");
            }
            else if (Dove(passi, p => p.Valori.Count > 0).Any(i => i < apre || i >= cig))
            {
                yield return new Error("percorso.valori-fuori", "I valori da copiare stanno nei passi tra l'apertura del portale e il CIG Derivato.", "Passi");
            }
        }
    }

    /// <summary>
    /// Checks the phases after the request that the version has. Each operation has exactly one step that asks to read the data again.
    /// </summary>
    private static IEnumerable<Error> DelSeguito(IReadOnlyList<PassoPortale> passi) =>
        from fase in SeguitoDelPercorso.Fasi
        let suoi = passi.Where(p => SeguitoDelPercorso.FaseDi(p) == fase).ToList()
        where suoi.Count > 0 && (suoi.Any(p => p.AttendeIlCig) || suoi.Count(p => p.ChiedeRilettura) != (fase == FaseDelSeguito.EsitoDaVerificare ? 0 : 1))
        select new Error(
            "percorso.seguito",
            $"In «{fase.Nome()}» {(fase == FaseDelSeguito.EsitoDaVerificare ? "nessun passo chiede" : "esattamente un passo chiede")} di rileggere i dati, "
                + "e nessuno attende il CIG Derivato.",
            "Passi");

    private static IEnumerable<Error> DeiDoppioni(IReadOnlyList<PassoPortale> passi) =>
        from v in passi.SelectMany((p, i) => p.Valori.Select((v, j) => (
            Valore: v,
            Posto: string.Create(CultureInfo.InvariantCulture, $"Passi/{i}/Valori/{j}"))))
        group v by (v.Valore.Percorso, v.Valore.Didascalia) into stesso
        from doppio in stesso.Skip(1)
        select new Error("percorso.doppio", $"«{doppio.Valore.Didascalia}» c'è già con lo stesso dato: toglila da uno dei due posti.", doppio.Posto);

    private static List<int> Dove(IReadOnlyList<PassoPortale> passi, Func<PassoPortale, bool> quale) =>
        [.. Enumerable.Range(0, passi.Count).Where(i => quale(passi[i]))];
}
