using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Rilievi;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Rilievi.Esame;

/// <summary>Says who judges the rilievi of a family, and shares the steps of the commands that judge one.</summary>
public sealed class EsameRilievi(CigHubDbContext db, ParteAvuta parte)
{
    /// <summary>Says whether a role judges the rilievi of a family: managers those of the spending, Auditors those of the controls.</summary>
    public static bool Spetta(FamigliaRilievi famiglia, Ruolo ruolo) =>
        ruolo.Allows(Permission.EsaminaRilievi)
        && ruolo.Allows(famiglia == FamigliaRilievi.Controlli ? Permission.LeggiRegistro : Permission.ApprovaAffidamenti);

    /// <summary>Returns a rilievo that the actor may judge.</summary>
    public async Task<Result<Rilievo>> DaGiudicare(Guid id, Actor actor, CancellationToken ct)
    {
        if (await db.Rilievi.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } rilievo
            || (rilievo.Famiglia == FamigliaRilievi.Controlli && !actor.Ruolo.Allows(Permission.LeggiRegistro)))
        {
            return CommandRunner.NotFound;
        }

        return Spetta(rilievo.Famiglia, actor.Ruolo) ? rilievo : new Error(
            "rilievo.sola-lettura", "I rilievi sulla spesa li esamina un Dirigente / Responsabile del servizio: tu li leggi.");
    }

    /// <summary>
    /// Says whether the person is concerned by the evidence of a rilievo: author, RUP or approver of an Affidamento, or anybody who did
    /// something on it; the person of a role or of a declaration; the author of an event.
    /// </summary>
    public async Task<bool> Riguarda(Rilievo rilievo, Guid persona, CancellationToken ct)
    {
        var prove = rilievo.Prove;
        List<Guid> Id(TipoProva tipo) => [.. prove.Where(p => p.Tipo == tipo).Select(p => p.Riferimento).OfType<Guid>()];
        var (affidamenti, ruoli, dichiarazioni) = (Id(TipoProva.Affidamento), Id(TipoProva.Ruolo), Id(TipoProva.Dichiarazione));
        var eventi = prove.Select(p => p.Seq).OfType<long>().ToList();
        return await parte.TookPart(persona, affidamenti, ct)
            || await db.Registro.AnyAsync(e => eventi.Contains(e.Seq) && e.AttoreId == persona, ct)
            || await db.Appartenenze.AnyAsync(a => ruoli.Contains(a.Id) && a.PersonaId == persona, ct)
            || await db.DichiarazioniConflitto.AnyAsync(d => dichiarazioni.Contains(d.Id) && (d.PersonaId == persona || d.DecisaDaId == persona), ct);
    }

    /// <summary>Returns the event of a judgement, with what was judged, so that it can be read even when the rule does not find it any more.</summary>
    public static Events Evento(string azione, Rilievo rilievo, string motivo)
    {
        var dati = new JsonObject
        {
            ["codice"] = rilievo.Regola,
            ["oggetto"] = RegoleNote.PerNome(rilievo.Regola)?.Titolo ?? rilievo.Regola,
            ["dato"] = rilievo.Frase,
            ["evidenza"] = rilievo.TestoProve,
            ["motivo"] = motivo.Trim(),
        };
        return Events.Of(new EventToWrite(azione, Oggetti.Rilievo, rilievo.Id, rilievo.EnteId, dati));
    }

    /// <summary>Requires a reason that is neither blank nor too long.</summary>
    internal static void MotivoScritto<T>(IRuleBuilder<T, string?> motivo, string vuoto) => motivo
        .NotEmpty().WithErrorCode("rilievo.senza-motivo").WithMessage(vuoto)
        .MaximumLength(Rilievo.MaxMotivo).WithErrorCode("rilievo.motivo-lungo")
        .WithMessage($"Il motivo può avere al massimo {Rilievo.MaxMotivo} caratteri: accorcialo.");
}
