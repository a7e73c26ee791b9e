using System.Reflection;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.UseCases;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Support;

/// <summary>
/// The fourth test, for every command that carries the version of the data that its user saw. A second person changes the same record
/// first. The command of the first person must then be refused with a sentence that names the second person. A derived class supplies only
/// the command.
/// </summary>
public abstract class VersionedCommandContract<TCommand> : CommandContract<TCommand>
    where TCommand : ICommand
{
    /// <summary>
    /// Prepares a command that would succeed now, with the present version of its record. Returns the command and the actor who sends it.
    /// </summary>
    private protected abstract Task<(TCommand Command, Actor Actor)> SeenNow();

    /// <summary>
    /// The code of the error by which the command is refused after the second person's change even with the present version. Null when the
    /// command then succeeds, which is the default.
    /// </summary>
    /// <remarks>Override it only for an aggregate that every command ends, so that the second person has nothing left to do.</remarks>
    private protected virtual string? EndedBySecondChange => null;

    /// <summary>Changes the record of the command as a second person, by a real command. Returns that person.</summary>
    private protected virtual Task<Actor> ChangedBySecondPerson(TCommand command, Actor first) => Bench.ChangeAsSecondPerson(AggregateId(command), first);

    /// <summary>Returns the command with the present version of its record, as a user who reloaded the page would send it.</summary>
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

    /// <summary>Returns a copy of a record in which one property has another value.</summary>
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
