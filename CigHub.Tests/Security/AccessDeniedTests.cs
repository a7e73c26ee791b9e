using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Security.Limiti;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Security;

/// <summary>Runs sample commands of types found by reflection, and checks the traces that a refused command leaves.</summary>
internal static class CommandWalk
{
    public static IReadOnlyList<Type> Commands { get; } = [.. WritePathSetup.Commands(typeof(WritePathSetup).Assembly)];

    /// <summary>Says whether the table of roles lets the actor run the command. A delegate without a delega may run none.</summary>
    public static bool Admits(Type command, Actor actor) =>
        actor.Ruolo.SiAssegna() && actor.RuoliToken.Contains(actor.Ruolo) && actor.Ruolo.Allows(WritePathSetup.PermissionOf(command));

    public static Task<Result<Receipt>> Run(this TestBench bench, ICommand command, Actor actor)
    {
        var run = typeof(CommandRunner).GetMethod(nameof(CommandRunner.Run))!.MakeGenericMethod(command.GetType());
        return (Task<Result<Receipt>>)run.Invoke(bench.Runner, [command, actor, CancellationToken.None])!;
    }

    /// <summary>
    /// Runs a sample of a command and returns the error that refuses it. Asserts that the error has the given code and that the registro
    /// has exactly one more event, that of a denied access.
    /// </summary>
    public static async Task<Error> Denied(this TestBench bench, Type command, Guid affidamentoId, Actor actor, string code)
    {
        var events = bench.Ask<long>("SELECT COUNT(*) FROM \"Registro\"");

        var error = Assert.Single((await bench.Run(SampleCommand.Of(command, affidamentoId, 1), actor)).Errors);
        Assert.Equal(code, error.Code);
        Assert.Equal(events + 1, bench.Ask<long>("SELECT COUNT(*) FROM \"Registro\""));
        var last = await bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal((Azioni.AccessoNegato, "negato", actor.PersonaId), (last.Azione, last.Esito, last.AttoreId));
        Assert.Contains(command.Name, System.Text.Encoding.UTF8.GetString(last.Byte), StringComparison.Ordinal);
        return error;
    }
}

/// <summary>
/// Checks that every command refuses an actor without the right. The refusal must leave an event and change nothing else, so the tests can
/// share one bench.
/// </summary>
public sealed class AccessDeniedTests(SharedBench shared) : IClassFixture<SharedBench>, IAsyncLifetime
{
    private static readonly string[] _ofRegistro = ["Registro", "RegistroTesta"];

    private Guid _affidamento;

    public static TheoryData<string> Comandi => new(CommandWalk.Commands.Select(t => t.Name));

    private TestBench Bench => shared.Bench;

    public async Task InitializeAsync()
    {
        var id = await Bench.Query(db => db.Affidamenti.Select(a => a.Id).FirstOrDefaultAsync());
        _affidamento = id == Guid.Empty ? await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale) : id;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>
    /// Every command must be allowed or denied as the table of rights says. The test tries it with every role, at the actor's own Ente and
    /// at another one. A denied command must leave an event and change nothing else.
    /// </summary>
    [Theory]
    [MemberData(nameof(Comandi))]
    public async Task Chi_non_puo_lascia_un_evento_negato_e_nient_altro(string nome)
    {
        var command = CommandWalk.Commands.Single(t => t.Name == nome);
        var actors = new List<(Actor Own, Actor Others)>();
        foreach (var ruolo in Enum.GetValues<Ruolo>())
        {
            var own = await Bench.Holding("istruttore.tivoli", ruolo, Bench.Rup.EnteId);
            actors.Add((own, await Bench.Holding("istruttore.velletri", ruolo, Bench.RupOfAnotherEnte.EnteId)));
        }

        var before = Bench.Istantanea(_ofRegistro);
        foreach (var (own, others) in actors)
        {
            if (!CommandWalk.Admits(command, own))
            {
                await Bench.Denied(command, _affidamento, own, Authorizer.Denied.Code);
                await Bench.Denied(command, _affidamento, others, Authorizer.Denied.Code);
            }
            else if (command.IsAssignableTo(typeof(IOnAffidamento)))
            {
                // The answer for another Ente's Affidamento equals the answer for one that does not exist.
                var anothers = await Bench.Denied(command, _affidamento, others, CommandRunner.NotFound.Code);
                Assert.Equal(await Bench.Denied(command, Guid.CreateVersion7(), own, CommandRunner.NotFound.Code), anothers);
            }

            await Bench.Denied(command, _affidamento, own with { RuoliToken = [] }, Authorizer.Denied.Code);
        }

        Assert.Equal(before, Bench.Istantanea(_ofRegistro));
        await Bench.RegistroIntegro();
    }
}

/// <summary>
/// Checks that every command lets an actor with the right through, although the sample's values are invented. It must succeed, or be
/// refused for a reason other than the actor. The tests share one bench without disturbing each other, because each uses its own
/// Affidamento and invented ids.
/// </summary>
public sealed class AllowedCommandsTests(SharedBench shared) : IClassFixture<SharedBench>
{
    private static readonly StatoAffidamento[] _states =
        [StatoAffidamento.InLavorazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta, StatoAffidamento.CigAcquisito];

    private static int _cig = 0x200000;

    public static TheoryData<string> Comandi => new(CommandWalk.Commands.Select(t => t.Name));

    private TestBench Bench => shared.Bench;

    [Theory]
    [MemberData(nameof(Comandi))]
    public async Task Chi_puo_ha_sempre_una_risposta(string nome)
    {
        var command = CommandWalk.Commands.Single(t => t.Name == nome);
        var onAffidamento = command.IsAssignableTo(typeof(IOnAffidamento));
        var admitted = 0;

        // Moves past the window of the limits, so that earlier exports and uploads no longer count.
        Bench.Clock.Advance(LimitSettings.Finestra);
        foreach (var ruolo in Enum.GetValues<Ruolo>())
        {
            // The RUP must be that of the Affidamento. Most commands refuse another RUP.
            var actor = ruolo == Ruolo.Rup ? Bench.Rup : await Bench.Holding("istruttore.tivoli", ruolo, Bench.Rup.EnteId);
            if (!CommandWalk.Admits(command, actor))
            {
                continue;
            }

            admitted++;
            foreach (var state in onAffidamento ? _states : [StatoAffidamento.InLavorazione])
            {
                await Answered(command, onAffidamento ? await Bench.Affidamento(state, cig: _cig++) : Guid.CreateVersion7(), actor);
            }
        }

        Assert.NotEqual(0, admitted);
    }

    private async Task Answered(Type command, Guid affidamentoId, Actor actor)
    {
        var onAffidamento = command.IsAssignableTo(typeof(IOnAffidamento));
        var version = onAffidamento ? await Bench.Version(affidamentoId) : 1;
        var denied = Bench.Ask<long>("SELECT COUNT(*) FROM \"Registro\" WHERE \"Esito\" = 'negato'");

        var answer = await Bench.Run(SampleCommand.Of(command, affidamentoId, version), actor);

        var codes = answer.Errors.Select(e => e.Code).ToList();
        Assert.DoesNotContain(Authorizer.Denied.Code, codes);
        if (onAffidamento && !SampleCommand.NamesSomethingElse(command))
        {
            Assert.DoesNotContain(CommandRunner.NotFound.Code, codes);
        }

        // A code of the validation library has another form. It would mean that the sample was not well formed.
        Assert.All(answer.Errors, e => Assert.Matches("^[a-z0-9-]+\\.[a-z0-9-]+$", e.Code));
        Assert.All(answer.Errors, e => Assert.False(string.IsNullOrWhiteSpace(e.Message), e.Code));
        Assert.Equal(denied, Bench.Ask<long>("SELECT COUNT(*) FROM \"Registro\" WHERE \"Esito\" = 'negato'"));
    }
}

internal static class RolesOfTheWalk
{
    /// <summary>
    /// Returns a person of the demonstration as an actor with the given role at the Ente. Assigns the role first when the person does not
    /// have it. An Amministratore has no Ente, and nobody is assigned the role of a delegate.
    /// </summary>
    public static async Task<Actor> Holding(this TestBench bench, string nomeUtente, Ruolo ruolo, Guid? ente)
    {
        var who = bench.Catalogo.Persone.Single(p => p.NomeUtente == nomeUtente);
        var at = ruolo == Ruolo.Amministratore ? null : ente;
        return !ruolo.SiAssegna() || await bench.Query(db => db.Appartenenze.AnyAsync(a => a.PersonaId == who.Id && a.Ruolo == ruolo && a.EnteId == at))
            ? new Actor(who.Id, ruolo, at, [ruolo])
            : await bench.Anche(new Actor(who.Id, ruolo, at, []), ruolo, at);
    }
}
