using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>The range of event numbers that the days of the filter leave. The number has an index, the time has none.</summary>
/// <param name="Da">The number of the first event, inclusive. Null for no limit.</param>
/// <param name="Fino">The number after the last event. Null for no limit.</param>
public readonly record struct EventiScope(long? Da, long? Fino)
{
    /// <summary>Finds the range for the days of a filter.</summary>
    internal static async Task<EventiScope> Of(EventiFilter filtro, CigHubDbContext db, CancellationToken ct) => new(
        filtro.Dal is { } dal ? await db.FirstEventFrom(RomeTime.StartOf(dal), ct) : null,
        filtro.Al is { } al ? await db.FirstEventFrom(RomeTime.StartOf(al.AddDays(1)), ct) : null);
}

/// <summary>The filters of the list of events in the registro.</summary>
public sealed class EventiFilterSet : FilterSet<EventiFilter, RigaRegistro, EventiScope>
{
    private EventiFilterSet()
        : base(
            new EventiFilter(),
            [
                Option(
                    "Azione", "Azione", f => f.Azione, (f, v) => f with { Azione = v }, [("", "Tutte"), .. Azioni.Tutte.Select(a => (a, Azioni.Nome(a)))],
                    (e, v) => v == Azioni.CigRegistrato
                        ? e.Where(x => x.Azione == Azioni.CigRegistrato || x.Azione == Azioni.RegistratoDaElenco)
                        : e.Where(x => x.Azione == v)) with { InSight = true },
                Option(
                    "Esito", "Esito", f => f.Esito, (f, v) => f with { Esito = v }, [("", "Tutti"), ("ok", "Riuscito"), ("negato", "Negato")],
                    (e, v) => v == "negato" ? e.Where(x => x.Esito == "negato") : e.Where(x => x.Esito == v)) with { InSight = true },
                Text(
                    "Chi", "Chi", f => f.Chi?.ToString(), (f, v) => f with { Chi = Guid.TryParse(v, out var chi) ? chi : null },
                    (e, v) => DiChi(e, Guid.Parse(v))) with { InForm = false },
                Text(
                    "Oggetto", "Oggetto", f => f.Oggetto, (f, v) => f with { Oggetto = v },
                    (e, v) => e.Where(x => x.OggettoId == v)) with { InForm = false },
                Day(
                    "Dal", "Dal", f => f.Dal, (f, v) => f with { Dal = v },
                    (e, dal, s) => e.Where(x => x.Seq >= s.Da && x.Utc >= RomeTime.StartOf(dal))) with { InSight = true },
                Day(
                    "Al", "Al", f => f.Al, (f, v) => f with { Al = v },
                    (e, al, s) => e.Where(x => x.Seq < s.Fino && x.Utc < RomeTime.StartOf(al.AddDays(1)))) with { InSight = true },
            ])
    {
    }

    public static EventiFilterSet Tutti { get; } = new();

    private static IQueryable<RigaRegistro> DiChi(IQueryable<RigaRegistro> eventi, Guid chi) => eventi.Where(e => e.AttoreId == chi);
}
