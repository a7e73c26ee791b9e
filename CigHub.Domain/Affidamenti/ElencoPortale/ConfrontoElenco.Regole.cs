using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <content>
/// The rules of the comparison: how a row is recognised, which values differ, and which row wins when two rows claim the same adhesion.
/// </content>
public sealed partial record ConfrontoElenco
{
    /// <summary>Returns the changes that CigHub would make when the row is recorded on this adhesion of the Affidamento.</summary>
    internal static Registrazione Registra(RigaPortale riga, AffidamentoNoto affidamento, Guid aggiudicazioneId)
    {
        var (prima, dopo) = (affidamento.Portale, affidamento.Portale.Aggiornati(riga.Portale));
        var haGia = affidamento.Aggiudicazioni.Any(g => g.Id == aggiudicazioneId && g.Cig == riga.CigDerivato);
        List<(string Nome, string Prima, string Dopo)> cambia = riga.CigDerivato is { } cig && !haGia
            ? [(ColonnaPortale.CigDerivato.Nome(), "", cig.Valore)]
            : [];
        cambia.AddRange(DelPortale(prima).Zip(DelPortale(dopo), (p, d) => (p.Nome, Prima: p.Testo, Dopo: d.Testo)).Where(x => x.Prima != x.Dopo));
        return new Registrazione(affidamento.Id, aggiudicazioneId, haGia ? null : riga.CigDerivato, dopo, cambia);
    }

    /// <summary>Returns the values of <see cref="DatiPortale"/> as texts, each with the portal's caption of its column.</summary>
    private static IEnumerable<(string Nome, string Testo)> DelPortale(DatiPortale dati) =>
    [
        (ColonnaPortale.RegistroDiSistema.Nome(), dati.RegistroDiSistema),
        (ColonnaPortale.FascicoloDiSistema.Nome(), dati.FascicoloDiSistema),
        (ColonnaPortale.DataInvio.Nome(), dati.DataInvio is { } giorno ? $"{giorno:dd'/'MM'/'yyyy}" : ""),
        (ColonnaPortale.Stato.Nome(), dati.Stato),
        (ColonnaPortale.StatoAffidamento.Nome(), dati.StatoAffidamento),
        (ColonnaPortale.StatoSchedaPcp.Nome(), dati.StatoSchedaPcp),
    ];

    private static Candidato Candidato(RigaPortale riga, AffidamentoNoto a, Guid aggiudicazioneId)
    {
        var adesione = a.Aggiudicazioni.First(g => g.Id == aggiudicazioneId);
        var importo = a.Aggiudicazioni.Count > 1 && riga.ImportoAppalto == adesione.Importo ? adesione.Importo : a.Importo;
        List<ValoreConfrontato> voci =
        [
            Voce(ColonnaPortale.TitoloDocumento, riga.Titolo, a.Titolo, Piega(riga.Titolo) == Piega(a.Titolo)),
            Voce(ColonnaPortale.CigPadre, riga.CigPadreScritto, a.CigPadre.Valore, riga.CigPadre == a.CigPadre),
            Voce(
                ColonnaPortale.ImportoAppalto,
                riga.ImportoAppalto is { } euro ? euro.ToString("E", null) : "",
                importo.ToString("E", null),
                riga.ImportoAppalto is { } i && a.HaImporto(i)),
            Voce(ColonnaPortale.DenominazioneOe, riga.DenominazioneOe, a.DenominazioneOe, Compatto(riga.DenominazioneOe) == Compatto(a.DenominazioneOe)),
            Voce(ColonnaPortale.CigDerivato, riga.CigDerivatoScritto, adesione.Cig?.Valore ?? "", riga.CigDerivato == adesione.Cig),
            .. DelPortale(riga.Portale)
                .Zip(DelPortale(a.Portale), (p, c) => new ValoreConfrontato(p.Nome, p.Testo, c.Testo, p.Testo.Length > 0 && p.Testo != c.Testo))
                .Where(v => v.Portale.Length > 0),
        ];
        return new Candidato(a, aggiudicazioneId, voci);
    }

    private static ValoreConfrontato Voce(ColonnaPortale colonna, string portale, string nostro, bool uguale) =>
        new(colonna.Nome(), portale, nostro, portale.Length > 0 && !uguale);

    /// <summary>
    /// Returns the reasons, as Italian phrases, why the row and the Affidamento cannot be the same adhesion: another CIG Padre, another
    /// amount. The list is empty when there is none.
    /// </summary>
    private static List<string> Discordi(RigaPortale riga, AffidamentoNoto a)
    {
        var discordi = new List<string>();
        if (riga.CigPadreScritto.Length > 0 && riga.CigPadre != a.CigPadre)
        {
            discordi.Add($"il CIG Padre è {riga.CigPadreScritto} sul portale e {a.CigPadre} in CigHub");
        }

        if (riga.ImportoAppalto is { } importo && !a.HaImporto(importo))
        {
            discordi.Add($"l'importo è {importo:E} sul portale e {a.Importo:E} in CigHub");
        }

        return discordi;
    }

    /// <summary>
    /// Settles the rows that concern the same adhesion or Affidamento: an adhesion gets only one CIG, and only one row writes the portal's
    /// states of an Affidamento. The rows that cannot be recorded together become doubtful, or nothing of them is recorded.
    /// </summary>
    private static IReadOnlyList<RigaConfrontata> Contese(RigaConfrontata[] esiti)
    {
        // When two rows give different CIG to the same adhesion, CigHub cannot know which one is right.
        var doppie = esiti.Where(e => e.DaFare?.Cig is not null).GroupBy(e => e.DaFare!.AggiudicazioneId).Where(g => g.Count() > 1)
            .ToDictionary(g => g.Key, g => g.Select(e => e.Riga.Numero).ToList());
        Sostituisci(esiti, e => e.DaFare is { Cig: not null } fare && doppie.ContainsKey(fare.AggiudicazioneId), e => e with
        {
            Esito = EsitoConfronto.Dubbio,
            Perche = [new Error(
                "elenco.due-cig",
                $"Le righe {string.Join(" e ", doppie[e.DaFare!.AggiudicazioneId])} hanno un CIG ciascuna per lo stesso affidamento: "
                    + "forse la richiesta è stata ripetuta. Scegli il CIG che vale e annulla l'altro sul portale.")],
            DaFare = null,
        });

        // When another row of the same Affidamento has the CIG, a row without a CIG is a first attempt or a copy.
        var conCig = esiti.Where(e => e.Riga.CigDerivato is not null && (e.Esito is EsitoConfronto.DaRegistrare or EsitoConfronto.Uguale))
            .Where(e => e.Candidati[0].Affidamento.Aggiudicazioni.Count == 1).ToLookup(e => e.Candidati[0].Affidamento.Id, e => e.Riga.Numero);
        Sostituisci(
            esiti,
            e => e.Riga.CigDerivato is null && (e.Esito is EsitoConfronto.DaRegistrare or EsitoConfronto.Uguale)
                && conCig.Contains(e.Candidati[0].Affidamento.Id),
            e => Ripetuta(e, conCig[e.Candidati[0].Affidamento.Id].First()));

        // When several rows of the same Affidamento have no CIG, CigHub cannot know which states are right.
        var ripetute = esiti.Where(e => e.DaFare is { Cig: null } && e.Riga.CigDerivato is null).GroupBy(e => e.DaFare!.AffidamentoId)
            .Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        Sostituisci(esiti, e => e.DaFare is { Cig: null } fare && e.Riga.CigDerivato is null && ripetute.Contains(fare.AffidamentoId), e => e with
        {
            Esito = EsitoConfronto.Dubbio,
            Perche = [new Error(
                "elenco.riga-ripetuta",
                "Più righe senza CIG corrispondono allo stesso affidamento: scegli quella che vale, oppure lasciale fuori.")],
            DaFare = null,
        });

        // An adhesion that a certain row takes is not offered to a doubtful row.
        var prese = esiti.Where(e => e.DaFare?.Cig is not null).ToDictionary(e => e.DaFare!.AggiudicazioneId, e => e.Riga.Numero);
        Sostituisci(
            esiti,
            e => e.Esito == EsitoConfronto.Dubbio && e.Candidati.Any(c => prese.ContainsKey(c.AggiudicazioneId)),
            e => e.Candidati.Where(c => !prese.ContainsKey(c.AggiudicazioneId)).ToList() is { Count: > 0 } restano
                ? e with { Candidati = restano }
                : Ripetuta(e, prese[e.Candidati[0].AggiudicazioneId]));
        return esiti;
    }

    private static RigaConfrontata Ripetuta(RigaConfrontata e, int altra) => e with
    {
        Esito = EsitoConfronto.Contraddice,
        Perche = [new Error(
            "elenco.riga-ripetuta",
            $"Anche la riga {altra} corrisponde a questo affidamento, e vale quella: sul portale ci sono due documenti, "
                + "forse un primo tentativo o una copia. Controlla se questo va eliminato.")],
        DaFare = null,
    };

    private static void Sostituisci(RigaConfrontata[] esiti, Func<RigaConfrontata, bool> quali, Func<RigaConfrontata, RigaConfrontata> con)
    {
        for (var i = 0; i < esiti.Length; i++)
        {
            esiti[i] = quali(esiti[i]) ? con(esiti[i]) : esiti[i];
        }
    }

    private static string Piega(string testo) => FoldedText.Parole(testo);

    /// <summary>Folds a supplier's name and removes its blanks, so that «S.r.l.» and «SRL» give the same text.</summary>
    private static string Compatto(string testo) => Piega(testo).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// The CIG Padre, amount and supplier of a row, by which an Affidamento is looked for when the row has no title, CIG or Registro di
    /// Sistema that CigHub knows.
    /// </summary>
    private readonly record struct Key(Cig? Padre, Importo? Importo, string Fornitore)
    {
        public static Key Of(RigaPortale r) => new(r.CigPadre, r.ImportoAppalto, Compatto(r.DenominazioneOe));
    }

    /// <summary>The Affidamenti that a row may correspond to, and how they were found.</summary>
    /// <param name="Certo">True when there is only one and it surely corresponds to the row.</param>
    /// <param name="Altrui">Another Affidamento of the same Ente that already has the row's CIG. Null when there is none.</param>
    private sealed record Link(Riconosciuto Come, IReadOnlyList<AffidamentoNoto> Affidamenti, bool Certo, AffidamentoNoto? Altrui = null);

    private sealed class Indexes
    {
        private readonly ILookup<string, AffidamentoNoto> _perTitolo, _perRegistro;
        private readonly ILookup<(Cig, Importo), AffidamentoNoto> _perPadreEImporto;
        private readonly Dictionary<NumeroAffidamento, AffidamentoNoto> _perNumero;
        private readonly Dictionary<Cig, AffidamentoNoto> _perCig;

        public Indexes(IReadOnlyList<AffidamentoNoto> noti)
        {
            _perTitolo = noti.Where(a => Piega(a.Titolo).Length > 0).ToLookup(a => Piega(a.Titolo));
            _perRegistro = noti.Where(a => a.Portale.RegistroDiSistema.Length > 0).ToLookup(a => Piega(a.Portale.RegistroDiSistema));
            _perNumero = noti.ToDictionary(a => a.Numero);
            _perCig = noti.SelectMany(a => a.Aggiudicazioni.Select(g => g.Cig).OfType<Cig>().Concat(a.CigInPiu).Select(c => (Cig: c, a)))
                .ToDictionary(x => x.Cig, x => x.a);
            _perPadreEImporto = noti
                .SelectMany(a => a.Aggiudicazioni.Select(g => g.Importo).Append(a.Importo).Distinct().Select(i => (Chiave: (a.CigPadre, i), a)))
                .ToLookup(x => x.Chiave, x => x.a);
        }

        public Link? Forte(RigaPortale riga)
        {
            var delCig = riga.CigDerivato is { } cig ? _perCig.GetValueOrDefault(cig) : null;
            var perTitolo = _perTitolo[Piega(riga.Titolo)].ToList();
            var come = perTitolo.Count > 0 ? Riconosciuto.Titolo : Riconosciuto.Numero;
            if (perTitolo.Count == 0 && NumeroAffidamento.InTesta(riga.Titolo) is { } numero && _perNumero.TryGetValue(numero, out var suo))
            {
                perTitolo.Add(suo);
            }

            if (perTitolo.Count > 0)
            {
                // Among several Affidamenti with the same title, the one that has the CIG is the right one.
                return delCig is not null && perTitolo.Contains(delCig)
                    ? new Link(come, [delCig], Certo: true)
                    : new Link(come, perTitolo, perTitolo.Count == 1, delCig);
            }

            var perRegistro = riga.Portale.RegistroDiSistema.Length > 0 ? _perRegistro[Piega(riga.Portale.RegistroDiSistema)].ToList() : [];
            return delCig is not null ? new Link(Riconosciuto.CigDerivato, [delCig], Certo: true)
                : perRegistro.Count > 0 ? new Link(Riconosciuto.RegistroDiSistema, perRegistro, perRegistro.Count == 1)
                : null;
        }

        /// <summary>
        /// Finds the Affidamenti with the row's CIG Padre and amount, among those that no row names by title, CIG or Registro di Sistema.
        /// When some of them also have the row's supplier, only those are returned. The match is certain only when one row and one
        /// Affidamento have all three. Returns null when none is found.
        /// </summary>
        public Link? Debole(RigaPortale riga, HashSet<Guid> presi, int righeCosi)
        {
            if (riga.CigPadre is not { } padre || riga.ImportoAppalto is not { } importo)
            {
                return null;
            }

            var simili = _perPadreEImporto[(padre, importo)].Where(a => !presi.Contains(a.Id) && (riga.CigDerivato is null || a.Libere.Any())).ToList();
            var fornitore = Compatto(riga.DenominazioneOe);
            var stessi = fornitore.Length == 0 ? [] : simili.Where(a => Compatto(a.DenominazioneOe) == fornitore).ToList();
            return simili.Count == 0 ? null
                : stessi.Count > 0 ? new Link(Riconosciuto.PadreImportoFornitore, stessi, stessi.Count == 1 && righeCosi == 1)
                : new Link(Riconosciuto.PadreImportoFornitore, simili, Certo: false);
        }
    }
}
