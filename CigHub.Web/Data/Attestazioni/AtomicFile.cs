using CigHub.Web.Data.Start;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>Writes small files so that a reader sees either the old content or the new one, also after a power cut.</summary>
internal static class AtomicFile
{
    /// <param name="overwrite">False when the file may not exist yet; then an existing one is an <see cref="IOException"/>.</param>
    public static void Write(string file, string text, bool overwrite = true)
    {
        var temporary = $"{file}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, text);
        DataFolder.Flush(temporary);
        File.Move(temporary, file, overwrite);
        DataFolder.SyncFolder(Path.GetDirectoryName(file)!);
    }
}
