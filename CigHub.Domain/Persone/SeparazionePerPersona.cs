namespace CigHub.Domain.Persone;

/// <summary>A duty in the course of one Affidamento, of which one person should not have two without being seen.</summary>
public enum CompitoNellIter
{
    /// <summary>The person created or changed the draft, or declared it complete.</summary>
    HaPreparato,

    /// <summary>The person is or was the RUP.</summary>
    Rup,

    /// <summary>The person approved the draft.</summary>
    HaApprovato,

    /// <summary>The person kept the data of the Lotto or of the Convenzione, among them the massimale and the threshold.</summary>
    HaAmministrato,
}

/// <summary>The duties that one person had in the course of an Affidamento.</summary>
/// <remarks>Equality: by members, the list by reference.</remarks>
/// <param name="Compiti">The duties, each once, in the order of <see cref="CompitoNellIter"/>.</param>
public sealed record CompitiDellaPersona(Guid PersonaId, IReadOnlyList<CompitoNellIter> Compiti)
{
    /// <summary>Says whether the person had two or more of the duties.</summary>
    public bool PiuDiUno => Compiti.Count > 1;

    /// <summary>
    /// The rule of the separazione dei compiti that the duties of the person break. Null when they break none: a RUP may prepare the own
    /// draft, which is usual in a small Comune.
    /// </summary>
    public RegolaDiSeparazione? Regola =>
        !Compiti.Contains(CompitoNellIter.HaApprovato) ? null
        : Compiti.Contains(CompitoNellIter.Rup) ? SeparazioneCompiti.RupDiversoDaChiApprova
        : Compiti.Contains(CompitoNellIter.HaPreparato) ? SeparazioneCompiti.ApprovaChiNonHaLavorato
        : null;
}

/// <summary>Puts together the duties of each person in the course of an Affidamento.</summary>
/// <remarks>Source: ISO 37001 8.3 and 8.4, the separation of duties among the financial and non-financial controls.</remarks>
public static class SeparazionePerPersona
{
    /// <summary>Returns each person once, in the order in which the person first appears.</summary>
    public static IReadOnlyList<CompitiDellaPersona> Of(IEnumerable<(Guid PersonaId, CompitoNellIter Compito)> compiti) =>
        [.. compiti.GroupBy(c => c.PersonaId).Select(p => new CompitiDellaPersona(p.Key, [.. p.Select(c => c.Compito).Distinct().Order()]))];

    /// <summary>Returns the words for a duty: a verb phrase about its holder.</summary>
    public static string Parola(this CompitoNellIter compito) => compito switch
    {
        CompitoNellIter.HaPreparato => "ha preparato",
        CompitoNellIter.Rup => "RUP",
        CompitoNellIter.HaApprovato => "ha approvato",
        CompitoNellIter.HaAmministrato => "ha amministrato",
        _ => throw new ArgumentOutOfRangeException(nameof(compito), compito, null),
    };
}
