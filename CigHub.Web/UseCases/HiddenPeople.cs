using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CigHub.Domain.Codici;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// Takes natural persons out of an event. The codice fiscale of one, or the name of a supplier who is one, is replaced by the hash of an
/// <see cref="IdentitaPersona"/>, as <c>persona:</c> and 64 digits. Free text is only searched for these codes and names.
/// </summary>
/// <param name="db">The context that saves the act. New identities are added to it.</param>
internal sealed partial class HiddenPeople(CigHubDbContext db)
{
    private const string Mark = "persona:";

    /// <summary>
    /// Returns the three parts of the event (values before, values after, data) without natural persons. Returns the same objects when they
    /// hold none.
    /// </summary>
    public async Task<(JsonObject? Prima, JsonObject? Dopo, JsonObject? Dati)> Without(
        EventToWrite evento, JsonObject? prima, JsonObject? dopo, DateTime utc, CancellationToken ct)
    {
        HashSet<string> trovate = [];
        Collect(prima, trovate);
        Collect(dopo, trovate);
        Collect(evento.Data, trovate);
        var nomi = KnownNames(evento).Where(f => f.Codice.DiPersonaFisica).DistinctBy(f => f.Codice.Valore).ToDictionary(f => f.Codice.Valore, f => f.Nome);
        trovate.UnionWith(nomi.Keys);
        var segni = new List<(string Testo, string Segno)>();
        foreach (var codice in trovate.Order(StringComparer.Ordinal))
        {
            if (!CodiceFiscale.TryParse(codice, null, out var valido))
            {
                continue;
            }

            var nome = nomi.GetValueOrDefault(codice, "");
            var diCigHub = await db.IdentitaPersone.Where(i => db.Persone.Any(p => p.Id == i.PersonaId && p.CodiceFiscale == valido))
                .OrderByDescending(i => i.Dal).Select(i => i.Impronta).FirstOrDefaultAsync(ct);
            var segno = Mark + (diCigHub ?? await Fingerprint(nome, valido, utc, ct));
            segni.Add((codice, segno));
            if (!string.IsNullOrWhiteSpace(nome))
            {
                segni.Add((nome, segno));
            }
        }

        return segni.Count == 0 ? (prima, dopo, evento.Data) : (Hide(prima, segni), Hide(dopo, segni), Hide(evento.Data, segni));
    }

    /// <summary>Returns the hashes of natural persons that stand in a text of an event.</summary>
    public static IEnumerable<string> HiddenIn(string testo) => Marked().Matches(testo).Select(m => m.Value[Mark.Length..]);

    /// <summary>Returns a copy of a JSON value in which hashes replace the codici fiscali and names of the given persons.</summary>
    public static JsonNode? Hide(JsonNode? valore, IEnumerable<IdentitaPersona> persone) => Copy(
        valore,
        [.. persone.SelectMany(p => new[] { (p.CodiceFiscale, Mark + p.Impronta), (p.NomeCompleto, Mark + p.Impronta) })
            .Where(s => !string.IsNullOrEmpty(s.Item1)).Select(s => (s.Item1!, s.Item2))]);

    /// <summary>
    /// Returns a text in which names replace the hashes of natural persons. A hash without a known name becomes «persona fisica».
    /// </summary>
    public static string WithNames(string testo, IReadOnlyDictionary<string, string> nomi) =>
        Marked().Replace(testo, m => nomi.GetValueOrDefault(m.Value[Mark.Length..], "persona fisica"));

    /// <summary>
    /// Returns the codice fiscale and name of the suppliers of the event's object, if it is loaded. An object that is not loaded has not
    /// changed.
    /// </summary>
    private IEnumerable<(CodiceFiscale Codice, string Nome)> KnownNames(EventToWrite evento)
    {
        var affidamento = evento.OggettoTipo == Oggetti.Affidamento ? db.Affidamenti.Local.FindEntry(evento.OggettoId)?.Entity : null;
        var lotto = db.Lotti.Local.FindEntry(affidamento?.LottoId ?? evento.OggettoId)?.Entity;
        foreach (var f in affidamento?.Fornitori ?? [])
        {
            if (CodiceFiscale.TryParse(f.CodiceFiscale, null, out var codice))
            {
                yield return (codice, f.Denominazione);
            }
        }

        foreach (var f in lotto?.Fornitori ?? [])
        {
            if (f.CodiceFiscale.Italiano is { } suo)
            {
                yield return (suo, f.Denominazione);
            }
        }
    }

    private async Task<string> Fingerprint(string nome, CodiceFiscale codice, DateTime utc, CancellationToken ct)
    {
        var nuova = IdentitaPersona.DelFornitore(nome, codice, RandomNumberGenerator.GetBytes(IdentitaPersona.LunghezzaSale), utc);
        var sua = db.IdentitaPersone.Local.FirstOrDefault(i => i.PersonaId == null && i.Contenuto == nuova.Contenuto)
            ?? await db.IdentitaPersone.FirstOrDefaultAsync(i => i.PersonaId == null && i.Contenuto == nuova.Contenuto, ct);
        if (sua is null)
        {
            db.IdentitaPersone.Add(sua = nuova);
        }

        return sua.Impronta;
    }

    /// <summary>Collects the codici fiscali of natural persons that stand in the texts of a JSON value.</summary>
    private static void Collect(JsonNode? nodo, HashSet<string> trovate)
    {
        if (nodo is JsonObject oggetto)
        {
            foreach (var (_, valore) in oggetto)
            {
                Collect(valore, trovate);
            }
        }
        else if (nodo is JsonArray elenco)
        {
            foreach (var valore in elenco)
            {
                Collect(valore, trovate);
            }
        }
        else if (nodo is JsonValue foglia && foglia.TryGetValue<string>(out var testo) && testo.Length >= CodiceFiscale.LunghezzaPersona)
        {
            foreach (var dove in Code().EnumerateMatches(testo))
            {
                trovate.Add(testo.Substring(dove.Index, dove.Length).ToUpperInvariant());
            }
        }
    }

    private static JsonObject? Hide(JsonObject? oggetto, IReadOnlyList<(string Testo, string Segno)> segni) => (JsonObject?)Copy(oggetto, segni);

    private static JsonNode? Copy(JsonNode? nodo, IReadOnlyList<(string Testo, string Segno)> segni)
    {
        if (nodo is JsonObject oggetto)
        {
            return new JsonObject(oggetto.Select(x => KeyValuePair.Create(x.Key, Copy(x.Value, segni))));
        }

        if (nodo is JsonArray elenco)
        {
            return new JsonArray([.. elenco.Select(x => Copy(x, segni))]);
        }

        return nodo is JsonValue valore && valore.TryGetValue<string>(out var testo)
            ? segni.Aggregate(testo, (t, s) => t.Replace(s.Testo, s.Segno, StringComparison.OrdinalIgnoreCase))
            : nodo?.DeepClone();
    }

    [GeneratedRegex(@"\b[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("persona:[0-9a-f]{64}")]
    private static partial Regex Marked();
}
