using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Tests.UseCases;

/// <summary>How one query is asked about Tivoli, who sees the answer, and what those must find in it.</summary>
/// <param name="Owners">Who sees it; for what everybody sees, one of them.</param>
/// <param name="Sees">What the owners find in the answer: where nobody else may see it, also what nobody else may find.</param>
/// <param name="WhyPublic">Why the answer is everybody's by design; null where it is not.</param>
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

    /// <summary>An answer that only <paramref name="owners"/> see.</summary>
    /// <param name="shown">What counts of the answer, where the rest is what the asker brought along.</param>
    public static AskedQuery SeenBy<TQuery, T>(
        Func<TivoliAndVelletri, IReadOnlyList<Actor>> owners,
        Func<TivoliAndVelletri, IReadOnlyList<string>> sees,
        Func<TQuery, TivoliAndVelletri, Actor, Task<T?>> ask,
        Func<T, object?>? shown = null)
        where TQuery : class, IQuery => new(typeof(TQuery), Through(ask, shown), owners, sees, null);

    /// <summary>An answer that is the same for everybody whose role may ask.</summary>
    public static AskedQuery Public<TQuery, T>(
        string why,
        Func<TivoliAndVelletri, Actor> asker,
        Func<TivoliAndVelletri, IReadOnlyList<string>> sees,
        Func<TQuery, TivoliAndVelletri, Actor, Task<T?>> ask,
        Func<T, object?>? shown = null)
        where TQuery : class, IQuery => new(typeof(TQuery), Through(ask, shown), t => [asker(t)], sees, why);

    /// <summary>Everything that an answer holds, as text.</summary>
    public static string Text(object? answer) => JsonSerializer.Serialize(answer, _options);

    private static Func<TivoliAndVelletri, Actor, Task<Result<object>>> Through<TQuery, T>(
        Func<TQuery, TivoliAndVelletri, Actor, Task<T?>> ask, Func<T, object?>? shown)
        where TQuery : class, IQuery => async (bench, actor) =>
        {
            var answer = await bench.Banco.Lettore.Leggi<TQuery, T>(actor, q => ask(q, bench, actor));
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
