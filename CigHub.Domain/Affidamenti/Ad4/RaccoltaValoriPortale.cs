using System.Globalization;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One value of a draft, in the form in which the user pastes it into the portal.</summary>
/// <param name="Percorso">The concrete path of the field, with the numbers of the rows in place of <c>*</c>.</param>
/// <param name="Etichetta">The label of the field, with the row's number when there are several rows.</param>
/// <param name="Valore">The value in the form that the portal wants.</param>
public sealed record ValorePerPortale(string Percorso, string Etichetta, string Valore);

/// <summary>
/// Collects the values of a draft in the order in which the portal's screen asks for them. The caller gives that order, because it is data
/// that changes with the portal. It consists of paths of the catalogo dei campi, with <c>*</c> for all the rows, or of concrete paths.
/// </summary>
public static class RaccoltaValoriPortale
{
    /// <summary>
    /// Returns the filled-in values, in the order of the paths. When consecutive paths go through the same list, its rows come one after
    /// the other. Money is <c>1234,50</c>, a day <c>24/11/2026</c>, a choice «codice – etichetta», a yes «Sì». Paths that are not in the
    /// catalogue are left out, because the portal's order may name a field of a later version.
    /// </summary>
    public static IReadOnlyList<ValorePerPortale> DaiPercorsi(
        BozzaAd4 bozza, IEnumerable<string> percorsi, RaccoltaListe liste, FormatoValore formato = FormatoValore.Consueto) =>
    [
        .. Espandi([.. percorsi], bozza)
            .Select(percorso => (Percorso: percorso, Campo: CatalogoAd4.Trova(percorso), Testo: bozza.Testo(percorso)))
            .Where(v => v.Campo is not null && !string.IsNullOrEmpty(v.Testo) && v.Campo.Applicabilita.Vale(bozza, v.Percorso))
            .Select(v => new ValorePerPortale(v.Percorso, Etichetta(v.Campo!, v.Percorso, bozza), formato.Scrivi(v.Campo!, v.Testo!, liste))),
    ];

    /// <summary>Converts the text that the editor shows for a field to the form in which the portal usually wants it.</summary>
    public static string Valore(CampoAd4 campo, string testo, RaccoltaListe liste) => campo.Tipo switch
    {
        TipoCampo.Euro => Importo.Leggi(testo).TryGet(out var importo) ? importo.ToString("P", CultureInfo.InvariantCulture) : testo,
        TipoCampo.SiNo => testo switch { "true" => "Sì", "false" => "No", _ => testo },
        _ when campo.Lista is { } lista => liste.Trova(lista)?.Trova(testo)?.InParole ?? testo,
        _ when campo.Scelte.FirstOrDefault(s => s.Codice == testo) is { } scelta => $"{testo} – {scelta.Etichetta}",
        _ => testo,
    };

    /// <summary>
    /// Replaces each <c>*</c> in the paths with the positions of the draft's rows. Consecutive paths of the same list are taken together,
    /// so that the values of a row stay together.
    /// </summary>
    private static IEnumerable<string> Espandi(IReadOnlyList<string> percorsi, BozzaAd4 bozza)
    {
        for (var i = 0; i < percorsi.Count;)
        {
            var lista = Lista(percorsi[i]);
            if (lista is null)
            {
                yield return percorsi[i++];
                continue;
            }

            var insieme = percorsi.Skip(i).TakeWhile(p => Lista(p) == lista).ToList();
            i += insieme.Count;
            for (var riga = 0; riga < bozza.Righe(lista); riga++)
            {
                var prefisso = $"{lista}/{riga}";
                foreach (var percorso in Espandi([.. insieme.Select(p => prefisso + p[(lista.Length + 2)..])], bozza))
                {
                    yield return percorso;
                }
            }
        }
    }

    private static string? Lista(string percorso) =>
        percorso.IndexOf("/*", StringComparison.Ordinal) is >= 0 and var stella ? percorso[..stella] : null;

    private static string Etichetta(CampoAd4 campo, string percorso, BozzaAd4 bozza)
    {
        var parti = percorso.Split('/');
        var numeri = Enumerable.Range(1, parti.Length - 1)
            .Where(i => PercorsoAd4.Posizione(parti[i]) is not null && bozza.Righe(string.Join('/', parti.Take(i))) > 1)
            .Select(i => (PercorsoAd4.Posizione(parti[i])!.Value + 1).ToString(CultureInfo.InvariantCulture))
            .ToList();
        return numeri.Count == 0 ? campo.Etichetta : $"{campo.Etichetta} ({string.Join('.', numeri)})";
    }
}
