using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Rilievi;

/// <summary>A Lotto as the rules see it.</summary>
/// <param name="GruppoCpv">The first three digits of the CPV.</param>
/// <param name="ChiusoDal">The first day on which no Ente may adhere any more. Null while the Lotto is open.</param>
/// <param name="PiuAggiudicatari">Says whether the Lotto has several suppliers, so that a choice needs a reason.</param>
public sealed record LottoNoto(Guid Id, Convenzione Convenzione, string GruppoCpv, DateOnly? ChiusoDal, bool PiuAggiudicatari);

/// <summary>One Affidamento as the rules see it.</summary>
public sealed record AffidamentoNoto
{
    public required Guid Id { get; init; }

    public required Guid EnteId { get; init; }

    public required LottoNoto Lotto { get; init; }

    public required Guid AutoreId { get; init; }

    public required Guid RupId { get; init; }

    public Guid? ApprovatoDaId { get; init; }

    public required StatoAffidamento Stato { get; init; }

    /// <summary>The amount of the adhesions with a CIG that still holds, or of the draft while there is none.</summary>
    public required Importo Importo { get; init; }

    /// <summary>The codes of the suppliers (<see cref="Affidamento.CodiciFornitori"/>). Empty when there is none.</summary>
    public string Fornitori { get; init; } = "";

    public bool Pregresso { get; init; }

    /// <summary>Says whether the Affidamento tells why its supplier was chosen.</summary>
    public bool ConMotivo { get; init; }

    /// <summary>The day of the adhesion. Null while there is no CIG that holds.</summary>
    public DateOnly? Adesione { get; init; }

    /// <summary>The day of the CIG. Null before it and for an adesione pregressa.</summary>
    public DateOnly? CigIl { get; init; }

    /// <summary>The earliest day of the contract in the fascicolo.</summary>
    public DateOnly? ContrattoDal { get; init; }

    /// <summary>The first and last day of the contract as the fascicolo's own data tell them.</summary>
    public (DateOnly Dal, DateOnly Al)? Durata { get; init; }

    /// <summary>The day of the latest request of the CIG. Null when nobody requested it here.</summary>
    public DateOnly? RichiestoIl { get; init; }

    /// <summary>Says whether the present RUP took over after the request, so that nothing is known about who requested.</summary>
    public bool RupCambiatoDopo { get; init; }

    public Convenzione Convenzione => Lotto.Convenzione;

    /// <summary>Says whether the RUP requested the CIG here, and is still the same.</summary>
    public bool RichiestoDalRup => RichiestoIl is not null && !RupCambiatoDopo && !Pregresso;
}
