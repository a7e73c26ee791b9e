using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Domain.Revisione;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Programma;

/// <summary>The form of a yearly programme of audits.</summary>
public sealed class ProgrammaForm
{
    private static readonly DateTimeFormatInfo _italian = CultureInfo.GetCultureInfo("it-IT").DateTimeFormat;

    public string? Anno { get; set; }

    /// <summary>The id of the one Ente. Empty for all Enti.</summary>
    public string? Ente { get; set; }

    public string? Obiettivi { get; set; }

    public string? ApprovatoDa { get; set; }

    public string? ApprovatoIl { get; set; }

    /// <summary>The foreseen audits, one on each line: the month as name or number, then the title.</summary>
    public string? Previsti { get; set; }

    /// <summary>Reads the programme. Returns the errors for the form when something is missing or unreadable.</summary>
    public Result<DatiProgramma> Read()
    {
        var reader = new FormReader();
        var anno = reader.WholeNumber(nameof(Anno), Anno);
        var obiettivi = reader.Text(
            nameof(Obiettivi), Obiettivi, ProgrammaAudit.MaxObiettivi, "Scrivi gli obiettivi, per esempio «Verificare le approvazioni sopra soglia».");
        var da = reader.Text(
            nameof(ApprovatoDa), ApprovatoDa, ProgrammaAudit.MaxApprovato, "Scrivi chi lo ha approvato e con quale atto.");
        var il = reader.Date(nameof(ApprovatoIl), ApprovatoIl);
        List<AuditPrevisto> previsti = [];
        foreach (var riga in (Previsti ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parti = riga.Split([' ', ':'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parti.Length < 2 || Month(parti[0]) is not { } mese || parti[1].Length > Audit.MaxTitolo)
            {
                reader.Report(new Error(
                    "programma.riga",
                    $"La riga «{riga}» non si legge: scrivi il mese e poi il titolo, per esempio «marzo Approvazioni sopra soglia».", nameof(Previsti)));
                break;
            }

            previsti.Add(new AuditPrevisto(mese, parti[1].TrimStart(':', ' ')));
        }

        return reader.Outcome(() => new DatiProgramma(anno, Guid.TryParse(Ente, out var ente) ? ente : null, obiettivi, da, il, previsti));
    }

    private static int? Month(string testo)
    {
        if (int.TryParse(testo, NumberStyles.None, CultureInfo.InvariantCulture, out var numero))
        {
            return numero;
        }

        var posto = Array.FindIndex(_italian.MonthNames, m => string.Equals(m, testo, StringComparison.OrdinalIgnoreCase));
        return posto is >= 0 and < 12 ? posto + 1 : null;
    }
}

/// <summary>
/// Records the approved programme of the audits of a year. A programme of the same year and Ente takes the place of the one before. An Auditor
/// of one Ente records those of that Ente.
/// </summary>
/// <param name="Id">A Guid v7 made by the page.</param>
public sealed record RegistraProgramma(Guid Id, ProgrammaForm Form) : ICommand
{
    public static Permission Requires => Permission.ConduciAudit;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RegistraProgramma>
    {
        public async Task<Result<Events>> Handle(RegistraProgramma command, Actor actor, CancellationToken ct)
        {
            var letto = command.Form.Read();
            if (!letto.TryGet(out var dati))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            if (actor.EnteId is { } suo && dati.EnteId is { } altro && altro != suo)
            {
                return CommandRunner.NotFound;
            }

            dati = dati with { EnteId = actor.EnteId ?? dati.EnteId };
            if (dati.EnteId is { } ente && !await db.Enti.AnyAsync(e => e.Id == ente, ct))
            {
                return new Error("programma.ente-assente", "Scegli un Ente dell'elenco.", nameof(ProgrammaForm.Ente));
            }

            var fatto = ProgrammaAudit.Nuovo(command.Id, dati, actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            if (!fatto.TryGet(out var programma))
            {
                return Result<Events>.Refused(fatto.Errors);
            }

            db.ProgrammiAudit.Add(programma);
            return Events.Of(new EventToWrite(Azioni.ProgrammaAuditRegistrato, Oggetti.ProgrammaAudit, programma.Id, programma.EnteId));
        }
    }
}
