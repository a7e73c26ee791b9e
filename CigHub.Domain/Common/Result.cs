using System.Diagnostics.CodeAnalysis;

namespace CigHub.Domain.Common;

/// <summary>
/// The outcome of an operation of the domain that may be refused: either it was done, or there are one or more <see cref="Error"/>s.
/// </summary>
public class Result
{
    private protected Result(IReadOnlyList<Error> errors) => Errors = errors;

    /// <summary>The reasons of the refusal, or an empty list when the operation was done.</summary>
    public IReadOnlyList<Error> Errors { get; }

    public bool IsSuccess => Errors.Count == 0;

    public static Result Ok { get; } = new([]);

    public static Result<T> Success<T>(T value) => new(value);

    public static implicit operator Result(Error error) => new([error]);

    public static Result Refused(IReadOnlyList<Error> errors) =>
        errors.Count == 0 ? throw new ArgumentException("A refusal has at least one error.", nameof(errors)) : new Result(errors);
}

/// <summary>A <see cref="Result"/> that carries a value when the operation was done.</summary>
public sealed class Result<T> : Result
{
    private readonly T? _value;

    internal Result(T value) : base([]) => _value = value;

    internal Result(IReadOnlyList<Error> errors) : base(errors) { }

    /// <summary>The value of an operation that was done. Reading it after a refusal is a bug of the caller and throws.</summary>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"Refused: {Errors[0].Code}");

    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsSuccess;
    }

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new([error]);

    public static new Result<T> Refused(IReadOnlyList<Error> errors) =>
        errors.Count == 0 ? throw new ArgumentException("A refusal has at least one error.", nameof(errors)) : new Result<T>(errors);
}
