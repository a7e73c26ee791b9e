using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Web.Data;
using CigHub.Web.Features.Rilievi.Esame;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Revisione.Carte;

/// <summary>The form of one working paper.</summary>
public sealed class CartaForm
{
    /// <summary>The name of an <see cref="EsitoAudit"/>.</summary>
    public string? Esito { get; set; }

    public string? Esaminato { get; set; }

    public string? Nota { get; set; }

    /// <summary>Reads the working paper. Returns the errors for the form when something is missing.</summary>
    public Result<(EsitoAudit Esito, string Esaminato, string Nota)> Read()
    {
        var reader = new FormReader();
        var esito = reader.Choice<EsitoAudit>(nameof(Esito), Esito, "Scegli l'esito.");
        var esaminato = reader.Text(
            nameof(Esaminato), Esaminato, CartaDiLavoro.MaxTesto, "Scrivi che cosa hai guardato, per esempio «Iter, determina n. 12, eventi 310–342».");
        var nota = reader.Optional(nameof(Nota), Nota, CartaDiLavoro.MaxTesto);
        return reader.Outcome(() => (esito, esaminato, nota));
    }
}

/// <summary>Fills in a working paper, or corrects it while the report is not signed. An Auditor who took part in the work may not.</summary>
public sealed record CompilaCarta(Guid AuditId, Guid CartaId, CartaForm Form, int Version) : ICommand, IVersioned<Audit>
{
    public static Permission Requires => Permission.ConduciAudit;

    Guid IVersioned.RootId => AuditId;

    public sealed class Handler(CigHubDbContext db, ParteAvuta parte, TimeProvider clock) : ICommandHandler<CompilaCarta>
    {
        public async Task<Result<Events>> Handle(CompilaCarta command, Actor actor, CancellationToken ct)
        {
            var letto = command.Form.Read();
            if (!letto.TryGet(out var scritto))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            if (await db.Find(command.AuditId, ct) is not { } audit || audit.Carte.FirstOrDefault(c => c.Id == command.CartaId) is not { } carta)
            {
                return CommandRunner.NotFound;
            }

            if (await parte.TookPart(actor.PersonaId, [carta.AffidamentoId], ct))
            {
                return SeparazioneCompiti.NessunoRevisionaIlProprioLavoro.Errore();
            }

            var (esito, esaminato, nota) = scritto;
            return AuditStore.Event(
                audit.Compila(carta.Id, esito, esaminato, nota, actor.PersonaId, clock.GetUtcNow().UtcDateTime), Azioni.CartaCompilata, audit, carta.EnteId,
                carta.Posizione);
        }
    }
}
