using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Domain.Revisione;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Piano;

/// <summary>The form of the plan of an audit.</summary>
public sealed class PianoForm
{
    public string? Titolo { get; set; }

    /// <summary>The title of a requirement of the map.</summary>
    public string? Requisito { get; set; }

    /// <summary>The id of the one Ente to audit. Empty for all Enti.</summary>
    public string? Ente { get; set; }

    /// <summary>The id of the one Convenzione to audit. Empty for all.</summary>
    public string? Convenzione { get; set; }

    /// <summary>The id of the yearly programme that foresees the audit. Empty for none.</summary>
    public string? Programma { get; set; }

    public string? Dal { get; set; }

    public string? Al { get; set; }

    /// <summary>Reads the plan. Returns the errors for the form when something is missing or unreadable.</summary>
    public Result<PianoAudit> Read()
    {
        var reader = new FormReader();
        var titolo = reader.Text(nameof(Titolo), Titolo, Audit.MaxTitolo, "Scrivi un titolo, per esempio «Approvazioni sopra soglia, primo semestre».");
        var requisito = MappaDeiRequisiti.Tutti.FirstOrDefault(r => r.Titolo == Requisito)?.Titolo ?? "";
        if (requisito.Length == 0)
        {
            reader.Report(new Error("modulo.mancante", "Scegli il requisito che l'audit verifica.", nameof(Requisito)));
        }

        var (dal, al) = (reader.Date(nameof(Dal), Dal), reader.Date(nameof(Al), Al));
        return reader.Outcome(() => new PianoAudit(titolo, Optional(Ente), Optional(Convenzione), dal, al, requisito) { ProgrammaId = Optional(Programma) });
    }

    private static Guid? Optional(string? id) => Guid.TryParse(id, out var letto) ? letto : null;
}

/// <summary>Plans an audit: what it covers, and which requirement it verifies. An Auditor of one Ente plans audits of that Ente.</summary>
/// <param name="Id">A Guid v7 made by the page.</param>
public sealed record PianificaAudit(Guid Id, PianoForm Form) : ICommand
{
    public static Permission Requires => Permission.ConduciAudit;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<PianificaAudit>
    {
        public async Task<Result<Events>> Handle(PianificaAudit command, Actor actor, CancellationToken ct)
        {
            var letto = command.Form.Read();
            if (!letto.TryGet(out var piano))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            if (actor.EnteId is { } suo && piano.EnteId is { } altro && altro != suo)
            {
                return CommandRunner.NotFound;
            }

            piano = piano with { EnteId = actor.EnteId ?? piano.EnteId };
            if (piano.EnteId is { } ente && !await db.Enti.AnyAsync(e => e.Id == ente, ct))
            {
                return new Error("audit.ente-assente", "Scegli un Ente dell'elenco.", nameof(PianoForm.Ente));
            }

            if (piano.ConvenzioneId is { } convenzione && !await db.Convenzioni.AnyAsync(c => c.Id == convenzione, ct))
            {
                return new Error("audit.convenzione-assente", "Scegli una Convenzione dell'elenco.", nameof(PianoForm.Convenzione));
            }

            var enteAudit = piano.EnteId;
            if (piano.ProgrammaId is { } programma
                && !await db.ProgrammiAudit.AnyAsync(p => p.Id == programma && (p.EnteId == null || p.EnteId == enteAudit), ct))
            {
                return new Error(
                    "audit.programma-assente", "Scegli un programma dello stesso Ente dell'audit, o di tutti gli Enti.", nameof(PianoForm.Programma));
            }

            var fatto = Audit.Pianifica(command.Id, piano, actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            if (!fatto.TryGet(out var audit))
            {
                return Result<Events>.Refused(fatto.Errors);
            }

            db.Audit.Add(audit);
            return Events.Of(new EventToWrite(Azioni.AuditPianificato, Oggetti.Audit, audit.Id, audit.EnteId));
        }
    }
}
