using System.Collections.Concurrent;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Cruscotto.Operativo;

/// <summary>
/// Counts the things to put right in drafts, by the same checks as in the AD4 editor. The checks need the whole draft and take about a
/// millisecond, so a count is kept until something that it depends on has changed.
/// </summary>
public sealed class CioCheManca(CigHubDbContext db, ListeInVigore liste, KeptCounts conti, TimeProvider clock)
{
    /// <summary>Returns the number of things to put right in each draft that the reader may see, by the Affidamento's id.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> Of(IReadOnlyList<Guid> affidamenti, CancellationToken ct)
    {
        var (numero, oggi) = (liste.Numero, clock.Today());
        var versioni = await Rows(affidamenti)
            .Select(r => new
            {
                r.Affidamento.Id,
                Affidamento = r.Affidamento.Version,
                Lotto = r.Lotto.Version,
                Convenzione = r.Convenzione.Version,
                Ente = r.Ente.Version,
            })
            .ToDictionaryAsync(v => v.Id, v => new CheckedState(v.Affidamento, v.Lotto, v.Convenzione, v.Ente, numero, oggi), ct);
        var contate = new Dictionary<Guid, int>();
        foreach (var (id, stato) in versioni)
        {
            if (conti.Find(id, stato) is { } conto)
            {
                contate[id] = conto;
            }
        }

        List<Guid> daContare = [.. versioni.Keys.Except(contate.Keys)];
        if (daContare.Count > 0)
        {
            foreach (var riga in await Rows(daContare).ToListAsync(ct))
            {
                // What was read now may be newer than the versions read before, so the count is kept for what was read now.
                var contesto = new ContestoControlli(riga.Convenzione, riga.Lotto, riga.Capienza, riga.Ente, liste.Correnti, oggi).For(riga.Affidamento);
                var stato = new CheckedState(riga.Affidamento.Version, riga.Lotto.Version, riga.Convenzione.Version, riga.Ente.Version, numero, oggi);
                contate[riga.Affidamento.Id] = conti.Keep(
                    riga.Affidamento.Id, stato, ControlliAffidamento.Segnalazioni(riga.Affidamento.Bozza, contesto).Count(s => s.Ferma));
            }
        }

        return contate;
    }

    private IQueryable<ToCheck> Rows(IReadOnlyList<Guid> affidamenti) =>
        from a in db.Affidamenti.AsNoTracking()
        join l in db.Lotti.AsNoTracking() on a.LottoId equals l.Id
        join c in db.Convenzioni.AsNoTracking() on l.ConvenzioneId equals c.Id
        join k in db.Capienze.AsNoTracking() on l.Id equals k.LottoId
        join e in db.Enti.AsNoTracking() on a.EnteId equals e.Id
        where EF.Parameter(affidamenti).Contains(a.Id)
        select new ToCheck { Affidamento = a, Lotto = l, Convenzione = c, Capienza = k, Ente = e };

    private sealed class ToCheck
    {
        public required Affidamento Affidamento { get; init; }

        public required Lotto Lotto { get; init; }

        public required Convenzione Convenzione { get; init; }

        public required Capienza Capienza { get; init; }

        public required Ente Ente { get; init; }
    }
}

/// <summary>
/// Everything that the number of things to put right depends on: the versions of the draft, of its Lotto, Convenzione and Ente, the number
/// of the code lists in force, and the day. The residuo of the Lotto is no part of it, because it never stops a draft.
/// </summary>
public sealed record CheckedState(int Affidamento, int Lotto, int Convenzione, int Ente, int Liste, DateOnly Giorno);

/// <summary>Keeps the counts of <see cref="CioCheManca"/> in memory, for the whole process. Begins anew when it has too many.</summary>
public sealed class KeptCounts
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<Guid, (CheckedState State, int Count)> _counts = new();

    /// <summary>Returns the count that was made of exactly this state. Returns null when there is none.</summary>
    public int? Find(Guid affidamentoId, CheckedState state) =>
        _counts.TryGetValue(affidamentoId, out var kept) && kept.State == state ? kept.Count : null;

    /// <summary>Keeps a count and returns it.</summary>
    public int Keep(Guid affidamentoId, CheckedState state, int count)
    {
        if (_counts.Count >= Most)
        {
            _counts.Clear();
        }

        _counts[affidamentoId] = (state, count);
        return count;
    }
}
