using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Decides which fields of a scheda are in sight: those to put right and those that every adhesion has of its own. The others, filled in
/// from the Lotto and the Ente, stand in one line below each section until the user opens it. A field that came in sight stays there, so
/// that nothing moves away from the user who types.
/// </summary>
public sealed class CampiInVista(BozzaEditor editor)
{
    private readonly HashSet<string> _visti = new(StringComparer.Ordinal);
    private readonly HashSet<(SezioneAd4, int)> _aperte = [];
    private (int Adesione, int Ordine) _ultimo = (-1, -1);

    /// <summary>Occurs when the user opens or folds something, so that the page is drawn again.</summary>
    public event Action? Cambiato;

    /// <summary>Says whether the user asked to see every field of every section.</summary>
    public bool Tutti
    {
        get;
        set
        {
            field = value;
            Cambiato?.Invoke();
        }
    }

    /// <summary>Says whether sections fold at all. A scheda that is only read shows everything.</summary>
    public bool Piegabile => editor.Modificabile && !editor.Details.Affidamento.Pregresso;

    /// <summary>
    /// The things to put right before the draft may be declared ready, in the order of the page: adhesion, section, field.
    /// </summary>
    public IReadOnlyList<Segnalazione> DaSistemare =>
    [
        .. editor.Segnalazioni.Where(s => !Segue(s))
            .Where(s => s.Ferma || (s.VuoleMotivo && string.IsNullOrWhiteSpace(editor.Motivi.GetValueOrDefault(s.Chiave))))
            .OrderBy(s => Posto(s.Percorso)),
    ];

    /// <summary>Returns the section to which a path belongs: that of its field, or of the first field below it.</summary>
    public static SezioneAd4 SezioneDi(string percorso) => CampoDi(percorso)?.Sezione ?? SezioneAd4.DatiAffidamento;

    public bool Aperta(SezioneAd4 sezione, int adesione) => Tutti || !Piegabile || _aperte.Contains((sezione, adesione));

    /// <summary>Opens a section, or folds it again.</summary>
    public void Cambia(SezioneAd4 sezione, int adesione)
    {
        if (!_aperte.Remove((sezione, adesione)))
        {
            _aperte.Add((sezione, adesione));
        }

        Cambiato?.Invoke();
    }

    /// <summary>Says whether the field at a path is in sight.</summary>
    public bool Mostra(string percorso) =>
        Aperta(SezioneDi(percorso), Adesione(percorso)) || _visti.Contains(percorso) || Accanto(percorso)
        || ((Proprio(percorso) || Segnalato(percorso)) && _visti.Add(percorso));

    /// <summary>Says whether a row of a list is in sight, because its section is open or a field of the row is in sight.</summary>
    public bool MostraRiga(string riga) =>
        Aperta(SezioneDi(riga), Adesione(riga)) || _visti.Any(v => v == riga || PercorsoAd4.Sotto(v, riga))
        || editor.Segnalazioni.Any(
            s => !Segue(s) && (s.Percorso == riga || PercorsoAd4.Sotto(s.Percorso, riga) || PercorsoAd4.Sotto(riga, s.Percorso)))
        || editor.NonSalvati.Keys.Any(p => p == riga || PercorsoAd4.Sotto(p, riga)) || Accanto(riga);

    /// <summary>
    /// Says whether a path is a value of a list that has another value in sight, such as a CUP pasted together with others. The user who
    /// works on one sees them all.
    /// </summary>
    private bool Accanto(string percorso)
    {
        var inizio = percorso.LastIndexOf('/') + 1;
        return int.TryParse(percorso.AsSpan(inizio), out _)
            && _visti.Any(v => v.StartsWith(percorso[..inizio], StringComparison.Ordinal) && !v.AsSpan(inizio).Contains('/'));
    }

    /// <summary>Brings a field in sight, because the user goes to it.</summary>
    public void Porta(string percorso)
    {
        _visti.Add(percorso);
        _ultimo = Posto(percorso);
    }

    /// <summary>
    /// Returns the next thing to put right after the last one that the user went to, and the first one again after the last. Null when
    /// nothing is left.
    /// </summary>
    public Segnalazione? Prossimo() => DaSistemare is { Count: > 0 } cose
        ? cose.FirstOrDefault(s => Posto(s.Percorso).CompareTo(_ultimo) > 0) ?? cose[0] : null;

    /// <summary>
    /// Says whether a missing value will follow from one that is missing too, so that the user has nothing to do about it: the Data di
    /// aggiudicazione from the Data di adesione, the amounts of funding and suppliers from the quadro economico.
    /// </summary>
    public bool Segue(Segnalazione s) => s.Tipo == TipoSegnalazione.Mancante && (
        s.Percorso == PercorsoAd4.DataAggiudicazione(Adesione(s.Percorso))
            ? editor.InAttesa || editor.StaSalvando || string.IsNullOrEmpty(editor.Text(PercorsoAd4.DataAdesione))
            : s.Percorso.EndsWith("/importo", StringComparison.Ordinal)
                && (editor.InAttesa || editor.StaSalvando
                    || ImportoAdesione.Calcola(editor.Bozza, Adesione(s.Percorso), editor.Details.Convenzione.Erosione) == Importo.Zero));

    /// <summary>Says whether a section has nothing to do but waits for a value that follows from another section.</summary>
    public bool Attende(SezioneAd4 sezione, int adesione) =>
        editor.Segnalazioni.Any(s => Segue(s) && SezioneDi(s.Percorso) == sezione && Adesione(s.Percorso) == adesione);

    /// <summary>
    /// Returns the HTML id of the place where a thing is put right: its field, or the box for the reason of an avviso whose field has an
    /// answer already.
    /// </summary>
    public string ElementoDi(Segnalazione s) =>
        s.VuoleMotivo && !string.IsNullOrEmpty(editor.Text(s.Percorso)) ? PannelloControlli.MotivoIdOf(s) : Ad4.Campo.IdOf(s.Percorso);

    /// <summary>The number of things to put right in a section of an adhesion.</summary>
    public int Mancano(SezioneAd4 sezione, int adesione) => DaSistemare.Count(s => SezioneDi(s.Percorso) == sezione && Adesione(s.Percorso) == adesione);

    /// <summary>
    /// Returns the filled-in values of a section that are not in sight, each with its label, in words. The technical fields, which CigHub
    /// fills in, are left out.
    /// </summary>
    public IReadOnlyList<(string Etichetta, string Valore)> Sunto(SezioneAd4 sezione, int adesione) =>
    [
        .. RaccoltaValoriPortale.DaiPercorsi(
                editor.Bozza, CatalogoAd4.CampiDi(sezione).Where(c => !Tecnico(c)).Select(c => DellAdesione(c.Percorso, adesione)), editor.Liste)
            .Where(v => Adesione(v.Percorso) == adesione && !Mostra(v.Percorso))
            .Select(v => (v.Etichetta, ValoreInParole.Scrivi(v.Percorso, editor.Bozza.Testo(v.Percorso)!, editor.Liste))),
    ];

    /// <summary>Says whether any field of the section must be filled in, given the other answers of the draft.</summary>
    public bool Obbligatoria(SezioneAd4 sezione) => CatalogoAd4.CampiDi(sezione).Any(c => c.Obbligo == Obbligo.Sempre || c.Obbligo == Obbligo.ConQuadro)
        || (sezione == SezioneAd4.ParitaDiGenere);

    private static int Adesione(string percorso) =>
        PercorsoAd4.Sotto(percorso, PercorsoAd4.Aggiudicazioni) && PercorsoAd4.Posizioni(percorso) is [var indice, ..] ? indice : 0;

    private static (int Adesione, int Ordine) Posto(string percorso) => (Adesione(percorso), CampoDi(percorso)?.Ordine ?? 0);

    private static CampoAd4? CampoDi(string percorso) => CatalogoAd4.Trova(percorso)
        ?? (PercorsoAd4.Modello(percorso) is { } modello ? CatalogoAd4.Campi.FirstOrDefault(c => PercorsoAd4.Sotto(c.Percorso, modello)) : null);

    private static string DellAdesione(string modello, int adesione) =>
        PercorsoAd4.Sotto(modello, PercorsoAd4.Aggiudicazioni)
            ? PercorsoAd4.Aggiudicazione(adesione) + modello[(PercorsoAd4.Aggiudicazioni.Length + 2)..]
            : modello;

    /// <summary>Says whether CigHub fills in the field and nobody reads it: the fields under «Dati tecnici, già compilati».</summary>
    private static bool Tecnico(CampoAd4 campo) => campo.Percorso.EndsWith("/codiceAppalto", StringComparison.Ordinal)
        || campo.Percorso.EndsWith("/lotIdentifier", StringComparison.Ordinal)
        || campo.Percorso.EndsWith("/tipoClassificazione", StringComparison.Ordinal)
        || campo.Percorso.EndsWith("/paeseOperatoreEconomico", StringComparison.Ordinal)
        || campo.Percorso.EndsWith("/idPartecipante", StringComparison.Ordinal);

    /// <summary>
    /// Says whether an adhesion always has a value of its own here: the subject, the date, the answer about the CUP, which can hardly be
    /// corrected later, and the amounts that it usually has.
    /// </summary>
    private bool Proprio(string percorso)
    {
        if (percorso is PercorsoAd4.Oggetto or PercorsoAd4.DataAdesione || percorso.EndsWith("/acquisizioneCup", StringComparison.Ordinal))
        {
            return true;
        }

        if (CatalogoAd4.Trova(percorso) is not { Sezione: SezioneAd4.QuadroEconomico, Tipo: TipoCampo.Euro })
        {
            return false;
        }

        var natura = editor.Text(PercorsoAd4.Aggiudicazione(Adesione(percorso), "datiBase/oggettoContratto"));
        return percorso[(percorso.LastIndexOf('/') + 1)..] switch
        {
            "sommeADisposizione" or "impTotaleSicurezza" => true,
            "impLavori" => natura is null or "works",
            "impForniture" => natura is null or "supplies",
            "impServizi" => natura is null or "services",
            _ => false,
        };
    }

    private bool Segnalato(string percorso) => editor.NonSalvati.ContainsKey(percorso)
        || editor.Segnalazioni.Any(s => !Segue(s) && (s.Percorso == percorso || PercorsoAd4.Sotto(percorso, s.Percorso)));
}
