using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// Adds to an event the present titles of its objects (Lotto, Convenzione, Ente), so that a title changed later does not change the past.
/// They stand under <c>titoli</c> in the event's data.
/// </summary>
/// <param name="db">The context that saves the act. Changes that are not saved yet count.</param>
internal sealed class PresentTitles(CigHubDbContext db)
{
    // Nearly every act asks these, so they are compiled once.
    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<string?>> _ente = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => db.Enti.Where(e => e.Id == id).Select(e => e.Denominazione).SingleOrDefault());

    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<string?>> _convenzione = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => db.Convenzioni.Where(c => c.Id == id).Select(c => c.Titolo).SingleOrDefault());

    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<LottoTitles?>> _lotto = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => (
            from l in db.Lotti
            where l.Id == id
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            select new LottoTitles(l.Numero, l.Oggetto, c.Id, c.Titolo)).SingleOrDefault());

    private readonly Dictionary<Guid, (string Lotto, string Convenzione)> _lotti = [];
    private readonly Dictionary<Guid, string?> _enti = [];

    /// <summary>Returns the event with its titles, or the same event where there are none.</summary>
    /// <param name="evento">The event to be written.</param>
    /// <param name="ente">The Ente for which the actor acts, or null for all Enti.</param>
    /// <param name="dellOggetto">Says whether the titles of the event's object may stand there.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<EventToWrite> With(EventToWrite evento, Guid? ente, bool dellOggetto, CancellationToken ct)
    {
        var titoli = dellOggetto ? await OfSubject(evento, ct) ?? [] : [];
        if (ente is { } suo && await NameOfEnte(suo, ct) is { } nome)
        {
            titoli["enteAttore"] = nome;
        }

        if (titoli.Count == 0)
        {
            return evento;
        }

        var dati = evento.Data?.DeepClone().AsObject() ?? [];
        dati["titoli"] = titoli;
        return evento with { Data = dati };
    }

    /// <summary>Returns the title of a Lotto as the screen shows it.</summary>
    public static string Title(int numero, string oggetto) => $"Lotto {numero} – {oggetto}";

    private async Task<JsonObject?> OfSubject(EventToWrite evento, CancellationToken ct) => evento.OggettoTipo switch
    {
        Oggetti.Affidamento => await OfAffidamento(evento.OggettoId, ct),
        Oggetti.Lotto => await OfLotto(evento.OggettoId, ct),
        Oggetti.Convenzione => await TitleOfConvenzione(evento.OggettoId, ct) is { } titolo ? new JsonObject { ["convenzione"] = titolo } : null,
        Oggetti.Ente => await NameOfEnte(evento.OggettoId, ct) is { } nome ? new JsonObject { ["ente"] = nome } : null,
        _ => null,
    };

    /// <summary>
    /// Returns the name of an Ente. A loaded Ente comes before the name kept for later events, because the act may have just changed it.
    /// </summary>
    private async Task<string?> NameOfEnte(Guid id, CancellationToken ct) =>
        db.Enti.Local.FindEntry(id)?.Entity.Denominazione
        ?? (_enti.TryGetValue(id, out var nome)
            ? nome
            : _enti[id] = await _ente(db, id, ct));

    private async Task<string?> TitleOfConvenzione(Guid id, CancellationToken ct) => LoadedConvenzione(id) ?? await _convenzione(db, id, ct);

    private string? LoadedConvenzione(Guid id) => db.Convenzioni.Local.FindEntry(id)?.Entity.Titolo;

    private async Task<JsonObject?> OfAffidamento(Guid id, CancellationToken ct)
    {
        var suo = db.Affidamenti.Local.FindEntry(id)?.Entity is { } a
            ? new { a.Anno, a.Progressivo, a.Oggetto, a.LottoId }
            : await db.Affidamenti.Where(x => x.Id == id).Select(x => new { x.Anno, x.Progressivo, x.Oggetto, x.LottoId }).SingleOrDefaultAsync(ct);
        if (suo is null)
        {
            return null;
        }

        var titoli = await OfLotto(suo.LottoId, ct) ?? [];
        titoli["affidamento"] = new NumeroAffidamento(suo.Anno, suo.Progressivo).Titolo(suo.Oggetto);
        return titoli;
    }

    private async Task<JsonObject?> OfLotto(Guid id, CancellationToken ct)
    {
        if (!_lotti.TryGetValue(id, out var titoli))
        {
            if (db.Lotti.Local.FindEntry(id)?.Entity is { } caricato)
            {
                _lotti[id] = titoli = (Title(caricato.Numero, caricato.Oggetto), await TitleOfConvenzione(caricato.ConvenzioneId, ct) ?? "");
            }
            else if (await _lotto(db, id, ct) is { } lotto)
            {
                _lotti[id] = titoli = (Title(lotto.Numero, lotto.Oggetto), LoadedConvenzione(lotto.ConvenzioneId) ?? lotto.Convenzione);
            }
            else
            {
                return null;
            }
        }

        return new JsonObject { ["lotto"] = titoli.Lotto, ["convenzione"] = titoli.Convenzione };
    }

    private sealed record LottoTitles(int Numero, string Oggetto, Guid ConvenzioneId, string Convenzione);
}
