using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;

namespace CigHub.Domain.Registro;

/// <summary>Whether an act was done or denied.</summary>
public enum EsitoEvento
{
    Ok,
    Negato,
}

/// <summary>Who acted: a person in a role at an Ente, or the system. Ids and hashes, never names.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Id">The person; null for the system.</param>
/// <param name="Ruolo">The role acted in; <c>sistema</c> for the system.</param>
/// <param name="Ente">The Ente acted for; null for all of them.</param>
/// <param name="Identita">The hash of the person's identity at that moment, see <see cref="Persone.IdentitaPersona"/>; null for the system.</param>
public sealed record Attore(Guid? Id, string Ruolo, Guid? Ente, string? Identita = null)
{
    /// <summary>The application itself.</summary>
    public static Attore Sistema { get; } = new(null, "sistema", null);
}

/// <summary>What was acted upon.</summary>
/// <remarks>Equality: by both members.</remarks>
public sealed record OggettoEvento(string Tipo, string Id);

/// <summary>One event of the registro eventi. Its <see cref="Canonico"/> bytes are what is stored and hashed, and their format never changes.</summary>
/// <remarks>
/// <para>The bytes: UTF-8 JSON without white space or byte order mark, these members in this order, all present:
/// <c>{"v":1,"seq":1,"utc":"2026-11-24T10:15:30.1234567Z","actor":{"id":…,"identita":…,"ruolo":"…","ente":…},"ente":…,"azione":"…",
/// "oggetto":{"tipo":"…","id":"…"},"esito":"ok"|"negato","prima":…,"dopo":…,"dati":…,"corr":"…"}</c>. Ids are Guids in lower case with hyphens, or
/// <c>null</c>; the instant always has seven decimals. Inside <c>prima</c>, <c>dopo</c> and <c>dati</c> (an object or <c>null</c>) keys are unique and sorted by UTF-16
/// code unit, numbers are whole and fit 64 bits, nesting goes at most 64 levels, the event's own included. In texts only <c>"</c>, <c>\</c> and the characters below
/// U+0020 are escaped (<c>\b \t \n \f \r</c>, else <c>\u00xx</c> in lower case), as in RFC 8785.</para>
/// <para>Equality: by content, the order of keys apart. JSON members can be changed by whoever holds them, so it is <see cref="Canonico"/> that judges them.</para>
/// </remarks>
/// <param name="Seq">The event's number: from 1, without gaps.</param>
/// <param name="Utc">When, in UTC.</param>
/// <param name="Attore">Who.</param>
/// <param name="Ente">Whose event it is, that is, who may read it; null for the office's own.</param>
/// <param name="Azione">What was done.</param>
/// <param name="Oggetto">To what.</param>
/// <param name="Esito">Done or denied.</param>
/// <param name="Prima">What changed, as it was; null when nothing was there.</param>
/// <param name="Dopo">What changed, as it is; null when nothing is left.</param>
/// <param name="Dati">Hashes of evidence, texts that were accepted, reasons for going past a warning.</param>
/// <param name="Corr">Shared by the events of one act.</param>
public sealed record Evento(
    long Seq,
    DateTime Utc,
    Attore Attore,
    Guid? Ente,
    string Azione,
    OggettoEvento Oggetto,
    EsitoEvento Esito,
    JsonObject? Prima,
    JsonObject? Dopo,
    JsonObject? Dati,
    Guid Corr)
{
    private const string FormatoUtc = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private static readonly Error _illeggibile = new(
        "registro.evento-illeggibile",
        "I byte di questo evento non sono quelli di un evento: sono stati alterati. Avvia la verifica di integrità e confronta il database con l'ultima copia di sicurezza.");

    /// <summary>The outcome as it is written: <c>ok</c> or <c>negato</c>.</summary>
    public string EsitoTesto => TestoDi(Esito);

    /// <summary>The bytes that are stored verbatim and hashed.</summary>
    /// <exception cref="ArgumentException">
    /// It cannot be written: a number below 1, an instant that is not UTC, a number that is not whole, text that is not Unicode, a key twice, too much nesting, an identity that is no hash.
    /// </exception>
    public byte[] Canonico()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Seq, 1);
        if (Utc.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException($"The instant of an event is UTC, not {Utc.Kind}.");
        }

        if (Attore.Identita is { } identita && (identita.Length != 2 * AlberoMerkle.LunghezzaHash || identita.Any(c => !char.IsAsciiHexDigitLower(c))))
        {
            throw new ArgumentException("An identity in an event is a SHA-256 as 64 hexadecimal digits in lower case.");
        }

        var testo = new StringBuilder(512);
        testo.Append(CultureInfo.InvariantCulture, $"{{\"v\":1,\"seq\":{Seq},\"utc\":\"{Utc.ToString(FormatoUtc, CultureInfo.InvariantCulture)}\",\"actor\":{{\"id\":");
        Id(testo, Attore.Id);
        testo.Append(",\"identita\":");
        JsonCanonico.Valore(testo, Attore.Identita, 1);
        testo.Append(",\"ruolo\":");
        JsonCanonico.Testo(testo, Attore.Ruolo);
        testo.Append(",\"ente\":");
        Id(testo, Attore.Ente);
        testo.Append("},\"ente\":");
        Id(testo, Ente);
        testo.Append(",\"azione\":");
        JsonCanonico.Testo(testo, Azione);
        testo.Append(",\"oggetto\":{\"tipo\":");
        JsonCanonico.Testo(testo, Oggetto.Tipo);
        testo.Append(",\"id\":");
        JsonCanonico.Testo(testo, Oggetto.Id);
        testo.Append("},\"esito\":\"").Append(EsitoTesto).Append("\",\"prima\":");
        JsonCanonico.Valore(testo, Prima, 1);
        testo.Append(",\"dopo\":");
        JsonCanonico.Valore(testo, Dopo, 1);
        testo.Append(",\"dati\":");
        JsonCanonico.Valore(testo, Dati, 1);
        testo.Append(",\"corr\":");
        Id(testo, Corr);
        testo.Append('}');
        return JsonCanonico.Byte(testo);
    }

    /// <summary>Reads stored bytes back. What <see cref="Canonico"/> would not have written to the last byte is refused: <c>registro.evento-illeggibile</c>.</summary>
    public static Result<Evento> Leggi(ReadOnlySpan<byte> byteCanonici)
    {
        if (!CampiEvento.Leggi(byteCanonici, out var c))
        {
            return _illeggibile;
        }

        return new Evento(
            c.Seq,
            c.Utc,
            new Attore(c.AttoreId, LettoreCanonico.Decodifica(c.Ruolo), c.AttoreEnte, c.Identita.IsEmpty ? null : LettoreCanonico.Decodifica(c.Identita)),
            c.Ente,
            LettoreCanonico.Decodifica(c.Azione),
            new OggettoEvento(LettoreCanonico.Decodifica(c.OggettoTipo), LettoreCanonico.Decodifica(c.OggettoId)),
            c.Esito,
            Nodo(c.Prima),
            Nodo(c.Dopo),
            Nodo(c.Dati),
            c.Corr);
    }

    public bool Equals(Evento? other) =>
        other is not null
        && (Seq, Utc, Attore, Ente, Azione, Oggetto, Esito, Corr) == (other.Seq, other.Utc, other.Attore, other.Ente, other.Azione, other.Oggetto, other.Esito, other.Corr)
        && JsonNode.DeepEquals(Prima, other.Prima)
        && JsonNode.DeepEquals(Dopo, other.Dopo)
        && JsonNode.DeepEquals(Dati, other.Dati);

    public override int GetHashCode() => HashCode.Combine(Seq, Utc, Corr);

    /// <summary>The outcome as it is written and as the table's column holds it.</summary>
    internal static string TestoDi(EsitoEvento esito) => esito switch
    {
        EsitoEvento.Ok => "ok",
        EsitoEvento.Negato => "negato",
        _ => throw new ArgumentOutOfRangeException(nameof(esito), esito, "An outcome that no event can hold."),
    };

    private static void Id(StringBuilder testo, Guid? id) => _ = id is null ? testo.Append("null") : testo.Append('"').Append(id.Value).Append('"');

    private static JsonObject? Nodo(ReadOnlySpan<byte> byteOggetto) => JsonNode.Parse(byteOggetto)?.AsObject();
}
