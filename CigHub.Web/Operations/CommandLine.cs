using CigHub.Web.Data.Start;

namespace CigHub.Web.Operations;

/// <summary>
/// The parsed words after the name of a command: one optional plain argument, options with a value (<c>--keep 7</c>), and settings
/// (<c>--Dati:Cartella=/srv/dati</c>), which go to the configuration.
/// </summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, string> _options = [];

    private CommandLine()
    {
    }

    public string? Argument { get; private set; }

    public IReadOnlyList<string> Settings { get; private set; } = [];

    /// <param name="options">The names of the options that the command knows.</param>
    /// <exception cref="StartRefusedException">An option is unknown, has no value or comes twice.</exception>
    public static CommandLine Parse(IReadOnlyList<string> words, IReadOnlyCollection<string> options)
    {
        var line = new CommandLine();
        List<string> settings = [];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                line.Argument = line.Argument is null ? word : throw Wrong($"«{word}» è di troppo");
            }
            else if (word.Contains(':', StringComparison.Ordinal))
            {
                settings.Add(word.Contains('=', StringComparison.Ordinal) ? word : throw Wrong($"all'impostazione «{word}» manca «=valore»"));
            }
            else if (!options.Contains(word))
            {
                throw Wrong($"l'opzione «{word}» non esiste");
            }
            else if (i + 1 == words.Count || !line._options.TryAdd(word, words[++i]))
            {
                throw Wrong($"l'opzione «{word}» non ha un valore, o compare due volte");
            }
        }

        line.Settings = settings;
        return line;
    }

    public string? this[string option] => _options.GetValueOrDefault(option);

    public static StartRefusedException Wrong(string what) => new(ExitCodes.Usage, $"La riga di comando non va: {what}. Con «--help» si vede come si usa.");
}
