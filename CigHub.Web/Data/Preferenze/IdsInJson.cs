using System.Text.Json;

namespace CigHub.Web.Data.Preferenze;

/// <summary>
/// Writes ids as a JSON array of upper-case texts, the form in which the database keeps them, so that one SQL statement can take them all.
/// </summary>
internal static class IdsInJson
{
    public static string Of(IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Distinct().Select(id => id.ToString().ToUpperInvariant()));
}
