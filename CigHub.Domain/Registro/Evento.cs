using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;

namespace CigHub.Domain.Registro;

/// <summary>The outcome of the act that an event records: done or denied.</summary>
public enum EsitoEvento
{
    Ok,
    Negato,
}

/// <summary>The actor of an event: a person in a role at an Ente, or the system. It has ids and hashes, never names.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Id">The person, or null for the system.</param>
/// <param name="Ruolo">The role in which the person acted, or <c>sistema</c> for the system.</param>
/// <param name="Ente">The Ente for which the person acted, or null for all Enti.</param>
/// <param name="Identita">The hash of the person's identity at that moment (<see cref="Persone.IdentitaPersona"/>), or null for the
/// system.</param>
public sealed record Attore(Guid? Id, string Ruolo, Guid? Ente, string? Identita = null)
{
    /// <summary>The actor of what CigHub does by itself, without a person.</summary>
    public static Attore Sistema { get; } = new(null, "sistema", null);
}

/// <summary>The object on which somebody acted, named by type and id.</summary>
/// <remarks>Equality: by both members.</remarks>
public sealed record OggettoEvento(string Tipo, string Id);

/// <summary>One event of the registro eventi. Its <see cref="Canonico"/> bytes are stored and hashed, and their format never changes.</summary>
/// <remarks>
/// <para>
/// The bytes are UTF-8 JSON without white space or byte order mark, with these members in this order, all present:
/// <c>{"v":1,"seq":1,"utc":"2026-11-24T10:15:30.1234567Z","actor":{"id":…,"identita":…,"ruolo":"…","ente":…},"ente":…,"azione":"…",
/// "oggetto":{"tipo":"…","id":"…"},"esito":"ok"|"negato","prima":…,"dopo":…,"dati":…,"corr":"…"}</c>. Ids are Guids in lower case with
/// hyphens, or <c>null</c>. The instant always has seven decimals. Inside <c>prima</c>, <c>dopo</c> and <c>dati</c> (an object or
/// <c>null</c>) keys are unique and sorted by UTF-16 code unit, numbers are whole and fit 64 bits, and nesting goes at most 64 levels,
/// including the event's own. In texts only <c>"</c>, <c>\</c> and the characters below U+0020 are escaped (<c>\b \t \n \f \r</c>,
/// otherwise <c>\u00xx</c> in lower case), as in RFC 8785.
/// </para>
/// <para>
/// Equality: by content, ignoring the order of keys. JSON members are mutable, so <see cref="Canonico"/> checks them and not the constructor.
/// </para>
/// </remarks>
/// <param name="Seq">The event's number, from 1 without gaps.</param>
/// <param name="Utc">The instant of the act, UTC.</param>
/// <param name="Attore">The actor of the event.</param>
/// <param name="Ente">The Ente whose event it is, which decides who may read it. Null for the office's own events.</param>
/// <param name="Azione">The name of the act.</param>
/// <param name="Oggetto">The object of the act.</param>
/// <param name="Esito">The outcome: done or denied.</param>
/// <param name="Prima">The changed values before the act, or null when nothing was there.</param>
/// <param name="Dopo">The changed values after the act, or null when nothing is left.</param>
/// <param name="Dati">Hashes of evidence, accepted texts, reasons for going on despite an avviso.</param>
/// <param name="Corr">The correlation id, which all events of one act share.</param>
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
        "I byte di questo evento non sono quelli di un evento: sono stati alterati. Avvia la verifica di integrità e confronta il database con "
        + "l'ultima copia di sicurezza.");

    /// <summary>The outcome as the event's bytes have it: <c>ok</c> or <c>negato</c>.</summary>
    public string EsitoTesto => TestoDi(Esito);

    /// <summary>Returns the canonical bytes of the event, which are stored verbatim and hashed.</summary>
    /// <exception cref="ArgumentException">The event cannot be written: a number below 1, an instant that is not UTC, a number that is not
    /// whole, text that is not Unicode, a key that occurs twice, too much nesting, or an identity that is not a hash.</exception>
    public byte[] Canonico()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Seq, 1);
        if (Utc.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException($"The instant of an event is UTC, not {Utc.Kind}.");
        }

        if (Attore.Identita is { } identita && (identita.Length != 2 * MerkleTree.LunghezzaHash || identita.Any(c => !char.IsAsciiHexDigitLower(c))))
        {
            throw new ArgumentException("An identity in an event is a SHA-256 as 64 hexadecimal digits in lower case.");
        }

        var testo = new StringBuilder(512);
        testo.Append(
            CultureInfo.InvariantCulture,
            $"{{\"v\":1,\"seq\":{Seq},\"utc\":\"{Utc.ToString(FormatoUtc, CultureInfo.InvariantCulture)}\",\"actor\":{{\"id\":");
        Id(testo, Attore.Id);
        testo.Append(",\"identita\":");
        CanonicalJson.Valore(testo, Attore.Identita, 1);
        testo.Append(",\"ruolo\":");
        CanonicalJson.Testo(testo, Attore.Ruolo);
        testo.Append(",\"ente\":");
        Id(testo, Attore.Ente);
        testo.Append("},\"ente\":");
        Id(testo, Ente);
        testo.Append(",\"azione\":");
        CanonicalJson.Testo(testo, Azione);
        testo.Append(",\"oggetto\":{\"tipo\":");
        CanonicalJson.Testo(testo, Oggetto.Tipo);
        testo.Append(",\"id\":");
        CanonicalJson.Testo(testo, Oggetto.Id);
        testo.Append("},\"esito\":\"").Append(EsitoTesto).Append("\",\"prima\":");
        CanonicalJson.Valore(testo, Prima, 1);
        testo.Append(",\"dopo\":");
        CanonicalJson.Valore(testo, Dopo, 1);
        testo.Append(",\"dati\":");
        CanonicalJson.Valore(testo, Dati, 1);
        testo.Append(",\"corr\":");
        Id(testo, Corr);
        testo.Append('}');
        return CanonicalJson.Byte(testo);
    }

    /// <summary>
    /// Reads an event from its stored bytes. Bytes that <see cref="Canonico"/> would not have written are refused
    /// (<c>registro.evento-illeggibile</c>).
    /// </summary>
    public static Result<Evento> Leggi(ReadOnlySpan<byte> byteCanonici)
    {
        if (!EventFields.Leggi(byteCanonici, out var c))
        {
            return _illeggibile;
        }

        return new Evento(
            c.Seq,
            c.Utc,
            new Attore(c.AttoreId, CanonicalReader.Decodifica(c.Ruolo), c.AttoreEnte, c.Identita.IsEmpty ? null : CanonicalReader.Decodifica(c.Identita)),
            c.Ente,
            CanonicalReader.Decodifica(c.Azione),
            new OggettoEvento(CanonicalReader.Decodifica(c.OggettoTipo), CanonicalReader.Decodifica(c.OggettoId)),
            c.Esito,
            Nodo(c.Prima),
            Nodo(c.Dopo),
            Nodo(c.Dati),
            c.Corr);
    }

    public bool Equals(Evento? other) =>
        other is not null
        && (Seq, Utc, Attore, Ente, Azione, Oggetto, Esito, Corr)
            == (other.Seq, other.Utc, other.Attore, other.Ente, other.Azione, other.Oggetto, other.Esito, other.Corr)
        && JsonNode.DeepEquals(Prima, other.Prima)
        && JsonNode.DeepEquals(Dopo, other.Dopo)
        && JsonNode.DeepEquals(Dati, other.Dati);

    public override int GetHashCode() => HashCode.Combine(Seq, Utc, Corr);

    /// <summary>Returns the outcome as the event's bytes and the table's column have it.</summary>
    internal static string TestoDi(EsitoEvento esito) => esito switch
    {
        EsitoEvento.Ok => "ok",
        EsitoEvento.Negato => "negato",
        _ => throw new ArgumentOutOfRangeException(nameof(esito), esito, "An outcome that no event can hold."),
    };

    private static void Id(StringBuilder testo, Guid? id) => _ = id is null ? testo.Append("null") : testo.Append('"').Append(id.Value).Append('"');

    private static JsonObject? Nodo(ReadOnlySpan<byte> byteOggetto) => JsonNode.Parse(byteOggetto)?.AsObject();
}
