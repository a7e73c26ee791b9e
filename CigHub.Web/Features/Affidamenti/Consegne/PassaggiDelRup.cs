using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>The last change of an Affidamento's RUP that was made inside CigHub.</summary>
/// <param name="Chi">The name of the person who changed the RUP.</param>
public sealed record UltimoPassaggio(DateTime Quando, string Chi, string Da, string A, string? Motivo);

/// <summary>The last change of an Affidamento's RUP, and the colleagues to whom the Affidamento may be passed on.</summary>
/// <param name="Ultimo">The last change. Null when the RUP was never changed inside CigHub.</param>
/// <param name="Colleghi">The other RUPs of its Ente who are not in conflict of interest. Empty for a user who may not pass it on.</param>
public sealed record PassaggiDelRup(UltimoPassaggio? Ultimo, IReadOnlyList<Collega> Colleghi);

/// <summary>
/// Reads <see cref="PassaggiDelRup"/> from the registro. Returns null when the Affidamento does not exist or belongs to another Ente.
/// </summary>
public sealed class LeggiPassaggi(CigHubDbContext db, NamesAtTheTime nomi, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<PassaggiDelRup?> Run(Guid affidamentoId, Actor actor, CancellationToken ct = default)
    {
        var trovato = await db.Affidamenti.AsNoTracking().Where(a => a.Id == affidamentoId).Select(a => new { a.EnteId, a.RupId }).SingleOrDefaultAsync(ct);
        if (trovato is null)
        {
            return null;
        }

        var (oggetto, azioni) = (affidamentoId.ToString(), new[] { Azioni.AffidamentoAssegnato, Azioni.AffidamentoRiassegnato });
        var byteEvento = await db.Registro.AsNoTracking()
            .Where(e => e.OggettoTipo == Oggetti.Affidamento && e.OggettoId == oggetto && azioni.Contains(e.Azione) && e.Esito == "ok")
            .OrderByDescending(e => e.Seq).Select(e => e.Byte).FirstOrDefaultAsync(ct);
        var inConflitto = await db.PersoneInConflitto().Where(c => c.AffidamentoId == affidamentoId).Select(c => c.PersonaId).ToHashSetAsync(ct);
        var puo = actor.Ruolo.Allows(Permission.RiassegnaAffidamenti) && actor.EnteId == trovato.EnteId && !inConflitto.Contains(actor.PersonaId);
        return new PassaggiDelRup(
            byteEvento is not null && Evento.Leggi(byteEvento).TryGet(out var evento) ? await Passaggio(evento, ct) : null,
            puo ? [.. (await db.Colleghi(trovato.EnteId, clock.Today(), ct)).Where(c => c.Id != trovato.RupId && !inConflitto.Contains(c.Id))] : []);
    }

    private async Task<UltimoPassaggio?> Passaggio(Evento evento, CancellationToken ct)
    {
        if (EventoWords.Passaggio(evento) is not { } passaggio)
        {
            return null;
        }

        var allora = await nomi.Of([passaggio.Da, passaggio.A], evento.Utc, ct);
        var chi = (await nomi.DiChiAgisce([evento], ct))[evento.Seq];
        return new UltimoPassaggio(evento.Utc, chi, Nome(passaggio.Da), Nome(passaggio.A), EventoWords.Motivo(evento));

        string Nome(Guid quale) => allora.GetValueOrDefault(quale, "CigHub");
    }
}
