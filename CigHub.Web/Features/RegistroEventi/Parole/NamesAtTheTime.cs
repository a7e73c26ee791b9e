using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>
/// Finds the names that people had at the moment of an event, by the hashes of their identities in the registro. An identity that was
/// altered gives no name.
/// </summary>
public sealed class NamesAtTheTime(CigHubDbContext db, Ambito ambito)
{
    /// <summary>The name shown for the actor of an event that the app itself has caused.</summary>
    public const string Sistema = "Sistema";

    private const string NonPiuNota = "persona non più nota";

    /// <summary>
    /// Returns for each event, by its number, the name that its actor had then. For a delegate the words «per delega di» and the name of
    /// the RUP follow.
    /// </summary>
    public async Task<IReadOnlyDictionary<long, string>> DiChiAgisce(IReadOnlyCollection<Evento> eventi, CancellationToken ct)
    {
        var impronte = eventi.Select(e => e.Attore.Identita).OfType<string>().ToHashSet();
        var identita = await db.IdentitaPersone.AsNoTracking().Where(i => impronte.Contains(i.Impronta)).ToDictionaryAsync(i => i.Impronta, ct);
        var limitate = await Limitate(identita.Values, ct);
        var deleganti = await Deleganti(eventi, ct);
        return eventi.ToDictionary(e => e.Seq, e => deleganti.TryGetValue(e.Seq, out var rup) ? $"{Actor(e)}, per delega di {rup}" : Actor(e));

        string Actor(Evento e) => e.Attore switch
        {
            { Id: null } => Sistema,
            { Id: { } chi, Identita: { } impronta } when identita.TryGetValue(impronta, out var trovata) && trovata.PersonaId == chi => Name(trovata, limitate),
            _ => NonPiuNota,
        };
    }

    /// <summary>Returns the RUP's name at that time for each event of a delegate, by the event's number.</summary>
    private async Task<IReadOnlyDictionary<long, string>> Deleganti(IReadOnlyCollection<Evento> eventi, CancellationToken ct)
    {
        var perDelega = eventi.Select(e => (e.Seq, e.Utc, Rup: TolerantReader.Id(e.Dati, "perDelegaDi"))).Where(e => e.Rup is not null).ToList();
        var sue = (await Identita([.. perDelega.Select(e => e.Rup!.Value).Distinct()], ct)).ToLookup(i => i.PersonaId!.Value);
        var limitate = await Limitate(sue.SelectMany(s => s), ct);
        return perDelega.ToDictionary(
            e => e.Seq, e => sue.Contains(e.Rup!.Value) ? Name(Allora([.. sue[e.Rup.Value]], e.Utc), limitate) : NonPiuNota);
    }

    /// <summary>Returns for each event about a person, by the event's number, the name that this person had then.</summary>
    public async Task<IReadOnlyDictionary<long, string>> DegliOggetti(IReadOnlyCollection<Evento> eventi, CancellationToken ct)
    {
        var persone = eventi
            .Where(e => e.Oggetto.Tipo == Oggetti.Persona)
            .Select(e => (e.Seq, e.Utc, Id: Guid.TryParse(e.Oggetto.Id, out var id) ? id : Guid.Empty))
            .ToList();
        var sue = (await Identita([.. persone.Select(p => p.Id)], ct)).ToLookup(i => i.PersonaId!.Value);
        var limitate = await Limitate(sue.SelectMany(s => s), ct);
        return persone.Where(p => sue.Contains(p.Id)).ToDictionary(p => p.Seq, p => Name(Allora([.. sue[p.Id]], p.Utc), limitate));
    }

    /// <summary>Returns the names that people had at an instant, by id. Ids that are not those of people are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Of(IReadOnlyCollection<Guid> id, DateTime utc, CancellationToken ct)
    {
        var identita = await Identita(id, ct);
        var limitate = await Limitate(identita, ct);
        return identita.GroupBy(i => i.PersonaId!.Value).ToDictionary(i => i.Key, i => Name(Allora([.. i], utc), limitate));
    }

    /// <summary>
    /// Returns the names of the natural persons whose hashes stand in a text, by hash. Hashes without a known name are left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> DiPersoneFisiche(string testo, CancellationToken ct)
    {
        var impronte = HiddenPeople.HiddenIn(testo).ToHashSet();
        if (impronte.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        var identita = await db.IdentitaPersone.AsNoTracking().Where(i => impronte.Contains(i.Impronta)).ToListAsync(ct);
        var limitate = await Limitate(identita, ct);
        return identita.ToDictionary(i => i.Impronta, i => Name(i, limitate));
    }

    private async Task<IReadOnlyList<IdentitaPersona>> Identita(IReadOnlyCollection<Guid> id, CancellationToken ct) => id.Count == 0
        ? []
        : await db.IdentitaPersone.AsNoTracking().Where(i => i.PersonaId != null && id.Contains(i.PersonaId.Value)).OrderBy(i => i.Dal).ToListAsync(ct);

    private static string Name(IdentitaPersona identita, HashSet<Guid> limitate) =>
        identita.PersonaId is { } id && limitate.Contains(id) ? Persona.NomeLimitato
        : identita.Cancellata ? Persona.NomeCancellato
        : identita.NomeCompleto ?? NonPiuNota;

    /// <summary>Returns the ids of the people whose name is limited, so that the actor may not see it.</summary>
    private async Task<HashSet<Guid>> Limitate(IEnumerable<IdentitaPersona> identita, CancellationToken ct)
    {
        var id = identita.Select(i => i.PersonaId).OfType<Guid>().ToHashSet();
        return ambito.NomiLimitati || id.Count == 0
            ? []
            : await db.Persone.Where(p => p.LimitataDal != null && id.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(ct);
    }

    /// <summary>Returns the identity of a person that was valid at an instant. Before the first identity, returns the first one.</summary>
    private static IdentitaPersona Allora(IReadOnlyList<IdentitaPersona> sue, DateTime utc) => sue.LastOrDefault(i => i.Dal <= utc) ?? sue[0];
}
