using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// Finds the values that a list of the scheda has twice. Texts are compared as codes, so that case, blanks and braces do not hide a
/// repetition.
/// </summary>
/// <remarks>
/// ANAC refuses a codice fiscale that stands twice among the participants of an award, also in two roles (ERR74, ERR114; ANAC, npa issue
/// 2235). The later row gets the error.
/// </remarks>
internal static class RipetizioniAd4
{
    /// <summary>Returns the error of a text that an earlier row of its list has already, or null when no earlier row has it.</summary>
    public static Error? Errore(BozzaAd4 bozza, CampoAd4 campo, string percorso, string testo)
    {
        var membro = campo.Percorso[(campo.Percorso.LastIndexOf('/') + 1)..];
        var (lista, posto) = campo.InLista ? Riga(percorso) : Riga(percorso[..Math.Max(0, percorso.LastIndexOf('/'))]);
        return (campo.InLista, campo.Percorso) switch
        {
            (true, _) when Prima(posto, j => bozza.Testo($"{lista}/{j}"), testo) is { } riga =>
                new Error("ad4.ripetuto", $"{TypedText.Citato(testo)} è già alla riga {riga + 1}: togli una delle due.", percorso),
            (_, CatalogoAd4.CodiceFiscaleOperatore) when Prima(posto, j => bozza.Testo($"{lista}/{j}/{membro}"), testo) is { } riga =>
                new Error(
                    "ad4.partecipante-ripetuto",
                    $"È già il codice dell'operatore {riga + 1}: ANAC rifiuta la scheda con lo stesso codice fiscale due volte (ERR74, ERR114), anche in ruoli "
                        + "diversi. Tieni una sola riga, con il ruolo con cui l'operatore esegue il contratto.",
                    percorso),
            (_, CatalogoAd4.CodiceFiscaleEnte) when Prima(posto, j => Stazione(bozza, $"{lista}/{j}"), Stazione(bozza, $"{lista}/{posto}")) is { } riga =>
                new Error(
                    "ad4.stazione-ripetuta",
                    $"È già la stazione appaltante della riga {riga + 1}, con lo stesso centro di costo: togli una delle due righe.",
                    percorso),
            (_, CatalogoAd4.IdentificativoLotto) when Prima(posto, j => bozza.Testo($"{lista}/{j}/{membro}"), testo) is { } riga =>
                new Error("ad4.lotto-ripetuto", $"È già l'identificativo dell'adesione {riga + 1}: ogni adesione della scheda ha il suo.", percorso),
            _ => null,
        };
    }

    private static string? Stazione(BozzaAd4 bozza, string riga) => bozza.Testo(riga + "/codiceFiscale") is { } codice
        ? $"{CodeText.Pulisci(codice)} {CodeText.Pulisci(bozza.Testo(riga + "/codiceCentroCosto"))}"
        : null;

    private static int? Prima(int posto, Func<int, string?> valore, string? testo) =>
        Enumerable.Range(0, posto).Where(j => valore(j) is { Length: > 0 } altro && CodeText.Uguali(altro, testo)).Select(j => (int?)j).FirstOrDefault();

    private static (string Lista, int Posto) Riga(string percorso)
    {
        var taglio = percorso.LastIndexOf('/');
        return taglio > 0 && PercorsoAd4.Posizione(percorso[(taglio + 1)..]) is { } posto ? (percorso[..taglio], posto) : ("", 0);
    }
}
