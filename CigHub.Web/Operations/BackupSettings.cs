using System.ComponentModel.DataAnnotations;
using CigHub.Web.Common;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Operations;

/// <summary>The settings of the automatic backups: time, folder and number to keep.</summary>
internal sealed class BackupSettings : ISettings, IValidatableObject
{
    public static string Section => "Copie";

    /// <summary>The folder of the backups; empty when the program makes none by itself.</summary>
    [FolderPath]
    public string Cartella { get; init; } = "";

    /// <summary>The time of day of the backup, in Rome.</summary>
    public TimeOnly Ora { get; init; } = new(2, 30);

    [WholeNumber(1, 10_000)]
    public int Conserva { get; init; } = 14;

    /// <summary>The file with the passphrase that encrypts the backups; empty when there is none.</summary>
    public string FileFraseSegreta { get; init; } = "";

    /// <summary>The name of an environment variable with the passphrase; empty when there is none. The file takes precedence.</summary>
    public string VariabileFraseSegreta { get; init; } = "";

    /// <summary>The full path of the folder; null when the program makes no backup by itself.</summary>
    public string? Destination => Cartella.Length == 0 ? null : Path.GetFullPath(Cartella);

    /// <summary>Checks the passphrase at the start, so that a missing one is known then and not at night.</summary>
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
