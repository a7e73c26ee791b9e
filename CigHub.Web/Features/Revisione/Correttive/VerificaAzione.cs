using CigHub.Domain.Common;
using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Revisione.Correttive;

/// <summary>The form by which an Auditor says whether an action worked.</summary>
public sealed class VerificaForm
{
    /// <summary>«si» when the action worked, «no» when it did not.</summary>
    public string? Efficace { get; set; }

    public string? Nota { get; set; }

    /// <summary>The new last day of an action that did not work.</summary>
    public string? NuovoTermine { get; set; }

    /// <summary>Reads the verification. Returns the errors for the form when something is missing or unreadable.</summary>
    public Result<(bool Efficace, string Nota, DateOnly? NuovoTermine)> Read()
    {
        var reader = new FormReader();
        if (Efficace is not ("si" or "no"))
        {
            reader.Report(new Error("modulo.mancante", "Scegli se l'azione è stata efficace.", nameof(Efficace)));
        }

        var nota = reader.Text(nameof(Nota), Nota, Constatazione.MaxTesto, "Scrivi da che cosa risulta, per esempio «riesaminati 5 affidamenti di luglio».");
        var termine = Efficace == "no" ? reader.Date(nameof(Constatazione.Entro), NuovoTermine) : (DateOnly?)null;
        return reader.Outcome(() => (Efficace == "si", nota, termine));
    }
}

/// <summary>Records whether a corrective action worked. The owner of the action may not verify it.</summary>
public sealed record VerificaAzione(Guid AuditId, Guid ConstatazioneId, VerificaForm Form, int Version) : ICommand, IVersioned<Audit>
{
    public static Permission Requires => Permission.ConduciAudit;

    Guid IVersioned.RootId => AuditId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<VerificaAzione>
    {
        public async Task<Result<Events>> Handle(VerificaAzione command, Actor actor, CancellationToken ct)
        {
            var letto = command.Form.Read();
            if (!letto.TryGet(out var scritto))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            if (await db.Find(command.AuditId, ct) is not { } audit || audit.Constatazioni.FirstOrDefault(c => c.Id == command.ConstatazioneId) is not { } sua)
            {
                return CommandRunner.NotFound;
            }

            var (efficace, nota, termine) = scritto;
            return AuditStore.Event(
                audit.Verifica(sua.Id, efficace, nota, termine, actor.PersonaId, clock.Today(), clock.GetUtcNow().UtcDateTime),
                Azioni.AzioneVerificata, audit, sua.EnteId, audit.Carte.Single(c => c.Id == sua.CartaId).Posizione);
        }
    }
}
