namespace CigHub.Domain.Persone;

/// <summary>The kind of atto di nomina, by which a person is appointed to a role.</summary>
/// <remarks>The numbers are stored and never change.</remarks>
public enum TipoAttoDiNomina
{
    Determinazione = 1,
    Decreto = 2,
    Deliberazione = 3,
    OrdineDiServizio = 4,
    Altro = 5,
}

/// <summary>The atto di nomina by which a person holds a role.</summary>
/// <remarks>Equality: by all members. Source: art. 15 D.Lgs. 36/2023 (the RUP is appointed by an act of the body).</remarks>
/// <param name="EmanatoDa">The office that issued it, for example «Dirigente del Settore II».</param>
public sealed record AttoDiNomina(TipoAttoDiNomina Tipo, string Numero, DateOnly Data, string EmanatoDa)
{
    public const int MaxNumero = 50;

    /// <summary>The longest text among the data of an atto di nomina, in characters.</summary>
    public const int MaxTesto = 200;
}

/// <summary>The appointment of a person to a role: the atto di nomina, and the post when the person comes from outside the Ente.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Atto">The act, or null while it is missing.</param>
/// <param name="Esterno">Says whether the person comes from outside the Ente (in a small Comune the Segretario, or a deputy).</param>
/// <param name="Incarico">The post, for example «Segretario comunale» or «Vicesegretario». Only for a person from outside the Ente.</param>
public sealed record Nomina(AttoDiNomina? Atto, bool Esterno = false, string? Incarico = null)
{
    public const int MaxIncarico = 100;

    /// <summary>The appointment of a person of the Ente whose atto di nomina is not known.</summary>
    public static Nomina Nessuna { get; } = new((AttoDiNomina?)null);
}

/// <summary>The names of the kinds of atto di nomina on screen, in Italian.</summary>
public static class NominaWords
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

    /// <summary>Returns the atto di nomina in Italian words: «Decreto n. 14 del 03/02/2026, Sindaco».</summary>
    public static string InParole(this AttoDiNomina atto) => $"{atto.Tipo.Nome()} n. {atto.Numero} del {atto.Data:dd'/'MM'/'yyyy}, {atto.EmanatoDa}";
}
