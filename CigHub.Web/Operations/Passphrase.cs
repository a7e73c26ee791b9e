using System.Text;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Operations;

/// <summary>
/// Reads the passphrase of encrypted backups from a file or an environment variable. It is never taken from the command line, which every
/// user of the machine can see.
/// </summary>
internal static class Passphrase
{
    public const string FileOption = "--passphrase-file";
    public const string VariableOption = "--passphrase-env";

    private const int MinLength = 12;

    /// <summary>
    /// Returns the passphrase as UTF-8 bytes, or null when neither a file nor a variable is named. If both are named, the file is used.
    /// </summary>
    public static byte[]? Of(string? file, string? variable)
    {
        if (string.IsNullOrWhiteSpace(file) && string.IsNullOrWhiteSpace(variable))
        {
            return null;
        }

        var text = string.IsNullOrWhiteSpace(file) ? Environment.GetEnvironmentVariable(variable!) : Read(file);
        return text?.Trim() is { Length: >= MinLength } phrase
            ? Encoding.UTF8.GetBytes(phrase)
            : throw new StartRefusedException(ExitCodes.Usage, $"La frase segreta (da " +
                $"{(string.IsNullOrWhiteSpace(file) ? $"la variabile {variable}" : file)}) manca o ha meno di {MinLength} caratteri.");
    }

    private static string Read(string file) => File.Exists(file)
        ? File.ReadAllText(file)
        : throw new StartRefusedException(ExitCodes.Usage, $"Il file della frase segreta «{file}» non c'è.");
}
