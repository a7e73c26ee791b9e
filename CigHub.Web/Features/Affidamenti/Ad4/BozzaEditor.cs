using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Holds the state of the AD4 editor: the texts that the user typed, the texts that the server acknowledged, and the conflicts between
/// them. Saves the changed fields by itself, as a patch by path. A field that somebody else changed meanwhile waits for the user's choice,
/// and the other fields are saved all the same.
/// </summary>
public sealed class BozzaEditor(
    CommandRunner runner, QueryReader reader, ListeInVigore liste, BozzaWorkRecorder lavoro, TimeProvider clock, Actor actor, AffidamentoDetails details)
    : IDisposable
{
    /// <summary>The pause in typing, in milliseconds, after which the typed text is saved.</summary>
    private static readonly TimeSpan _riposo = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan _primaAttesa = TimeSpan.FromSeconds(2), _attesaMassima = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, string?> _inSospeso = [];
    private readonly Debounce _pausa = new(clock, _riposo);
    private Task _salvataggio = Task.CompletedTask;
    private TimeSpan _attesa = _primaAttesa;
    private bool _riprova;
    private readonly CancellationTokenSource _chiuso = new();

    /// <summary>Occurs when something that the screen shows has changed.</summary>
    public event Action? Cambiato;

    /// <summary>Occurs when the browser may forget its copies of unsaved texts, saved now or given up. The argument has the text of each path.</summary>
    public event Func<IReadOnlyDictionary<string, string?>, Task>? Confermato;

    public AffidamentoDetails Details { get; private set; } = details;

    /// <summary>The draft with all that the user has typed so far.</summary>
    public BozzaAd4 Bozza { get; private set; } = details.Affidamento.Bozza;

    /// <summary>The reason why the text of a field was not saved, by path: somebody else changed the field, or the text is too long.</summary>
    public Dictionary<string, Error> NonSalvati { get; } = [];

    /// <summary>Errors of the last save that belong to no single field. Empty after a save that succeeded.</summary>
    public IReadOnlyList<Error> Errors { get; private set; } = [];

    public DateTime? SalvatoIl { get; private set; }

    /// <summary>
    /// The user's reasons for going past avvisi, by <see cref="Segnalazione.Chiave"/>. They go to the server when the draft is declared
    /// ready or sent for approval.
    /// </summary>
    public Dictionary<string, string> Motivi { get; } = [];

    /// <summary>Says whether the draft may be declared ready: no segnalazione stops it, no text was refused, each avviso has the reason it needs.</summary>
    public bool Completa =>
        NonSalvati.Count == 0 && Segnalazioni.All(s => s.SoloInforma || (s.VuoleMotivo && !string.IsNullOrWhiteSpace(Motivi.GetValueOrDefault(s.Chiave))));

    /// <summary>Says whether the amount, as typed so far, is above the Convenzione's soglia di approvazione.</summary>
    public bool RichiedeApprovazione => Details.Convenzione.RichiedeApprovazione(ImportoAdesione.Totale(Bozza, Details.Convenzione.Erosione));

    public bool StaSalvando { get; private set; }

    /// <summary>Says whether some typed text is still to be saved. A text that a save has refused does not count.</summary>
    public bool InAttesa => _inSospeso.Keys.Any(p => !NonSalvati.ContainsKey(p));

    public IReadOnlyList<Segnalazione> Segnalazioni { get; private set; } = Check(details.Affidamento.Bozza, details, liste.Correnti, clock.Today());

    /// <summary>The code lists in force, which the fields offer and the checks use.</summary>
    public RaccoltaListe Liste => liste.Correnti;

    public bool Modificabile => Transizioni.Ammessa(Details.Affidamento.Stato, AzioneAffidamento.ModificaBozza)
        && actor.May<SalvaBozza>() && !Details.InConflitto;

    private BozzaAd4 Salvata => Details.Affidamento.Bozza;

    /// <summary>
    /// Returns the text to show in a field: the text that the user typed, even when it is too long or in conflict and so is not in the
    /// draft, else the text of the draft.
    /// </summary>
    public string? Text(string percorso) => _inSospeso.TryGetValue(percorso, out var scritto) ? scritto : Bozza.Testo(percorso);

    /// <summary>Returns the error message of a field, or null. An error of the last save comes before an error of the checks.</summary>
    public string? Errore(string percorso) => NonSalvati.TryGetValue(percorso, out var errore) ? errore.Message
        : Details.Affidamento.Pregresso ? Bozza.Errore(percorso)?.Message
        : CompletezzaAd4.Errore(Bozza, percorso, Liste, clock.Today())?.Message;

    /// <summary>Takes a value that the user has finished choosing or typing, checks it and saves it at once.</summary>
    public Task Write(string percorso, string? testo) => Write([(percorso, testo)]);

    /// <summary>Takes text while the user types. Checks it at once, and saves it when the user pauses or leaves the field (<see cref="Save()"/>).</summary>
    public Task Type(string percorso, string? testo)
    {
        Note([(percorso, testo)]);
        return _pausa.Run(Save);
    }

    /// <summary>Saves what is not saved yet, without waiting for a pause in typing.</summary>
    public Task Save()
    {
        _pausa.Cancel();
        return Save(null);
    }

    /// <summary>Saves the typed text when the user leaves the page, and has the registro get the event of the user's work on the draft.</summary>
    public async Task Leave()
    {
        await Save();
        await lavoro.PaginaLasciata(Details.Affidamento.Id, actor.PersonaId);
    }

    /// <summary>Takes the texts of several fields at once, checks them and saves them.</summary>
    public async Task Write(IEnumerable<(string Percorso, string? Testo)> valori)
    {
        Note(valori);
        await Save();
    }

    private void Note(IEnumerable<(string Percorso, string? Testo)> valori)
    {
        foreach (var (percorso, testo) in valori)
        {
            _inSospeso[percorso] = testo;
            NonSalvati.Remove(percorso);
            Bozza = Sovrascrivi(Bozza, percorso, Letterale(percorso, testo));
        }

        Ricontrolla();
    }

    /// <summary>Adds an empty line to a list of the draft on screen. The line is saved together with the first text that is typed in it.</summary>
    public void AggiungiRiga(string lista)
    {
        Bozza = Bozza.AggiungiRiga(lista);
        Ricontrolla();
    }

    /// <summary>Writes into the draft the values that a segnalazione proposes, and saves them.</summary>
    public Task Accetta(Segnalazione segnalazione) => Write(segnalazione.Proposta.Select(p => (p.Percorso, (string?)p.Testo)));

    /// <summary>Keeps the user's reason for going past an avviso, until the draft is declared ready.</summary>
    public void Motiva(Segnalazione avviso, string? motivo)
    {
        Motivi[avviso.Chiave] = motivo ?? "";
        Cambiato?.Invoke();
    }

    /// <summary>
    /// Adds an adhesion to the scheda and fills it with the values that it has in common with the first one. Returns the index of the new
    /// adhesion, from 0.
    /// </summary>
    public async Task<int> AggiungiAdesione()
    {
        var indice = Math.Max(1, Bozza.Righe(PercorsoAd4.Aggiudicazioni));
        await Write(Precompilazione.AltraAdesione(Bozza).Select(p => (p.Percorso, (string?)p.Testo)));
        return indice;
    }

    public async Task RimuoviRiga(string lista, int indice)
    {
        if (indice >= Salvata.Righe(lista))
        {
            Bozza = Bozza.RimuoviRiga(lista, indice);
            Ricontrolla();
            return;
        }

        await Save(new RigaTolta(lista, indice, Salvata.TestoRiga(lista, indice)));
    }

    /// <summary>Settles a conflict on a field: saves the user's text over the text that somebody else has saved.</summary>
    public async Task TieniIlMio(string percorso)
    {
        await ReadAgain();
        NonSalvati.Remove(percorso);
        await Save();
    }

    /// <summary>Settles a conflict on a field: keeps the text that somebody else has saved and drops the user's text.</summary>
    public async Task TieniLAltro(string percorso)
    {
        var scartato = _inSospeso.GetValueOrDefault(percorso);
        _inSospeso.Remove(percorso);
        NonSalvati.Remove(percorso);
        await ReadAgain();
        await AnnunciaConferma(new Dictionary<string, string?> { [percorso] = scartato });
    }

    /// <summary>Reads the Affidamento from the server again, and puts the user's unsaved texts on top of its draft.</summary>
    public async Task ReadAgain()
    {
        var letto = await reader.Read<DettaglioAffidamento, AffidamentoDetails>(actor, q => q.Run(Details.Affidamento.Id, actor), _chiuso.Token);
        if (letto.IsSuccess)
        {
            Details = letto.Value;
            Bozza = _inSospeso.Aggregate(Salvata, (b, m) => Sovrascrivi(b, m.Key, Letterale(m.Key, m.Value)));
        }

        Ricontrolla();
    }

    /// <summary>Starts a save when the save under way has ended. A circuit runs one thing at a time, so no lock is needed.</summary>
    private Task Save(RigaTolta? tolta) => _salvataggio = Save(_salvataggio, tolta);

    private async Task Save(Task precedente, RigaTolta? tolta)
    {
        // A failed save has told its own caller. It must not stop the next one.
        await Task.WhenAny(precedente);

        // Send each path once. Text typed during the save waits for its own pause in typing.
        var daSalvare = DaSalvare();
        if (daSalvare.Count == 0 && tolta is null)
        {
            return;
        }

        try
        {
            StaSalvando = true;
            Cambiato?.Invoke();
            while (daSalvare.Count > 0 || tolta is not null)
            {
                var patch = daSalvare.Take(SalvaBozza.MaxModifiche).ToDictionary(p => p, p => _inSospeso[p]);
                ModificaCampo[] modifiche = [.. patch.Select(m => new ModificaCampo(m.Key, Letterale(m.Key, m.Value), Salvata.Testo(m.Key)))];
                var esito = await runner.Run(new SalvaBozza(Details.Affidamento.Id, modifiche, tolta), actor);
                if (esito.IsSuccess)
                {
                    await Saved(patch);
                    tolta = null;
                }
                else if (!Segna(esito.Errors, patch))
                {
                    Errors = [.. esito.Errors.Select(e => StorageFault.Passing(e)?.Retried ?? e)];
                    if (esito.Errors.Any(e => StorageFault.Passing(e) is not null))
                    {
                        _ = RiprovaPiuTardi();
                    }

                    return;
                }

                daSalvare.RemoveAll(p => (esito.IsSuccess && patch.ContainsKey(p)) || !_inSospeso.ContainsKey(p) || NonSalvati.ContainsKey(p));
            }
        }
        finally
        {
            StaSalvando = false;
            Cambiato?.Invoke();
        }
    }

    /// <summary>Stops later retries of a failed save, when the user leaves the page. A text that is not saved stays in the browser.</summary>
    public void Dispose() => _chiuso.Cancel();

    /// <summary>
    /// Tries a failed save again after a wait, when the server could not write (a full disk, a lock). Each wait is twice as long as the one
    /// before, up to a maximum.
    /// </summary>
    private async Task RiprovaPiuTardi()
    {
        if (_riprova)
        {
            return;
        }

        _riprova = true;
        await Task.Delay(_attesa, clock);
        _attesa = _attesa * 2 < _attesaMassima ? _attesa * 2 : _attesaMassima;
        _riprova = false;
        if (!_chiuso.IsCancellationRequested)
        {
            await Save();
        }
    }

    /// <summary>
    /// Returns the paths of the fields to save, without those that a save has refused. The lines of a list come in their order, because a
    /// line cannot be created before the line above it.
    /// </summary>
    private List<string> DaSalvare() =>
    [
        .. _inSospeso.Keys.Where(p => !NonSalvati.ContainsKey(p))
            .OrderBy(p => string.Concat(PercorsoAd4.Posizioni(p).Select(i => i.ToString("0000", CultureInfo.InvariantCulture))), StringComparer.Ordinal),
    ];

    /// <summary>Returns the text as it is saved: in a date field, today's date replaces the word «oggi». Any other text stays as it is.</summary>
    private string? Letterale(string percorso, string? testo) =>
        CatalogoAd4.Trova(percorso)?.Tipo == TipoCampo.Data ? WrittenDate.SenzaParole(testo, clock.Today()) : testo;

    /// <summary>Marks the fields that a save refused. Returns true when it marked any, so that the other fields are worth sending again without them.</summary>
    private bool Segna(IReadOnlyList<Error> errori, Dictionary<string, string?> patch)
    {
        var diCampo = errori.Where(e => e.Field is not null && patch.ContainsKey(e.Field)).ToList();
        foreach (var errore in diCampo)
        {
            NonSalvati[errore.Field!] = errore;
        }

        return diCampo.Count > 0;
    }

    private async Task Saved(Dictionary<string, string?> patch)
    {
        foreach (var (percorso, testo) in patch)
        {
            // The user may have typed on during the save: the newer text is still to be saved.
            if (_inSospeso.TryGetValue(percorso, out var ora) && ora == testo)
            {
                _inSospeso.Remove(percorso);
            }
        }

        Errors = [];
        _attesa = _primaAttesa;
        SalvatoIl = clock.GetUtcNow().UtcDateTime;
        await ReadAgain();
        await AnnunciaConferma(patch);
    }

    /// <summary>
    /// Returns the draft with the text in the field at the path. Returns the draft unchanged when it cannot hold the text, because the text
    /// is too long: the text stays in the input, and is marked when the save refuses it.
    /// </summary>
    private static BozzaAd4 Sovrascrivi(BozzaAd4 bozza, string percorso, string? testo) => bozza.Prova(percorso, testo).TryGet(out var nuova) ? nuova : bozza;

    /// <summary>
    /// Runs the checks and returns the segnalazioni of the draft. Returns none for an adesione pregressa, because it has no scheda in
    /// CigHub that could be put right.
    /// </summary>
    private static IReadOnlyList<Segnalazione> Check(BozzaAd4 bozza, AffidamentoDetails details, RaccoltaListe liste, DateOnly oggi) =>
        details.Affidamento.Pregresso ? [] : ControlliAffidamento.Segnalazioni(bozza, details.Context(liste, oggi));

    private Task AnnunciaConferma(IReadOnlyDictionary<string, string?> patch) => Confermato?.Invoke(patch) ?? Task.CompletedTask;

    private void Ricontrolla()
    {
        Segnalazioni = Check(Bozza, Details, liste.Correnti, clock.Today());
        Cambiato?.Invoke();
    }
}
