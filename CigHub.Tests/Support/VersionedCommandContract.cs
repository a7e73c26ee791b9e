using System.Reflection;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.UseCases;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Support;

/// <summary>
/// The fourth test, of every command that carries what its user saw: a second person changes the same thing meanwhile, and the first one loses politely.
/// It is told once, here; a derived class supplies only the command.
/// </summary>
public abstract class VersionedCommandContract<TCommand> : ContrattoComando<TCommand>
    where TCommand : ICommand
{
    /// <summary>Prepares a command that would succeed now, with the version that is there now, and says who runs it.</summary>
    private protected abstract Task<(TCommand Command, Actor Actor)> SeenNow();

    /// <summary>The code of the refusal that the command meets after the second change, version apart; null where it still succeeds.</summary>
    /// <remarks>Only for an aggregate whose every command ends it: somebody who comes second has nothing left to do.</remarks>
    private protected virtual string? EndedBySecondChange => null;

    /// <summary>Lets a second person change what the command is about, by a real command, and says who it was.</summary>
    private protected virtual Task<Actor> ChangedBySecondPerson(TCommand command, Actor first) => Banco.ChangeAsSecondPerson(AggregateId(command), first);

    /// <summary>The same command, as a user would send it who sees what is there now.</summary>
    private protected virtual async Task<TCommand> WithPresentVersion(TCommand command) =>
        With(command, "Version", (await Banco.Aggregate(AggregateId(command))).Version);

    [Fact]
    public async Task Chi_ha_visto_una_versione_superata_perde_con_garbo()
    {
        var (command, first) = await SeenNow();
        Banco.Orologio.Advance(TimeSpan.FromMinutes(1));
        var second = await ChangedBySecondPerson(command, first);
        Banco.Orologio.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first.PersonaId, second.PersonaId);
        var left = Banco.Istantanea();

        var error = await Banco.Rifiuta(StaleEdit.ErrorCode, command, first);

        Assert.Contains((await Banco.RileggiPersona(second.PersonaId)).NomeCompleto, error.Message, StringComparison.Ordinal);
        Assert.Contains("alle 10:01", error.Message, StringComparison.Ordinal);
        Assert.Equal(left, Banco.Istantanea());

        var again = await WithPresentVersion(command);
        if (EndedBySecondChange is { } code)
        {
            await Banco.Rifiuta(code, again, first);
        }
        else
        {
            await Banco.Riesce(again, first);
        }
    }

    /// <summary>A copy of a record with another value in one property.</summary>
    private protected static T With<T>(T record, string property, object value)
        where T : notnull
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        copy.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(copy, value);
        return (T)copy;
    }

    private static Guid AggregateId(TCommand command) => command switch
    {
        IVersionato versioned => versioned.RadiceId,
        ISuAffidamento onAffidamento => onAffidamento.AffidamentoId,
        _ => throw new NotSupportedException(
            $"{typeof(TCommand).Name} does not say which aggregate it is about: override {nameof(ChangedBySecondPerson)} and {nameof(WithPresentVersion)}."),
    };
}
