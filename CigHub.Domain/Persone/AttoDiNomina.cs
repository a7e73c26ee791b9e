namespace CigHub.Domain.Persone;

/// <summary>Which kind of act appoints somebody.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum TipoAttoDiNomina
{
    Determinazione = 1,
    Decreto = 2,
    Deliberazione = 3,
    OrdineDiServizio = 4,
    Altro = 5,
}

/// <summary>The act by which a person holds her role.</summary>
/// <remarks>Equality: by all members. Source: art. 15 D.Lgs. 36/2023 (the RUP is appointed by an act of the body).</remarks>
/// <param name="EmanatoDa">The office that issued it, for example «Dirigente del Settore II».</param>
public sealed record AttoDiNomina(TipoAttoDiNomina Tipo, string Numero, DateOnly Data, string EmanatoDa)
{
    /// <summary>Longest number.</summary>
    public const int MaxNumero = 50;

    /// <summary>Longest name of an office.</summary>
    public const int MaxTesto = 200;
}

/// <summary>How somebody came to a role: by which act, and in which post when she comes from outside the Ente.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Atto">Null while it is missing.</param>
/// <param name="Esterno">Named from outside the Ente (in a small Comune the Segretario, or a deputy).</param>
/// <param name="Incarico">Her post: «Segretario comunale», «Vicesegretario»; only for who comes from outside.</param>
public sealed record Nomina(AttoDiNomina? Atto, bool Esterno = false, string? Incarico = null)
{
    /// <summary>Longest post.</summary>
    public const int MaxIncarico = 100;

    /// <summary>Nothing known.</summary>
    public static Nomina Nessuna { get; } = new((AttoDiNomina?)null);
}

/// <summary>The words of the screen for acts of appointment.</summary>
public static class ParoleDiNomina
{
    public static string Nome(this TipoAttoDiNomina tipo) => tipo switch
    {
        TipoAttoDiNomina.Determinazione => "Determinazione",
        TipoAttoDiNomina.Decreto => "Decreto",
        TipoAttoDiNomina.Deliberazione => "Deliberazione",
        TipoAttoDiNomina.OrdineDiServizio => "Ordine di servizio",
        TipoAttoDiNomina.Altro => "Altro atto",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };

    /// <summary>«Decreto n. 14 del 03/02/2026, Sindaco».</summary>
    public static string InParole(this AttoDiNomina atto) => $"{atto.Tipo.Nome()} n. {atto.Numero} del {atto.Data:dd'/'MM'/'yyyy}, {atto.EmanatoDa}";
}
