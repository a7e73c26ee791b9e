using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>A sheet of a workbook, as the workbook lists it.</summary>
/// <param name="Name">The name on the sheet's tab.</param>
/// <param name="Path">The zip's entry with the sheet.</param>
internal sealed record SheetEntry(string Name, bool Hidden, string Path);

/// <summary>The exception for a workbook that inflates beyond <see cref="XlsxCheck.MaxInflated"/>, whatever its directory says.</summary>
internal sealed class InflatedTooFarException() : IOException("The workbook inflates beyond the limit.");

/// <summary>
/// An .xlsx opened for reading, part by part (ECMA-376, Office Open XML). Names of elements count and their namespaces do not, so that the
/// transitional and the strict form are read alike. Must be disposed of.
/// </summary>
/// <remarks>
/// Nothing is inflated before it is read, and every byte read from any part counts towards one limit, because a zip's directory may state
/// false sizes. A document type definition is refused.
/// </remarks>
internal sealed class XlsxBook : IDisposable
{
    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? _stylesPath, _textsPath;
    private long _left = XlsxCheck.MaxInflated;

    public XlsxBook(ReadOnlyMemory<byte> file)
    {
        _zip = new ZipArchive(Stream(file), ZipArchiveMode.Read);
        foreach (var entry in _zip.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        var path = Relations("").Values.FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Path is { } main && Has(main)
            ? main
            : _parts.Keys.First(p => p.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase));
        var relations = Relations(path);
        _stylesPath = PathOf(relations, "/styles", path, "styles.xml");
        _textsPath = PathOf(relations, "/sharedStrings", path, "sharedStrings.xml");
        (Sheets, Has1904Dates) = Workbook(path, relations);
        Formats = new Lazy<CellFormats>(() => Read(_stylesPath, CellFormats.Read) ?? CellFormats.None);
        Texts = new Lazy<SharedTexts>(() => Read(_textsPath, SharedTexts.Read) ?? SharedTexts.None);
    }

    /// <summary>The sheets with cells, in the order of their tabs. Sheets that are charts are not among them.</summary>
    public IReadOnlyList<SheetEntry> Sheets { get; }

    /// <summary>Says whether the workbook counts days from 1/1/1904, as spreadsheets on old Macintosh computers did.</summary>
    public bool Has1904Dates { get; }

    /// <summary>The bytes inflated so far, of all parts.</summary>
    public long Inflated => XlsxCheck.MaxInflated - _left;

    public Lazy<CellFormats> Formats { get; }

    public Lazy<SharedTexts> Texts { get; }

    public void Dispose() => _zip.Dispose();

    /// <summary>Returns the filled-in rows of a sheet, read one after another.</summary>
    public IEnumerable<SheetRow> Rows(SheetEntry sheet) => new SheetReader(this, () => Open(sheet.Path)).Rows();

    /// <summary>Returns a stream over a file in memory, without a copy where that is possible.</summary>
    public static MemoryStream Stream(ReadOnlyMemory<byte> file) => MemoryMarshal.TryGetArray(file, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
        : new MemoryStream(file.ToArray(), writable: false);

    /// <summary>Says whether an attribute with sì or no of the format is set.</summary>
    public static bool IsSet(string? attribute) => attribute is "1" or "true" or "on";

    private bool Has(string path) => _parts.ContainsKey(path);

    private XmlReader Open(string path) => XmlReader.Create(new Counted(this, _parts[path].Open()), _settings);

    private T? Read<T>(string? path, Func<XmlReader, T> read)
        where T : class
    {
        if (path is null)
        {
            return null;
        }

        using var xml = Open(path);
        return read(xml);
    }

    /// <summary>Returns the parts to which a part refers, by the id of the reference. The empty path stands for the whole package.</summary>
    private Dictionary<string, (string Type, string Path)> Relations(string path)
    {
        var folder = Folder(path);
        var found = new Dictionary<string, (string Type, string Path)>(StringComparer.Ordinal);
        var list = $"{folder}_rels/{path[folder.Length..]}.rels";
        if (!Has(list))
        {
            return found;
        }

        using var xml = Open(list);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target && xml.GetAttribute("TargetMode") != "External")
            {
                found.TryAdd(id, (xml.GetAttribute("Type") ?? "", Resolved(folder, target)));
            }
        }

        return found;
    }

    private string? PathOf(Dictionary<string, (string Type, string Path)> relations, string type, string workbook, string usual)
    {
        var named = relations.Values.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Path ?? Folder(workbook) + usual;
        return Has(named) ? named : null;
    }

    private (IReadOnlyList<SheetEntry> Sheets, bool Has1904Dates) Workbook(string path, Dictionary<string, (string Type, string Path)> relations)
    {
        var (sheets, from1904, position) = (new List<SheetEntry>(), false, 0);
        using var xml = Open(path);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                from1904 = IsSet(xml.GetAttribute("date1904"));
            }
            else if (xml.LocalName == "sheet")
            {
                var usual = $"{Folder(path)}worksheets/sheet{++position}.xml";
                var (type, part) = relations.GetValueOrDefault(IdOf(xml), ("/worksheet", usual));
                if (type.EndsWith("/worksheet", StringComparison.Ordinal) && Has(part))
                {
                    sheets.Add(new SheetEntry(xml.GetAttribute("name") ?? $"Foglio {position}", xml.GetAttribute("state") is "hidden" or "veryHidden", part));
                }
            }
        }

        return (sheets, from1904);
    }

    /// <summary>Returns the id of the reference of a sheet: the attribute <c>id</c> in the namespace of references, of either form.</summary>
    private static string IdOf(XmlReader xml)
    {
        var id = "";
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static string Resolved(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var part in ((target.StartsWith('/') ? "" : folder) + Uri.UnescapeDataString(target)).Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>A part's inflated bytes, which count towards the limit of the whole workbook.</summary>
    private sealed class Counted(XlsxBook book, Stream inflated) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inflated.Read(buffer);
            return (book._left -= read) < 0 ? throw new InflatedTooFarException() : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inflated.Dispose();
            base.Dispose(disposing);
        }
    }
}
