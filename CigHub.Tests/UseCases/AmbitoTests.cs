using CigHub.Web.Security;
using CigHub.Web.UseCases;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Tests the ambito of every query. Each query is asked about Tivoli: users of Tivoli must find the expected texts in the answer, and users
/// of another Ente must find none of them.
/// </summary>
public sealed class AmbitoTests(TivoliAndVelletri bench) : IClassFixture<TivoliAndVelletri>
{
    public static TheoryData<string> Nomi => new(SecuritySetup.Queries(typeof(SecuritySetup).Assembly).Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Nomi))]
    public async Task Chi_puo_vederlo_lo_vede_e_chi_e_di_un_altro_Ente_non_vede_nulla(string nome)
    {
        var query = Of(nome);
        foreach (var owner in query.Owners(bench))
        {
            await Finds(query, owner);
        }

        if (query.WhyPublic is null)
        {
            foreach (var stranger in bench.Strangers.Where(s => !query.Owners(bench).Any(o => (o.Ruolo, o.EnteId) == (s.Ruolo, s.EnteId))))
            {
                await FindsNothing(query, stranger, [.. bench.Secrets, .. query.Sees(bench)]);
            }
        }
        else
        {
            var others = bench.Strangers.Where(s => s.Ruolo.Allows(query.Requires)).ToList();
            Assert.NotEmpty(others);
            foreach (var anybody in others.Append(query.Owners(bench)[0]))
            {
                await Finds(query, anybody);
                await FindsNothing(query, anybody, bench.Secrets);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Nomi))]
    public async Task Chi_non_ha_il_ruolo_nel_token_non_legge_nulla(string nome)
    {
        var query = Of(nome);
        foreach (var owner in query.Owners(bench))
        {
            Assert.Equal(Authorizer.Denied, Assert.Single((await query.Ask(bench, owner with { RuoliToken = [] })).Errors));
        }
    }

    private static AskedQuery Of(string name) =>
        AskedQueries.All.SingleOrDefault(q => q.Query.Name == name)
        ?? throw new InvalidOperationException($"Say in {nameof(AskedQueries)} how {name} is asked, and who sees the answer.");

    private async Task Finds(AskedQuery query, Actor actor)
    {
        var answer = await query.Ask(bench, actor);
        Assert.True(answer.IsSuccess, $"{actor.Ruolo}: {string.Join("; ", answer.Errors)}");
        var text = AskedQuery.Text(answer.Value);
        Assert.NotEmpty(query.Sees(bench));
        Assert.All(query.Sees(bench), expected => Assert.Contains(expected, text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Asserts that the answer to an actor holds none of the hidden texts. An actor whose role may ask the query must get an answer, even
    /// if it only says that nothing was found.
    /// </summary>
    private async Task FindsNothing(AskedQuery query, Actor actor, IReadOnlyList<string> hidden)
    {
        var answer = await query.Ask(bench, actor);
        Assert.Equal(actor.Ruolo.Allows(query.Requires), !answer.Errors.Contains(Authorizer.Denied));
        var text = answer.IsSuccess ? AskedQuery.Text(answer.Value) : AskedQuery.Text(answer.Errors);
        Assert.All(hidden, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }
}
