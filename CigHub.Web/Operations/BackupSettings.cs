using System.ComponentModel.DataAnnotations;
using CigHub.Web.Common;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Operations;

/// <summary>The settings of the automatic backups: time of day, folder, number to keep, and passphrase.</summary>
internal sealed class BackupSettings : ISettings, IValidatableObject
{
    public static string Section => "Copie";

    /// <summary>The folder of the automatic backups. When it is empty, the program makes no backup by itself.</summary>
    [FolderPath]
    public string Cartella { get; init; } = "";

    /// <summary>The time of day in Rome at which the automatic backup is made.</summary>
    public TimeOnly Ora { get; init; } = new(2, 30);

    [WholeNumber(1, 10_000)]
    public int Conserva { get; init; } = 14;

    /// <summary>The path of a file with the passphrase that encrypts the backups. Empty when no such file is used.</summary>
    public string FileFraseSegreta { get; init; } = "";

    /// <summary>
    /// The name of an environment variable with the passphrase. Empty when none is used. If a file is also set, the file is used.
    /// </summary>
    public string VariabileFraseSegreta { get; init; } = "";

    /// <summary>The full path of the folder of the automatic backups, or null when there are none.</summary>
    public string? Destination => Cartella.Length == 0 ? null : Path.GetFullPath(Cartella);

    /// <summary>
    /// Reads the passphrase when the program starts, so that a missing one is noticed then and not by the backup at night.
    /// </summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Destination is null)
        {
            return [];
        }

        try
        {
            _ = Passphrase.Of(FileFraseSegreta, VariabileFraseSegreta);
            return [];
        }
        catch (Exception e) when (e is StartRefusedException or IOException or UnauthorizedAccessException)
        {
            var (key, value) = FileFraseSegreta.Length == 0
                ? (nameof(VariabileFraseSegreta), VariabileFraseSegreta)
                : (nameof(FileFraseSegreta), FileFraseSegreta);
            return [new ValidationResult(SettingsReader.Sentence($"{Section}:{key}", value, e.Message.TrimEnd('.')))];
        }
    }
}
