using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.RegistroEventi.Elenco;
using CigHub.Web.Features.Rilievi.Elenco;
using CigHub.Web.UseCases;

namespace CigHub.Tests.UseCases.TenYears;

/// <summary>A question that a page asks the app, with the person who asks it.</summary>
/// <param name="Name">The name of the query, and for a list the filter, the order or the page.</param>
internal sealed record Question(string Name, Actor Actor, Func<Task> Ask);

/// <summary>
/// All the questions of the walk: every query of the app as each person who may ask it, and the lists with every filter, every order, the
/// first and the last page.
/// </summary>
internal static class TenYearsQuestions
{
    private const int RowsOnPage = 25;

    /// <summary>An example of each value in the address of the lists. It finds something in the archive, or nothing, as the name says.</summary>
    private static readonly Dictionary<string, string[]> _values = new()
    {
        ["testo"] = ["archivio", "parolachenonesiste"],
        ["stato"] = Enum.GetNames<StatoAffidamento>(),
        ["attesa"] = Enum.GetNames<Attesa>(),
        ["miei"] = ["si"],
        ["registro"] = ["PI99", "PI0000"],
        ["cigPadre"] = ["A3A11", "ZZZZ"],
        ["titolo"] = ["Pulizia", "niente di simile"],
        ["cigDerivato"] = ["B1", "ZZZZ"],
        ["selezione"] = ["si"],
        ["dal"] = ["2019-01-01"],
        ["al"] = ["2019-01-01"],
        ["oe"] = ["Nitida", "niente di simile"],
        ["Azione"] = [Azioni.ElencoPortaleRegistrato, Azioni.AttoAggiunto],
        ["Esito"] = ["negato", "ok"],
        ["Dal"] = ["2026-11-01", "2019-01-01"],
        ["Al"] = ["2019-01-01"],
        ["Gruppo"] = [GruppoDiAzioni.Uscite.Chiave, GruppoDiAzioni.Affidamenti.Chiave],
        ["Ruolo"] = ["Rup", "Auditor"],
        ["Persona"] = ["Ferrantini", "nessuno con questo nome"],
        ["Ente"] = ["Tivoli", "Comune"],
        ["Convenzione"] = ["pulizia"],
        ["Lotto"] = ["pulizia"],
        ["Fornitore"] = ["Nitida", "niente di simile"],
        ["Su"] = ["Pulizia", "parolachenonesiste"],
        ["Testo"] = ["elenco", "parolachenonesiste"],
    };

    public static IReadOnlyList<Question> All(TivoliAndVelletri office) => [.. Queries(office), .. Affidamenti(office), .. Events(office), .. Rilievi(office)];

    private static IReadOnlyList<Actor> People(TivoliAndVelletri office) =>
    [
        office.Rup, office.Bench.ActorOf("istruttore.tivoli"), office.Responsabile, office.Bench.ActorOf("responsabile"), office.Auditor, office.Amministratore,
    ];

    private static IEnumerable<Question> Queries(TivoliAndVelletri office) =>
        from query in AskedQueries.All
        from actor in query.Owners(office).Concat(People(office)).DistinctBy(a => (a.PersonaId, a.Ruolo))
        where actor.Ruolo.Allows(query.Requires)
        select new Question(query.Query.Name, actor, () => query.Ask(office, actor));

    private static IEnumerable<Question> Affidamenti(TivoliAndVelletri office)
    {
        Actor[] readers = [office.Rup, office.Bench.ActorOf("responsabile")];
        var filters =
            from filter in AffidamentiFilterSet.Tutti.Filters
            from value in _values[filter.Name]
            select (Name: $"{filter.Name}={value}", Filter: filter.Set(AffidamentiFilter.Tutti, value));
        var orders =
            from order in AffidamentiColumns.Tutte.SortNames
            from up in (bool[])[true, false]
            select (Name: $"ordine={order} {(up ? "su" : "giù")}", Filter: AffidamentiFilter.Tutti.For(new(order, up)));
        foreach (var (name, filter) in filters.Concat(orders).ToList())
        {
            Assert.NotEqual(AffidamentiFilter.Tutti, filter);
            foreach (var reader in readers)
            {
                yield return new Question($"{nameof(ListaAffidamenti)} {name}", reader, () => Page(office, reader, filter, 1));
            }
        }

        foreach (var reader in readers)
        {
            var last = LastPage(office, "SELECT COUNT(*) FROM Affidamenti WHERE $ente IS NULL OR EnteId = $ente", reader.EnteId);
            yield return new Question(
                $"{nameof(ListaAffidamenti)} ultima pagina", reader, () => Page(office, reader, AffidamentiFilter.Tutti, last));
        }
    }

    /// <summary>Returns the number of a list's last page. It counts without the app, so that the count is no part of the question.</summary>
    private static int LastPage(TivoliAndVelletri office, string count, Guid? ente = null)
    {
        using var file = office.Bench.OpenFile();
        using var command = file.CreateCommand();
        command.CommandText = count;
        command.Parameters.AddWithValue("$ente", ente is { } id ? id : DBNull.Value);
        return Math.Min(Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture), CappedCount.Most) / RowsOnPage;
    }

    private static async Task Page(TivoliAndVelletri office, Actor reader, AffidamentiFilter filter, int page) =>
        Assert.True((await office.Bench.Reader.Read<ListaAffidamenti, FoundAffidamenti>(
            reader, async q => await q.Run(filter, reader.PersonaId, page, RowsOnPage))).IsSuccess);

    private static IEnumerable<Question> Events(TivoliAndVelletri office)
    {
        _values["Chi"] = [office.Rup.PersonaId.ToString(), Guid.Empty.ToString()];
        _values["Oggetto"] = [office.Draft.ToString()];
        foreach (var filter in EventiFilterSet.Tutti.Filters)
        {
            foreach (var value in _values[filter.Name])
            {
                var chosen = filter.Set(new EventiFilter(), value);
                Assert.NotEqual(new EventiFilter(), chosen);
                var shown = Guid.TryParse(value, out var id) ? id == Guid.Empty ? "nessuno" : "uno" : value;
                yield return new Question(
                    $"{nameof(ListaEventi)} {filter.Name}={shown}", office.Auditor, () => EventPage(office, chosen, 1));
            }
        }

        var last = LastPage(office, "SELECT COUNT(*) FROM Registro");
        yield return new Question($"{nameof(ListaEventi)} ultima pagina", office.Auditor, () => EventPage(office, new EventiFilter(), last));
    }

    private static IEnumerable<Question> Rilievi(TivoliAndVelletri office)
    {
        RilieviFilter[] filters =
        [
            new() { Regola = RegoleNote.AppenaSotto.Nome }, new() { Stato = StatoRilievo.DaEsaminare }, new() { Stato = StatoRilievo.Trasmesso },
            new() { ConvenzioneId = office.Convenzione }, new() { EnteId = office.Tivoli },
        ];
        return from filter in filters
               from reader in new[] { office.Responsabile, office.Bench.ActorOf("responsabile") }
               select new Question(
                   $"{nameof(ListaRilievi)} {filter.Address("")}", reader,
                   async () => Assert.True((await office.Bench.Reader.Read<ListaRilievi, RilieviView>(
                       reader, async q => await q.Run(filter, false), default)).IsSuccess));
    }

    private static async Task EventPage(TivoliAndVelletri office, EventiFilter filter, int page) =>
        Assert.True((await office.Bench.Reader.Read<ListaEventi, EventiView>(
            office.Auditor, async q => await q.Run(filter, page, RowsOnPage))).IsSuccess);
}
