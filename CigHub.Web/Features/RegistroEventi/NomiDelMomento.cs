using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>
/// The names of people as they were at the moment of an event, from the identities whose hashes stand in the registro. An identity that was altered
/// gives no name.
/// </summary>
public sealed class NomiDelMomento(CigHubDbContext db)
{
    /// <summary>The name of whoever acted without a person: the application.</summary>
    public const string Sistema = "Sistema";

    private const string NonPiuNota = "persona non più nota";

    /// <summary>The name of who acted in each event, by the event's number.</summary>
    public async Task<IReadOnlyDictionary<long, string>> DiChiAgisce(IReadOnlyCollection<Evento> eventi, CancellationToken ct)
    {
        var impronte = eventi.Select(e => e.Attore.Identita).OfType<string>().ToHashSet();
        var identita = await db.IdentitaPersone.AsNoTracking().Where(i => impronte.Contains(i.Impronta)).ToDictionaryAsync(i => i.Impronta, ct);
        return eventi.ToDictionary(e => e.Seq, e => e.Attore switch
        {
            { Id: null } => Sistema,
            { Id: { } chi, Identita: { } impronta } when identita.TryGetValue(impronta, out var trovata) && trovata.PersonaId == chi => trovata.NomeCompleto ?? NonPiuNota,
            _ => NonPiuNota,
        });
    }

    /// <summary>The names at a moment of those of these ids that are people's.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Di(IReadOnlyCollection<Guid> id, DateTime utc, CancellationToken ct)
    {
        if (id.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var identita = await db.IdentitaPersone.AsNoTracking().Where(i => i.PersonaId != null && id.Contains(i.PersonaId.Value)).OrderBy(i => i.Dal).ToListAsync(ct);
        return identita.GroupBy(i => i.PersonaId!.Value).ToDictionary(i => i.Key, i => Allora([.. i], utc).NomeCompleto ?? NonPiuNota);
    }

    /// <summary>The names of the natural persons whose hashes stand in a text, by hash.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DiPersoneFisiche(string testo, CancellationToken ct)
    {
        var impronte = PersoneNascoste.In(testo).ToHashSet();
        return impronte.Count == 0
            ? new Dictionary<string, string>()
            : (await db.IdentitaPersone.AsNoTracking().Where(i => impronte.Contains(i.Impronta)).ToListAsync(ct)).ToDictionary(i => i.Impronta, i => i.NomeCompleto ?? NonPiuNota);
    }

    /// <summary>The one that held then; of somebody who came later, the first.</summary>
    private static IdentitaPersona Allora(IReadOnlyList<IdentitaPersona> sue, DateTime utc) => sue.LastOrDefault(i => i.Dal <= utc) ?? sue[0];
}
