using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>
/// ANAC's own schema of the AD4, read from ANAC's YAML files and evaluated word by word. It shares nothing with <c>SchemaAd4</c>, so that
/// each can show a mistake of the other. Where ANAC's files can be read in two ways it follows ADR 0013.
/// </summary>
internal sealed partial class AnacSchema
{
    private const string Form = "modello-dati-schede-AD4.yaml", Reference = "$ref";

    private static readonly HashSet<string> _known =
    [
        Reference, "type", "properties", "required", "additionalProperties", "items", "allOf", "enum", "format", "minimum", "maximum", "minLength",
        "maxLength", "description", "example",
    ];

    private readonly Dictionary<string, Dictionary<object, object>> _files;

    private readonly Dictionary<(string File, object Map), Node> _read = [];

    private AnacSchema(string folder) => _files = Directory.GetFiles(folder, "*.yaml").ToDictionary(
        f => Path.GetFileName(f), f => (Dictionary<object, object>)Member(Member(Yaml(f), "components"), "schemas"));

    /// <summary>One schema after its references and its inheritance are resolved.</summary>
    private sealed class Node
    {
        public string? Type { get; set; }

        public string? Format { get; set; }

        public bool Closed { get; set; }

        public List<string> Required { get; } = [];

        public List<string> Enum { get; } = [];

        public Dictionary<string, Node> Properties { get; } = [];

        public Node? Items { get; set; }

        public Dictionary<string, decimal> Limits { get; } = [];
    }

    /// <summary>Reads the schema from the folder with ANAC's YAML files.</summary>
    public static AnacSchema Load(string folder) => new(folder);

    /// <summary>Returns the violations of a document, each as «pointer keyword», distinct and in ordinal order.</summary>
    public IReadOnlyList<string> Violations(JsonElement document)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Check(Named(Form, "SchedaAD4Type"), document, "", (where, keyword) => found.Add($"{where} {keyword}"));
        return [.. found];
    }

    private static object Yaml(string file) => new DeserializerBuilder().Build().Deserialize<object>(File.ReadAllText(file))!;

    private static object Member(object map, string name) => ((Dictionary<object, object>)map)[name];

    private Node Named(string file, string name) => Read(file, (Dictionary<object, object>)_files[file][name]);

    private Node Read(string file, Dictionary<object, object> map)
    {
        if (_read.TryGetValue((file, map), out var known))
        {
            return known;
        }

        var node = _read[(file, map)] = new Node();
        foreach (var (key, value) in map)
        {
            Assert.True(_known.Contains((string)key), $"ANAC's schema has a keyword that this reader does not know: {key}");
        }

        if (map.TryGetValue(Reference, out var reference))
        {
            // A reference stands alone: what is written beside it does not count.
            var parts = ((string)reference).Split('#');
            return _read[(file, map)] = Named(parts[0].Length == 0 ? file : parts[0].Split('/')[^1], parts[1].Split('/')[^1]);
        }

        foreach (var parent in map.TryGetValue("allOf", out var all) ? ((List<object>)all).Cast<Dictionary<object, object>>() : [])
        {
            Inherit(node, Read(file, parent));
        }

        node.Type = Text(map, "type") ?? node.Type;
        node.Format = Text(map, "format");
        node.Closed |= Text(map, "additionalProperties") == "false";
        node.Required.AddRange(Texts(map, "required"));
        node.Enum.AddRange(Texts(map, "enum"));
        node.Items = map.TryGetValue("items", out var items) ? Read(file, (Dictionary<object, object>)items) : null;
        foreach (var limit in new[] { "minimum", "maximum", "minLength", "maxLength" }.Where(l => map.ContainsKey(l)))
        {
            node.Limits[limit] = decimal.Parse(Text(map, limit)!, CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in map.TryGetValue("properties", out var properties) ? (Dictionary<object, object>)properties : [])
        {
            node.Properties[(string)name] = Read(file, (Dictionary<object, object>)value);
        }

        return node;
    }

    /// <summary>Adds what a parent declares. An object that inherits is an object, also when nobody writes its type (ADR 0013).</summary>
    private static void Inherit(Node node, Node parent)
    {
        node.Type = "object";
        node.Closed |= parent.Closed;
        node.Required.AddRange(parent.Required);
        foreach (var (name, value) in parent.Properties)
        {
            node.Properties[name] = value;
        }
    }

    private static string? Text(Dictionary<object, object> map, string key) => map.TryGetValue(key, out var value) ? (string)value : null;

    private static IEnumerable<string> Texts(Dictionary<object, object> map, string key) =>
        map.TryGetValue(key, out var value) ? ((List<object>)value).Cast<string>() : [];

    private static void Check(Node node, JsonElement value, string here, Action<string, string> tell)
    {
        if (node.Type is { } type && Kind(value) != type)
        {
            tell(here, "type");
            if (node.Enum.Count > 0)
            {
                tell(here, "enum");
            }

            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var missing in node.Required.Where(r => !value.TryGetProperty(r, out _)))
                {
                    tell($"{here}/{missing}", "required");
                }

                foreach (var member in value.EnumerateObject())
                {
                    if (node.Properties.TryGetValue(member.Name, out var its))
                    {
                        Check(its, member.Value, $"{here}/{member.Name}", tell);
                    }
                    else if (node.Closed)
                    {
                        tell(here, "additionalProperties");
                    }
                }

                break;
            case JsonValueKind.Array when node.Items is { } items:
                foreach (var (i, row) in value.EnumerateArray().Index())
                {
                    Check(items, row, $"{here}/{i}", tell);
                }

                break;
            case JsonValueKind.String:
                CheckText(node, value.GetString()!, keyword => tell(here, keyword));
                break;
            case JsonValueKind.Number:
                Limit(node, "minimum", value.GetDecimal(), -1, keyword => tell(here, keyword));
                Limit(node, "maximum", value.GetDecimal(), 1, keyword => tell(here, keyword));
                break;
        }
    }

    private static void CheckText(Node node, string text, Action<string> tell)
    {
        if (node.Enum.Count > 0 && !node.Enum.Contains(text))
        {
            tell("enum");
        }

        if ((node.Format == "uuid" && !Guid.TryParseExact(text, "D", out _)) || (node.Format == "date-time" && !IsDateTime(text)))
        {
            tell("format");
        }

        Limit(node, "minLength", text.EnumerateRunes().Count(), -1, tell);
        Limit(node, "maxLength", text.EnumerateRunes().Count(), 1, tell);
    }

    private static void Limit(Node node, string keyword, decimal value, int side, Action<string> tell)
    {
        if (node.Limits.TryGetValue(keyword, out var limit) && Math.Sign(value - limit) == side)
        {
            tell(keyword);
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    /// <summary>Says whether a text is a date-time of RFC 3339, without leap seconds, which the generated schede do not have.</summary>
    private static bool IsDateTime(string text) => Rfc3339().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.IgnoreCase | RegexOptions.ECMAScript)]
    private static partial Regex Rfc3339();
}
