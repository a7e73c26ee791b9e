using System.Text.Json.Nodes;
using CigHub.Web.Data;
using CigHub.Web.Data.Configurazioni;
using CigHub.Web.Data.Registro;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CigHub.Web.UseCases;

/// <summary>Reads the values before and after an act from the change tracker, so that no handler can write them by hand.</summary>
internal static class ChangeSet
{
    /// <summary>Says whether an entity is business data. All are, except the registro's own rows.</summary>
    public static bool IsWorking(object entity) => IsWorking(entity.GetType());

    /// <inheritdoc cref="IsWorking(object)"/>
    public static bool IsWorking(Type tipo) => tipo != typeof(RigaRegistro) && tipo != typeof(RigaTesta);

    public static IReadOnlyList<EntityEntry> Changed(DbContext db) =>
        [.. db.ChangeTracker.Entries().Where(e => (e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted) && IsWorking(e.Entity))];

    /// <summary>
    /// Returns the values before and after of the changed entities, keyed by <c>kind/id</c>, under the names of
    /// <see cref="NomiRegistrati"/>. One act may change several entities (the Affidamento, its Aggiudicazione, the ledger).
    /// </summary>
    public static (JsonObject? Prima, JsonObject? Dopo) Of(IEnumerable<EntityEntry> cambiate)
    {
        JsonObject prima = [], dopo = [];
        foreach (var entry in cambiate)
        {
            var tipo = NomiRegistrati.Tipo(entry.Metadata.ClrType);
            JsonObject vecchi = [], nuovi = [];
            foreach (var (nome, vecchio, nuovo) in Properties(tipo, entry))
            {
                if (entry.State != EntityState.Added)
                {
                    vecchi[nome] = vecchio;
                }

                if (entry.State != EntityState.Deleted)
                {
                    nuovi[nome] = nuovo;
                }
            }

            BozzaWorkEvents.Add(vecchi, nuovi, entry);
            Add(prima, tipo, entry, vecchi);
            Add(dopo, tipo, entry, nuovi);
        }

        return (prima.Count > 0 ? prima : null, dopo.Count > 0 ? dopo : null);
    }

    /// <summary>Returns all values of an entity as an event would record them, under their stored names.</summary>
    public static JsonObject ValuesOf(EntityEntry riga)
    {
        JsonObject valori = new(
            from p in riga.Properties.Concat(riga.ComplexProperties.SelectMany(c => c.Properties))
            where !p.Metadata.IsPrimaryKey() && p.Metadata.FindAnnotation(ModelParts.OutsideRegistro) is null
            select KeyValuePair.Create(NomiRegistrati.Dato(NomiRegistrati.Tipo(riga.Metadata.ClrType), p.Metadata)!, Value(p.Metadata, p.CurrentValue)));
        BozzaWorkEvents.AddRegistered(valori, riga.Entity);
        return valori;
    }

    /// <summary>Returns the instant as events write it, with seven decimals of a second.</summary>
    public static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static void Add(JsonObject dove, TipoRegistrato tipo, EntityEntry entry, JsonObject valori)
    {
        if (valori.Count > 0)
        {
            dove[$"{tipo.Nome}/{entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue}"] = valori;
        }
    }

    private static IEnumerable<(string Nome, JsonNode? Vecchio, JsonNode? Nuovo)> Properties(TipoRegistrato tipo, EntityEntry entry) =>
        from p in entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties))
        where !p.Metadata.IsPrimaryKey() && p.Metadata.FindAnnotation(ModelParts.OutsideRegistro) is null
            && (entry.State != EntityState.Modified || p.IsModified)
        let nome = NomiRegistrati.Dato(tipo, p.Metadata) ?? throw new InvalidOperationException(
            $"{tipo.Nome}.{p.Metadata.Name} has no name in the registro: list it.")
        select (nome, Value(p.Metadata, p.OriginalValue), Value(p.Metadata, p.CurrentValue));

    private static JsonNode? Value(IProperty property, object? valore) => (valore, property.GetTypeMapping().Converter) switch
    {
        (null, _) => null,
        (Enum or DateTime, _) or (_, null) => Value(valore),
        (_, IJsonColumn converter) => JsonNode.Parse((string)converter.ConvertToProvider(valore)!),
        var (_, converter) => Value(converter.ConvertToProvider(valore)),
    };

    private static JsonNode? Value(object? valore) => valore switch
    {
        null => null,
        bool b => b,
        int i => (long)i,
        long l => l,
        Enum e => NomiRegistrati.Valore(e),
        DateTime d => Instant(d),
        DateOnly d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        decimal d => d.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => valore.ToString(),
    };
}
