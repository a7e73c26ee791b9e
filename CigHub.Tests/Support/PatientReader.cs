using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Support;

/// <summary>Asks a query as a test does, which never leaves before the answer. The code of the app has to pass a token.</summary>
internal static class PatientReader
{
    public static Task<Result<T>> Read<TQuery, T>(this QueryReader reader, Actor actor, Func<TQuery, Task<T?>> question)
        where TQuery : class, IQuery => reader.Read(actor, question, CancellationToken.None);
}
