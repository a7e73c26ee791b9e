using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Dettaglio;

/// <summary>One event in full: its values, and the exact text whose hash is the leaf in the Merkle tree.</summary>
/// <param name="Evento">Null when the bytes cannot be read, because they were altered.</param>
/// <param name="Oggetto">The object's name at the time of the event. Null for an object without a title.</param>
/// <param name="Integro">Says whether the hash of the bytes equals the stored leaf.</param>
/// <param name="Precedente">The number of the previous event among those that the actor may see. Null when there is none.</param>
/// <param name="Successivo">The number of the next event among those that the actor may see. Null when there is none.</param>
/// <param name="StessoAtto">The other events of the same act, in their order.</param>
/// <param name="Persone">The names of the people whose ids stand in the changed values.</param>
/// <param name="PersoneFisiche">The names of the natural persons whose hashes stand in the event, by hash.</param>
public sealed record EventoDetails(
    Evento? Evento, string Testo, string Foglia, string Chi, string? Oggetto, bool Integro, long? Precedente, long? Successivo,
    IReadOnlyList<(long Seq, string Azione)> StessoAtto,
    IReadOnlyDictionary<Guid, string> Persone, IReadOnlyDictionary<string, string> PersoneFisiche);

/// <summary>Reads one event by its number. Returns null when it does not exist or belongs to another Ente.</summary>
public sealed class DettaglioEvento(CigHubDbContext db, NamesAtTheTime nomi) : IQuery
{
    /// <summary>
    /// The number of neighbouring events on each side among which the other events of the same act are looked for. An act on a whole sheet
    /// may have thousands.
    /// </summary>
    private const int MaxStessoAtto = 50;

    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<EventoDetails?> Run(long seq, CancellationToken ct = default)
    {
        var riga = await db.Registro.AsNoTracking().SingleOrDefaultAsync(e => e.Seq == seq, ct);
        if (riga is null)
        {
            return null;
        }

        var evento = Evento.Leggi(riga.Byte).TryGet(out var letto) ? letto : null;
        var chi = evento is null ? "" : (await nomi.DiChiAgisce([evento], ct))[evento.Seq];
        var oggetto = evento is null ? null : EventoWords.TitoloDellOggetto(evento) ?? (await nomi.DegliOggetti([evento], ct)).GetValueOrDefault(seq);
        var integro = MerkleTree.Leaf(riga.Byte).AsSpan().SequenceEqual(riga.Foglia);
        var prima = await db.Registro.AsNoTracking().Where(e => e.Seq < seq).OrderByDescending(e => e.Seq).Take(MaxStessoAtto).ToListAsync(ct);
        var dopo = await db.Registro.AsNoTracking().Where(e => e.Seq > seq).OrderBy(e => e.Seq).Take(MaxStessoAtto).ToListAsync(ct);
        IReadOnlyList<(long, string)> stesso = evento is null ? [] : [.. StessoAtto(prima, evento.Corr).Reverse(), .. StessoAtto(dopo, evento.Corr)];
        return new EventoDetails(
            evento, Encoding.UTF8.GetString(riga.Byte), Convert.ToHexStringLower(riga.Foglia), chi, oggetto, integro,
            prima.FirstOrDefault()?.Seq, dopo.FirstOrDefault()?.Seq, stesso, await Persone(evento, ct),
            await nomi.DiPersoneFisiche(Encoding.UTF8.GetString(riga.Byte), ct));
    }

    /// <summary>
    /// Returns the names of the people whose ids stand in the values of the event, by id. Any id in a value may be a person's.
    /// </summary>
    private async Task<IReadOnlyDictionary<Guid, string>> Persone(Evento? evento, CancellationToken ct)
    {
        var id = new[] { evento?.Prima, evento?.Dopo }
            .SelectMany(lato => lato ?? []).Select(oggetto => oggetto.Value).OfType<JsonObject>()
            .SelectMany(oggetto => oggetto).Select(dato => Guid.TryParse(dato.Value?.ToString(), out var letto) ? letto : Guid.Empty)
            .Where(letto => letto != Guid.Empty).ToHashSet();
        return await nomi.Of(id, evento?.Utc ?? default, ct);
    }

    /// <summary>
    /// Returns the number and action of those rows, from the first on, that belong to the act. The events of an act stand next to each
    /// other in the registro.
    /// </summary>
    private static IEnumerable<(long Seq, string Azione)> StessoAtto(IEnumerable<RigaRegistro> righe, Guid corr) =>
        righe.TakeWhile(r => Evento.Leggi(r.Byte).TryGet(out var altro) && altro.Corr == corr).Select(r => (r.Seq, r.Azione));
}
