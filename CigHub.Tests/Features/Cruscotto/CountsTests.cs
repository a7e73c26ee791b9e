using CigHub.Domain.Persone;
using CigHub.Tests.Demo.Dimostrazione;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Cruscotto.Amministratore;
using CigHub.Web.Features.Cruscotto.Auditor;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.Features.Cruscotto.Responsabile;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.Features.RegistroEventi.Elenco;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Cruscotto;

/// <summary>
/// Checks the numbers on the Cruscotto. Each must equal the number of rows in the list to which it leads, for every person of the
/// demonstration in each role.
/// </summary>
public sealed class CountsTests : IAsyncLifetime
{
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.Open();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Every_count_equals_the_list_behind_it_for_everybody()
    {
        var everybody = (await _office.List<Appartenenza>())
            .Where(a => a.Dal <= TestOffice.Oggi && (a.Fino is null || TestOffice.Oggi < a.Fino)).ToList();
        Assert.Equal(Ruoli.Assegnabili.Count, everybody.Select(a => a.Ruolo).Distinct().Count());
        var wrong = new List<string>();
        var counts = 0;
        foreach (var role in everybody)
        {
            var actor = new Actor(role.PersonaId, role.Ruolo, role.EnteId, [role.Ruolo]);
            foreach (var (what, count, behind) in await Counts(actor))
            {
                counts += count > 0 ? 1 : 0;
                if (count != behind)
                {
                    wrong.Add($"{actor.Ruolo} {what}: {count}, the list shows {behind}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(counts > 100, $"Only {counts} counts above zero were compared.");
    }

    private async Task<IReadOnlyList<(string What, int Count, int Behind)>> Counts(Actor actor) => actor.Ruolo switch
    {
        Ruolo.Istruttore or Ruolo.Rup => [.. await OfWorklist(actor, true), .. await OfWorklist(actor, false), .. await OfHandover(actor)],
        Ruolo.Responsabile => [.. await OfGroups(actor, Attesa.DaApprovare, Attesa.SulPortale), .. await OfLotti(actor),
            .. await OfConvenzioni(actor), .. await OfHandover(actor)],
        Ruolo.Auditor => [.. await OfGroups(actor, Attesa.SenzaEsito), .. await OfLotti(actor), .. await OfRegistro(actor)],
        _ => [.. await OfLotti(actor), .. await OfConvenzioni(actor), .. await OfEnti(actor)],
    };

    private async Task<IEnumerable<(string, int, int)>> OfWorklist(Actor actor, bool mine)
    {
        var groups = await Ask<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(actor, async q => await q.Run(actor, mine));
        return await Behind(actor, groups, mine);
    }

    private async Task<IEnumerable<(string, int, int)>> OfGroups(Actor actor, params Attesa[] groups)
    {
        var read = new List<GruppoDiLavoro>();
        foreach (var group in groups)
        {
            read.Add(await Ask<ListaDiLavoro, GruppoDiLavoro>(actor, async q => await q.One(group, actor)));
        }

        return await Behind(actor, read, false);
    }

    private async Task<IEnumerable<(string, int, int)>> Behind(Actor actor, IEnumerable<GruppoDiLavoro> groups, bool mine)
    {
        var rows = new List<(string, int, int)>();
        foreach (var group in groups)
        {
            var filter = AffidamentiFilter.From(group.Address(mine));
            rows.Add(($"{group.Attesa}, mine {mine}", group.Totale,
                (await Ask<ListaAffidamenti, FoundAffidamenti>(actor, async q => await q.Run(filter, actor.PersonaId, 1, 50))).Totale));
        }

        return rows;
    }

    private async Task<IEnumerable<(string, int, int)>> OfLotti(Actor actor)
    {
        var rows = new List<(string, int, int)>();
        foreach (var condition in Enum.GetValues<CondizioneLotto>())
        {
            var list = await Ask<ListaConvenzioni, IReadOnlyList<ConvenzioneRow>>(actor, async q => await q.Run(new ConvenzioniFilter(Lotti: condition)));
            rows.Add(($"{condition}", (await Ask<ConvenzioniDaGuardare, ListPage<LottoDaGuardareRow>>(actor, async q => await q.Lotti(condition))).Total,
                list.Sum(v => v.Lotti.Count)));
        }

        return rows;
    }

    private async Task<IEnumerable<(string, int, int)>> OfConvenzioni(Actor actor)
    {
        var rows = new List<(string, int, int)>();
        foreach (var state in new[] { StatoCatalogo.Aperte, StatoCatalogo.InScadenza })
        {
            var list = await Ask<ListaConvenzioni, IReadOnlyList<ConvenzioneRow>>(actor, async q => await q.Run(new ConvenzioniFilter(Stato: state)));
            rows.Add(($"{state}", (await Ask<ConvenzioniDaGuardare, ListPage<ConvenzioneInScadenzaRow>>(
                actor, async q => await q.PerScadenza(state))).Total, list.Count));
        }

        return rows;
    }

    private async Task<IEnumerable<(string, int, int)>> OfEnti(Actor actor) =>
    [
        ("Enti without RUP",
            (await Ask<EntiSenzaRup, ListPage<EnteScoperto>>(actor, async q => await q.Run())).Total,
            (await Ask<ListaEnti, ListPage<EnteRow>>(
                actor, async q => await q.Run(new AnagrafeFilter(Stato: AnagrafeFilter.SenzaRup), 1, 50, actor))).Total),
    ];

    private async Task<IEnumerable<(string, int, int)>> OfRegistro(Actor actor)
    {
        var summary = await Ask<RiepilogoRegistro, Riepilogo>(actor, q => q.Run());
        var rows = new List<(string, int, int)> { ("refused", summary.Negati, await Events(new EventiFilter(Dal: summary.Dal, Esito: "negato"))) };
        foreach (var action in summary.Azioni)
        {
            rows.Add((action.Azione, action.Quante, await Events(new EventiFilter(action.Azione, Dal: summary.Dal, Esito: "ok"))));
        }

        return rows;

        async Task<int> Events(EventiFilter filter) => (await Ask<ListaEventi, EventiView>(actor, async q => await q.Run(filter, 1, 1))).Total;
    }

    private async Task<IEnumerable<(string, int, int)>> OfHandover(Actor actor)
    {
        var rows = new List<(string, int, int)>();
        if (actor.EnteId is null || !actor.Ruolo.Allows(Permission.RiassegnaAffidamenti))
        {
            return rows;
        }

        foreach (var work in await Ask<LavoroSenzaRup, IReadOnlyList<LavoroDiUnRup>>(actor, async q => await q.All(actor)))
        {
            rows.Add(($"work of {work.Nome}", work.Quanti, (await Ask<LavoroDaPassare, ConsegneDetails>(actor, q => q.Run(work.PersonaId, actor))).Totale));
        }

        return rows;
    }

    private async Task<T> Ask<TQuery, T>(Actor actor, Func<TQuery, Task<T?>> question)
        where TQuery : class, IQuery
        where T : class => (await _office.Reader.Read(actor, question)).Value;
}
