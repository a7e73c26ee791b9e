using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>The filters of the list of events in the registro.</summary>
public sealed class EventiFilterSet : FilterSet<EventiFilter, RigaRegistro, NoScope>
{
    private EventiFilterSet()
        : base(
            new EventiFilter(),
            [
                Option(
                    "Azione", "Azione", f => f.Azione, (f, v) => f with { Azione = v }, [("", "Tutte"), .. Azioni.Tutte.Select(a => (a, Azioni.Nome(a)))],
                    (e, v) => e.Where(x => x.Azione == v)) with { InSight = true },
                Option(
                    "Esito", "Esito", f => f.Esito, (f, v) => f with { Esito = v }, [("", "Tutti"), ("ok", "Riuscito"), ("negato", "Negato")],
                    (e, v) => e.Where(x => x.Esito == v)) with { InSight = true },
                Text(
                    "Chi", "Chi", f => f.Chi?.ToString(), (f, v) => f with { Chi = Guid.TryParse(v, out var chi) ? chi : null },
                    (e, v) => DiChi(e, Guid.Parse(v))) with { InForm = false },
                Text(
                    "Oggetto", "Oggetto", f => f.Oggetto, (f, v) => f with { Oggetto = v },
                    (e, v) => e.Where(x => x.OggettoId == v)) with { InForm = false },
                Day(
                    "Dal", "Dal", f => f.Dal, (f, v) => f with { Dal = v },
                    (e, dal) => e.Where(x => x.Utc >= RomeTime.StartOf(dal))) with { InSight = true },
                Day(
                    "Al", "Al", f => f.Al, (f, v) => f with { Al = v },
                    (e, al) => e.Where(x => x.Utc < RomeTime.StartOf(al.AddDays(1)))) with { InSight = true },
            ])
    {
    }

    public static EventiFilterSet Tutti { get; } = new();

    private static IQueryable<RigaRegistro> DiChi(IQueryable<RigaRegistro> eventi, Guid chi) => eventi.Where(e => e.AttoreId == chi);
}
