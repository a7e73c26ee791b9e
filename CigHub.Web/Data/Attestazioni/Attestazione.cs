using System.Globalization;
using System.Text.Json.Serialization;
using CigHub.Domain.Registro;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>The reason for which an attestazione was made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MotivoAttestazione>))]
public enum MotivoAttestazione
{
    /// <summary>An hour had passed since the last one, and there were new events.</summary>
    Oraria,

    /// <summary>The program was stopped in good order.</summary>
    Arresto,

    /// <summary>A backup was about to be made.</summary>
    Backup,

    /// <summary>An Auditor asked for it.</summary>
    Richiesta,

    /// <summary>The data had been restored from a backup.</summary>
    Ripristino,

    /// <summary>The key that signs was replaced. Both keys sign this attestazione.</summary>
    CambioChiave,
}

/// <summary>The state of an attestazione at one of the places where it is kept elsewhere.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatoConsegna>))]
public enum StatoConsegna
{
    /// <summary>The attestazione waits to be sent there.</summary>
    DaInviare,

    /// <summary>The place has taken the attestazione.</summary>
    Inviata,

    /// <summary>The last try failed. There will be another one.</summary>
    NonRiuscita,

    /// <summary>A later attestazione went there in its place, which covers the same events.</summary>
    Superata,
}

/// <summary>The delivery of one attestazione to one place.</summary>
/// <remarks>Equality: by all members, the receipt by reference.</remarks>
/// <param name="Destinazione">The stored name of the place.</param>
/// <param name="Tentativi">The number of tries so far.</param>
/// <param name="Il">The instant of the last try, UTC. Null before the first.</param>
/// <param name="Dettaglio">The place in detail, or the reason of the failure, as an Italian sentence.</param>
/// <param name="Prova">The answer of the place, for example the time stamp. Null where there is none.</param>
public sealed record Consegna(
    string Destinazione, StatoConsegna Stato = StatoConsegna.DaInviare, int Tentativi = 0, DateTime? Il = null, string? Dettaglio = null, byte[]? Prova = null)
{
    /// <summary>Says whether the attestazione still has to be sent there.</summary>
    [JsonIgnore]
    public bool Waits => Stato is StatoConsegna.DaInviare or StatoConsegna.NonRiuscita;
}

/// <summary>One attestazione: a signed checkpoint of the registro with its number, and where it was sent.</summary>
/// <remarks>Equality: by all members, the list by reference.</remarks>
/// <param name="Numero">Its number, from 1 on.</param>
/// <param name="Utc">The instant at which it was made, UTC, as the signed text has it too.</param>
/// <param name="Dimensione">The number of events that it covers.</param>
/// <param name="Nota">The signed note.</param>
public sealed record Attestazione(
    int Numero, DateTime Utc, long Dimensione, MotivoAttestazione Motivo, string Nota, IReadOnlyList<Consegna> Consegne)
{
    private const string Word = "attestazione", TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The checkpoint in the note. Null when somebody changed the file.</summary>
    [JsonIgnore]
    public Checkpoint? Checkpoint => SignedNote.Parse(Nota) is { } note ? Checkpoint.Parse(note.Text) : null;

    /// <summary>Returns the line of the signed text with number and instant.</summary>
    public static string Line(int numero, DateTime utc) =>
        string.Create(CultureInfo.InvariantCulture, $"{Word} {numero} {utc.ToString(TimeFormat, CultureInfo.InvariantCulture)}");

    /// <summary>Reads number and instant from a checkpoint. Returns null when it does not say them, as another program's checkpoint.</summary>
    public static (int Numero, DateTime Utc)? Of(Checkpoint checkpoint) =>
        checkpoint.Estensioni.Select(e => e.Split(' ')).FirstOrDefault(e => e is [Word, _, _]) is [_, var number, var time]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var numero)
        && DateTime.TryParseExact(
            time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc)
            ? (numero, utc)
            : null;

    public Attestazione With(Consegna consegna) =>
        this with { Consegne = [.. Consegne.Select(c => c.Destinazione == consegna.Destinazione ? consegna : c)] };
}
