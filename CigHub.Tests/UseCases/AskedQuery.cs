using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Tests.Support;
using CigHub.Web.UseCases;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Describes one query as the test asks it about Tivoli: the call, the actors who see the answer, and the texts which they must find in it.
/// </summary>
/// <param name="Owners">The actors who see the answer. For a public answer, one of the actors who may ask.</param>
/// <param name="Sees">The texts that the owners find in the answer. When the answer is not public, no other actor may find them.</param>
/// <param name="WhyPublic">The reason why the answer is the same for everybody. Null when the answer is not public.</param>
internal sealed record AskedQuery(
    Type Query,
    Func<TivoliAndVelletri, Actor, Task<Result<object>>> Ask,
    Func<TivoliAndVelletri, IReadOnlyList<Actor>> Owners,
    Func<TivoliAndVelletri, IReadOnlyList<string>> Sees,
    string? WhyPublic)
{
    private static readonly JsonSerializerOptions _options = new()
    {
        IncludeFields = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        Converters = { new AsText<BozzaAd4>(b => b.Json()), new AsText<NumeroAffidamento>(n => n.ToString()) },
    };

    public Permission Requires => (Permission)Query.GetProperty(nameof(IQuery.Requires))!.GetValue(null)!;

    /// <summary>Describes a query whose answer only <paramref name="owners"/> may see.</summary>
    /// <param name="shown">Selects the part of the answer to check, when the rest repeats what the actor passed in. Null checks all of it.</param>
    public static AskedQuery SeenBy<TQuery, T>(
        Func<TivoliAndVelletri, IReadOnlyList<Actor>> owners,
        Func<TivoliAndVelletri, IReadOnlyList<string>> sees,
        Func<TQuery, TivoliAndVelletri, Actor, Task<T?>> ask,
        Func<T, object?>? shown = null)
        where TQuery : class, IQuery => new(typeof(TQuery), Through(ask, shown), owners, sees, null);

    /// <summary>Describes a query whose answer is the same for every actor whose role may ask it.</summary>
    public static AskedQuery Public<TQuery, T>(
        string why,
        Func<TivoliAndVelletri, Actor> asker,
        Func<TivoliAndVelletri, IReadOnlyList<string>> sees,
        Func<TQuery, TivoliAndVelletri, Actor, Task<T?>> ask,
        Func<T, object?>? shown = null)
        where TQuery : class, IQuery => new(typeof(TQuery), Through(ask, shown), t => [asker(t)], sees, why);

    /// <summary>Returns the whole content of an answer as JSON, in which the test looks for the texts.</summary>
    public static string Text(object? answer) => JsonSerializer.Serialize(answer, _options);

    private static Func<TivoliAndVelletri, Actor, Task<Result<object>>> Through<TQuery, T>(
        Func<TQuery, TivoliAndVelletri, Actor, Task<T?>> ask, Func<T, object?>? shown)
        where TQuery : class, IQuery => async (bench, actor) =>
        {
            var answer = await bench.Bench.Reader.Read<TQuery, T>(actor, q => ask(q, bench, actor));
            return answer.TryGet(out var value)
                ? Result.Success((shown is null ? value : shown(value)) ?? new object())
                : Result<object>.Refused(answer.Errors);
        };

    private sealed class AsText<T>(Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
