namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// Checks that the document of a draft, as it would be sent or exported, is one that ANAC's schema accepts, and that each code carries the
/// name of its own list. It names the field of each difference in the user's words.
/// </summary>
/// <remarks>
/// <see cref="SchemaAd4"/> says what ANAC's schema says, which does not name the list of a code. <see cref="CompletezzaAd4"/> reports most
/// differences more exactly, as missing or wrong fields, and takes from here the ones that it has no words for.
/// </remarks>
public static class ConformitaAd4
{
    /// <summary>The code of a segnalazione about a datum that ANAC's schema refuses.</summary>
    public const string Codice = "ad4.schema";

    /// <summary>Returns one segnalazione for each field at which the document differs. The list is empty when ANAC's schema accepts it.</summary>
    public static IReadOnlyList<Segnalazione> Controlla(BozzaAd4 bozza)
    {
        var violazioni = SchemaAd4.Controlla(bozza.Scheda.Json());
        return
        [
            .. violazioni.Select(Segnalata)
                .Concat(AltreListe(bozza))
                .DistinctBy(s => s.Percorso),
        ];
    }

    private static Segnalazione Segnalata(ViolazioneSchema violazione)
    {
        var percorso = violazione.Puntatore.TrimStart('/');
        var campo = CampoPiuVicino(percorso);
        var etichetta = CatalogoAd4.Trova(campo)!.Etichetta;
        return violazione.ParolaChiave == "required" && !Membro(percorso)
            ? new Segnalazione(TipoSegnalazione.Mancante, Codice, campo, $"Compila «{etichetta}».")
            : new Segnalazione(TipoSegnalazione.Errato, Codice, campo, violazione.ParolaChiave switch
            {
                "minLength" or "maxLength" or "minimum" or "maximum" => $"{etichetta}: {violazione.Messaggio}",
                _ => $"{etichetta}: il dato non è scritto come ANAC chiede, e la scheda sarebbe rifiutata. Scrivilo di nuovo.",
            });
    }

    /// <summary>Returns the coded fields whose code does not carry the name of the field's own list.</summary>
    private static IEnumerable<Segnalazione> AltreListe(BozzaAd4 bozza) =>
        from campo in CatalogoAd4.Campi
        where campo.Lista is not null
        from percorso in CatalogoAd4.Concreti(campo.Percorso, bozza)
        where bozza.SiApplica(percorso)
        let errore = bozza.Errore(percorso)
        where errore?.Code == "ad4.lista-diversa"
        select new Segnalazione(TipoSegnalazione.Errato, errore.Code, percorso, $"{campo.Etichetta}: {errore.Message}");

    /// <summary>Says whether the path leads to a member of a coded value, which is not a field of its own.</summary>
    private static bool Membro(string percorso) =>
        percorso.LastIndexOf('/') is var taglio and > 0 && CatalogoAd4.Trova(percorso[..taglio]) is not null;

    /// <summary>
    /// Returns the path of the field with an input at a place of the document, else of the first one below it, else of the first one below
    /// the nearest object around it.
    /// </summary>
    private static string CampoPiuVicino(string percorso)
    {
        for (var qui = percorso; qui.Length > 0; qui = qui.LastIndexOf('/') is var taglio and > 0 ? qui[..taglio] : "")
        {
            if (CatalogoAd4.Trova(qui) is { NellaMaschera: true })
            {
                return qui;
            }

            if (PercorsoAd4.Modello(qui) is { } modello
                && CatalogoAd4.Campi.FirstOrDefault(c => c.NellaMaschera && PercorsoAd4.Sotto(c.Percorso, modello)) is { } primo)
            {
                return qui + primo.Percorso[modello.Length..].Replace("*", "0", StringComparison.Ordinal);
            }
        }

        return PercorsoAd4.Oggetto;
    }
}
