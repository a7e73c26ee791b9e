using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;

namespace CigHub.Web.Operations.Attestazioni;

/// <summary>The content of a daily extract, apart from its events.</summary>
/// <param name="Attestazione">The attestazione that covers the events.</param>
/// <param name="Marca">Its time stamp (RFC 3161). Null when there is none.</param>
/// <param name="Bordo">The right edge of the tree before the first event.</param>
/// <param name="Coerenza">The proof that the attestazione continues the registro as it was after the last event.</param>
internal sealed record EstrattoToWrite(
    EstrattoGiornaliero Estratto, Attestazione Attestazione, string Chiave, byte[]? Marca, IReadOnlyList<byte[]> Bordo, IReadOnlyList<byte[]> Coerenza);

/// <summary>
/// Writes a daily extract as XML, for a conservatore who reads it in twenty years without CigHub: the exact text of every event, the signed
/// attestazione, its time stamp, and what proves that these events are the attested ones. It streams.
/// </summary>
/// <remarks>The schema is <c>docs/estratto-giornaliero.xsd</c>. The form may not change without another namespace.</remarks>
internal static class EstrattoXml
{
    public const string Namespace = "urn:cighub:estratto-giornaliero:1";

    private static readonly XmlWriterSettings _form = new()
    {
        Async = true,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        CloseOutput = false,
    };

    public static async Task Write(Stream target, EstrattoToWrite content, IAsyncEnumerable<RigaRegistro> events, CancellationToken ct)
    {
        var (estratto, attestazione) = (content.Estratto, content.Attestazione);
        await using var xml = XmlWriter.Create(target, _form);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "EstrattoGiornaliero", Namespace);
        await Attribute(xml, "giorno", estratto.Giorno.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Attribute(xml, "origine", attestazione.Checkpoint!.Origine);
        await Attribute(xml, "primo", estratto.Primo.ToString(CultureInfo.InvariantCulture));
        await Attribute(xml, "ultimo", estratto.Ultimo.ToString(CultureInfo.InvariantCulture));

        await xml.WriteStartElementAsync(null, "Attestazione", Namespace);
        await Attribute(xml, "numero", attestazione.Numero.ToString(CultureInfo.InvariantCulture));
        await Attribute(xml, "istante", RomeTime.Attribute(attestazione.Utc));
        await Attribute(xml, "eventi", attestazione.Dimensione.ToString(CultureInfo.InvariantCulture));
        await Text(xml, "Nota", attestazione.Nota);
        await Text(xml, "ChiavePubblica", content.Chiave);
        if (content.Marca is { } stamp)
        {
            await Text(xml, "MarcaTemporale", Convert.ToBase64String(stamp));
        }

        await xml.WriteEndElementAsync();
        await Hashes(xml, "BordoPrima", content.Bordo);
        await xml.WriteStartElementAsync(null, "Eventi", Namespace);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var row in events.WithCancellation(ct))
        {
            hash.AppendData(row.Byte);
            hash.AppendData("\n"u8);
            await WriteEvent(xml, row);
        }

        await xml.WriteEndElementAsync();
        await Hashes(xml, "Coerenza", content.Coerenza);
        await Text(xml, "ImprontaEventi", Convert.ToHexStringLower(hash.GetHashAndReset()));
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    /// <summary>Writes an event as its exact text. A character that no XML may hold makes it base64, which the attribute says.</summary>
    private static async Task WriteEvent(XmlWriter xml, RigaRegistro row)
    {
        var text = Encoding.UTF8.GetString(row.Byte);
        var legible = IsXmlText(text);
        await xml.WriteStartElementAsync(null, "Evento", Namespace);
        await Attribute(xml, "numero", row.Seq.ToString(CultureInfo.InvariantCulture));
        await Attribute(xml, "istante", row.Utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        await Attribute(xml, "azione", row.Azione);
        await Attribute(xml, "esito", row.Esito);
        await Attribute(xml, "impronta", Convert.ToBase64String(row.Foglia));
        if (!legible)
        {
            await Attribute(xml, "codifica", "base64");
        }

        await xml.WriteStringAsync(legible ? text : Convert.ToBase64String(row.Byte));
        await xml.WriteEndElementAsync();
    }

    private static bool IsXmlText(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static async Task Hashes(XmlWriter xml, string name, IReadOnlyList<byte[]> hashes)
    {
        await xml.WriteStartElementAsync(null, name, Namespace);
        foreach (var hash in hashes)
        {
            await Text(xml, "Impronta", Convert.ToBase64String(hash));
        }

        await xml.WriteEndElementAsync();
    }

    private static Task Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeStringAsync(null, name, null, value);

    private static Task Text(XmlWriter xml, string name, string value) => xml.WriteElementStringAsync(null, name, Namespace, value);
}
