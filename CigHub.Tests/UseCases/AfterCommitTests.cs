using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Checks the after-commit listeners. They must receive the events of a command once they are committed and the write gate is free, and
/// must not be able to change the outcome.
/// </summary>
public sealed class AfterCommitTests : WithBench
{
    private readonly Heard _heard = new();
    private readonly Logged _log = new();

    [Fact]
    public async Task Si_sente_cio_che_salvano_tutti_e_quattro_con_il_numero_e_chi_e_stato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var last = await Bench.Query(db => db.Registro.MaxAsync(r => r.Seq));
        var writes = Writes(_heard);

        var receipt = (await Runner(writes).Run(new EliminaAffidamento(id, 0), Bench.Rup)).Value;
        await new SystemWriter(writes).Write(_ => Task.FromResult(Act()));
        await new DoorWriter(writes).Write(_ => Task.FromResult(new DoorAnswer<int>(
            0, new DoorAct(Attore.Sistema, Act(), EsitoEvento.Negato), new DoorAct(Attore.Sistema, Act()),
            new DoorAct(Attore.Sistema, Act()))));
        await new BatchWriter(writes, Bench.Services.GetRequiredService<IServiceScopeFactory>(), Bench.Clock)
            .Write([new BatchAct(Attore.Sistema, _ => Act()), new BatchAct(Attore.Sistema, _ => Act())]);

        // Number 3 is the event of the refusal at the door, which listeners do not receive.
        Assert.Equal(last + 1, receipt.Seq);
        Assert.Equal("1 | 2 | 4,5 | 6,7", string.Join(" | ", _heard.Commits.Select(c => string.Join(',', c.Select(e => e.Seq - last)))));
        var first = _heard.Commits[0][0];
        Assert.Equal((Azioni.AffidamentoEliminato, id, Bench.Rup.PersonaId), (first.Azione, first.OggettoId, first.Actor.Id));
        Assert.Equal(Attore.Sistema, _heard.Commits[1][0].Actor);
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Chi_ascolta_e_fallisce_non_cambia_nulla_resta_nel_log_e_gli_altri_sentono()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);

        var broken = new Acting(() => throw new InvalidOperationException("broken listener"));
        var esito = await Runner(Writes(broken, _heard)).Run(new EliminaAffidamento(id, 0), Bench.Rup);

        Assert.True(esito.IsSuccess);
        Assert.Equal(StatoAffidamento.Eliminato, (await Bench.ReadAgain(id)).Stato);
        Assert.Equal("broken listener", Assert.Single(_log.Errors).Message);
        Assert.Single(_heard.Commits);
    }

    [Fact]
    public async Task Si_sente_quando_il_cancello_e_libero_e_si_puo_fare_un_altro_comando()
    {
        var (id, other) = (await Bench.Affidamento(StatoAffidamento.InLavorazione), await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: 1));
        CommandRunner? runner = null;
        var times = 0;
        var seen = false;
        var acting = new Acting(async () =>
        {
            if (times++ == 0)
            {
                // The change is committed already: another connection sees it.
                seen = (await Bench.ReadAgain(id)).Stato == StatoAffidamento.Eliminato;
                Assert.True((await runner!.Run(new EliminaAffidamento(other, 0), Bench.Rup)).IsSuccess);
            }
        });
        runner = Runner(Writes(acting));

        Assert.True((await runner.Run(new EliminaAffidamento(id, 0), Bench.Rup)).IsSuccess);

        Assert.Empty(_log.Errors);
        Assert.True(seen);
        Assert.Equal(2, times);
        Assert.Equal(StatoAffidamento.Eliminato, (await Bench.ReadAgain(other)).Stato);
    }

    [Fact]
    public async Task Cio_che_e_rifiutato_non_si_sente()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var runner = Runner(Writes(_heard));

        Assert.False((await runner.Run(new EliminaAffidamento(id, 1), Bench.Rup)).IsSuccess);
        Assert.False((await runner.Run(new EliminaAffidamento(Guid.Empty, 0), Bench.Rup)).IsSuccess);
        Assert.False((await runner.Run(new EliminaAffidamento(id, 0), Bench.Auditor)).IsSuccess);

        Assert.Empty(_heard.Commits);
    }

    [Fact]
    public async Task Un_commit_che_fallisce_non_si_sente_e_non_lascia_nulla()
    {
        var left = Bench.Istantanea();
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Writes(_heard).Run(
            ambito => ambito.OpenForSystem(),
            async write =>
            {
                await write.Save.Save(Act(), Attore.Sistema, null, default);
                await stop.CancelAsync();
                return true;
            },
            stop.Token));

        Assert.Empty(_heard.Commits);
        Assert.Equal(left, Bench.Istantanea());
    }

    private static Events Act() => Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));

    private static CommandRunner Runner(GatedWrites writes) => new(writes, NullLogger<CommandRunner>.Instance);

    private GatedWrites Writes(params IAfterCommit[] listeners)
    {
        var services = new ServiceCollection();
        foreach (var listener in listeners)
        {
            services.AddSingleton(listener);
        }

        return new GatedWrites(
            Bench.Services.GetRequiredService<IServiceScopeFactory>(),
            new WriteGate(),
            new AfterCommitListeners(services.BuildServiceProvider(), _log),
            Bench.Clock,
            new NewIds());
    }

    private sealed class Heard : IAfterCommit
    {
        public List<IReadOnlyList<CommittedEvent>> Commits { get; } = [];

        public Task AfterCommit(IReadOnlyList<CommittedEvent> committed)
        {
            Commits.Add([.. committed]);
            return Task.CompletedTask;
        }
    }

    private sealed class Acting(Func<Task> act) : IAfterCommit
    {
        public Task AfterCommit(IReadOnlyList<CommittedEvent> committed) => act();
    }

    private sealed class Logged : ILogger<AfterCommitListeners>
    {
        public List<Exception> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error && exception is not null)
            {
                Errors.Add(exception);
            }
        }
    }
}
