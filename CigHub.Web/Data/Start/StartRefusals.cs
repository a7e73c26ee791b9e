using CigHub.Web.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Data.Start;

/// <summary>
/// Turns a fault of the machine during a start (full disk, damaged page, missing rights) into a refusal with an Italian message that names
/// the cause.
/// </summary>
internal static class StartRefusals
{
    public static async Task Told(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (Of(e) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>
    /// Returns the refusal for an exception that the machine or a setting caused. Returns null when the exception is a refusal already, or
    /// a bug of ours.
    /// </summary>
    public static StartRefusedException? Of(Exception exception) => exception switch
    {
        StartRefusedException => null,
        OptionsValidationException wrong => new StartRefusedException(ExitCodes.Usage, string.Join(' ', wrong.Failures), wrong),
        AggregateException several when several.InnerExceptions.All(e => e is OptionsValidationException) => new StartRefusedException(
            ExitCodes.Usage, string.Join(' ', several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures)), several),
        _ when StorageFault.Of(exception) is { } fault => new StartRefusedException(ExitCode(fault), $"CigHub non può lavorare sui dati: " +
            $"{fault.Reason}. {fault.WayOut} ({exception.GetBaseException().Message})", exception),
        UnauthorizedAccessException or IOException => new StartRefusedException(
            ExitCodes.CannotWrite, $"CigHub non può lavorare sui dati: {exception.Message} Controlla i permessi della cartella, lo spazio libero e il " +
                $"disco.", exception),
        _ => null,
    };

    private static int ExitCode(StorageFault fault) => fault.Kind switch
    {
        StorageFaultKind.Damaged => ExitCodes.DataNotSound,
        StorageFaultKind.Busy => ExitCodes.InUse,
        _ => ExitCodes.CannotWrite,
    };
}
