using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations.Attestazioni;

/// <summary>
/// Writes the daily extracts of the registro for the Ente's conservatore into a folder. It is a place of the attestazioni: the first one of a
/// day goes there, together with a time stamp, and with it go the days that are over and not yet written.
/// </summary>
/// <remarks>
/// The event of an extract, with its SHA-256, is in the registro before the file has its name. So no day is ever written twice differently,
/// also when the conservatore has taken the file away, or the machine stops at any moment. See decision 0053.
/// </remarks>
internal sealed class EstrattoFolder(
    IOptions<AttestazioniSettings> settings, IServiceScopeFactory scopes, SystemWriter writer, AttestazioniStore store, KeyRing keys, RegistroTree tree)
    : IDestinazione
{
    private const int LookedAt = 50;

    public string Nome => "estratto";

    public string Titolo => "Cartella dell'estratto giornaliero per il conservatore";

    public bool IsOn => settings.Value.CartellaEstratto.Length > 0;

    public TimeSpan Ogni => TimeSpan.FromDays(1);

    public string? Insieme => TimeStampDelivery.Name;

    public bool IsDue(DateTime ultima, DateTime utc) => RomeTime.DayInRome(ultima) < RomeTime.DayInRome(utc);

    public async Task<Ricevuta> Invia(Attestazione attestazione, CancellationToken ct)
    {
        var folder = Path.GetFullPath(settings.Value.CartellaEstratto);
        if (!Directory.Exists(folder))
        {
            throw new IOException($"La cartella «{folder}» non c'è: il disco è collegato?");
        }

        var last = await Recorded(ct);
        if (last is not null)
        {
            Finish(folder, last);
        }

        var written = last is null ? null : $"Già scritto fino al {RomeTime.Text(last.Estratto.Giorno)}";
        foreach (var day in EstrattoGiornaliero.Dovuti(last?.Estratto.Giorno, RomeTime.DayInRome(attestazione.Utc)))
        {
            last = await WriteDay(folder, day, last?.Estratto, attestazione, ct);
            written = $"{last.Estratto.NomeFile}: {Plural.Of(last.Estratto.Eventi, "evento", "eventi")}";
        }

        return new Ricevuta(written ?? "Nessun giorno da scrivere");
    }

    private static string Unfinished(string folder, EstrattoGiornaliero estratto) => Path.Combine(folder, estratto.NomeFile + ".parziale");

    private async Task<Done> WriteDay(string folder, DateOnly day, EstrattoGiornaliero? before, Attestazione attestazione, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var first = 1 + (before?.Ultimo ?? await LastBefore(db, day, attestazione, ct));
        var estratto = new EstrattoGiornaliero(day, first, Math.Max(first - 1, await LastBefore(db, day.AddDays(1), attestazione, ct)));
        if (File.Exists(Path.Combine(folder, estratto.NomeFile)))
        {
            throw new IOException(
                $"Nella cartella c'è già «{estratto.NomeFile}», che questo registro non ha scritto (un backup ripristinato, un'altra installazione): non lo " +
                "sostituisco. Spostalo, conservane copia, e si riprova da sé.");
        }

        var stamped = Stamped(attestazione, estratto);
        var (edge, proof, root, after) = await tree.EdgeAndConsistency(db, estratto.Primo - 1, estratto.Ultimo, stamped.Dimensione, ct);
        if (!stamped.Checkpoint!.SameRoot(after))
        {
            tree.Forget();
            throw new InvalidDataException(AttestazioneWords.NotCoherent(stamped.Numero, stamped.Utc));
        }

        var content = new EstrattoToWrite(estratto, stamped, KeyOf(stamped), StampOf(stamped), edge, proof);
        var rows = db.Registro.AsNoTracking().Where(e => e.Seq >= estratto.Primo && e.Seq <= estratto.Ultimo).OrderBy(e => e.Seq).AsAsyncEnumerable();
        var path = Unfinished(folder, estratto);
        await using (var file = File.Create(path))
        {
            await EstrattoXml.Write(file, content, rows, ct);
        }

        DataFolder.Flush(path);
        var done = new Done(estratto, HashOf(path));
        await writer.Write(_ => Task.FromResult(Events.Of(new EventToWrite(Azioni.EstrattoScritto, Oggetti.Registro, Guid.Empty, null, new JsonObject
        {
            ["nome"] = estratto.NomeFile,
            ["primo"] = estratto.Primo,
            ["ultimo"] = estratto.Ultimo,
            ["eventi"] = estratto.Eventi,
            ["attestazione"] = (long)stamped.Numero,
            ["sha256"] = done.Sha256,
        }))), ct);
        Finish(folder, done);
        return done;
    }

    /// <summary>Gives an extract whose event is recorded its name. It does nothing when that was done already.</summary>
    private static void Finish(string folder, Done done)
    {
        var (path, target) = (Unfinished(folder, done.Estratto), Path.Combine(folder, done.Estratto.NomeFile));
        if (File.Exists(path) && !File.Exists(target) && HashOf(path) == done.Sha256)
        {
            File.Move(path, target, overwrite: false);
            DataFolder.SyncFolder(folder);
        }
    }

    /// <summary>Returns the number of the last event before a day begins, as far as the attestazione goes. 0 when there is none.</summary>
    private static async Task<long> LastBefore(CigHubDbContext db, DateOnly day, Attestazione attestazione, CancellationToken ct)
    {
        var (size, start) = (attestazione.Dimensione, RomeTime.StartOf(day));
        return await db.Registro.AsNoTracking().Where(e => e.Seq <= size && e.Utc < start).OrderByDescending(e => e.Seq).Select(e => e.Seq)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Returns the newest attestazione with a time stamp that covers the events, or else the given one.</summary>
    private Attestazione Stamped(Attestazione attestazione, EstrattoGiornaliero estratto) =>
        store.Before(attestazione.Numero, LookedAt).FirstOrDefault(a => a.Checkpoint is not null && a.Dimensione >= estratto.Ultimo && StampOf(a) is not null)
        ?? attestazione;

    private static byte[]? StampOf(Attestazione attestazione) => attestazione.Consegne.FirstOrDefault(c => c.Prova is not null)?.Prova;

    /// <summary>Returns the last extract that the registro knows of, or null before the first.</summary>
    private async Task<Done?> Recorded(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var row = await scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Registro.AsNoTracking()
            .Where(e => e.Azione == Azioni.EstrattoScritto).OrderByDescending(e => e.Seq).Select(e => e.Byte).FirstOrDefaultAsync(ct);
        return row is not null && Evento.Leggi(row).TryGet(out var evento) && evento.Dati is { } dati
            && EstrattoGiornaliero.GiornoDi((string?)dati["nome"]) is { } giorno
            ? new Done(new EstrattoGiornaliero(giorno, (long)dati["primo"]!, (long)dati["ultimo"]!), (string)dati["sha256"]!)
            : null;
    }

    private string KeyOf(Attestazione attestazione) =>
        (keys.SignedBy(SignedNote.Parse(attestazione.Nota)!, attestazione.Dimensione).Key ?? keys.Known[^1]).Chiave;

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private sealed record Done(EstrattoGiornaliero Estratto, string Sha256);
}
