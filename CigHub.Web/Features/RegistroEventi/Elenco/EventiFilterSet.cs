using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

// The queries are translated to SQL. The registro has ids in lower case, the database's own ids are in upper case.
#pragma warning disable CA1304, CA1311, CA1862

/// <summary>The filters of the list of events in the registro.</summary>
public sealed class EventiFilterSet : FilterSet<EventiFilter, RigaRegistro, EventiScope>
{
    /// <summary>The fewest letters and digits of a name that is looked for.</summary>
    public const int MinCaratteri = 3;

    private EventiFilterSet()
        : base(
            new EventiFilter(),
            [
                Text("Testo", "Parole nell'evento", f => f.Testo, (f, v) => f with { Testo = v }, (e, _) => e) with
                {
                    InSight = true, InputCaption = "Cerca nel testo", Placeholder = "Parole della frase, di un motivo, di un valore",
                },
                Option(
                    "Gruppo", "Gruppo di azioni", f => f.Gruppo, (f, v) => f with { Gruppo = v },
                    [("", "Tutti"), .. GruppoDiAzioni.Tutti.Select(g => (g.Chiave, g.Nome))],
                    (e, v) => OfGroup(e, GruppoDiAzioni.AzioniDi(v))),
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
                    (e, v) => DiChi(e, Guid.Parse(v))) with { InForm = false, Said = f => f.Chi is null ? null : "una sola persona" },
                Text("Persona", "Persona", f => f.Persona, (f, v) => f with { Persona = v }, (e, _, s) => new(DiPersone(e, s.Persone))),
                Option(
                    "Ruolo", "Ruolo", f => f.Ruolo, (f, v) => f with { Ruolo = v },
                    [("", "Tutti"), .. NomiRegistrati.Valori<Domain.Persone.Ruolo>().Select(r => (r.Nome, r.Valore.Name())), ("sistema", "Sistema")],
                    (e, v) => e.Where(x => x.Ruolo == v)),
                Text("Ente", "Ente", f => f.Ente, (f, v) => f with { Ente = v }, (e, _, s) => new(DiEnti(e, s.Enti))),
                Text(
                    "Convenzione", "Convenzione", f => f.Convenzione, (f, v) => f with { Convenzione = v },
                    (e, _, s) => new(OnLotti(e, s.LottiDellaConvenzione, s.Convenzioni, s.Db))) with { Placeholder = "Parole del titolo" },
                Text("Lotto", "Lotto", f => f.Lotto, (f, v) => f with { Lotto = v }, (e, _, s) => new(OnLotti(e, s.Lotti, [], s.Db))) with
                {
                    Placeholder = "CIG Padre o parole dell'oggetto",
                },
                Text("Fornitore", "Fornitore", f => f.Fornitore, (f, v) => f with { Fornitore = v }, (e, _, s) => new(OnObjects(e, s.DelFornitore))) with
                {
                    Placeholder = "Denominazione",
                },
                Text("Su", "Su che cosa", f => f.Su, (f, v) => f with { Su = v }, (e, _, s) => new(OnObjects(e, s.Oggetti))) with
                {
                    Placeholder = "Numero o oggetto, Convenzione, Lotto, Ente, persona",
                },
                Text(
                    "Oggetto", "Oggetto", f => f.Oggetto, (f, v) => f with { Oggetto = v },
                    (e, v) => e.Where(x => x.OggettoId == v)) with { InForm = false, Said = f => f.Oggetto is null ? null : "uno solo" },
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

    public override string? Refusal(EventiFilter filter) =>
        filter.Dal > filter.Al ? "Il primo giorno viene dopo l'ultimo: correggi uno dei due."
        : new[] { filter.Testo, filter.Persona, filter.Ente, filter.Convenzione, filter.Lotto, filter.Fornitore, filter.Su }.Any(TooShort)
            ? $"Per cercare scrivi almeno {MinCaratteri} lettere o cifre."
        : null;

    private static bool TooShort(string? text) => text is not null && FoldedText.Parole(text).Count(char.IsLetterOrDigit) < MinCaratteri;

    private static IQueryable<RigaRegistro> DiChi(IQueryable<RigaRegistro> eventi, Guid chi) => eventi.Where(e => e.AttoreId == chi);

    private static IQueryable<RigaRegistro> OfGroup(IQueryable<RigaRegistro> eventi, IReadOnlyList<string> azioni) =>
        eventi.Where(e => azioni.Contains(e.Azione));

    private static IQueryable<RigaRegistro> DiPersone(IQueryable<RigaRegistro> eventi, IReadOnlyList<Guid> persone) => persone.Count == 1
        ? DiChi(eventi, persone[0])
        : eventi.Where(e => e.AttoreId != null && persone.Contains(e.AttoreId.Value));

    private static IQueryable<RigaRegistro> DiEnti(IQueryable<RigaRegistro> eventi, IReadOnlyList<Guid> enti)
    {
        if (enti.Count != 1)
        {
            return eventi.Where(e => e.EnteId != null && enti.Contains(e.EnteId.Value));
        }

        var ente = enti[0];
        return eventi.Where(e => e.EnteId == ente);
    }

    /// <summary>Keeps the events on the Lotti, on further objects, and on the Affidamenti of the Lotti.</summary>
    private static IQueryable<RigaRegistro> OnLotti(
        IQueryable<RigaRegistro> eventi, IReadOnlyList<Guid> lotti, IReadOnlyList<Guid> altri, CigHubDbContext db)
    {
        List<string> oggetti = [.. lotti.Concat(altri).Select(id => id.ToString())];
        var affidamenti = db.Affidamenti.Where(a => lotti.Contains(a.LottoId)).Select(a => a.Id.ToString().ToLower());
        return eventi.Where(e => affidamenti.Contains(e.OggettoId) || oggetti.Contains(e.OggettoId));
    }

    private static IQueryable<RigaRegistro> OnObjects(IQueryable<RigaRegistro> eventi, IReadOnlyList<Guid> ids)
    {
        List<string> oggetti = [.. ids.Select(id => id.ToString())];

        // One parameter, because a thousand of them take longer to read than their rows.
        return eventi.Where(e => EF.Parameter(oggetti).Contains(e.OggettoId));
    }
}
