using System.Security.Cryptography;
using System.Text;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>
/// The comparison of the portal's list with CigHub: the outcome of each row, and the Affidamenti under request that are not in the list.
/// </summary>
/// <param name="NonRisultano">
/// The Affidamenti whose CIG is being requested and that no row corresponds to. They are only shown, because the list may have been
/// filtered.
/// </param>
public sealed partial record ConfrontoElenco(IReadOnlyList<RigaConfrontata> Righe, IReadOnlyList<AffidamentoNoto> NonRisultano)
{
    /// <summary>The code of the error for a row with another CIG than the one that CigHub has.</summary>
    public const string CodiceAltroCig = "elenco.altro-cig";

    /// <summary>The code of the note on a row with a CIG that CigHub has as one too many.</summary>
    public const string CodiceCigInPiu = "elenco.cig-in-piu";

    private static readonly Error _giaUsato = RegoleCigDerivato.GiaUsato with { Field = ColonnaPortale.CigDerivato.Nome() };

    public int Quante(EsitoConfronto esito) => Righe.Count(r => r.Esito == esito);

    /// <summary>
    /// Returns a fingerprint of rows, outcomes, CIG, candidates and their versions. When it has changed between the preview and the user's
    /// confirmation, the user must see the new comparison first. It is a SHA-256 in lower-case hexadecimal.
    /// </summary>
    public string Impronta()
    {
        var testo = new StringBuilder();
        foreach (var r in Righe)
        {
            testo.Append(r.Riga.Numero).Append('|').Append(r.Esito).Append('|').Append(r.Riga.CigDerivato?.Valore);
            foreach (var candidato in r.Candidati)
            {
                testo.Append('|').Append(candidato.AggiudicazioneId).Append(':').Append(candidato.Affidamento.Version);
            }

            testo.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(testo.ToString())));
    }

    /// <summary>
    /// Compares every row of the list with the Affidamenti of the Ente. A row is matched by our Titolo documento (or the number with which
    /// it begins), else by a CIG Derivato already recorded, else by a Registro di Sistema already recorded, else by CIG Padre, amount and
    /// supplier when only one row and one Affidamento have them. When the match is not certain, the user decides.
    /// </summary>
    public static ConfrontoElenco Confronta(IReadOnlyList<RigaPortale> righe, ContestoElenco contesto)
    {
        var indici = new Indexes(contesto.Affidamenti);
        var ripetuti = righe.Where(r => r.CigDerivato is not null).GroupBy(r => r.CigDerivato!).Where(g => g.Count() > 1)
            .ToDictionary(g => g.Key, g => g.Select(r => r.Numero).ToList());
        var esiti = new RigaConfrontata?[righe.Count];
        var legami = new Link?[righe.Count];
        for (var i = 0; i < righe.Count; i++)
        {
            var errori = Errori(righe[i], contesto, ripetuti);
            if (errori.Count > 0)
            {
                esiti[i] = new RigaConfrontata(righe[i], EsitoConfronto.NonLeggibile, errori, null, [], null);
            }

            // A row that cannot be read is matched all the same, because its Affidamento is not missing from the list.
            legami[i] = indici.Forte(righe[i]);
        }

        var presi = legami.OfType<Link>().SelectMany(l => l.Affidamenti).Select(a => a.Id).ToHashSet();
        var sciolte = Enumerable.Range(0, righe.Count).Where(i => esiti[i] is null && legami[i] is null).ToList();
        var quante = sciolte.GroupBy(i => Key.Of(righe[i])).ToDictionary(g => g.Key, g => g.Count());
        foreach (var i in sciolte)
        {
            legami[i] = indici.Debole(righe[i], presi, quante[Key.Of(righe[i])]);
        }

        for (var i = 0; i < righe.Count; i++)
        {
            esiti[i] ??= legami[i] is { } legame ? Valuta(righe[i], legame, contesto) : SoloSulPortale(righe[i], contesto);
        }

        var visti = presi.Concat(legami.OfType<Link>().SelectMany(l => l.Affidamenti).Select(a => a.Id)).ToHashSet();
        return new ConfrontoElenco(Contese([.. esiti.Select(e => e!)]), [.. contesto.Affidamenti.Where(a => a.SulPortale && !visti.Contains(a.Id))]);
    }

    private static List<Error> Errori(RigaPortale riga, ContestoElenco contesto, Dictionary<Cig, List<int>> ripetuti)
    {
        var errori = riga.Errori.ToList();
        if (riga.CigDerivato is not { } cig || errori.Count > 0)
        {
            return errori;
        }

        Error?[] rifiuti = [RegoleCigDerivato.EIlPadre(cig, contesto.Padri), contesto.Regole.DiPalestra(cig)];
        errori.AddRange(rifiuti.OfType<Error>().Select(e => e with { Field = ColonnaPortale.CigDerivato.Nome() }));

        if (ripetuti.TryGetValue(cig, out var dove))
        {
            errori.Add(new Error(
                "elenco.cig-ripetuto",
                $"Il CIG {cig} è scritto alle righe {string.Join(", ", dove)}: ogni adesione ha il suo. Controllale sul portale.",
                ColonnaPortale.CigDerivato.Nome()));
        }

        return errori;
    }

    private static RigaConfrontata SoloSulPortale(RigaPortale riga, ContestoElenco contesto)
    {
        if (riga.CigDerivato is { } cig && contesto.DiAltri.Contains(cig))
        {
            return new RigaConfrontata(riga, EsitoConfronto.Contraddice, [_giaUsato], null, [], null);
        }

        List<Error> perche = NumeroAffidamento.InTesta(riga.Titolo) is { } numero && contesto.Eliminati.Contains(numero)
            ? [new Error("elenco.eliminato", $"In CigHub {numero} è stato eliminato: se sul portale esiste davvero, adottalo da qui.")]
            : [];
        return new RigaConfrontata(riga, EsitoConfronto.SoloSulPortale, perche, null, [], null);
    }

    private static RigaConfrontata Valuta(RigaPortale riga, Link legame, ContestoElenco contesto)
    {
        if (riga.CigDerivato is { } usato && contesto.DiAltri.Contains(usato))
        {
            return Contrasto(riga, legame, _giaUsato);
        }

        if (legame.Altrui is { } altrui)
        {
            return Contrasto(riga, legame, new Error(
                "elenco.cig-di-un-altro",
                $"Il titolo dice {legame.Affidamenti[0].Numero}, ma in CigHub il CIG {riga.CigDerivato} è di {altrui.Numero}: "
                    + "verifica sul portale quale dei due vale."));
        }

        if (legame.Affidamenti.Count > 1 || !legame.Certo)
        {
            return legame.Affidamenti.Count > 1
                ? Dubbio(
                    riga,
                    legame,
                    "elenco.piu-candidati",
                    $"Può essere uno di {Plural.Of(legame.Affidamenti.Count, "affidamento", "affidamenti")}",
                    "scegli quale, oppure lascia fuori la riga.")
                : Dubbio(
                    riga,
                    legame,
                    "elenco.piu-candidati",
                    "CIG Padre e importo sono gli stessi, ma non basta a riconoscerlo",
                    "di' se è questo, oppure lascia fuori la riga.");
        }

        var affidamento = legame.Affidamenti[0];
        if (riga.CigDerivato is { } inPiu && affidamento.CigInPiu.Contains(inPiu))
        {
            return new RigaConfrontata(riga, EsitoConfronto.Uguale, [new Error(
                CodiceCigInPiu,
                $"{inPiu} è registrato in CigHub come CIG in più: se il portale lo elenca ancora, verifica che sia annullato.")],
                legame.Come, [Candidato(riga, affidamento, affidamento.Aggiudicazioni[0].Id)], null);
        }

        var haGia = riga.CigDerivato is not null && affidamento.Aggiudicazioni.Any(g => g.Cig == riga.CigDerivato);
        if (!haGia && Discordi(riga, affidamento) is { Count: > 0 } discordi)
        {
            return Dubbio(
                riga,
                legame,
                "elenco.dati-diversi",
                $"È riconosciuto {legame.Come.Nome()}, ma {string.Join(" e ", discordi)}",
                "di' se è questo, oppure lascia fuori la riga.");
        }

        return riga.CigDerivato is { } dato ? ConCig(riga, dato, legame, affidamento) : SenzaCig(riga, legame, affidamento);
    }

    private static RigaConfrontata ConCig(RigaPortale riga, Cig cig, Link legame, AffidamentoNoto affidamento)
    {
        if (affidamento.Aggiudicazioni.FirstOrDefault(g => g.Cig == cig) is { } sua)
        {
            return DaFare(riga, legame, affidamento, sua.Id);
        }

        var libere = affidamento.Libere.ToList();
        if (libere.Count == 0 || !Transizioni.Ammessa(affidamento.Stato, AzioneAffidamento.RegistraDaElenco))
        {
            return Contrasto(riga, legame, affidamento.Aggiudicazioni.FirstOrDefault(g => g.Cig is not null) is { Cig: { } altro }
                ? new Error(
                    CodiceAltroCig,
                    $"CigHub ha il CIG {altro}, l'elenco dice {cig}: nulla si sovrascrive. Verifica sul portale quale vale; "
                        + "se sono due richieste, registra questo come CIG in più, da annullare.")
                : new Error("elenco.stato", $"In CigHub è «{affidamento.Stato.Nome()}»: il CIG {cig} non si può registrare."));
        }

        if (RegoleCigDerivato.NonDaPcp(cig) is { } vecchio)
        {
            return Contrasto(riga, legame, vecchio);
        }

        var adatte = affidamento.Aggiudicazioni.Count == 1 ? libere : [.. libere.Where(g => g.Importo == riga.ImportoAppalto)];
        if (adatte.Count != 1)
        {
            return Dubbio(
                riga,
                legame,
                "elenco.quale-adesione",
                "L'affidamento ha più adesioni e l'importo non dice di quale è questo CIG",
                "scegli l'adesione, oppure lascia fuori la riga.");
        }

        return affidamento.Stato == StatoAffidamento.InLavorazione
            ? Dubbio(
                riga,
                legame,
                "elenco.in-lavorazione",
                "In CigHub la scheda è ancora in lavorazione",
                "se sul portale è proprio questa, il CIG si registra con l'importo della bozza, che poi non si modifica più.")
            : DaFare(riga, legame, affidamento, adatte[0].Id);
    }

    private static RigaConfrontata SenzaCig(RigaPortale riga, Link legame, AffidamentoNoto affidamento) =>
        riga.CigDerivatoScritto.Length == 0 && affidamento.Aggiudicazioni.All(g => g.Cig is not null) && affidamento.Aggiudicazioni[0].Cig is { } nostro
            ? Contrasto(riga, legame, new Error(
                "elenco.cig-assente",
                $"CigHub ha il CIG {nostro}, nell'elenco la casella è vuota: verifica sul portale che il CIG esista ancora."))
            : DaFare(riga, legame, affidamento, affidamento.Aggiudicazioni[0].Id);

    private static RigaConfrontata DaFare(RigaPortale riga, Link legame, AffidamentoNoto affidamento, Guid aggiudicazioneId)
    {
        var registra = Registra(riga, affidamento, aggiudicazioneId);
        List<Error> diversi = Discordi(riga, affidamento) is { Count: > 0 } discordi
            ? [new Error("elenco.dati-diversi", $"Nota: {string.Join(" e ", discordi)}.")]
            : [];
        return registra.Cambia.Count == 0
            ? new RigaConfrontata(riga, EsitoConfronto.Uguale, diversi, legame.Come, [Candidato(riga, affidamento, aggiudicazioneId)], null)
            : new RigaConfrontata(riga, EsitoConfronto.DaRegistrare, diversi, legame.Come, [Candidato(riga, affidamento, aggiudicazioneId)], registra);
    }

    private static RigaConfrontata Contrasto(RigaPortale riga, Link legame, Error perche) =>
        new(riga, EsitoConfronto.Contraddice, [perche], legame.Come, [.. legame.Affidamenti.Select(a => Candidato(riga, a, a.Aggiudicazioni[0].Id))], null);

    /// <summary>
    /// Returns the outcome of a row whose match is not certain. It offers only the adhesions on which the row may be recorded. When there
    /// are none, the row counts as one that contradicts CigHub.
    /// </summary>
    /// <param name="fatto">The fact that makes the match doubtful, without a full stop.</param>
    /// <param name="domanda">The words that ask the user to decide, used where there is a choice.</param>
    private static RigaConfrontata Dubbio(RigaPortale riga, Link legame, string codice, string fatto, string domanda)
    {
        var candidati = legame.Affidamenti.SelectMany(a => Offerte(riga, a).Select(g => Candidato(riga, a, g.Id))).ToList();
        return candidati.Count == 0
            ? Contrasto(riga, legame, new Error(
                codice, $"{fatto}. CigHub non registra nulla: l'affidamento ha già un altro CIG, o il CIG dell'elenco non è uno di quelli rilasciati ora."))
            : new RigaConfrontata(riga, EsitoConfronto.Dubbio, [new Error(codice, $"{fatto}: {domanda}")], legame.Come, candidati, null);
    }

    private static IEnumerable<AggiudicazioneNota> Offerte(RigaPortale riga, AffidamentoNoto a) =>
        !Transizioni.Ammessa(a.Stato, AzioneAffidamento.RegistraDaElenco) ? []
        : riga.CigDerivato is not { } cig ? a.Aggiudicazioni.Take(1)
        : RegoleCigDerivato.NonDaPcp(cig) is null ? a.Libere.Where(g => g.Importo > Importo.Zero)
        : [];
}
