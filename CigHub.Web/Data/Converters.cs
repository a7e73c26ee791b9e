using System.Text.Json;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CigHub.Web.Data;

/// <summary>Stores times in UTC. SQLite returns them without a kind, so reading marks them as UTC.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    utc => utc.Kind == DateTimeKind.Local ? utc.ToUniversalTime() : utc,
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

/// <summary>
/// Stores a code in a column as its text. Reading it back cannot fail, because the code was checked before it was stored.
/// </summary>
public sealed class CodiceConverter<T>() : ValueConverter<T, string>(codice => codice.ToString()!, testo => Read(testo))
    where T : class, IParsable<T>
{
    private static T Read(string testo) => T.Parse(testo, null);
}

/// <summary>Stores the draft in one JSON column, so that a new field of ANAC's needs no migration.</summary>
public sealed class BozzaConverter() : ValueConverter<BozzaAd4, string>(bozza => bozza.Json(), json => BozzaAd4.DaJson(json));

/// <summary>Tells the change tracker whether two drafts are equal, by comparing their text.</summary>
public sealed class BozzaComparer() : ValueComparer<BozzaAd4>((a, b) => object.Equals(a, b), bozza => bozza.GetHashCode());

/// <summary>A converter to a JSON column. Implementing it says that the members of the JSON have stored names in the registro.</summary>
public interface IJsonColumn
{
    Func<object?, object?> ConvertToProvider { get; }
}

/// <summary>Stores a short list that is always read and written whole (suppliers of a Lotto, centri di costo) in one JSON column.</summary>
public sealed class ElencoConverter<T>() : ValueConverter<IReadOnlyList<T>, string>(
    elenco => JsonSerializer.Serialize(elenco, CodeJson.Options),
    json => JsonSerializer.Deserialize<List<T>>(json, CodeJson.Options)!), IJsonColumn;

/// <summary>Tells the change tracker whether two lists are equal, element by element and in order.</summary>
public sealed class ElencoComparer<T>() : ValueComparer<IReadOnlyList<T>>(
    (a, b) => a!.SequenceEqual(b!),
    elenco => elenco.Aggregate(0, (hash, x) => HashCode.Combine(hash, x)),
    elenco => elenco.ToList());

/// <summary>Stores a record in one JSON column, which is always read and written whole.</summary>
public sealed class JsonColumnConverter<T>() : ValueConverter<T, string>(
    valore => JsonSerializer.Serialize(valore, CodeJson.Options),
    json => JsonSerializer.Deserialize<T>(json, CodeJson.Options)!), IJsonColumn
    where T : class;

/// <summary>Stores an amount that may be missing in a column of cents. An amount that lists sum up is a complex property instead.</summary>
public sealed class ImportoConverter() : ValueConverter<Importo, long>(importo => importo.Centesimi, centesimi => Importo.DaCentesimi(centesimi));
