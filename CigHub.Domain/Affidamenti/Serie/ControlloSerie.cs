using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti.Serie;

/// <summary>
/// Checks the rows of the sheet for many drafts. It builds for each row the draft that <em>Nuovo Affidamento</em> would build, with the
/// row's cells filled in. An empty cell may be filled in later in the editor. A cell that cannot be read, is in no list or contradicts the
/// Convenzione is an error.
/// </summary>
public static class ControlloSerie
{
    /// <summary>
    /// Maximum number of rows in one file. All the drafts are written in one transaction, and until it ends nobody else can write.
    /// </summary>
    public const int MaxRighe = 500;

    private static readonly string PrimoCup = PercorsoAd4.Aggiudicazione(0, "cupLotto/0");

    /// <summary>
    /// Checks the rows and returns the outcome of each, in the order given. <paramref name="primo"/> is the number that the first row's
    /// Affidamento would get.
    /// </summary>
    /// <param name="avanti">Receives the number of rows done so far.</param>
    public static IReadOnlyList<EsitoRiga> Controlla(
        IReadOnlyList<RigaSerie> righe, NumeroAffidamento primo, ContestoSerie contesto, Action<int>? avanti = null, CancellationToken ct = default)
    {
        var esiti = new List<EsitoRiga>(righe.Count);
        var visti = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var riga in righe)
        {
            ct.ThrowIfCancellationRequested();
            var esito = Riga(riga, primo with { Progressivo = primo.Progressivo + esiti.Count }, contesto);
            esiti.Add(esito with { Avvisi = [.. Ripetuti(riga, visti), .. CupRipetuti(riga)] });
            avanti?.Invoke(esiti.Count);
        }

        return esiti;
    }

    private static EsitoRiga Riga(RigaSerie riga, NumeroAffidamento numero, ContestoSerie contesto)
    {
        var errori = new List<Error>();
        var lotto = LottoDi(riga, contesto, errori);
        var partecipante = lotto is null ? null : FornitoreDi(riga, lotto, errori);
        var rupId = RupDi(riga, contesto, errori);
        var valori = ColonneDelFoglioSerie.Tutte.Where(c => c.Campo is not null).Select(c => (Colonna: c, Testo: CellReader.Leggi(riga, c, contesto, errori)))
            .Where(v => v.Testo is not null).ToDictionary(v => v.Colonna.Percorso!, v => v.Testo!);
        if (lotto is null)
        {
            return new EsitoRiga(riga, errori, [], null, rupId, null);
        }

        var bozza = BozzaDi(riga.Id, numero, lotto, partecipante ?? lotto.Fornitori[0].IdPartecipante, valori, contesto);
        errori.AddRange(Contraddizioni(riga, bozza, lotto, contesto, [.. errori.Select(e => e.Field!)]));
        return new EsitoRiga(riga, errori, [], lotto, rupId, errori.Count == 0 ? bozza : null);
    }

    private static BozzaAd4 BozzaDi(
        Guid id, NumeroAffidamento numero, Lotto lotto, Guid partecipante, Dictionary<string, string> valori, ContestoSerie contesto)
    {
        var prima = Precompilazione.Nuova(id, numero, contesto.Ente, lotto, partecipante, contesto.Ultima);
        if (valori.TryGetValue(PercorsoAd4.Oggetto, out var oggetto))
        {
            valori[PercorsoAd4.Aggiudicazione(0, "datiBase/oggetto")] = oggetto;
            var proposto = numero.Titolo(oggetto);
            valori.TryAdd(
                PercorsoAd4.TitoloDocumento,
                proposto.Length <= LimitiAd4.TitoloDocumento ? proposto : proposto[..LimitiAd4.TitoloDocumento].TrimEnd());
        }

        if (valori.Remove(PrimoCup, out var cup))
        {
            foreach (var (i, uno) in cup.Split('\n').Index())
            {
                valori[PercorsoAd4.Aggiudicazione(0, $"cupLotto/{i}")] = uno;
            }
        }

        return ValoriDerivati.Aggiorna(prima, prima.ConValori(valori.Select(v => (v.Key, (string?)v.Value))), contesto.Convenzione.Erosione);
    }

    /// <summary>
    /// Returns the errors that the checks find in the row's draft (ANAC's rules, code lists, Convenzione, Lotto) and that concern a
    /// filled-in cell. An empty cell is not an error, because the draft may be completed later.
    /// </summary>
    private static IEnumerable<Error> Contraddizioni(RigaSerie riga, BozzaAd4 bozza, Lotto lotto, ContestoSerie contesto, HashSet<string> giaDette)
    {
        foreach (var segnalazione in ControlliAffidamento.Segnalazioni(bozza, contesto.DelLotto(lotto))
            .Where(s => s.Ferma && s.Tipo != TipoSegnalazione.Mancante))
        {
            if (ColonnaDi(segnalazione.Percorso, riga) is { } colonna && giaDette.Add(colonna.Nome))
            {
                yield return new Error(segnalazione.Codice, segnalazione.Messaggio, colonna.Nome);
            }
        }
    }

    private static ColonnaSerie? ColonnaDi(string percorso, RigaSerie riga)
    {
        var quadro = PercorsoAd4.QuadroEconomico(0, "");
        return ColonneDelFoglioSerie.Tutte.FirstOrDefault(c => c.Percorso == percorso && riga.Cella(c.Nome) is not null)
            ?? (percorso.StartsWith(quadro, StringComparison.Ordinal)
                ? ColonneDelFoglioSerie.Tutte.FirstOrDefault(c => c.Percorso?.StartsWith(quadro, StringComparison.Ordinal) == true
                    && riga.Cella(c.Nome) is not null)
                : null);
    }

    private static Lotto? LottoDi(RigaSerie riga, ContestoSerie contesto, List<Error> errori)
    {
        var aperti = contesto.Aperti.ToList();
        var scritto = CellReader.Scelta(riga, ColonneDelFoglioSerie.ConNome(ColonneDelFoglioSerie.Lotto), errori, out var sbagliata);
        if (scritto is null)
        {
            if (!sbagliata && aperti.Count != 1)
            {
                errori.Add(new Error(
                    "serie.lotto-mancante",
                    aperti.Count == 0
                        ? "La Convenzione non ha un Lotto a cui si possa ancora aderire: guarda la sua pagina, o scegli un'altra Convenzione."
                        : "Scegli il Lotto dall'elenco: la Convenzione ne ha più di uno.",
                    ColonneDelFoglioSerie.Lotto));
            }

            return sbagliata || aperti.Count != 1 ? null : aperti[0];
        }

        var lotto = contesto.Lotti.FirstOrDefault(l =>
            CellReader.Uguali(scritto, ContestoSerie.Scelta(l)) || CellReader.Uguali(scritto, l.CigPadre.Valore));
        if (lotto is null)
        {
            errori.Add(new Error(
                "serie.lotto-sconosciuto",
                "Questo Lotto non è della Convenzione del modello: sceglilo dall'elenco della cella, o scrivi il suo CIG Padre.",
                ColonneDelFoglioSerie.Lotto));
        }
        else if (lotto.AmmetteNuoveAdesioni() is { IsSuccess: false } chiuso)
        {
            errori.Add(chiuso.Errors[0] with { Field = ColonneDelFoglioSerie.Lotto });
        }

        return lotto;
    }

    private static Guid? FornitoreDi(RigaSerie riga, Lotto lotto, List<Error> errori)
    {
        var partecipanti = lotto.Fornitori.GroupBy(f => f.IdPartecipante).ToList();
        var scritto = CellReader.Scelta(riga, ColonneDelFoglioSerie.ConNome(ColonneDelFoglioSerie.Fornitore), errori, out var sbagliata);
        if (scritto is null)
        {
            if (!sbagliata && partecipanti.Count > 1)
            {
                errori.Add(new Error(
                    "serie.fornitore-mancante",
                    $"Il Lotto {lotto.Numero} ha più aggiudicatari: scegli quello a cui l'Ente aderisce.",
                    ColonneDelFoglioSerie.Fornitore));
            }

            return partecipanti.Count == 1 ? partecipanti[0].Key : null;
        }

        var suo = IdentificativoOperatore.TryParse(scritto, null, out var letto) ? letto : null;
        var trovato = partecipanti.FirstOrDefault(p => CellReader.Uguali(scritto, ContestoSerie.Scelta(p)) || p.Any(f => f.CodiceFiscale == suo));
        if (trovato is null)
        {
            errori.Add(new Error(
                "serie.fornitore-sconosciuto",
                $"Questo fornitore non è un aggiudicatario del Lotto {lotto.Numero}: sceglilo dall'elenco, o lascia vuoto se il Lotto ne ha uno solo.",
                ColonneDelFoglioSerie.Fornitore));
        }

        return trovato?.Key;
    }

    private static Guid RupDi(RigaSerie riga, ContestoSerie contesto, List<Error> errori)
    {
        var scritto = CellReader.Scelta(riga, ColonneDelFoglioSerie.ConNome(ColonneDelFoglioSerie.Rup), errori, out var sbagliata);
        if (scritto is null)
        {
            if (!sbagliata && contesto.RupPredefinito is null)
            {
                errori.Add(new Error(
                    "serie.rup-mancante",
                    contesto.Rup.Count == 0
                        ? "L'Ente non ha ancora un RUP in CigHub: chiedi all'Amministratore di aggiungerlo."
                        : "L'Ente ha più di un RUP: scegli dall'elenco chi richiederà il CIG.",
                    ColonneDelFoglioSerie.Rup));
            }

            return contesto.RupPredefinito ?? Guid.Empty;
        }

        var rup = contesto.Rup.FirstOrDefault(r => CellReader.Uguali(scritto, r.Scelta) || CellReader.Uguali(scritto, r.NomeUtente));
        if (rup is null)
        {
            errori.Add(new Error("serie.rup-sconosciuto", "Questa persona non è un RUP del tuo Ente: sceglila dall'elenco della cella.",
                ColonneDelFoglioSerie.Rup));
        }

        return rup?.Id ?? Guid.Empty;
    }

    private static IEnumerable<Error> CupRipetuti(RigaSerie riga)
    {
        var colonna = ColonneDelFoglioSerie.Tutte.First(c => c.Percorso == PrimoCup).Nome;
        if (riga.Cella(colonna) is { } cella && ElencoCup.Leggi(cella.Testo).Ripetuti is { Count: > 0 } ripetuti)
        {
            yield return new Error("serie.cup-ripetuto", ElencoCup.GiaInElenco(ripetuti), colonna);
        }
    }

    private static IEnumerable<Error> Ripetuti(RigaSerie riga, Dictionary<string, int> visti)
    {
        var titolo = ColonneDelFoglioSerie.Tutte.First(c => c.Percorso == PercorsoAd4.TitoloDocumento).Nome;
        if (riga.Cella(titolo) is { } scritto && !visti.TryAdd("t:" + scritto.Testo, riga.Numero))
        {
            yield return new Error(
                "serie.titolo-ripetuto",
                $"Lo stesso titolo è alla riga {visti["t:" + scritto.Testo]}: sul portale non si distinguerebbero.",
                titolo);
        }

        var tutto = "r:" + string.Join('\u001F', ColonneDelFoglioSerie.Tutte.Select(c => riga.Cella(c.Nome)?.Testo));
        if (!visti.TryAdd(tutto, riga.Numero))
        {
            yield return new Error("serie.riga-ripetuta", $"È uguale alla riga {visti[tutto]}: se è una copia rimasta per sbaglio, toglila dal foglio.");
        }
    }
}
