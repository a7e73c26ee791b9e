using System.Text.Json.Nodes;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>
/// Names the changed data whose values the registro must not keep. It keeps that a telephone number changed, and never the number.
/// </summary>
internal static class ChangedFields
{
    /// <summary>
    /// Returns a <c>dati</c> object for the event with the stored names of the changed data, or null when none of them changed.
    /// </summary>
    public static JsonObject? Taciuti(EntityEntry entry)
    {
        var tipo = NomiRegistrati.Tipo(entry.Metadata.ClrType);
        var nomi = entry.Properties
            .Where(p => p.IsModified).Select(p => tipo.TaciutoDi(p.Metadata.Name)).OfType<string>()
            .Order(StringComparer.Ordinal).ToList();
        return nomi.Count == 0 ? null : new JsonObject { ["cambiati"] = new JsonArray([.. nomi.Select(n => JsonValue.Create(n))]) };
    }
}
