namespace CigHub.Web.Data.Start;

/// <summary>Tells whether the program makes a backup of itself every day, and when it made the last one.</summary>
public interface IBackupState
{
    /// <summary>Says whether the settings name a folder for the backups.</summary>
    bool IsOn { get; }

    /// <summary>The instant of the newest backup in that folder, UTC. Null when there is none.</summary>
    DateTime? Newest { get; }
}
