using CigHub.Domain.Common;

namespace CigHub.Domain.Registro;

/// <summary>
/// Recomputes the tree from the stored events, given one after the other, and finds the first event that is not the one that was written.
/// </summary>
/// <remarks>
/// Memory: O(log n). One instance serves one check. Rows and head must be read at the same moment. The check cannot detect a registro whose
/// end was cut, or which was rewritten from some event on, <em>together with</em> its head. Only a copy of the head kept elsewhere can: a
/// check that goes on from <see cref="RegistroVerificato"/> has one, but reads no event before it.
/// </remarks>
/// <param name="inizio">The part that an earlier check found whole, from whose end this check goes on. Null to check every event.</param>
public sealed class VerificaRegistro(RegistroVerificato? inizio = null)
{
    /// <summary>
    /// The time by which the clock may have gone back between two events without being reported. Corrections of a clock by seconds are
    /// normal.
    /// </summary>
    public static readonly TimeSpan TolleranzaOrologio = TimeSpan.FromMinutes(1);

    private const string CheFare = " Non scrivere altro e confronta il database con l'ultima copia di sicurezza.";

    private readonly TrattoRegistro _unaRiga = new();

    /// <summary>The tree over the leaves recomputed from the bytes, never over the stored leaves.</summary>
    private TestaRegistro _daiByte = inizio?.Testa ?? TestaRegistro.Vuota;

    private DifettoRegistro? _primo;
    private DateTime _ultimaOra = inizio?.UltimaOra ?? DateTime.MinValue;
    private (long Seq, TimeSpan Di)? _indietro;

    /// <summary>The number of events found in their place so far, from the first one on.</summary>
    public long Eventi => _daiByte.Dimensione;

    /// <summary>The number of the first event that this check reads.</summary>
    private long PrimoNuovo => (inizio?.Testa.Dimensione ?? 0) + 1;

    /// <summary>Adds the next stored event to the check. It never throws, whatever the row holds.</summary>
    /// <param name="foglia">The leaf stored beside the bytes.</param>
    public void Riga(long seq, ReadOnlySpan<byte> byteCanonici, ReadOnlySpan<byte> foglia, EventColumns colonne)
    {
        _unaRiga.Svuota();
        _unaRiga.Riga(seq, byteCanonici, foglia, colonne);
        Aggiungi(_unaRiga);
    }

    /// <summary>Adds the next stretch of stored events to the check.</summary>
    public void Aggiungi(TrattoRegistro tratto)
    {
        if (tratto.Radice is { } radice && tratto.Righe[0].Seq == _daiByte.Dimensione + 1)
        {
            foreach (var (seq, utc) in tratto.Righe)
            {
                Orologio(seq, utc);
            }

            _primo ??= tratto.Primo?.Difetto;
            _daiByte = _daiByte.Aggiungi(radice, TrattoRegistro.Ampiezza);
            return;
        }

        for (var posto = 0; posto < tratto.Righe.Count; posto++)
        {
            var (seq, utc) = tratto.Righe[posto];
            if (seq != _daiByte.Dimensione + 1)
            {
                // This row has no place in the tree. Only the expected event can continue it.
                _primo ??= FuoriPosto(seq);
                continue;
            }

            Orologio(seq, utc);
            _primo ??= tratto.Primo is var (dove, difetto) && dove == posto ? difetto : null;
            _daiByte = _daiByte.Aggiungi(tratto.Foglia(posto));
        }
    }

    /// <summary>Ends the check because the storage failed while the next row was read, and returns the result.</summary>
    public EsitoVerifica Interrotta()
    {
        var seq = _daiByte.Dimensione + 1;
        return Esito(_primo ?? new DifettoRegistro(
            AnomaliaRegistro.Illeggibile,
            seq,
            $"L'evento {seq} non si legge: da qui il file del database è danneggiato. Gli eventi precedenti si leggono."));
    }

    /// <summary>Compares the recomputed tree with the stored head and returns the result.</summary>
    public EsitoVerifica Concludi(TestaRegistro testa) => Concludi(testa.Dimensione, testa.Radice, testa.Bordo);

    /// <summary>
    /// Compares the recomputed tree with the stored values of the head and returns the result. The values may be so altered that no
    /// <see cref="TestaRegistro"/> can be made of them.
    /// </summary>
    public EsitoVerifica Concludi(long dimensione, ReadOnlySpan<byte> radice, ReadOnlySpan<byte> bordo)
    {
        TestaRegistro.Ricostruita(dimensione, radice, bordo).TryGet(out var testa);
        if (testa?.PrimaDifferenza(_daiByte) is var (da, a) && (_primo is null || a < _primo.Seq))
        {
            return Esito(Riscritto(da, a));
        }

        return Esito(_primo is null ? DellaTesta(dimensione, radice, bordo, testa) : Precisa(_primo, testa));
    }

    private DifettoRegistro FuoriPosto(long seq)
    {
        var atteso = _daiByte.Dimensione + 1;
        if (seq < 1)
        {
            return new DifettoRegistro(
                AnomaliaRegistro.Ripetuto, seq, $"Al posto dell'evento {atteso} c'è una riga con il numero {seq}, che non è di nessun evento.");
        }

        return seq < atteso
            ? new DifettoRegistro(AnomaliaRegistro.Ripetuto, seq, $"L'evento {seq} compare una seconda volta, al posto dell'evento {atteso}.")
            : Mancante(atteso, seq - 1, $"al {(atteso == seq - 1 ? "suo" : "loro")} posto c'è l'evento {seq}");
    }

    /// <summary>
    /// Decides whether the bytes or the leaf of an event were altered when the two disagree. It is the leaf when the bytes of all events
    /// still give the head's root.
    /// </summary>
    private DifettoRegistro Precisa(DifettoRegistro primo, TestaRegistro? testa)
    {
        if (!primo.DiByteODiFoglia || testa is null || !_daiByte.Equals(testa))
        {
            return primo;
        }

        return new DifettoRegistro(
            AnomaliaRegistro.Foglia,
            primo.Seq,
            $"L'impronta conservata accanto all'evento {primo.Seq} è stata alterata. I byte dell'evento sono quelli originali: la radice lo conferma.");
    }

    /// <summary>Compares the head with the recomputed tree after every row was found in order. Returns null when they agree.</summary>
    private DifettoRegistro? DellaTesta(long dimensione, ReadOnlySpan<byte> radice, ReadOnlySpan<byte> bordo, TestaRegistro? testa)
    {
        var contati = _daiByte.Dimensione;
        var stessaRadice = _daiByte.StessaRadice(radice);
        var stessoBordo = _daiByte.StessoBordo(bordo);
        return (dimensione == contati, stessaRadice, stessoBordo) switch
        {
            (true, true, true) => null,
            (false, true, true) => DiTesta(
                $"dichiara {Plural.Of(dimensione, "evento", "eventi")}, "
                + $"ma radice e bordo sono quelli {Plural.Word(contati, "del solo", $"dei {Plural.Number(contati)}")} "
                + $"che {Plural.Word(contati, "c'è", "ci sono")}"),
            (true, true, false) => DiTesta("il bordo non è quello degli eventi; la radice sì"),
            (true, false, true) => DiTesta("la radice non è quella degli eventi; il bordo sì"),
            _ when testa is null => DiTesta($"dimensione ({dimensione}), radice e bordo non si corrispondono; gli eventi presenti sono {contati}"),
            _ when dimensione < PrimoNuovo - 1 => Mancante(dimensione + 1, PrimoNuovo - 1, "erano nel registro già verificato"),
            _ when dimensione > contati => Mancante(contati + 1, dimensione, "la fine del registro è stata tagliata"),
            _ => new DifettoRegistro(
                AnomaliaRegistro.InPiu,
                dimensione + 1,
                $"Nel registro {Plural.Word(contati, "c'è", "ci sono")} {Plural.Of(contati, "evento", "eventi")}, "
                + $"ma la sua testa ne conosce {dimensione}: dall'evento {dimensione + 1} in poi sono stati aggiunti senza passare da CigHub, "
                + "o la testa è stata riportata indietro.",
                new EventRange(dimensione + 1, contati)),
        };
    }

    private static DifettoRegistro Mancante(long da, long a, string perche) => new(
        AnomaliaRegistro.Mancante,
        da,
        da == a ? $"L'evento {da} manca: {perche}." : $"Gli eventi dal {da} al {a} mancano: {perche}.",
        new EventRange(da, a));

    private static DifettoRegistro DiTesta(string perche) => new(AnomaliaRegistro.Testa, null, $"La testa del registro è stata alterata: {perche}.");

    private DifettoRegistro Riscritto(long da, long a)
    {
        var dove = da == a ? $"L'evento {da} è stato riscritto" : $"Tra l'evento {da} e l'evento {a} almeno uno è stato riscritto";
        return new DifettoRegistro(
            AnomaliaRegistro.Riscritto,
            da == a ? da : null,
            $"{dove} insieme alla sua impronta: la radice del registro non corrisponde.{(_primo is null ? "" : $" Più avanti: {_primo.Messaggio}")}",
            new EventRange(da, a));
    }

    private EsitoVerifica Esito(DifettoRegistro? difetto) =>
        new(
            _daiByte.Dimensione,
            _daiByte.Radice,
            difetto?.Anomalia ?? AnomaliaRegistro.Nessuna,
            difetto?.Seq,
            difetto?.Tra,
            difetto is null ? $"{Integro()}{DellOrologio()}" : difetto.Messaggio + CheFare)
        {
            OrologioIndietro = _indietro?.Seq,
            Dal = PrimoNuovo,
            Verificato = difetto is null ? new RegistroVerificato(_daiByte, _ultimaOra) : null,
        };

    private string Integro()
    {
        var nuovi = _daiByte.Dimensione - PrimoNuovo + 1;
        return (inizio, nuovi) switch
        {
            (null, _) => $"Il registro è integro: {Plural.Of(nuovi, "evento ricalcolato", "eventi ricalcolati")}, nessuna differenza.",
            (_, 0) => $"Nessun evento nuovo dopo il n. {Plural.Number(PrimoNuovo - 1)}: la testa del registro è quella già verificata.",
            _ => $"Gli eventi nuovi, dal n. {Plural.Number(PrimoNuovo)}, sono integri e proseguono il registro già verificato: "
                + $"{Plural.Of(nuovi, "evento ricalcolato", "eventi ricalcolati")}, nessuna differenza.",
        };
    }

    private void Orologio(long seq, DateTime utc)
    {
        var prima = _ultimaOra - utc;
        if (prima > TolleranzaOrologio)
        {
            _indietro ??= (seq, prima);
        }

        _ultimaOra = utc > _ultimaOra ? utc : _ultimaOra;
    }

    private string DellOrologio() => _indietro is var (seq, di)
        ? $" L'orologio del server è tornato indietro: l'evento {seq} porta un'ora di {Durata(di)} precedente a quella di un evento già scritto."
        : "";

    private static string Durata(TimeSpan di) => di.TotalHours >= 1
        ? $"{Plural.Of((int)di.TotalHours, "ora", "ore")} e {Plural.Of(di.Minutes, "minuto", "minuti")}"
        : Plural.Of((int)di.TotalMinutes, "minuto", "minuti");
}
