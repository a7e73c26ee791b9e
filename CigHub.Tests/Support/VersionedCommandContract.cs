using System.Reflection;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.UseCases;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Support;

/// <summary>
/// The fourth test, for every command that carries the version that its user saw. A second person changes the same record first, and the
/// command of the first person is refused politely. The test is written once here. A derived class supplies only the command.
/// </summary>
public abstract class VersionedCommandContract<TCommand> : CommandContract<TCommand>
    where TCommand : ICommand
{
    /// <summary>Prepares a command that would succeed now, with the present version, and returns it with its actor.</summary>
    private protected abstract Task<(TCommand Command, Actor Actor)> SeenNow();

    /// <summary>
    /// The code of the error that refuses the command after the second change, even with the present version; null when it still succeeds.
    /// </summary>
    /// <remarks>Override it only for an aggregate that every command ends, so that the second person has nothing left to do.</remarks>
    private protected virtual string? EndedBySecondChange => null;

    /// <summary>Changes the record of the command in the name of a second person, by a real command, and returns that person.</summary>
    private protected virtual Task<Actor> ChangedBySecondPerson(TCommand command, Actor first) => Bench.ChangeAsSecondPerson(AggregateId(command), first);

    /// <summary>Returns the command with the present version, as a user who sees the present data would send it.</summary>
    private protected virtual async Task<TCommand> WithPresentVersion(TCommand command) =>
        With(command, "Version", (await Bench.Aggregate(AggregateId(command))).Version);

    [Fact]
    public async Task Chi_ha_visto_una_versione_superata_perde_con_garbo()
    {
        var (command, first) = await SeenNow();
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await ChangedBySecondPerson(command, first);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first.PersonaId, second.PersonaId);
        var left = Bench.Istantanea();

        var error = await Bench.Refuses(StaleEdit.ErrorCode, command, first);

        Assert.Contains((await Bench.RileggiPersona(second.PersonaId)).NomeCompleto, error.Message, StringComparison.Ordinal);
        Assert.Contains("alle 10:01", error.Message, StringComparison.Ordinal);
        Assert.Equal(left, Bench.Istantanea());

        var again = await WithPresentVersion(command);
        if (EndedBySecondChange is { } code)
        {
            await Bench.Refuses(code, again, first);
        }
        else
        {
            await Bench.Succeeds(again, first);
        }
    }

    /// <summary>Returns a copy of a record with another value in one property.</summary>
    private protected static T With<T>(T record, string property, object value)
        where T : notnull
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        copy.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(copy, value);
        return (T)copy;
    }

    private static Guid AggregateId(TCommand command) => command switch
    {
        IVersioned versioned => versioned.RootId,
        IOnAffidamento onAffidamento => onAffidamento.AffidamentoId,
        _ => throw new NotSupportedException(
            $"{typeof(TCommand).Name} does not say which aggregate it is about: override {nameof(ChangedBySecondPerson)} and {nameof(WithPresentVersion)}."),
    };
}
