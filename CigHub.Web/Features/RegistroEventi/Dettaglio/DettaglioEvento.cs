using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Dettaglio;

/// <summary>One event whole: as parsed, and as the very text whose hash stands in the tree.</summary>
/// <param name="Evento">Null when the bytes cannot be read: then they were altered.</param>
/// <param name="Oggetto">What the object was called then; null for one without a title.</param>
/// <param name="Integro">Whether the leaf, worked out again from the bytes, is the one that stands beside them.</param>
/// <param name="Precedente">The number of the event before among those that the actor may see; null: there is none.</param>
/// <param name="Successivo">The number of the event after it; null: there is none.</param>
/// <param name="StessoAtto">The other events of the same act, in their order.</param>
/// <param name="Persone">The names of the persons whose ids stand in what changed.</param>
/// <param name="PersoneFisiche">The names of the natural persons whose hashes stand in the event, by hash.</param>
public sealed record SchedaEvento(
    Evento? Evento, string Testo, string Foglia, string Chi, string? Oggetto, bool Integro, long? Precedente, long? Successivo, IReadOnlyList<(long Seq, string Azione)> StessoAtto,
    IReadOnlyDictionary<Guid, string> Persone, IReadOnlyDictionary<string, string> PersoneFisiche);

/// <summary>One event by number; null when it does not exist or is another Ente's.</summary>
public sealed class DettaglioEvento(CigHubDbContext db, NomiDelMomento nomi) : IQuery
{
    /// <summary>How many events of one act are looked for on each side; an act on a whole sheet may have thousands.</summary>
    private const int MaxStessoAtto = 50;

    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<SchedaEvento?> Esegui(long seq, CancellationToken ct = default)
    {
        var riga = await db.Registro.AsNoTracking().SingleOrDefaultAsync(e => e.Seq == seq, ct);
        if (riga is null)
        {
            return null;
        }

        var evento = Evento.Leggi(riga.Byte).TryGet(out var letto) ? letto : null;
        var chi = evento is null ? "" : (await nomi.DiChiAgisce([evento], ct))[evento.Seq];
        var oggetto = evento is null ? null : ParoleEvento.TitoloDellOggetto(evento) ?? (await nomi.DegliOggetti([evento], ct)).GetValueOrDefault(seq);
        var integro = AlberoMerkle.Foglia(riga.Byte).AsSpan().SequenceEqual(riga.Foglia);
        var prima = await db.Registro.AsNoTracking().Where(e => e.Seq < seq).OrderByDescending(e => e.Seq).Take(MaxStessoAtto).ToListAsync(ct);
        var dopo = await db.Registro.AsNoTracking().Where(e => e.Seq > seq).OrderBy(e => e.Seq).Take(MaxStessoAtto).ToListAsync(ct);
        IReadOnlyList<(long, string)> stesso = evento is null ? [] : [.. StessoAtto(prima, evento.Corr).Reverse(), .. StessoAtto(dopo, evento.Corr)];
        return new SchedaEvento(
            evento, Encoding.UTF8.GetString(riga.Byte), Convert.ToHexStringLower(riga.Foglia), chi, oggetto, integro,
            prima.FirstOrDefault()?.Seq, dopo.FirstOrDefault()?.Seq, stesso, await Persone(evento, ct), await nomi.DiPersoneFisiche(Encoding.UTF8.GetString(riga.Byte), ct));
    }

    /// <summary>Any id that stands in what changed may be a person's.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> Persone(Evento? evento, CancellationToken ct)
    {
        var id = new[] { evento?.Prima, evento?.Dopo }
            .SelectMany(lato => lato ?? []).Select(oggetto => oggetto.Value).OfType<JsonObject>()
            .SelectMany(oggetto => oggetto).Select(dato => Guid.TryParse(dato.Value?.ToString(), out var letto) ? letto : Guid.Empty)
            .Where(letto => letto != Guid.Empty).ToHashSet();
        return await nomi.Di(id, evento?.Utc ?? default, ct);
    }

    /// <summary>The events of one act stand one after the other.</summary>
    private static IEnumerable<(long Seq, string Azione)> StessoAtto(IEnumerable<RigaRegistro> righe, Guid corr) =>
        righe.TakeWhile(r => Evento.Leggi(r.Byte).TryGet(out var altro) && altro.Corr == corr).Select(r => (r.Seq, r.Azione));
}
