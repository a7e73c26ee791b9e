using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Dettaglio;
using CigHub.Web.Features.RegistroEventi.Elenco;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Controlli;

/// <summary>One change of a control: when, by whom, what was there before and after, and why.</summary>
/// <param name="Ruolo">The role's name. Null for the system.</param>
/// <param name="Su">The object's name at that time, or else the kind of object.</param>
/// <param name="Altri">The number of changed values that are not shown. The event shows all.</param>
/// <param name="Perche">The reasons and acts that were given, in words.</param>
public sealed record ModificaRow(
    long Seq, DateTime Utc, string Chi, string? Ruolo, string Tipo, string Frase, string Su, IReadOnlyList<Cambiamento> Cambiamenti, int Altri,
    IReadOnlyList<TestoDellAtto> Perche);

/// <summary>
/// Reads the changes of the controls from the registro, newest first: thresholds, roles, portal steps, code lists, keys. An actor who works
/// for one Ente gets only the events of that Ente.
/// </summary>
public sealed class ModificheAiControlli(CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi, ITextSearch texts) : IQuery
{
    /// <summary>The most changed values of one event that the page shows. A new Convenzione has dozens.</summary>
    private const int MostValues = 8;

    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<ListPage<ModificaRow>> Run(ControlliFilter filtro, int pagina, int perPagina, CancellationToken ct = default)
    {
        var search = await EventiSearch.Of(
            new EventiFilter(Dal: filtro.Dal, Al: filtro.Al, Persona: filtro.Persona, Esito: "ok"), db, ambito, texts, ct,
            TipoDiControllo.AzioniDi(filtro.Tipo));
        var righe = await search.Newest(null, (pagina - 1) * perPagina, perPagina, ct);

        // Skip bytes that cannot be read. The integrity check reports them.
        var eventi = righe.Select(r => Evento.Leggi(r.Byte)).Where(e => e.IsSuccess).Select(e => e.Value).ToList();
        var chi = await nomi.DiChiAgisce(eventi, ct);
        var oggetti = await nomi.DegliOggetti(eventi, ct);
        var rows = new List<ModificaRow>();
        foreach (var e in eventi)
        {
            var persone = await nomi.Of(Ids(e), e.Utc, ct);
            var cambiamenti = Cambiamento.Of(e.Prima, e.Dopo, persone);
            rows.Add(new ModificaRow(
                e.Seq, e.Utc, chi[e.Seq], EventoWords.Ruolo(e), TipoDiControllo.OfAction(e.Azione)?.Nome ?? "", EventoWords.Sentence(e),
                EventoWords.TitoloDellOggetto(e) ?? oggetti.GetValueOrDefault(e.Seq) ?? DataWords.Oggetto(e.Oggetto.Tipo),
                [.. cambiamenti.Take(MostValues)], Math.Max(0, cambiamenti.Count - MostValues), MotiviEDichiarazioni.Of(e.Dati)));
        }

        return new ListPage<ModificaRow>(rows, await search.Count(CappedCount.Most + 1, ct));
    }

    /// <summary>Returns the ids in the changed values. Some of them are those of people.</summary>
    private static HashSet<Guid> Ids(Evento evento) =>
    [
        .. from lato in new[] { evento.Prima, evento.Dopo }
           from oggetto in lato ?? []
           from dato in oggetto.Value as JsonObject ?? []
           let id = Guid.TryParse(dato.Value?.ToString(), out var letto) ? letto : Guid.Empty
           where id != Guid.Empty
           select id,
    ];
}
