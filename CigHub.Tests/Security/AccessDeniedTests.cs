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

    /// <summary>Runs a sample of a command and returns the error that refuses it, which must have the given code.</summary>
    public static async Task<Error> Refused(this TestBench bench, Type command, Guid affidamentoId, Actor actor, string code)
    {
        var error = Assert.Single((await bench.Run(SampleCommand.Of(command, affidamentoId, 1), actor)).Errors);
        Assert.Equal(code, error.Code);
        return error;
    }

    /// <summary>
    /// Runs a sample of a command and returns the error that refuses it. Asserts that the error has the given code and that the registro
    /// has exactly one more event, that of a denied access.
    /// </summary>
    public static async Task<Error> Denied(this TestBench bench, Type command, Guid affidamentoId, Actor actor, string code)
    {
        var last = bench.LastEvent();
        var error = await bench.Refused(command, affidamentoId, actor, code);
        await bench.DeniedSince(last, command, [actor]);
        return error;
    }

    public static long LastEvent(this TestBench bench) => bench.Ask<long>("SELECT MAX(\"Seq\") FROM \"Registro\"");

    /// <summary>
    /// Asserts that the events after the given one are those of the command's denied accesses, one for each of the actors in their order, and
    /// no other.
    /// </summary>
    public static async Task DeniedSince(this TestBench bench, long last, Type command, IEnumerable<Actor> actors)
    {
        var events = await bench.Query(db => db.Registro.AsNoTracking().Where(e => e.Seq > last).OrderBy(e => e.Seq).ToListAsync());
        Assert.Equal(actors.Select(a => (Azioni.AccessoNegato, "negato", (Guid?)a.PersonaId)), events.Select(e => (e.Azione, e.Esito, e.AttoreId)));
        Assert.All(events, e => Assert.Contains(command.Name, System.Text.Encoding.UTF8.GetString(e.Byte), StringComparison.Ordinal));
    }
}

/// <summary>
/// The walk of all commands by actors without the right, made once. It keeps for each command what did not go as it must, and whether the walk
/// changed anything besides the registro.
/// </summary>
public sealed class DeniedCommands : IAsyncLifetime
{
    private static readonly string[] _ofRegistro = ["Registro", "RegistroTesta"];

    private readonly Dictionary<Type, string?> _faults = [];
    private readonly List<(Actor Own, Actor Others)> _actors = [];

    public TestBench Bench { get; private set; } = null!;

    /// <summary>Returns what went wrong with a command. Null when nothing did.</summary>
    public string? FaultOf(Type command) => _faults[command];

    public async Task InitializeAsync()
    {
        Bench = await TestBench.Create();
        var affidamento = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        foreach (var ruolo in Enum.GetValues<Ruolo>())
        {
            var own = await Bench.Holding("istruttore.tivoli", ruolo, Bench.Rup.EnteId);
            _actors.Add((own, await Bench.Holding("istruttore.velletri", ruolo, Bench.RupOfAnotherEnte.EnteId)));
        }

        foreach (var command in CommandWalk.Commands)
        {
            var before = Bench.Istantanea(_ofRegistro);
            _faults[command] = (await Record.ExceptionAsync(() => Walk(command, affidamento)))?.Message;

            // A command that changes something is named itself, not those that come after it.
            if (before != Bench.Istantanea(_ofRegistro))
            {
                _faults[command] = $"A refused {command.Name} changed something besides the registro. {_faults[command]}";
            }
        }
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    /// <summary>
    /// Runs a command as everybody who may not, in each role, at the own Ente and at another one. Asserts that each refusal is one event of a denied
    /// access, in their order, and that there is no other event.
    /// </summary>
    private async Task Walk(Type command, Guid affidamento)
    {
        var last = Bench.LastEvent();
        var refused = new List<Actor>();
        foreach (var (own, others) in _actors)
        {
            if (!CommandWalk.Admits(command, own))
            {
                await Refused(affidamento, own, Authorizer.Denied.Code);
                await Refused(affidamento, others, Authorizer.Denied.Code);
            }
            else if (command.IsAssignableTo(typeof(IOnAffidamento)))
            {
                // The answer for another Ente's Affidamento equals the answer for one that does not exist.
                var anothers = await Refused(affidamento, others, CommandRunner.NotFound.Code);
                Assert.Equal(await Refused(Guid.CreateVersion7(), own, CommandRunner.NotFound.Code), anothers);
            }

            await Refused(affidamento, own with { RuoliToken = [] }, Authorizer.Denied.Code);
        }

        await Bench.DeniedSince(last, command, refused);

        async Task<Error> Refused(Guid id, Actor actor, string code)
        {
            refused.Add(actor);
            return await Bench.Refused(command, id, actor, code);
        }
    }
}

/// <summary>
/// Checks that every command refuses an actor without the right, with every role, at the actor's own Ente and at another one, as the table of rights
/// says. The refusal must leave an event and change nothing else.
/// </summary>
public sealed class AccessDeniedTests(DeniedCommands walk) : IClassFixture<DeniedCommands>
{
    public static TheoryData<string> Comandi => new(CommandWalk.Commands.Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Comandi))]
    public void Chi_non_puo_lascia_un_evento_negato_e_nient_altro(string nome) =>
        Assert.Null(walk.FaultOf(CommandWalk.Commands.Single(t => t.Name == nome)));

    [Fact]
    public Task Dopo_tutti_i_rifiuti_il_registro_si_verifica() => walk.Bench.RegistroIntegro();
}

/// <summary>
/// The Affidamenti on which the walk of the allowed commands tries them. A refused command leaves its Affidamento as it is, so the next one takes
/// it; after a command that succeeded a new one is made.
/// </summary>
public sealed class AllowedCommands : IAsyncLifetime
{
    private readonly Dictionary<StatoAffidamento, Guid> _waiting = [];
    private readonly Dictionary<Ruolo, Actor> _actors = [];
    private int _cig = 0x200000;

    public TestBench Bench { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Bench = await TestBench.Create();
        foreach (var ruolo in Enum.GetValues<Ruolo>())
        {
            // The RUP must be that of the Affidamento. Most commands refuse another RUP.
            _actors[ruolo] = ruolo == Ruolo.Rup ? Bench.Rup : await Bench.Holding("istruttore.tivoli", ruolo, Bench.Rup.EnteId);
        }
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    internal Actor With(Ruolo ruolo) => _actors[ruolo];

    /// <summary>Takes the Affidamento that waits in the state, or makes one.</summary>
    public async Task<Guid> Take(StatoAffidamento state) =>
        _waiting.Remove(state, out var id) ? id : await Bench.Affidamento(state, cig: _cig++);

    /// <summary>Puts an Affidamento back that a refused command has left in its state.</summary>
    public void PutBack(StatoAffidamento state, Guid id) => _waiting[state] = id;
}

/// <summary>
/// Checks that every command lets an actor with the right through, although the sample's values are invented. It must succeed, or be
/// refused for a reason other than the actor. The tests share one bench without disturbing each other, because each uses an Affidamento that no
/// command has changed, and invented ids.
/// </summary>
public sealed class AllowedCommandsTests(AllowedCommands shared) : IClassFixture<AllowedCommands>
{
    private static readonly StatoAffidamento[] _states =
        [StatoAffidamento.InLavorazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta, StatoAffidamento.CigAcquisito];

    public static TheoryData<string> Comandi => new(CommandWalk.Commands.Select(t => t.Name));

    private TestBench Bench => shared.Bench;

    [Theory]
    [MemberData(nameof(Comandi))]
    public async Task Chi_puo_ha_sempre_una_risposta(string nome)
    {
        var command = CommandWalk.Commands.Single(t => t.Name == nome);
        var onAffidamento = command.IsAssignableTo(typeof(IOnAffidamento));
        var denied = Denied();
        var admitted = 0;

        // Moves past the window of the limits, so that earlier exports and uploads no longer count.
        Bench.Clock.Advance(LimitSettings.Finestra);
        foreach (var actor in Enum.GetValues<Ruolo>().Select(shared.With).Where(a => CommandWalk.Admits(command, a)))
        {
            admitted++;
            if (!onAffidamento)
            {
                await Answered(command, Guid.CreateVersion7(), 1, actor);
                continue;
            }

            foreach (var state in _states)
            {
                var id = await shared.Take(state);
                var before = await Bench.ReadAgain(id);
                Assert.Equal(state, before.Stato);
                var failed = await Answered(command, id, before.Version, actor);
                var after = await Bench.Query(db => db.Affidamenti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id));
                if (failed && (after?.Version, after?.Stato) == (before.Version, before.Stato))
                {
                    shared.PutBack(state, id);
                }
            }
        }

        Assert.NotEqual(0, admitted);
        Assert.Equal(denied, Denied());
    }

    /// <summary>Runs a sample of the command and checks the answer. Returns true when the command was refused.</summary>
    private async Task<bool> Answered(Type command, Guid affidamentoId, int version, Actor actor)
    {
        var answer = await Bench.Run(SampleCommand.Of(command, affidamentoId, version), actor);

        var codes = answer.Errors.Select(e => e.Code).ToList();
        Assert.DoesNotContain(Authorizer.Denied.Code, codes);
        if (command.IsAssignableTo(typeof(IOnAffidamento)) && !SampleCommand.NamesSomethingElse(command))
        {
            Assert.DoesNotContain(CommandRunner.NotFound.Code, codes);
        }

        // A code of the validation library has another form. It would mean that the sample was not well formed.
        Assert.All(answer.Errors, e => Assert.Matches("^[a-z0-9-]+\\.[a-z0-9-]+$", e.Code));
        Assert.All(answer.Errors, e => Assert.False(string.IsNullOrWhiteSpace(e.Message), e.Code));
        return !answer.IsSuccess;
    }

    private long Denied() => Bench.Ask<long>("SELECT COUNT(*) FROM \"Registro\" WHERE \"Esito\" = 'negato'");
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
