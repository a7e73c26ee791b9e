using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Salute;

/// <summary>One thing on which an installation depends, with its state.</summary>
/// <param name="Nome">The name of the thing, in Italian.</param>
/// <param name="APosto">Says whether nothing has to be done about it.</param>
/// <param name="Dettaglio">The state and, when something has to be done, what, as an Italian sentence.</param>
public sealed record ControlloSalute(string Nome, bool APosto, string Dettaglio);

/// <summary>
/// Tells how the installation is: known faults, triggers, space on the disk, and the age of the last backup, comparison and attestazione. A
/// part that cannot be read is a thing to look at, and never an error of the page.
/// </summary>
public sealed class SaluteInstallazione(
    CigHubDbContext db, DataFolder folder, DataHealth health, IEnumerable<IBackupState> copie, NightlyConfronto confronti, AttestazioniStore attestazioni,
    KeyRing chiavi, TimeProvider clock) : IQuery
{
    /// <summary>The longest age of a daily backup or comparison: a day, and some hours because it may run late.</summary>
    public static readonly TimeSpan Giornaliera = TimeSpan.FromHours(30);

    /// <summary>The longest time for which events may stand without an attestazione, which is made every hour.</summary>
    public static readonly TimeSpan Oraria = TimeSpan.FromHours(2);

    /// <summary>The least free space on the disk of the data, in bytes, whatever the size of the database.</summary>
    public const long SpazioMinimo = 1L << 30;

    private readonly IBackupState? _copie = copie.LastOrDefault();

    private DateTime Adesso => clock.GetUtcNow().UtcDateTime;

    public static Permission Requires => Permission.LeggiSalute;

    public async Task<IReadOnlyList<ControlloSalute>?> Run(CancellationToken ct = default) =>
    [
        .. health.FaultsBut(NightlyConfronto.Subject).Select(f => new ControlloSalute("Guasto dei dati", false, f)),
        await Tried("Protezioni del registro", () => Protezioni(ct)),
        await Tried("Spazio su disco", () => Task.FromResult(Spazio())),
        await Tried("Copia di sicurezza", () => Task.FromResult(Copia())),
        await Tried("Confronto dei dati con il registro", () => Task.FromResult(Confronto())),
        await Tried("Attestazioni di integrità", () => Attestazione(ct)),
    ];

    private static async Task<ControlloSalute> Tried(string nome, Func<Task<(bool APosto, string Dettaglio)>> look)
    {
        try
        {
            var (aPosto, dettaglio) = await look();
            return new ControlloSalute(nome, aPosto, dettaglio);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || StorageFault.Of(e) is not null)
        {
            var guasto = StorageFault.Of(e);
            return new ControlloSalute(
                nome, false,
                $"Non si riesce a leggere: {guasto?.Reason ?? e.Message.TrimEnd('.')}. "
                + $"{guasto?.WayOut ?? "Controlla il disco e i permessi della cartella dei dati."}");
        }
    }

    private async Task<(bool APosto, string Dettaglio)> Protezioni(CancellationToken ct)
    {
        var strani = await SqliteDatabase.StrangeObjects(db, ct);
        return strani.Count == 0
            ? (true, "Il registro e il libro della capienza accettano solo aggiunte: le protezioni ci sono tutte.")
            : (false, $"Mancano, sono cambiate o non sono di CigHub: {string.Join(", ", strani.Select(s => $"«{s.Name}»"))}. Conserva una copia del file e "
                + "avvisa l'RPCT.");
    }

    private (bool APosto, string Dettaglio) Spazio()
    {
        var (dati, liberi) = (DataFolder.WithCompanions(folder.Database).Sum(DataFolder.Length), folder.FreeSpace());
        var serve = Math.Max(SpazioMinimo, dati);
        return liberi >= serve
            ? (true, $"{DimensioneFile.Testo(liberi)} liberi; il database ne occupa {DimensioneFile.Testo(dati)}.")
            : (false, $"Solo {DimensioneFile.Testo(liberi)} liberi; il database ne occupa {DimensioneFile.Testo(dati)}, e un aggiornamento ne chiede "
                + "altrettanti. Libera spazio, o sposta i dati su un disco più grande.");
    }

    private (bool APosto, string Dettaglio) Copia() => _copie switch
    {
        not { IsOn: true } => (false, "Nessuna copia automatica: scrivi una cartella nell'impostazione «Copie:Cartella»."),
        { Newest: null } => (false, "Non c'è ancora nessuna copia. Si fa ogni notte: se domani manca ancora, controlla la cartella."),
        { Newest: { } utc } => (Recente(utc), $"L'ultima è del {RomeTime.Text(utc)}."
            + (Recente(utc) ? "" : " Ha più di un giorno: guarda nel diario del programma perché quella di stanotte non è riuscita.")),
    };

    private (bool APosto, string Dettaglio) Confronto() => confronti.UltimoEsito is { } ultimo
        ? (ultimo.Concordano && Recente(ultimo.Utc), $"L'ultimo è del {RomeTime.Text(ultimo.Utc)}. {ultimo.Messaggio}"
            + (Recente(ultimo.Utc) ? "" : " Ha più di un giorno: chiedi all'Auditor di rifarlo con «Confronta con i dati»."))
        : (false, "Non è ancora stato fatto: si fa da sé ogni notte.");

    private async Task<(bool APosto, string Dettaglio)> Attestazione(CancellationToken ct)
    {
        if (chiavi.Fault is { } guasto)
        {
            return (false, guasto);
        }

        if (attestazioni.Newest is not { Checkpoint: { } punto } ultima)
        {
            return (false, "Non ce n'è ancora nessuna: se ne fa una ogni ora in cui succede qualcosa.");
        }

        // The registro may grow for an hour before the next one is due.
        var primo = await db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(e => e.Seq > punto.Dimensione)
            .OrderBy(e => e.Seq).Select(e => (DateTime?)e.Utc).FirstOrDefaultAsync(ct);
        var quando = $"L'ultima è la {AttestazioneWords.NameOf(ultima.Numero, ultima.Utc)}.";
        return primo is { } daAllora && Adesso - daAllora > Oraria
            ? (false, $"{quando} Da più di due ore non se ne fanno, e il registro è cresciuto: guarda nel diario del programma perché.")
            : (true, quando);
    }

    private bool Recente(DateTime utc) => Adesso - utc <= Giornaliera;
}
