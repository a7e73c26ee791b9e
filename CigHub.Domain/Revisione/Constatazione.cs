using CigHub.Domain.Common;

namespace CigHub.Domain.Revisione;

/// <summary>The content of a finding, as an auditor writes it.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="CartaId">The working paper on which the finding stands.</param>
/// <param name="Gravita">The weight. Never <see cref="EsitoAudit.Conforme"/>.</param>
/// <param name="ResponsabileId">The person who answers and takes the action.</param>
/// <param name="Entro">The last day for the action, inclusive.</param>
public sealed record DatiConstatazione(
    Guid CartaId, EsitoAudit Gravita, string Testo, string Causa, string Azione, Guid ResponsabileId, DateOnly Entro);

/// <summary>
/// A finding of an audit: observation, cause, corrective action, owner and date. The owner replies and says when the action was taken;
/// another person, an Auditor, verifies whether it worked.
/// </summary>
/// <remarks>Source: ISO 37001 9.2 and 10.1 (2025: 10.2).</remarks>
public sealed class Constatazione : IPartOf
{
    /// <summary>The longest text of a finding, in characters.</summary>
    public const int MaxTesto = 2000;

    private Constatazione() { }

    internal Constatazione(Guid id, Guid auditId, Guid enteId, DatiConstatazione dati, Guid autore, DateTime utc)
    {
        (Id, AuditId, EnteId, CartaId) = (id, auditId, enteId, dati.CartaId);
        (Gravita, Testo, Causa, Azione, ResponsabileId, Entro) = (dati.Gravita, dati.Testo, dati.Causa, dati.Azione, dati.ResponsabileId, dati.Entro);
        (AutoreId, Utc) = (autore, utc);
    }

    public Guid Id { get; private init; }

    public Guid AuditId { get; private init; }

    public Guid CartaId { get; private init; }

    public Guid EnteId { get; private init; }

    public EsitoAudit Gravita { get; private init; }

    /// <summary>The observation: what was found, against what.</summary>
    public string Testo { get; private init; } = "";

    public string Causa { get; private init; } = "";

    /// <summary>The corrective action that the auditor asks for.</summary>
    public string Azione { get; private init; } = "";

    public Guid ResponsabileId { get; private init; }

    /// <summary>The last day for the action, inclusive.</summary>
    public DateOnly Entro { get; private set; }

    public Guid AutoreId { get; private init; }

    public DateTime Utc { get; private init; }

    /// <summary>The reply of the owner. Null while there is none.</summary>
    public string? Risposta { get; private set; }

    public DateTime? RispostaIl { get; private set; }

    /// <summary>The day on which the owner took the action. Null while it is open.</summary>
    public DateOnly? AttuataIl { get; private set; }

    public Guid? VerificataDaId { get; private set; }

    public DateTime? VerificataIl { get; private set; }

    /// <summary>Says whether the verified action worked. Null while nobody has verified it.</summary>
    public bool? Efficace { get; private set; }

    public string? NotaVerifica { get; private set; }

    /// <summary>Says whether the action was verified as effective, so that nothing is left to do.</summary>
    public bool Chiusa => Efficace == true;

    Guid IPartOf.RadiceId => AuditId;

    /// <summary>Says whether the action is late on a day: not taken, and its last day has passed.</summary>
    public bool InRitardo(DateOnly oggi) => !Chiusa && AttuataIl is null && Entro < oggi;

    internal void Rispondi(string risposta, DateOnly? attuata, DateTime utc) => (Risposta, AttuataIl, RispostaIl) = (risposta, attuata, utc);

    internal void Verifica(bool efficace, string nota, DateOnly? nuovoTermine, Guid persona, DateTime utc)
    {
        (Efficace, NotaVerifica, VerificataDaId, VerificataIl) = (efficace, nota, persona, utc);
        if (!efficace)
        {
            (AttuataIl, Entro) = (null, nuovoTermine ?? Entro);
        }
    }
}
