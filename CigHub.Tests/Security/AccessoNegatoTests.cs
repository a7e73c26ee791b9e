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

/// <summary>Runs commands found by reflection, and checks what a denied one leaves.</summary>
internal static class CommandWalk
{
    public static IReadOnlyList<Type> Commands { get; } = [.. WritePathSetup.Comandi(typeof(WritePathSetup).Assembly)];

    public static bool Admits(Type command, Actor actor) => actor.RuoliToken.Contains(actor.Ruolo) && actor.Ruolo.Ammette(WritePathSetup.Permesso(command));

    public static Task<Result<Ricevuta>> Run(this Banco banco, ICommand command, Actor actor)
    {
        var run = typeof(CommandRunner).GetMethod(nameof(CommandRunner.Esegui))!.MakeGenericMethod(command.GetType());
        return (Task<Result<Ricevuta>>)run.Invoke(banco.Runner, [command, actor, CancellationToken.None])!;
    }

    /// <summary>Runs a sample of a command and gives the refusal; the registro holds one event more, of a denied act.</summary>
    public static async Task<Error> Denied(this Banco banco, Type command, Guid affidamentoId, Actor actor, string code)
    {
        var events = banco.Chiedi<long>("SELECT COUNT(*) FROM \"Registro\"");

        var error = Assert.Single((await banco.Run(SampleCommand.Of(command, affidamentoId, 1), actor)).Errors);
        Assert.Equal(code, error.Code);
        Assert.Equal(events + 1, banco.Chiedi<long>("SELECT COUNT(*) FROM \"Registro\""));
        var last = await banco.Legge(db => db.Registro.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal((Azioni.AccessoNegato, "negato", actor.PersonaId), (last.Azione, last.Esito, last.AttoreId));
        Assert.Contains(command.Name, System.Text.Encoding.UTF8.GetString(last.Byte), StringComparison.Ordinal);
        return error;
    }
}

/// <summary>Somebody who may not is refused at every command, which leaves an event and changes nothing else: so the walk shares one bench.</summary>
public sealed class AccessoNegatoTests(SharedBanco shared) : IClassFixture<SharedBanco>, IAsyncLifetime
{
    private static readonly string[] _ofRegistro = ["Registro", "RegistroTesta"];

    private Guid _affidamento;

    public static TheoryData<string> Comandi => new(CommandWalk.Commands.Select(t => t.Name));

    private Banco Banco => shared.Banco;

    public async Task InitializeAsync()
    {
        var id = await Banco.Legge(db => db.Affidamenti.Select(a => a.Id).FirstOrDefaultAsync());
        _affidamento = id == Guid.Empty ? await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale) : id;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Every command × every role × own and other Ente, found in the code: what the table says, the write path does.</summary>
    [Theory]
    [MemberData(nameof(Comandi))]
    public async Task Chi_non_puo_lascia_un_evento_negato_e_nient_altro(string nome)
    {
        var command = CommandWalk.Commands.Single(t => t.Name == nome);
        var actors = new List<(Actor Own, Actor Others)>();
        foreach (var ruolo in Enum.GetValues<Ruolo>())
        {
            var own = await Banco.Holding("istruttore.tivoli", ruolo, Banco.Rup.EnteId);
            actors.Add((own, await Banco.Holding("istruttore.velletri", ruolo, Banco.RupDiUnAltroEnte.EnteId)));
        }

        var before = Banco.Istantanea(_ofRegistro);
        foreach (var (own, others) in actors)
        {
            if (!CommandWalk.Admits(command, own))
            {
                await Banco.Denied(command, _affidamento, own, Autorizzazione.Negata.Code);
                await Banco.Denied(command, _affidamento, others, Autorizzazione.Negata.Code);
            }
            else if (command.IsAssignableTo(typeof(ISuAffidamento)))
            {
                // Another Ente's Affidamento and one that does not exist are told apart by nobody.
                var anothers = await Banco.Denied(command, _affidamento, others, CommandRunner.NonTrovato.Code);
                Assert.Equal(await Banco.Denied(command, Guid.CreateVersion7(), own, CommandRunner.NonTrovato.Code), anothers);
            }

            await Banco.Denied(command, _affidamento, own with { RuoliToken = [] }, Autorizzazione.Negata.Code);
        }

        Assert.Equal(before, Banco.Istantanea(_ofRegistro));
        await Banco.RegistroIntegro();
    }
}

/// <summary>
/// Somebody who may is answered, whatever was invented of the command: it is done, or refused for a reason that has nothing to do with the actor.
/// The steps share one bench and do not meet: each has an Affidamento of its own, and names nothing else that is there.
/// </summary>
public sealed class ComandiConsentitiTests(SharedBanco shared) : IClassFixture<SharedBanco>
{
    private static readonly StatoAffidamento[] _states =
        [StatoAffidamento.InLavorazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta, StatoAffidamento.CigAcquisito];

    private static int _cig = 0x200000;

    public static TheoryData<string> Comandi => new(CommandWalk.Commands.Select(t => t.Name));

    private Banco Banco => shared.Banco;

    [Theory]
    [MemberData(nameof(Comandi))]
    public async Task Chi_puo_ha_sempre_una_risposta(string nome)
    {
        var command = CommandWalk.Commands.Single(t => t.Name == nome);
        var onAffidamento = command.IsAssignableTo(typeof(ISuAffidamento));
        var admitted = 0;

        // What the commands before this one exported and uploaded no longer counts against anybody.
        Banco.Orologio.Advance(LimitiSettings.Finestra);
        foreach (var ruolo in Enum.GetValues<Ruolo>())
        {
            // The RUP is the Affidamento's own: another one would be stopped at the door of most commands.
            var actor = ruolo == Ruolo.Rup ? Banco.Rup : await Banco.Holding("istruttore.tivoli", ruolo, Banco.Rup.EnteId);
            if (!CommandWalk.Admits(command, actor))
            {
                continue;
            }

            admitted++;
            foreach (var state in onAffidamento ? _states : [StatoAffidamento.InLavorazione])
            {
                await Answered(command, onAffidamento ? await Banco.Affidamento(state, cig: _cig++) : Guid.CreateVersion7(), actor);
            }
        }

        Assert.NotEqual(0, admitted);
    }

    private async Task Answered(Type command, Guid affidamentoId, Actor actor)
    {
        var onAffidamento = command.IsAssignableTo(typeof(ISuAffidamento));
        var version = onAffidamento ? await Banco.Version(affidamentoId) : 1;
        var denied = Banco.Chiedi<long>("SELECT COUNT(*) FROM \"Registro\" WHERE \"Esito\" = 'negato'");

        var answer = await Banco.Run(SampleCommand.Of(command, affidamentoId, version), actor);

        var codes = answer.Errors.Select(e => e.Code).ToList();
        Assert.DoesNotContain(Autorizzazione.Negata.Code, codes);
        if (onAffidamento && !SampleCommand.NamesSomethingElse(command))
        {
            Assert.DoesNotContain(CommandRunner.NonTrovato.Code, codes);
        }

        // A code of the validation library would say that the sample was not well formed.
        Assert.All(answer.Errors, e => Assert.Matches("^[a-z0-9-]+\\.[a-z0-9-]+$", e.Code));
        Assert.All(answer.Errors, e => Assert.False(string.IsNullOrWhiteSpace(e.Message), e.Code));
        Assert.Equal(denied, Banco.Chiedi<long>("SELECT COUNT(*) FROM \"Registro\" WHERE \"Esito\" = 'negato'"));
    }
}

internal static class RolesOfTheWalk
{
    /// <summary>Somebody of the demonstration in any role at an Ente (an Amministratore's is the office's); given once.</summary>
    public static async Task<Actor> Holding(this Banco banco, string nomeUtente, Ruolo ruolo, Guid? ente)
    {
        var who = banco.Catalogo.Persone.Single(p => p.NomeUtente == nomeUtente);
        var at = ruolo == Ruolo.Amministratore ? null : ente;
        return await banco.Legge(db => db.Appartenenze.AnyAsync(a => a.PersonaId == who.Id && a.Ruolo == ruolo && a.EnteId == at))
            ? new Actor(who.Id, ruolo, at, [ruolo])
            : await banco.Anche(new Actor(who.Id, ruolo, at, []), ruolo, at);
    }
}
