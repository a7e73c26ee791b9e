using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The kind of a segnalazione, which is a problem found in a draft.</summary>
public enum TipoSegnalazione
{
    /// <summary>A field that must be filled in is empty.</summary>
    Mancante,

    /// <summary>The text of a field cannot be read, or is not (or is no longer) a code of the field's list.</summary>
    Errato,

    /// <summary>The scheda breaks one of the rules that ANAC runs on it (<see cref="RegoleAnac"/>), so ANAC would refuse it.</summary>
    RegolaAnac,

    /// <summary>The text is probably wrong. The draft may go on when the user gives a reason, which enters the registro.</summary>
    Avviso,
}

/// <summary>One problem of a draft, to be corrected or explained before the request of the CIG on the portal.</summary>
/// <param name="Tipo">The kind of the problem.</param>
/// <param name="Codice">The code: <c>ad4.mancante</c>, the code of the <see cref="Common.Error"/>, or ANAC's code (<c>REG18</c>).</param>
/// <param name="Percorso">The concrete path of the field that gets the cursor.</param>
/// <param name="Messaggio">The message in Italian: what is wrong and what to do.</param>
public sealed record Segnalazione(TipoSegnalazione Tipo, string Codice, string Percorso, string Messaggio)
{
    /// <summary>
    /// The texts of fields that would correct the problem, each with its concrete path, when they are known. The editor offers a button
    /// that writes them. Empty when no correction is known.
    /// </summary>
    public IReadOnlyList<(string Percorso, string Testo)> Proposta { get; init; } = [];

    /// <summary>
    /// The reasons that users most often have for going past this avviso, as the editor offers them. Empty when there is no usual reason.
    /// </summary>
    public IReadOnlyList<string> MotiviProposti { get; init; } = [];

    /// <summary>
    /// The key that identifies the problem within the draft. The reason that a user gives for an avviso is stored under it.
    /// </summary>
    public string Chiave => $"{Codice} {Percorso}";

    /// <summary>Says whether the draft cannot become ready until the problem is corrected. Every kind does so, except an avviso.</summary>
    public bool Ferma => Tipo != TipoSegnalazione.Avviso;

    /// <summary>
    /// Says whether an avviso only informs and asks for no reason, because a later check refuses what it announces. Default: false.
    /// </summary>
    public bool SoloInforma { get; init; }

    /// <summary>Says whether the draft may go on only when the user gives a reason for this problem.</summary>
    public bool VuoleMotivo => !Ferma && !SoloInforma;
}

/// <summary>
/// The check that finds the fields of a draft that are missing or wrong by the catalogo dei campi, ANAC's code lists and ANAC's rules. It
/// does not compare the draft with its Convenzione, Lotto and Ente.
/// </summary>
/// <remarks>
/// Order: that of the editor (section, then row, then field). A field that is mandatory only because of a rule of ANAC is reported once, as
/// a broken rule. The first row of a mandatory list counts as existing even when nothing is typed in it.
/// </remarks>
public static class CompletezzaAd4
{
    /// <summary>Returns every problem of a draft, in the order of the editor. The list is empty when there is none.</summary>
    /// <param name="bozza">The draft to check.</param>
    /// <param name="liste">The code lists in force.</param>
    /// <param name="oggi">The day on which the codes must be valid, in Rome.</param>
    public static IReadOnlyList<Segnalazione> Controlla(BozzaAd4 bozza, RaccoltaListe liste, DateOnly oggi)
    {
        var regole = RegoleAnac.Controlla(bozza.Scheda)
            .Where(r => !ScrittoMale(bozza, r.Percorso))
            .Select(r => new Segnalazione(TipoSegnalazione.RegolaAnac, r.Codice, r.Percorso, r.Messaggio))
            .ToList();
        var giaDette = regole.Select(r => r.Percorso).ToHashSet(StringComparer.Ordinal);
        List<Segnalazione> trovate =
        [
            .. CatalogoAd4.Campi
                .SelectMany(campo => DelCampo(campo, bozza, liste, oggi))
                .Where(s => s.Tipo != TipoSegnalazione.Mancante || !giaDette.Contains(s.Percorso) || CatalogoAd4.Trova(s.Percorso)!.Obbligo == Obbligo.Sempre),
            .. regole,
        ];
        return
        [
            .. trovate
                .Concat(ConformitaAd4.Controlla(bozza).Where(d => !trovate.Any(s => s.Percorso == d.Percorso)))
                .OrderBy(s => s, Comparer<Segnalazione>.Create(NellOrdineDellEditor)),
        ];
    }

    /// <summary>
    /// Returns the text that would put a wrong field right, when only one can be meant: the code that took the place of an ended one, or
    /// the same text written in ANAC's form. Returns nothing when the user has to decide.
    /// </summary>
    private static IReadOnlyList<(string Percorso, string Testo)> Proposta(
        CampoAd4 campo, string percorso, string testo, Error errore, RaccoltaListe liste, DateOnly oggi)
    {
        var nuovo = errore.Code switch
        {
            "ad4.lista-diversa" or "ad4.data-senza-ora" => testo,
            _ => Correzione(errore.Code, testo) ?? liste.Trova(campo.Lista)?.Successore(testo, oggi)?.Codice,
        };
        var vale = nuovo is not null && (campo.Lista is null || liste.Trova(campo.Lista)?.Errore(nuovo, oggi) is null);
        return vale ? [(percorso, nuovo!)] : [];
    }

    /// <summary>
    /// Returns the reason why the text of the field is wrong: it cannot be read, or it is not a valid code of its list on that day. Returns
    /// null when the field is empty or right.
    /// </summary>
    public static Error? Errore(BozzaAd4 bozza, string percorso, RaccoltaListe liste, DateOnly oggi)
    {
        if (CatalogoAd4.Trova(percorso) is not { } campo || bozza.Testo(percorso) is not { Length: > 0 } testo)
        {
            return null;
        }

        // A text without digits is first looked up in the list. The form of a code is explained only to a user who typed one.
        var parole = campo.Lista is not null && !testo.Any(char.IsAsciiDigit);
        return (parole ? CodiceNonValido(campo, percorso, testo, liste, oggi) : null)
            ?? bozza.Errore(percorso)
            ?? CodiceNonValido(campo, percorso, testo, liste, oggi)
            ?? RipetizioniAd4.Errore(bozza, campo, percorso, testo);
    }

    private static IEnumerable<Segnalazione> DelCampo(CampoAd4 campo, BozzaAd4 bozza, RaccoltaListe liste, DateOnly oggi) =>
        campo.InLista
            ? CatalogoAd4.Concreti(campo.Percorso[..^2], bozza, almenoUna: true).SelectMany(lista => DellaLista(campo, lista, bozza, liste, oggi))
            : CatalogoAd4.Concreti(campo.Percorso, bozza, almenoUna: true).SelectMany(percorso => DelValore(campo, percorso, bozza, liste, oggi));

    /// <summary>
    /// Returns the problems of a list of values, such as the CUP. One filled-in value is enough for a mandatory list, and blank rows are
    /// ignored.
    /// </summary>
    private static IEnumerable<Segnalazione> DellaLista(CampoAd4 campo, string lista, BozzaAd4 bozza, RaccoltaListe liste, DateOnly oggi)
    {
        if (!campo.Applicabilita.Vale(bozza, lista + "/0"))
        {
            return [];
        }

        var scritte = CatalogoAd4.Concreti(lista + "/*", bozza).Where(p => bozza.Testo(p) is not null).ToList();
        if (scritte.Count == 0)
        {
            var prima = lista + "/0";
            return campo.Obbligo.Vale(bozza, prima) && !bozza.Contiene(lista) ? [Mancante(campo, prima)] : [];
        }

        return scritte.SelectMany(percorso => DelValore(campo, percorso, bozza, liste, oggi));
    }

    private static IEnumerable<Segnalazione> DelValore(CampoAd4 campo, string percorso, BozzaAd4 bozza, RaccoltaListe liste, DateOnly oggi)
    {
        // A field without an input has no place where somebody could correct it, and what is wrong in it is not sent.
        if (!campo.NellaMaschera || !campo.Applicabilita.Vale(bozza, percorso))
        {
            return [];
        }

        var testo = bozza.Testo(percorso);
        if (string.IsNullOrWhiteSpace(testo))
        {
            return campo.Obbligo.Vale(bozza, percorso) ? [Mancante(campo, percorso)] : [];
        }

        if (Errore(bozza, percorso, liste, oggi) is not { } errore)
        {
            return [];
        }

        var proposta = Proposta(campo, percorso, testo, errore, liste, oggi);
        return [new Segnalazione(TipoSegnalazione.Errato, errore.Code, percorso, $"{campo.Etichetta}: {errore.Message}") { Proposta = proposta }];
    }

    /// <summary>
    /// Returns the text that would put right a code that lost its leading zeros or that has a slash in it. Returns null when no text is known.
    /// </summary>
    private static string? Correzione(string errore, string testo) => errore switch
    {
        CodiceFiscale.ZeroIniziale => CodeText.ConGliZeriIniziali(new string([.. testo.Where(char.IsAsciiDigit)])),
        IdentificativoOperatore.Barra => new string([.. testo.Where(c => c is not ('/' or '\\'))]) is var senza
            && IdentificativoOperatore.TryParse(senza, null, out var codice) ? codice.Valore : null,
        _ => null,
    };

    private static Segnalazione Mancante(CampoAd4 campo, string percorso) => new(
        TipoSegnalazione.Mancante,
        "ad4.mancante",
        percorso,
        campo.Obbligo.Condizionato ? $"Compila «{campo.Etichetta}»: obbligatorio {campo.Obbligo.Nome}." : $"Compila «{campo.Etichetta}».");

    private static Error? CodiceNonValido(CampoAd4 campo, string percorso, string codice, RaccoltaListe liste, DateOnly oggi)
    {
        // CigHub has only the Italian NUTS codes, so a place abroad is not checked.
        if (campo.Lista is null || liste.Trova(campo.Lista) is not { } lista
            || (campo.Tipo == TipoCampo.CodNuts && !codice.StartsWith("IT", StringComparison.Ordinal)))
        {
            return null;
        }

        return lista.Errore(codice, oggi) is { } errore ? errore with { Field = percorso } : null;
    }

    /// <summary>
    /// Says whether the text of the field cannot be read. Such a field is reported once, as wrong. ANAC's rule would see it as empty and
    /// report it as missing, so its report is dropped.
    /// </summary>
    private static bool ScrittoMale(BozzaAd4 bozza, string percorso) => bozza.TestiNonLeggibili.ContainsKey(percorso);

    private static int NellOrdineDellEditor(Segnalazione a, Segnalazione b)
    {
        var (campoA, campoB) = (CatalogoAd4.Trova(a.Percorso)!, CatalogoAd4.Trova(b.Percorso)!);
        var perSezione = campoA.Sezione.CompareTo(campoB.Sezione);
        if (perSezione != 0)
        {
            return perSezione;
        }

        // Within a section the rows of a list of objects come one after the other, each with its fields.
        var (righeA, righeB) = (RigheDiOggetti(campoA, a.Percorso), RigheDiOggetti(campoB, b.Percorso));
        for (var i = 0; i < Math.Min(righeA.Count, righeB.Count); i++)
        {
            if (righeA[i] != righeB[i])
            {
                return righeA[i].CompareTo(righeB[i]);
            }
        }

        var perCampo = campoA.Ordine.CompareTo(campoB.Ordine);
        return perCampo != 0 ? perCampo : string.CompareOrdinal(a.Percorso, b.Percorso);
    }

    private static IReadOnlyList<int> RigheDiOggetti(CampoAd4 campo, string percorso)
    {
        var posizioni = PercorsoAd4.Posizioni(percorso);
        return campo.InLista ? [.. posizioni.SkipLast(1)] : posizioni;
    }
}
