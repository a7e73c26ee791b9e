using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Security.Accesso;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>
/// Approves a request for access. The person who made it becomes a Persona, or is recognized as an existing one, and gets the identity at
/// the provider and a role.
/// </summary>
/// <param name="PersonaId">The Guid v7 made by the page, used when the person is new.</param>
/// <param name="AppartenenzaId">The Guid v7 of the new Appartenenza, made by the page.</param>
public sealed record ApprovaRichiestaDiAccesso(Guid Id, Guid PersonaId, Guid AppartenenzaId, ApprovazioneDiAccessoForm Form, int Version)
    : ICommand, IVersioned<RichiestaDiAccesso>
{
    public static Permission Requires => Permission.GestisciCatalogo;

    Guid IVersioned.RootId => Id;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<ApprovaRichiestaDiAccesso>
    {
        public async Task<Result<Events>> Handle(ApprovaRichiestaDiAccesso command, Actor actor, CancellationToken ct)
        {
            if (await db.RichiesteDiAccesso.SingleOrDefaultAsync(r => r.Id == command.Id, ct) is not { } richiesta)
            {
                return CommandRunner.NotFound;
            }

            var letto = command.Form.Read(richiesta.NomeUtente);
            if (!letto.TryGet(out var dati))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var trovata = await Find(command, richiesta, dati.Persona, ct);
            if (!trovata.TryGet(out var persona))
            {
                return Result<Events>.Refused(trovata.Errors);
            }

            var decisa = richiesta.Approva(await db.Persone.SingleAsync(p => p.Id == actor.PersonaId, ct), persona.Id, clock.GetUtcNow().UtcDateTime);
            var collegata = persona.Identita == richiesta.Identita ? Result.Ok : persona.CollegaIdentita(richiesta.Identita);
            var ente = await db.Enti.SingleOrDefaultAsync(e => e.Id == dati.Ente, ct);
            var sue = await db.Appartenenze.AsNoTracking().Where(a => a.PersonaId == persona.Id).ToListAsync(ct);
            var assegnata = Appartenenza.Assegna(command.AppartenenzaId, persona, dati.Ruolo, ente, dati.Dal, clock.Today(), sue, dati.Nomina, dati.Motivo);
            Error[] errori = [.. decisa.Errors, .. collegata.Errors, .. assegnata.Errors];
            if (errori.Length > 0)
            {
                return Result<Events>.Refused(errori);
            }

            db.Appartenenze.Add(assegnata.Value);
            return Events.Of(
                new EventToWrite(Azioni.RichiestaAccessoApprovata, Oggetti.RichiestaDiAccesso, richiesta.Id, null),
                new EventToWrite(Azioni.PersonaSalvata, Oggetti.Persona, persona.Id, null),
                Recognition.Linked(persona.Id, richiesta.Identita),
                new EventToWrite(Azioni.RuoloAssegnato, Oggetti.Persona, persona.Id, dati.Ente));
        }

        /// <summary>
        /// Returns the person to whom the request belongs: the one with its identity, or the one with its codice fiscale if the
        /// Amministratore says that it is the same person, or else a new one. Returns an error when the codice fiscale belongs to somebody
        /// else.
        /// </summary>
        private async Task<Result<Persona>> Find(ApprovaRichiestaDiAccesso command, RichiestaDiAccesso richiesta, DatiPersona dati, CancellationToken ct)
        {
            var sua = await db.Persone.SingleOrDefaultAsync(p => p.Identita == richiesta.Identita, ct);
            var omonima = await db.Persone.SingleOrDefaultAsync(p => p.CodiceFiscale == dati.CodiceFiscale && (sua == null || p.Id != sua.Id), ct);
            if (omonima is not null && (sua is not null || !command.Form.Esistente))
            {
                return new Error(
                    "richiesta-accesso.persona-esiste",
                    $"C'è già una persona con questo codice fiscale, {omonima.NomeCompleto}: "
                    + "se è lei, spunta «È la stessa persona»; se no, ricontrolla il codice.",
                    nameof(PersonaForm.CodiceFiscale));
            }

            if ((sua ?? omonima) is { } esistente)
            {
                esistente.Modifica(dati);
                return esistente;
            }

            var nuova = new Persona(command.PersonaId, dati);
            db.Persone.Add(nuova);
            return nuova;
        }
    }
}
