using CigHub.Domain.Registro;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Keeps how far the registro was found whole since the app was started, so that a check can read only the events after it. It is kept in
/// the memory of the process, which nobody can alter who can only write the file.
/// </summary>
public sealed class LastIntegrityCheck(TimeProvider clock)
{
    /// <summary>The registro as it was last found whole, and when all its events were last read (UTC). Null after a start or a damage.</summary>
    public (RegistroVerificato Registro, DateTime TuttiIl)? Last { get; private set; }

    /// <summary>Takes the outcome of a check. One that found a damage makes the next check read every event.</summary>
    public void Note(EsitoVerifica esito) =>
        Last = esito.Verificato is { } v ? (v, esito.Dal > 1 && Last is var (_, il) ? il : clock.GetUtcNow().UtcDateTime) : null;
}
