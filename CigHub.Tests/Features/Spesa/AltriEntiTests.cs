using System.Buffers;
using System.Reflection;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Avvisi;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Dettaglio;
using CigHub.Web.Features.Spesa.Fogli;
using CigHub.Web.Features.Spesa.Movimenti;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Relazione;
using CigHub.Web.Features.Spesa.Riconciliazione;
using CigHub.Web.Features.Spesa.Riepiloghi;
using CigHub.Web.Features.Spesa.Scadenze;
using CigHub.Web.UseCases;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace CigHub.Tests.Features.Spesa;

/// <summary>The office with all edge cases, and what the queries of the spending have already answered there, which several tests look through.</summary>
public sealed class UfficioConRisposte : IAsyncLifetime
{
    private readonly Dictionary<(Type Query, Actor Actor), IReadOnlySet<string>> _kept = [];

    public UfficioDeiCasiLimite Ufficio { get; } = new();

    public Task InitializeAsync() => Ufficio.InitializeAsync();

    public Task DisposeAsync() => Ufficio.DisposeAsync();

    /// <summary>Returns the different answers that an actor got to a query, and asks it the first time.</summary>
    internal async Task<IReadOnlySet<string>> Answers(Type query, Actor actor, Func<Task<IReadOnlySet<string>>> ask)
    {
        if (!_kept.TryGetValue((query, actor), out var answers))
        {
            _kept[(query, actor)] = answers = await ask();
        }

        return answers;
    }
}

/// <summary>
/// Asks every query of the spending, found by reflection, with many choices, and makes every sheet, as people who see one Ente: no answer names
/// another Ente, its people, its Affidamenti or its CIG. The amounts of the others are one row, «Altri Enti», without a link.
/// </summary>
public sealed class AltriEntiTests(UfficioConRisposte shared) : IClassFixture<UfficioConRisposte>
{
    private static readonly DateOnly?[] _days = [null, new(2025, 11, 28), new(2026, 11, 28), new(2026, 12, 1)];

    /// <summary>The questions whose answers name no Ente, whoever asks.</summary>
    private static readonly string[] _namesNobody = [nameof(QuadroSpesa), nameof(ConsumoNelTempo), nameof(AvvisiAttuali)];

    private UfficioDeiCasiLimite Ufficio => shared.Ufficio;

    private TestBench Bench => Ufficio.Bench;

    public static TheoryData<string> Query => new(Queries.Select(t => t.Name));

    private static IEnumerable<Type> Queries => typeof(QuadroSpesa).Assembly.GetTypes().Where(t =>
        typeof(IQuery).IsAssignableFrom(t) && t is { IsClass: true, IsAbstract: false }
        && t.Namespace?.StartsWith("CigHub.Web.Features.Spesa", StringComparison.Ordinal) == true);

    [Theory]
    [MemberData(nameof(Query))]
    public async Task Nessuna_risposta_nomina_un_altro_Ente(string name)
    {
        var query = Queries.Single(t => t.Name == name);
        foreach (var actor in Ufficio.Viewers)
        {
            var hidden = Secrets(actor);
            var answers = await Answers(query, actor);
            Assert.All(answers, text => FindsNone(hidden, text));
            var requires = (Permission)query.GetProperty(nameof(IQuery.Requires))!.GetValue(null)!;
            Assert.True(answers.Count > 0 || !actor.Ruolo.Allows(requires), $"{name} was not asked as {actor.Ruolo}");
        }
    }

    /// <summary>Asks the same as people who see another Ente or all. They read what is hidden from the first, so that each query could leak it.</summary>
    [Theory]
    [MemberData(nameof(Query))]
    public async Task Chi_vede_gli_altri_Enti_ne_legge_i_nomi(string name)
    {
        var query = Queries.Single(t => t.Name == name);
        var hidden = Secrets(Bench.Rup);
        var hiddenThere = false;
        foreach (var actor in Ufficio.Viewers.Where(v => v.EnteId != Bench.Rup.EnteId).Prepend(Bench.Responsabile()))
        {
            hiddenThere |= (await Answers(query, actor)).Any(hidden.FoundIn);
        }

        Assert.Equal(!_namesNobody.Contains(name), hiddenThere);
    }

    [Fact]
    public async Task Nessun_foglio_nomina_un_altro_Ente()
    {
        // Each viewer makes every kind of sheet. The choices, all of which the queries behind the sheets are asked with, are shared out.
        foreach (var (actor, turn) in Ufficio.Viewers.Select((v, i) => (v, i)))
        {
            var hidden = Secrets(actor);
            foreach (var filter in Choices().Where((f, i) => i % Ufficio.Viewers.Count == turn || f == new SpesaFilter()))
            {
                List<string?> sheets =
                [
                    await Sheet(QuadroColumns.Sheet(filter, true), actor), await Sheet(QuadroColumns.Sheet(filter, false), actor),
                    await Sheet(MovimentiColumns.Sheet(filter, Importo.Zero), actor), await Sheet(ScadenzeColumns.Sheet(180), actor),
                    filter.Al is null ? null : await Sheet(QuadroColumns.Report(await Report(filter.Al.Value, actor), "."), actor),
                ];
                foreach (var per in Enum.GetValues<DimensioneSpesa>())
                {
                    sheets.Add(await Sheet(RiepilogoColumns.Sheet(filter, per), actor));
                }

                Assert.All(sheets.OfType<string>(), s => FindsNone(hidden, s));
            }
        }
    }

    [Fact]
    public async Task Gli_altri_sono_una_riga_sola_senza_collegamento_e_la_somma_torna()
    {
        var all = Bench.Responsabile();
        foreach (var actor in Ufficio.Viewers)
        {
            foreach (var filter in Choices().Where(f => f.EnteId is null))
            {
                var whole = await Ask<RiepilogoSpesa, RiepilogoView>(all, async q => await q.Run(filter, DimensioneSpesa.Ente));
                var own = await Ask<RiepilogoSpesa, RiepilogoView>(actor, async q => await q.Run(filter, DimensioneSpesa.Ente));
                Assert.Equal((whole.Termini, whole.Ora, whole.Prima), (own.Termini, own.Ora, own.Prima));
                Assert.True(own.Righe.Count(r => r.Righe is null) <= 1);
                Assert.All(own.Righe, r => Assert.Equal(r.Nome == SpesaWords.AltriEnti, r.Righe is null));
                Assert.All(own.Righe, r => Assert.True(r.Righe is null || r.Righe.EnteId == Guid.Empty || r.Righe.EnteId == actor.EnteId));
            }
        }
    }

    /// <summary>Returns the ids, names, numbers and CIG of every other Ente that has adhered.</summary>
    private Hidden Secrets(Actor actor)
    {
        var other = $"<> '{SpesaInSql.Id(actor.EnteId!.Value)}'";
        List<string> found =
        [
            .. Texts($"SELECT \"Id\" FROM \"Enti\" WHERE \"Id\" {other}"), .. Texts($"SELECT \"Denominazione\" FROM \"Enti\" WHERE \"Id\" {other}"),
            .. Bench.Catalogo.Enti.Where(e => e.Id != actor.EnteId).Select(e => e.Denominazione),
            .. Texts($"SELECT \"Id\" FROM \"Affidamenti\" WHERE \"EnteId\" {other}"),
            .. Texts($"SELECT printf('CH-%d-%05d', \"Anno\", \"Progressivo\") FROM \"Affidamenti\" WHERE \"EnteId\" {other}"),
            .. Texts($"SELECT \"CigDerivati\" FROM \"Affidamenti\" WHERE \"EnteId\" {other} AND \"CigDerivati\" <> ''"),
            .. Texts($"SELECT \"Id\" FROM \"DifferenzeOpenData\" WHERE \"EnteId\" {other}"),
            .. Texts($"""
                SELECT "Cig" FROM "DifferenzeOpenData" d WHERE "EnteId" {other}
                    AND NOT EXISTS (SELECT 1 FROM "MovimentiCapienza" m WHERE m."Protocollo" = 'CIG ' || d."Cig")
                """),
            .. Texts($"SELECT p.\"NomeCompleto\" FROM \"Affidamenti\" a JOIN \"Persone\" p ON p.\"Id\" = a.\"RupId\" WHERE a.\"EnteId\" {other}"),
        ];
        Assert.True(found.Count > 12, $"{found.Count} secrets");
        return new Hidden(found);
    }

    private static void FindsNone(Hidden hidden, string text) =>
        Assert.False(hidden.FoundIn(text), $"An answer holds {hidden.Texts.FirstOrDefault(t => text.Contains(t, StringComparison.OrdinalIgnoreCase))}: {text}");

    private IEnumerable<string> Texts(string sql) => Bench.Rows(sql).Select(r => (string)r[0]!);

    /// <summary>Returns choices of every kind: days and readings, Convenzioni, Lotti, terms, months and years, suppliers, each Ente, late rows.</summary>
    private IReadOnlyList<SpesaFilter> Choices()
    {
        var plain = new SpesaFilter();
        var moments = _days.SelectMany(d => d is null ? [plain] : Enum.GetValues<SpesaClock>().Select(c => plain with { Al = d, Orologio = c }));
        return
        [
            .. moments, plain with { ConvenzioneId = Ufficio.Casi.Lunga }, plain with { LottoId = Ufficio.Casi.ConQuote },
            plain with { LottoId = Ufficio.Casi.ConSuccessione }, plain with { Mese = 202602 }, plain with { Anno = 2025 },
            plain with { Fornitore = CasiLimite.Precedente }, plain with { Fornitore = Fornitori.Nessuno },
            plain with { Al = new(2026, 11, 25), Tardivi = true },
            .. Enum.GetValues<ComponenteCapienza>().Select(v => plain with { Voce = v }),
            .. Bench.Catalogo.Enti.Select(e => plain with { EnteId = e.Id }), plain with { EnteId = Guid.Empty },
        ];
    }

    private Task<IReadOnlySet<string>> Answers(Type query, Actor actor) => shared.Answers(query, actor, () => AskEvery(query, actor));

    /// <summary>
    /// Asks each public method of a query with each combination of arguments that a page may pass. A new kind of argument needs its values here.
    /// </summary>
    private async Task<IReadOnlySet<string>> AskEvery(Type query, Actor actor)
    {
        HashSet<string> answers = [];
        foreach (var method in query.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            IEnumerable<IReadOnlyList<object?>> combinations = [[]];
            foreach (var parameter in method.GetParameters())
            {
                var values = Values(parameter);
                combinations = combinations.SelectMany(c => values.Select(v => (IReadOnlyList<object?>)[.. c, v])).ToList();
            }

            foreach (var arguments in combinations)
            {
                var ask = typeof(AltriEntiTests).GetMethod(nameof(AskAny), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(query);
                var answer = await (Task<Result<object>>)ask.Invoke(this, [actor, method, arguments.ToArray()])!;
                if (answer.TryGet(out var value))
                {
                    answers.Add(AskedQuery.Text(value));
                }
            }
        }

        return answers;
    }

    private IReadOnlyList<object?> Values(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(SpesaFilter) => [.. Choices()],
        var t when t == typeof(DifferenzeFilter) => [new DifferenzeFilter(), new DifferenzeFilter { Spiegate = true }, new DifferenzeFilter { Contate = true }],
        var t when t == typeof(DimensioneSpesa) => [.. Enum.GetValues<DimensioneSpesa>().Cast<object>()],
        var t when t == typeof(DateOnly) => [.. _days.OfType<DateOnly>().Cast<object>()],
        var t when t == typeof(bool) => [true, false],
        var t when t == typeof(int) => [parameter.Name == "pagina" ? 1 : 180],
        var t when t == typeof(int?) => [null],
        var t when t == typeof(Guid) => [.. Ufficio.Viewers.Select(v => v.PersonaId).Distinct().Cast<object>()],
        var t when t == typeof(CancellationToken) => [CancellationToken.None],
        var t when t == typeof(OpenDataSource) => [.. Ufficio.Files],
        var t when t == typeof(IProgress<int>) => [new Progress<int>()],
        var t => throw new InvalidOperationException($"Say with which values {t.Name} is asked."),
    };

    private async Task<Result<object>> AskAny<TQuery>(Actor actor, MethodInfo method, object?[] arguments)
        where TQuery : class, IQuery => await Bench.Reader.Read<TQuery, object>(actor, async q =>
        {
            var answer = method.Invoke(q, arguments)!;
            if (answer is IAsyncEnumerable<object> rows)
            {
                return await rows.ToListAsync();
            }

            await (Task)answer;
            return answer.GetType().GetProperty("Result")!.GetValue(answer);
        });

    private async Task<T> Ask<TQuery, T>(Actor actor, Func<TQuery, Task<T?>> ask)
        where TQuery : class, IQuery
        where T : class => (await Bench.Reader.Read(actor, ask)).Value;

    /// <summary>Returns the cells of a sheet as one text, or null when the sheet would have no rows.</summary>
    private async Task<RelazioneView> Report(DateOnly al, Actor actor) =>
        (await Bench.Reader.Read<RelazioneSpesa, RelazioneView>(actor, async q => await q.Run(al))).Value;

    private async Task<string?> Sheet<TQuery, TRow>(ListToExport<TQuery, TRow, EsportaSpesa> list, Actor actor)
        where TQuery : class, IQuery
    {
        using var work = new RunningWork(() => Task.CompletedTask, CancellationToken.None);
        await using var scope = Bench.Services.CreateAsyncScope();
        var file = await scope.ServiceProvider.GetRequiredService<ListExport>().Run(list, actor, work);
        return file.TryGet(out var made)
            ? string.Join('\n', made.Content.Query().Cast<IDictionary<string, object?>>().SelectMany(r => r.Values).Select(v => $"{v}"))
            : null;
    }

    /// <summary>Texts that an answer must not hold, looked for all at once.</summary>
    private sealed class Hidden(List<string> texts)
    {
        private readonly SearchValues<string> _search = SearchValues.Create([.. texts], StringComparison.OrdinalIgnoreCase);

        public IReadOnlyList<string> Texts => texts;

        public bool FoundIn(string text) => text.AsSpan().ContainsAny(_search);
    }
}
