using CigHub.Domain.Common;

namespace CigHub.Domain.Palestra;

/// <summary>What the palestra can do wrong on command, so that a person learns what to do when the portal does it.</summary>
public enum TipoGuasto
{
    /// <summary>The answer comes late, by the seconds that were asked for.</summary>
    Lentezza,

    /// <summary>The CIG is given and stands in the list, but the answer is an error page: the unknown outcome.</summary>
    ErroreDopo,

    /// <summary>An error page, and nothing was done.</summary>
    ErrorePrima,

    /// <summary>The session ends at the next operation, which is not done.</summary>
    Disconnessione,

    /// <summary>ANAC refuses with the chosen error.</summary>
    Rifiuto,
}

/// <summary>When a fault happens.</summary>
public enum Ricorrenza
{
    Mai,

    /// <summary>The next time that it can, then no more.</summary>
    UnaVolta,

    /// <summary>At every n-th <em>Richiedi CIG</em>.</summary>
    OgniTante,
}

/// <summary>A fault and when it happens.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="OgniQuante">For <see cref="Ricorrenza.OgniTante"/>, at least 1; else of no meaning.</param>
/// <param name="Parametro">Seconds of a <see cref="TipoGuasto.Lentezza"/>, the code of a <see cref="TipoGuasto.Rifiuto"/>; else null.</param>
public sealed record Guasto(TipoGuasto Tipo, Ricorrenza Quando, int OgniQuante = 1, string? Parametro = null);

/// <summary>The switches of the training («Comandi dell'addestramento») of one person.</summary>
/// <remarks>Identity: <see cref="PersonaId"/>. A fault that happens once is used up only when it has really happened.</remarks>
public sealed class Addestramento
{
    /// <summary>Longest wait that may be asked for, in seconds.</summary>
    public const int MaxSecondi = 120;

    /// <summary>Largest n of «every n-th».</summary>
    public const int MaxOgniQuante = 1_000;

    public Guid PersonaId { get; private init; }

    /// <summary>How many times <em>Richiedi CIG</em> was pressed since the switches were set; a press that is refused counts too.</summary>
    public int Richieste { get; private set; }

    public IReadOnlyList<Guasto> Guasti { get; private set; } = [];

    public static Addestramento Di(Guid personaId) => new() { PersonaId = personaId };

    public Guasto Guasto(TipoGuasto tipo) => Guasti.FirstOrDefault(g => g.Tipo == tipo) ?? new Guasto(tipo, Ricorrenza.Mai);

    /// <summary>Sets all the switches and begins to count anew.</summary>
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

    /// <summary><em>Richiedi CIG</em> was pressed.</summary>
    public void Conta() => Richieste = checked(Richieste + 1);

    /// <summary>Whether this fault happens at the request that was counted last; one that happens once is used up.</summary>
    public bool Scatta(TipoGuasto tipo) =>
        ScattaUnaVolta(tipo) || (Guasto(tipo) is { Quando: Ricorrenza.OgniTante } guasto && Richieste % guasto.OgniQuante == 0);

    /// <summary>The same at an operation that is no <em>Richiedi CIG</em>: only what happens once.</summary>
    public bool ScattaUnaVolta(TipoGuasto tipo)
    {
        if (Guasto(tipo) is not { Quando: Ricorrenza.UnaVolta } guasto)
        {
            return false;
        }

        Guasti = [.. Guasti.Where(g => g != guasto)];
        return true;
    }

    /// <summary>The seconds of <see cref="TipoGuasto.Lentezza"/>.</summary>
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
