using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Rilievi.Esame;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Revisione.Carte;

/// <summary>The form of a finding.</summary>
public sealed class ConstatazioneForm
{
    /// <summary>The name of an <see cref="EsitoAudit"/>, other than «Conforme».</summary>
    public string? Gravita { get; set; }

    public string? Testo { get; set; }

    public string? Causa { get; set; }

    public string? Azione { get; set; }

    /// <summary>The id of the person who answers for the action.</summary>
    public string? ResponsabileId { get; set; }

    public string? Entro { get; set; }

    /// <summary>Reads the finding on a working paper. Returns the errors for the form when something is missing or unreadable.</summary>
    public Result<DatiConstatazione> Read(Guid cartaId)
    {
        var reader = new FormReader();
        var gravita = reader.Choice<EsitoAudit>(nameof(Gravita), Gravita, "Scegli quanto pesa la constatazione.");
        var testo = reader.Text(nameof(Testo), Testo, Constatazione.MaxTesto, "Scrivi che cosa hai constatato, e rispetto a quale regola.");
        var causa = reader.Text(nameof(Causa), Causa, Constatazione.MaxTesto, "Scrivi la causa, o «da accertare» se ancora non si sa.");
        var azione = reader.Text(nameof(Azione), Azione, Constatazione.MaxTesto, "Scrivi quale azione correttiva chiedi.");
        if (!Guid.TryParse(ResponsabileId, out var responsabile))
        {
            reader.Report(new Error("modulo.mancante", "Scegli chi risponde dell'azione.", nameof(ResponsabileId)));
        }

        var entro = reader.Date(nameof(Entro), Entro);
        return reader.Outcome(() => new DatiConstatazione(cartaId, gravita, testo, causa, azione, responsabile, entro));
    }
}

/// <summary>Adds a finding to a working paper, with its cause, corrective action, owner and date.</summary>
/// <param name="Id">A Guid v7 made by the page.</param>
public sealed record AggiungiConstatazione(Guid AuditId, Guid Id, Guid CartaId, ConstatazioneForm Form, int Version) : ICommand, IVersioned<Audit>
{
    public static Permission Requires => Permission.ConduciAudit;

    Guid IVersioned.RootId => AuditId;

    public sealed class Handler(CigHubDbContext db, ParteAvuta parte, TimeProvider clock) : ICommandHandler<AggiungiConstatazione>
    {
        public async Task<Result<Events>> Handle(AggiungiConstatazione command, Actor actor, CancellationToken ct)
        {
            var letto = command.Form.Read(command.CartaId);
            if (!letto.TryGet(out var dati))
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

            var oggi = clock.Today();
            if (!(await db.Responsabili(carta.EnteId, oggi, ct)).Any(r => r.Id == dati.ResponsabileId))
            {
                return new Error("audit.responsabile", "Scegli un RUP o un responsabile dell'Ente, dall'elenco.", nameof(ConstatazioneForm.ResponsabileId));
            }

            return AuditStore.Event(
                audit.Constata(command.Id, dati, actor.PersonaId, oggi, clock.GetUtcNow().UtcDateTime), Azioni.ConstatazioneAggiunta, audit, carta.EnteId,
                carta.Posizione);
        }
    }
}
