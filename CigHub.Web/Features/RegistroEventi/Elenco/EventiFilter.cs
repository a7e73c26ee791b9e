using System.Text.Json.Nodes;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>The values of the filters of the registro's list. Each member is also a parameter in the page's address.</summary>
/// <param name="Chi">The id of the person who acted, which links set.</param>
/// <param name="Dal">The first local day, inclusive.</param>
/// <param name="Al">The last local day, inclusive.</param>
/// <param name="Oggetto">The id of the event's object, which links set.</param>
/// <param name="Gruppo">The key of a <see cref="GruppoDiAzioni"/>.</param>
/// <param name="Persona">Words of the name of the person who acted.</param>
/// <param name="Ruolo">The stored name of the role in which the person acted.</param>
/// <param name="Ente">Words of the name of the Ente whose event it is.</param>
/// <param name="Lotto">The CIG Padre of a Lotto, or words of its subject.</param>
/// <param name="Su">Words of the name of the object: an Affidamento, a Convenzione, a Lotto, an Ente, a person.</param>
/// <param name="Testo">Words that the event itself holds: its sentence, reasons, notes, values.</param>
public sealed record EventiFilter(
    string? Azione = null,
    Guid? Chi = null,
    DateOnly? Dal = null,
    DateOnly? Al = null,
    string? Esito = null,
    string? Oggetto = null,
    string? Gruppo = null,
    string? Persona = null,
    string? Ruolo = null,
    string? Ente = null,
    string? Convenzione = null,
    string? Lotto = null,
    string? Fornitore = null,
    string? Su = null,
    string? Testo = null)
{
    /// <summary>Returns the address of the list with this filter.</summary>
    public string Address(params IEnumerable<KeyValuePair<string, string?>> others) =>
        ListAddress.Write(AppRoutes.RegistroEventi, [.. EventiFilterSet.Tutti.Values(this), .. others]);

    /// <summary>
    /// Returns the filter as data for an event of the registro. The name of a person never enters the registro, so the ids of the people whom
    /// it finds stand in its place.
    /// </summary>
    public JsonObject Json(IEnumerable<Guid> persone)
    {
        var json = new JsonObject(EventiFilterSet.Tutti.Values(this)
            .Where(v => !string.IsNullOrEmpty(v.Value) && v.Key is not (nameof(Persona) or nameof(Su)))
            .Select(v => KeyValuePair.Create(char.ToLowerInvariant(v.Key[0]) + v.Key[1..], (JsonNode?)v.Value)));
        if (Persona is not null)
        {
            json["persone"] = new JsonArray([.. persone.Select(p => (JsonNode)p.ToString())]);
        }

        return json;
    }
}
