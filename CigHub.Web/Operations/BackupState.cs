using CigHub.Web.Data.Start;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations;

/// <summary>Reads the state of the automatic backups from their folder.</summary>
internal sealed class BackupState(IOptions<BackupSettings> settings) : IBackupState
{
    public bool IsOn => settings.Value.Destination is not null;

    public DateTime? Newest => settings.Value.Destination is { } folder && Backup.Finished(folder) is [.., var newest] ? Backup.TimeOf(newest) : null;
}
