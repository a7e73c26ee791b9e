using CigHub.Domain.Common;

namespace CigHub.Domain.Revisione;

/// <summary>An audit that a programme foresees.</summary>
/// <remarks>Equality: by both members.</remarks>
/// <param name="Mese">The month, from 1 to 12.</param>
public sealed record AuditPrevisto(int Mese, string Titolo);

/// <summary>The content of a yearly programme of audits.</summary>
/// <param name="EnteId">The one Ente of the programme. Null for all Enti.</param>
/// <param name="ApprovatoDa">The office that approved it, with its act.</param>
public sealed record DatiProgramma(
    int Anno, Guid? EnteId, string Obiettivi, string ApprovatoDa, DateOnly ApprovatoIl, IReadOnlyList<AuditPrevisto> Previsti);

/// <summary>
/// The programme of the audits of one year, as it was approved. It is written once: a revision is a new programme of the same year and Ente,
/// and the last one is in force.
/// </summary>
/// <remarks>Source: ISO 37001 9.2 (audit programme).</remarks>
public sealed class ProgrammaAudit
{
    /// <summary>The longest text of the objectives, in characters.</summary>
    public const int MaxObiettivi = 4000;

    /// <summary>The longest name of the office that approved the programme, with its act, in characters.</summary>
    public const int MaxApprovato = 300;

    /// <summary>The most audits of a programme.</summary>
    public const int MaxPrevisti = 60;

    /// <summary>The first year of a programme.</summary>
    public const int PrimoAnno = 2020;

    private readonly List<AuditPrevisto> _previsti = [];

    private ProgrammaAudit() { }

    public Guid Id { get; private init; }

    public int Anno { get; private init; }

    public Guid? EnteId { get; private init; }

    public string Obiettivi { get; private init; } = "";

    public string ApprovatoDa { get; private init; } = "";

    public DateOnly ApprovatoIl { get; private init; }

    /// <summary>The foreseen audits in the order of their months.</summary>
    public IReadOnlyList<AuditPrevisto> Previsti => _previsti;

    public Guid AutoreId { get; private init; }

    /// <summary>The instant of the recording, UTC.</summary>
    public DateTime Utc { get; private init; }

    /// <summary>Records a programme that was approved, with the audits in the order of their months.</summary>
    /// <remarks>Refusals: <c>programma.anno</c>, <c>programma.non-approvato</c>, <c>programma.senza-audit</c>, <c>programma.mese</c>.</remarks>
    public static Result<ProgrammaAudit> Nuovo(Guid id, DatiProgramma dati, Guid autoreId, DateTime utc)
    {
        var oggi = RomeDay.Of(utc);
        List<Error> errori = [];
        if (dati.Anno < PrimoAnno || dati.Anno > oggi.Year + 1)
        {
            errori.Add(new("programma.anno", $"L'anno va dal {PrimoAnno} al {oggi.Year + 1}.", nameof(Anno)));
        }

        if (dati.ApprovatoIl > oggi)
        {
            errori.Add(new(
                "programma.non-approvato", "Il giorno dell'approvazione deve ancora venire: registra il programma quando è approvato.", nameof(ApprovatoIl)));
        }

        if (dati.Previsti.Count is 0 or > MaxPrevisti)
        {
            errori.Add(new("programma.senza-audit", $"Scrivi gli audit previsti, da 1 a {MaxPrevisti}, uno per riga.", nameof(Previsti)));
        }

        if (dati.Previsti.Any(p => p.Mese is < 1 or > 12))
        {
            errori.Add(new("programma.mese", "Il mese va da 1 a 12.", nameof(Previsti)));
        }

        if (errori.Count > 0)
        {
            return Result<ProgrammaAudit>.Refused(errori);
        }

        var programma = new ProgrammaAudit
        {
            Id = id,
            Anno = dati.Anno,
            EnteId = dati.EnteId,
            Obiettivi = dati.Obiettivi,
            ApprovatoDa = dati.ApprovatoDa,
            ApprovatoIl = dati.ApprovatoIl,
            AutoreId = autoreId,
            Utc = utc,
        };
        programma._previsti.AddRange(dati.Previsti.OrderBy(p => p.Mese));
        return programma;
    }
}
