using System.Globalization;
using System.Text.Json;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>
/// Keeps the attestazioni as files beside the database, each with the state of its deliveries, a thousand to a folder. A backup takes them
/// along, and a restore overwrites none, so that an older database put back meets the newer attestazioni.
/// </summary>
public sealed class AttestazioniStore(DataFolder folder)
{
    private const int InAFolder = 1000;

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    private readonly Lock _lock = new();

    /// <summary>The number of the newest attestazione. 0 when there is none.</summary>
    public int Last => Directory.Exists(folder.Attestazioni)
        ? Directory.EnumerateDirectories(folder.Attestazioni).OrderDescending(StringComparer.Ordinal)
            .Select(d => Directory.EnumerateFiles(d, "*.json").Select(NumberOf).DefaultIfEmpty(0).Max()).FirstOrDefault(n => n > 0)
        : 0;

    /// <summary>The newest attestazione. Null when there is none, or when its file cannot be read.</summary>
    public Attestazione? Newest => Last is > 0 and var last ? Read(last) : null;

    /// <summary>Reads one attestazione. Returns null when it does not exist, or when somebody changed the file so that it cannot be read.</summary>
    public Attestazione? Read(int numero)
    {
        try
        {
            return File.Exists(PathOf(numero)) ? JsonSerializer.Deserialize<Attestazione>(File.ReadAllText(PathOf(numero))) : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Returns attestazioni from a number on downwards, so many of them at most.</summary>
    public IReadOnlyList<Attestazione> Before(int numero, int quante) =>
        [.. Enumerable.Range(0, Math.Max(0, Math.Min(quante, numero))).Select(i => Read(numero - i)).OfType<Attestazione>()];

    /// <summary>Stores a new attestazione under the next free number, which its text is made for.</summary>
    internal Attestazione Add(Func<int, Attestazione> make)
    {
        lock (_lock)
        {
            for (var numero = Last + 1; ; numero++)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(numero))!);
                var made = make(numero);
                try
                {
                    // The command «backup» may run beside the program: the number belongs to who makes the file first.
                    AtomicFile.Write(PathOf(numero), JsonSerializer.Serialize(made, _json), overwrite: false);
                    return made;
                }
                catch (IOException) when (File.Exists(PathOf(numero)))
                {
                    // The number is taken, so try the next one.
                }
            }
        }
    }

    /// <summary>Stores the new state of a delivery, without losing another one that changed meanwhile.</summary>
    internal void Note(int numero, Consegna consegna)
    {
        lock (_lock)
        {
            if (Read(numero) is { } present)
            {
                Write(present.With(consegna));
            }
        }
    }

    /// <summary>Returns the path of the file of an attestazione, below the folder of the data.</summary>
    internal string PathOf(int numero) => Path.Combine(
        folder.Attestazioni,
        (numero / InAFolder).ToString("000", CultureInfo.InvariantCulture),
        numero.ToString("000000", CultureInfo.InvariantCulture) + ".json");

    private void Write(Attestazione attestazione) => AtomicFile.Write(PathOf(attestazione.Numero), JsonSerializer.Serialize(attestazione, _json));

    private static int NumberOf(string file) =>
        int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
