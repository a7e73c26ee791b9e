using CigHub.Domain.Common;

namespace CigHub.Domain.Palestra;

/// <summary>A fault that the palestra can produce on command, so that the user learns what to do when the portal fails.</summary>
public enum TipoGuasto
{
    /// <summary>The palestra answers late, by the chosen number of seconds.</summary>
    Lentezza,

    /// <summary>
    /// The palestra gives the CIG and shows it in its list, but answers with an error page, so that the user does not know the outcome.
    /// </summary>
    ErroreDopo,

    /// <summary>The palestra answers with an error page and has done nothing.</summary>
    ErrorePrima,

    /// <summary>The session in the palestra ends at the next operation, which is not carried out.</summary>
    Disconnessione,

    /// <summary>The palestra refuses with the chosen error of ANAC.</summary>
    Rifiuto,
}

/// <summary>The occasions on which a fault of the palestra happens.</summary>
public enum Ricorrenza
{
    Mai,

    /// <summary>The fault happens at the next opportunity, then no more.</summary>
    UnaVolta,

    /// <summary>The fault happens at every n-th <em>Richiedi CIG</em>.</summary>
    OgniTante,
}

/// <summary>A fault of the palestra and the times at which it happens.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="OgniQuante">The n of <see cref="Ricorrenza.OgniTante"/>, at least 1. It has no meaning for the other values.</param>
/// <param name="Parametro">The seconds of a <see cref="TipoGuasto.Lentezza"/> or the code of a <see cref="TipoGuasto.Rifiuto"/>, otherwise
/// null.</param>
public sealed record Guasto(TipoGuasto Tipo, Ricorrenza Quando, int OgniQuante = 1, string? Parametro = null);

/// <summary>The faults that one person has switched on in the palestra («Comandi dell'addestramento»).</summary>
/// <remarks>Identity: <see cref="PersonaId"/>. A fault that happens once is used up only when it has really happened.</remarks>
public sealed class Addestramento
{
    /// <summary>The longest delay that may be chosen, in seconds.</summary>
    public const int MaxSecondi = 120;

    /// <summary>The largest n that may be chosen for a fault that happens at every n-th <em>Richiedi CIG</em>.</summary>
    public const int MaxOgniQuante = 1_000;

    public Guid PersonaId { get; private init; }

    /// <summary>The number of times that <em>Richiedi CIG</em> was pressed since the switches were set. A refused press counts too.</summary>
    public int Richieste { get; private set; }

    public IReadOnlyList<Guasto> Guasti { get; private set; } = [];

    public static Addestramento DiPersona(Guid personaId) => new() { PersonaId = personaId };

    public Guasto Guasto(TipoGuasto tipo) => Guasti.FirstOrDefault(g => g.Tipo == tipo) ?? new Guasto(tipo, Ricorrenza.Mai);

    /// <summary>
    /// Replaces all the faults with the given ones and restarts the count of requests. Returns an error when one of them is not valid.
    /// </summary>
    public Result Imposta(IReadOnlyList<Guasto> guasti)
    {
        var accesi = guasti.Where(g => g.Quando != Ricorrenza.Mai).ToList();
        var errori = accesi.SelectMany(Difetti).ToList();
        if (errori.Count > 0)
        {
            return Result.Refused(errori);
        }

        (Guasti, Richieste) = (accesi, 0);
        return Result.Ok;
    }

    /// <summary>Adds one to the count of times that <em>Richiedi CIG</em> was pressed.</summary>
    public void Conta() => Richieste = checked(Richieste + 1);

    /// <summary>
    /// Says whether the fault happens at the latest press of <em>Richiedi CIG</em>. A fault that is to happen once is then removed.
    /// </summary>
    public bool Scatta(TipoGuasto tipo) =>
        ScattaUnaVolta(tipo) || (Guasto(tipo) is { Quando: Ricorrenza.OgniTante } guasto && Richieste % guasto.OgniQuante == 0);

    /// <summary>
    /// Says whether the fault happens at an operation other than <em>Richiedi CIG</em>. There a fault happens only when it is to happen
    /// once, and it is then removed.
    /// </summary>
    public bool ScattaUnaVolta(TipoGuasto tipo)
    {
        if (Guasto(tipo) is not { Quando: Ricorrenza.UnaVolta } guasto)
        {
            return false;
        }

        Guasti = [.. Guasti.Where(g => g != guasto)];
        return true;
    }

    /// <summary>
    /// Returns the seconds of delay of a <see cref="TipoGuasto.Lentezza"/>, from 0 to <see cref="MaxSecondi"/>, or 0 when they are missing.
    /// </summary>
    public static int Secondi(Guasto guasto) => int.TryParse(guasto.Parametro, out var secondi) ? Math.Clamp(secondi, 0, MaxSecondi) : 0;

    private static IEnumerable<Error> Difetti(Guasto guasto)
    {
        if (guasto.Quando == Ricorrenza.OgniTante && guasto.OgniQuante is < 1 or > MaxOgniQuante)
        {
            yield return new Error("palestra.ogni-quante", $"Scrivi ogni quante richieste: da 1 a {MaxOgniQuante}.", $"{guasto.Tipo}-Ogni");
        }

        if (guasto.Tipo == TipoGuasto.Lentezza && (!int.TryParse(guasto.Parametro, out var secondi) || secondi is < 1 or > MaxSecondi))
        {
            yield return new Error("palestra.secondi", $"Scrivi di quanti secondi ritardare la risposta: da 1 a {MaxSecondi}.", "Lentezza-Secondi");
        }

        if (guasto.Tipo == TipoGuasto.Rifiuto && ErrorePortale.Trova(guasto.Parametro) is null)
        {
            yield return new Error("palestra.errore", "Scegli con quale errore rifiutare.", "Rifiuto-Errore");
        }
    }
}
