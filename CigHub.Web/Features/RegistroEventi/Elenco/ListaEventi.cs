using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>The values of the filters of the registro's list. Each member is also a parameter in the page's address.</summary>
/// <param name="Dal">The first local day, inclusive.</param>
/// <param name="Al">The last local day, inclusive.</param>
/// <param name="Oggetto">The id of the event's object.</param>
public sealed record EventiFilter(
    string? Azione = null, Guid? Chi = null, DateOnly? Dal = null, DateOnly? Al = null, string? Esito = null, string? Oggetto = null);

/// <summary>One row of the registro's list, in words that come from the event alone.</summary>
/// <param name="Ruolo">The role's name. Null for the system.</param>
/// <param name="Frase">The sentence that follows the person's name.</param>
/// <param name="Oggetto">The object's name at the time of the event, or else the kind of object.</param>
public sealed record EventoRow(long Seq, DateTime Utc, Guid? ChiId, string Chi, string? Ruolo, string Frase, string OggettoId, string Oggetto, bool Negato);

/// <summary>Returns the events that the actor may see, newest first.</summary>
public sealed class ListaEventi(CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<ListPage<EventoRow>> Run(EventiFilter filtro, int pagina, int perPagina, CancellationToken ct = default)
    {
        var trovati = await EventiFilterSet.Tutti.Narrow(db.EventiVisibili(ambito), filtro, await EventiScope.Of(filtro, db, ct));
        var righe = await trovati.OrderByDescending(e => e.Seq).Skip((pagina - 1) * perPagina).Take(perPagina).ToListAsync(ct);
        var letti = righe.Select(r => Evento.Leggi(r.Byte)).Where(e => e.IsSuccess).Select(e => e.Value).ToDictionary(e => e.Seq);
        var chi = await nomi.DiChiAgisce(letti.Values, ct);
        var persone = await nomi.DegliOggetti(letti.Values, ct);
        return new ListPage<EventoRow>(
            [
                .. righe.Select(r => letti.TryGetValue(r.Seq, out var evento)
                    ? Voce(evento, chi[r.Seq], persone.GetValueOrDefault(r.Seq))
                    : Illeggibile(r))],
            await trovati.CountCapped(ct));
    }

    private static EventoRow Voce(Evento e, string chi, string? persona) => new(
        e.Seq, e.Utc, e.Attore.Id, chi, EventoWords.Ruolo(e), EventoWords.Sentence(e), e.Oggetto.Id,
        EventoWords.TitoloDellOggetto(e) ?? persona ?? DataWords.Oggetto(e.Oggetto.Tipo), e.Esito == EsitoEvento.Negato);

    /// <summary>Returns the row for an event whose bytes were altered and cannot be read. The row says so.</summary>
    private static EventoRow Illeggibile(RigaRegistro r) =>
        new(
            r.Seq, r.Utc, null, "–", null, "i byte di questo evento non sono leggibili: sono stati alterati", r.OggettoId,
            DataWords.Oggetto(r.OggettoTipo), false);
}
