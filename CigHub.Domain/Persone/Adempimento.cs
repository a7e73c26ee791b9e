using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>A yearly duty of whoever has a role: a declaration, or training against corruption.</summary>
/// <remarks>
/// The numbers are stored: they never change. Sources: ISO 37001 7.2 and 7.3; art. 6 and 13 D.P.R. 62/2013 (declaration of interests), art. 1
/// c. 8–10 L. 190/2012 (yearly training).
/// </remarks>
public enum TipoAdempimento
{
    DichiarazioneAnnuale = 1,
    Formazione = 2,
}

/// <summary>
/// One declaration that a person made, or one training that a person attended, as act and date only: CigHub keeps neither the content nor a
/// result. It is written once. A correction is a new one.
/// </summary>
public sealed class Adempimento
{
    /// <summary>The longest reference to the act, in characters.</summary>
    public const int MaxAtto = 200;

    private Adempimento() { }

    public Guid Id { get; private init; }

    public Guid PersonaId { get; private init; }

    public TipoAdempimento Tipo { get; private init; }

    /// <summary>The day of the declaration, or the last day of the training.</summary>
    public DateOnly Giorno { get; private init; }

    /// <summary>The reference to the act: its protocol, or the certificate.</summary>
    public string Atto { get; private init; } = "";

    public Guid AutoreId { get; private init; }

    /// <summary>The instant of the recording, UTC.</summary>
    public DateTime Utc { get; private init; }

    /// <summary>Records a duty that was done. Refuses a day to come.</summary>
    public static Result<Adempimento> Nuovo(Guid id, Guid personaId, TipoAdempimento tipo, DateOnly giorno, string atto, Guid autoreId, DateTime utc) =>
        giorno > RomeDay.Of(utc)
            ? new Error("adempimento.giorno-futuro", "Il giorno deve ancora venire: registra l'atto quando c'è.", nameof(Giorno))
            : new Adempimento { Id = id, PersonaId = personaId, Tipo = tipo, Giorno = giorno, Atto = atto, AutoreId = autoreId, Utc = utc };
}

/// <summary>The words about yearly duties, and the rule that says which are missing.</summary>
public static class AdempimentiAnnuali
{
    public static string Nome(this TipoAdempimento tipo) => tipo switch
    {
        TipoAdempimento.DichiarazioneAnnuale => "Dichiarazione annuale",
        TipoAdempimento.Formazione => "Formazione anticorruzione",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };

    /// <summary>Returns the kinds of duty that a person has not done in the calendar year of a day.</summary>
    public static IReadOnlyList<TipoAdempimento> Mancanti(IEnumerable<Adempimento> suoi, DateOnly giorno)
    {
        var fatti = suoi.Where(a => a.Giorno.Year == giorno.Year && a.Giorno <= giorno).Select(a => a.Tipo).ToHashSet();
        return [.. Enum.GetValues<TipoAdempimento>().Where(t => !fatti.Contains(t))];
    }
}
