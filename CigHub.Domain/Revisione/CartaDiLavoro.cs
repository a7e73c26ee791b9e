using CigHub.Domain.Common;

namespace CigHub.Domain.Revisione;

/// <summary>The working paper of one item of a sample: what an auditor looked at, and with which outcome.</summary>
public sealed class CartaDiLavoro : IPartOf
{
    /// <summary>The longest text of a working paper, in characters.</summary>
    public const int MaxTesto = 2000;

    private CartaDiLavoro() { }

    internal CartaDiLavoro(Guid id, Guid auditId, int posizione, Guid affidamentoId, Guid enteId) =>
        (Id, AuditId, Posizione, AffidamentoId, EnteId) = (id, auditId, posizione, affidamentoId, enteId);

    public Guid Id { get; private init; }

    public Guid AuditId { get; private init; }

    /// <summary>The place in the order in which the sample was drawn, from 1.</summary>
    public int Posizione { get; private init; }

    public Guid AffidamentoId { get; private init; }

    public Guid EnteId { get; private init; }

    /// <summary>The outcome. Null while the paper is empty.</summary>
    public EsitoAudit? Esito { get; private set; }

    /// <summary>The things that the auditor looked at.</summary>
    public string? Esaminato { get; private set; }

    public string? Nota { get; private set; }

    public Guid? CompilataDaId { get; private set; }

    /// <summary>The instant of the last entry, UTC.</summary>
    public DateTime? CompilataIl { get; private set; }

    Guid IPartOf.RadiceId => AuditId;

    internal void Compila(EsitoAudit esito, string esaminato, string nota, Guid persona, DateTime utc) =>
        (Esito, Esaminato, Nota, CompilataDaId, CompilataIl) = (esito, esaminato, nota.Length == 0 ? null : nota, persona, utc);
}
