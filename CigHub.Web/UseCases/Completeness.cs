using System.Reflection;
using CigHub.Domain.Common;
using FluentValidation;

namespace CigHub.Web.UseCases;

/// <summary>
/// Checks that a command is complete: no id is empty, no required value is null, and its <c>Rules</c> hold. A command has rules only where
/// completeness is not enough, or where a missing value needs a sentence of its own.
/// </summary>
/// <remarks>
/// The properties are inspected once for each type of command: those of type <see cref="Guid"/>, and the references that are not marked as
/// nullable.
/// </remarks>
internal static class Completeness<TCommand>
    where TCommand : ICommand
{
    private static readonly PropertyInfo[] _id = [.. Properties().Where(p => p.PropertyType == typeof(Guid))];
    private static readonly PropertyInfo[] _references = References();

    /// <summary>Returns the errors of a command. The list is empty when the command is complete.</summary>
    /// <param name="command">The command as it came.</param>
    /// <param name="regole">The command's own rules, or null when it has none.</param>
    public static async Task<IReadOnlyList<Error>> Errors(TCommand command, IValidator<TCommand>? regole, CancellationToken ct)
    {
        // Rules may read what a reference holds, so they do not run when a reference is missing.
        var mancanti = _references.Where(p => p.GetValue(command) is null)
            .Concat(_id.Where(p => Guid.Empty.Equals(p.GetValue(command)))).Select(p => p.Name).ToList();
        List<Error> detti = regole is null || _references.Any(p => mancanti.Contains(p.Name))
            ? []
            : [.. (await regole.ValidateAsync(command, ct)).Errors.Select(e => new Error(e.ErrorCode, e.ErrorMessage, e.PropertyName))];
        return
        [
            .. detti,
            .. mancanti.Where(m => detti.All(d => d.Field != m)).Select(m => new Error(
                "comando.incompleto",
                "La pagina non ha mandato tutto ciò che serve: ricaricala e riprova.",
                m)),
        ];
    }

    private static PropertyInfo[] Properties() => typeof(TCommand).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static PropertyInfo[] References()
    {
        var nullability = new NullabilityInfoContext();
        return [.. Properties().Where(p => !p.PropertyType.IsValueType && nullability.Create(p).ReadState == NullabilityState.NotNull)];
    }
}
