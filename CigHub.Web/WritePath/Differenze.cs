using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Configurazioni;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CigHub.Web.WritePath;

/// <summary>Before and after of an act, read off the change tracker: no handler can write them by hand.</summary>
internal static class Differenze
{
    /// <summary>Business entities are all but the registro's own rows.</summary>
    public static bool DiLavoro(object entity) => entity is not (RigaRegistro or RigaTesta);

    public static IReadOnlyList<EntityEntry> Cambiate(DbContext db) =>
        [.. db.ChangeTracker.Entries().Where(e => (e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted) && DiLavoro(e.Entity))];

    /// <summary>Keyed by <c>type/id</c>: an act may change several entities (the Affidamento, its Aggiudicazione, the ledger).</summary>
    public static (JsonObject? Prima, JsonObject? Dopo) Di(IEnumerable<EntityEntry> cambiate)
    {
        JsonObject prima = [], dopo = [];
        foreach (var entry in cambiate)
        {
            JsonObject vecchi = [], nuovi = [];
            foreach (var (nome, vecchio, nuovo) in Proprieta(entry))
            {
                if (entry.State != EntityState.Added)
                {
                    vecchi[nome] = Valore(vecchio);
                }

                if (entry.State != EntityState.Deleted)
                {
                    nuovi[nome] = Valore(nuovo);
                }
            }

            Aggiungi(prima, entry, vecchi);
            Aggiungi(dopo, entry, nuovi);
        }

        return (prima.Count > 0 ? prima : null, dopo.Count > 0 ? dopo : null);
    }

    private static void Aggiungi(JsonObject dove, EntityEntry entry, JsonObject valori)
    {
        if (valori.Count > 0)
        {
            dove[$"{entry.Metadata.ClrType.Name}/{entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue}"] = valori;
        }
    }

    private static IEnumerable<(string Nome, object? Vecchio, object? Nuovo)> Proprieta(EntityEntry entry)
    {
        var semplici = entry.Properties.Where(p => !p.Metadata.IsPrimaryKey()).Select(p => (p.Metadata.Name, p));
        var complesse = entry.ComplexProperties.SelectMany(c => c.Properties.Select(p => ($"{c.Metadata.Name}.{p.Metadata.Name}", p)));
        return semplici.Concat(complesse)
            .Where(x => x.p.Metadata.FindAnnotation(Modello.FuoriRegistro) is null && (entry.State != EntityState.Modified || x.p.IsModified))
            .Select(x => (Nome(x.Item1), Converti(x.p.Metadata, x.p.OriginalValue), Converti(x.p.Metadata, x.p.CurrentValue)));
    }

    /// <summary>Amounts are named as the screen names them, their value in cents.</summary>
    private static string Nome(string nome) => nome.EndsWith($".{nameof(Importo.Centesimi)}", StringComparison.Ordinal) ? nome[..^(nameof(Importo.Centesimi).Length + 1)] : nome.TrimStart('_');

    private static object? Converti(IProperty property, object? valore) =>
        valore is null or Enum or DateTime ? valore : property.GetTypeMapping().Converter?.ConvertToProvider(valore) ?? valore;

    private static JsonNode? Valore(object? valore) => valore switch
    {
        null => null,
        bool b => b,
        int i => (long)i,
        long l => l,
        Enum e => e.ToString(),
        DateTime d => d.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        decimal d => d.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => valore.ToString(),
    };
}
