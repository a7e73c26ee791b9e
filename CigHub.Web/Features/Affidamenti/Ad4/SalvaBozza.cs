using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Saves the changed fields of a draft, each with the text that the user saw before. Runs at each autosave. A field is in conflict only
/// when somebody else changed that same field meanwhile, so the command carries no version. It saves all fields or none, so the caller
/// sends again those that are not in conflict. The registro gets one event for the whole piece of work, later.
/// </summary>
public sealed record SalvaBozza(Guid AffidamentoId, IReadOnlyList<ModificaCampo> Modifiche, RigaTolta? Tolta = null) : ICommand, IOnAffidamento
{
    public const string Conflitto = "bozza.conflitto";

    /// <summary>
    /// The most fields in one save. No scheda has more changed fields at once, so a larger save is a fault of the caller.
    /// </summary>
    public const int MaxModifiche = 500;

    public static Permission Requires => Permission.PreparaBozza;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Compilare;

    public sealed class Rules : AbstractValidator<SalvaBozza>
    {
        public Rules()
        {
            RuleFor(c => c.Modifiche.Count).LessThanOrEqualTo(MaxModifiche);
            RuleFor(c => c.Modifiche).NotEmpty().When(c => c.Tolta is null);
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock, AutoreDelCampo autore) : ICommandHandler<SalvaBozza>
    {
        public async Task<Result<Events>> Handle(SalvaBozza command, Actor actor, CancellationToken ct)
        {
            var (affidamento, _, convenzione) = await db.NelLotto(command.AffidamentoId, ct);
            var patch = affidamento.Bozza.Applica(command.Modifiche);
            if (patch.Rifiutate.Count > 0)
            {
                return Result<Events>.Refused(patch.Rifiutate);
            }

            if (patch.Conflitti.Count > 0)
            {
                return Result<Events>.Refused(await Spiega(affidamento.Id, patch.Conflitti, ct));
            }

            var bozza = patch.Bozza;
            if (command.Tolta is { } tolta)
            {
                if (!CatalogoAd4.EUnaLista(tolta.Lista) || bozza.TestoRiga(tolta.Lista, tolta.Indice) != tolta.Visto)
                {
                    return new Error(Conflitto, "Nel frattempo questa riga è cambiata: guarda com'è ora e, se vuoi, toglila di nuovo.");
                }

                bozza = bozza.RimuoviRiga(tolta.Lista, tolta.Indice);
            }

            List<EventToWrite> lavori = [];
            var (utc, diAltri) = (clock.GetUtcNow().UtcDateTime, affidamento.HaLavoroDiAltri(actor.PersonaId, actor.Ruolo, actor.Delega?.Id));
            if ((diAltri || affidamento.LavoroFinito(utc)) && affidamento.ConsegnaLavoro() is { } diPrima)
            {
                lavori.Add(BozzaWorkEvents.Event(affidamento, diPrima, diAltri ? Occasione.AltraPersona : Occasione.Riposo));
            }

            var importo = affidamento.Importo;
            var derivata = ValoriDerivati.Aggiorna(affidamento.Bozza, bozza, convenzione.Erosione);
            var esito = affidamento.ModificaBozza(derivata, convenzione.Erosione, actor.PersonaId, actor.Ruolo, utc, actor.Delega?.Id);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            if (convenzione.HaUnaSogliaTra(importo, affidamento.Importo) && affidamento.ConsegnaLavoro() is { } suo)
            {
                lavori.Add(BozzaWorkEvents.Event(affidamento, suo, Occasione.Soglia));
            }

            return Events.OfWork(lavori);
        }

        private async Task<IReadOnlyList<Error>> Spiega(Guid affidamentoId, IReadOnlyList<ConflittoCampo> conflitti, CancellationToken ct)
        {
            var errori = new List<Error>();
            foreach (var conflitto in conflitti)
            {
                var chi = await autore.Of(affidamentoId, conflitto.Percorso, ct);
                errori.Add(new Error(
                    Conflitto,
                    $"Nel frattempo modificato {chi}: ora c'è «{conflitto.TestoAttuale}», tu hai scritto «{conflitto.TestoProposto}». Scegli quale tenere.",
                    conflitto.Percorso));
            }

            return errori;
        }
    }
}

/// <summary>A line that the user removes from a list. The command removes it only when the line still holds what the user saw.</summary>
/// <param name="Visto">The content of the line when the user saw it (<see cref="BozzaAd4.TestoRiga"/>).</param>
public sealed record RigaTolta(string Lista, int Indice, string Visto);
