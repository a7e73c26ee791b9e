using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Demo.Palestra.Archivio;

/// <summary>The outcome of <em>Richiedi CIG</em> in the palestra, as the user sees it.</summary>
public enum PortaleOutcome
{
    Concesso,
    Rifiutato,

    /// <summary>The user sees an error page. The CIG may have been given all the same.</summary>
    PaginaDiErrore,

    /// <summary>The user's session on the portal has ended, and nothing was done.</summary>
    Disconnesso,
}

/// <summary>The palestra's answer to <em>Richiedi CIG</em>. Equality: by all members.</summary>
/// <param name="Attesa">The time by which the answer is delayed.</param>
public sealed record PortaleAnswer(PortaleOutcome Esito, IReadOnlyList<Error> Errors, TimeSpan Attesa);

/// <summary>
/// Stores the documents of the palestra. Each action is one transaction (<c>BEGIN IMMEDIATE</c>), so that two tabs never get the same CIG
/// and a killed process leaves all of it or nothing.
/// </summary>
/// <remarks>Every question is by person: another person's document counts as absent.</remarks>
public sealed class PalestraStore(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly Error _nonTrovato = new("palestra.non-trovato", "Il documento non esiste più: torna all'elenco.");

    /// <summary>
    /// Returns all documents of a person, the newest first. They need no pages, because the palestra gives at most 4 096 CIG.
    /// </summary>
    public async Task<IReadOnlyList<DocumentoPalestra>> List(Guid personaId, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Db(scope).Documenti.AsNoTracking().Where(d => d.PersonaId == personaId)
            .OrderByDescending(d => d.CreatoIl).ThenByDescending(d => d.Id).ToListAsync(ct);
    }

    /// <summary>Returns a document, or null when the person has no document with this id.</summary>
    public async Task<DocumentoPalestra?> Read(Guid personaId, Guid id, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Db(scope).Documenti.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.PersonaId == personaId, ct);
    }

    public async Task<Addestramento> Comandi(Guid personaId, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Db(scope).Addestramenti.AsNoTracking().SingleOrDefaultAsync(a => a.PersonaId == personaId, ct) ?? Addestramento.DiPersona(personaId);
    }

    /// <summary>Saves a document (<em>Salva</em>). The first save creates it.</summary>
    /// <param name="rup">The name of the person, for a new document.</param>
    public Task<Result> Save(Guid personaId, Guid id, string rup, DatiDocumento dati) =>
        With(async db => await Aperto(db, personaId, id, rup) is { } documento ? documento.Salva(dati) : _nonTrovato);

    /// <summary>Runs an action on an existing document of a person, and saves it. Refuses when the person has no such document.</summary>
    public Task<Result> Act(Guid personaId, Guid id, Func<DocumentoPalestra, DateTime, Result> atto) =>
        With(async db => await OwnDocumento(db, personaId, id) is { } documento ? atto(documento, Adesso) : _nonTrovato);

    /// <summary>
    /// Runs an action on the documents that a person has ticked in the list, and saves them. Documents of other people are left out.
    /// </summary>
    public Task<Result> Act(Guid personaId, IReadOnlyCollection<Guid> ids, Action<DocumentoPalestra> atto) => With(async db =>
    {
        (await db.Documenti.Where(d => d.PersonaId == personaId && ids.Contains(d.Id)).ToListAsync()).ForEach(atto);
        return Result.Ok;
    });

    /// <summary>Makes the given documents the person's selection (<em>Selezione</em>). All others are no longer selected.</summary>
    public Task<Result> Seleziona(Guid personaId, IReadOnlyCollection<Guid> ids) => With(async db =>
    {
        (await db.Documenti.Where(d => d.PersonaId == personaId).ToListAsync()).ForEach(d => d.Seleziona(ids.Contains(d.Id)));
        return Result.Ok;
    });

    /// <summary>Copies documents (<em>Copia</em>) and returns the ids of the copies.</summary>
    public async Task<Result<IReadOnlyList<Guid>>> Copy(Guid personaId, IReadOnlyCollection<Guid> ids)
    {
        List<DocumentoPalestra> copie = [];
        var salvate = await With(async db =>
        {
            var originali = await db.Documenti.Where(d => d.PersonaId == personaId && ids.Contains(d.Id)).OrderBy(d => d.CreatoIl).ToListAsync();
            copie = [.. originali.Select(d => d.Copia(Guid.CreateVersion7(), Adesso))];
            db.Documenti.AddRange(copie);
            return Result.Ok;
        });
        return salvate.IsSuccess
            ? Result.Success<IReadOnlyList<Guid>>([.. copie.Select(c => c.Id)])
            : Result<IReadOnlyList<Guid>>.Refused(salvate.Errors);
    }

    /// <summary>
    /// Deletes documents of a person (<em>Elimina</em>). When one of them was sent, none is deleted and the errors are returned.
    /// </summary>
    public Task<Result> Elimina(Guid personaId, IReadOnlyCollection<Guid> ids) => With(async db =>
    {
        var documenti = await db.Documenti.Where(d => d.PersonaId == personaId && ids.Contains(d.Id)).ToListAsync();
        var errori = documenti.SelectMany(d => d.PuoEssereEliminato().Errors).ToList();
        if (errori.Count > 0)
        {
            return Result.Refused(errori);
        }

        db.Documenti.RemoveRange(documenti);
        return Result.Ok;
    });

    /// <summary>
    /// Requests the CIG for a document (<em>Richiedi CIG</em>): saves the typed data, checks them and gives the CIG. Simulates the faults
    /// that the person's Addestramento asks for.
    /// </summary>
    public async Task<PortaleAnswer> RichiediCig(Guid personaId, Guid id, string rup, DatiDocumento dati)
    {
        PortaleAnswer risposta = null!;
        var salvata = await With(async db =>
        {
            var addestramento = await OwnAddestramento(db, personaId);
            addestramento.Conta();
            var lentezza = addestramento.Guasto(TipoGuasto.Lentezza);
            var attesa = addestramento.Scatta(TipoGuasto.Lentezza) ? TimeSpan.FromSeconds(Addestramento.Secondi(lentezza)) : TimeSpan.Zero;
            var (esito, errori) = await Richiedi(db, addestramento, personaId, id, rup, dati);
            risposta = new PortaleAnswer(esito, errori, attesa);
            return Result.Ok;
        });
        return salvata.IsSuccess ? risposta : new PortaleAnswer(PortaleOutcome.Rifiutato, salvata.Errors, TimeSpan.Zero);
    }

    /// <summary>Says whether the simulated fault «session ended» happens now, at an operation other than <em>Richiedi CIG</em>.</summary>
    public async Task<bool> SiDisconnette(Guid personaId)
    {
        var scatta = false;
        await With(async db =>
        {
            scatta = (await OwnAddestramento(db, personaId)).ScattaUnaVolta(TipoGuasto.Disconnessione);
            return Result.Ok;
        });
        return scatta;
    }

    public Task<Result> Set(Guid personaId, IReadOnlyList<Guasto> guasti) => With(async db => (await OwnAddestramento(db, personaId)).Imposta(guasti));

    /// <summary>Deletes all documents of a person («Ricomincia»). CIG that were given are not given again.</summary>
    public Task<Result> StartOver(Guid personaId) => With(async db =>
    {
        await db.Documenti.Where(d => d.PersonaId == personaId).ExecuteDeleteAsync();
        return Result.Ok;
    });

    private DateTime Adesso => clock.GetUtcNow().UtcDateTime;

    private static PalestraDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PalestraDbContext>();

    private async Task<(PortaleOutcome Esito, IReadOnlyList<Error> Errori)> Richiedi(
        PalestraDbContext db, Addestramento addestramento, Guid personaId, Guid id, string rup, DatiDocumento dati)
    {
        if (addestramento.Scatta(TipoGuasto.Disconnessione))
        {
            return (PortaleOutcome.Disconnesso, []);
        }

        if (addestramento.Scatta(TipoGuasto.ErrorePrima))
        {
            return (PortaleOutcome.PaginaDiErrore, []);
        }

        if (await Aperto(db, personaId, id, rup) is not { } documento)
        {
            return (PortaleOutcome.Rifiutato, [_nonTrovato]);
        }

        if (!documento.Inviato)
        {
            documento.Salva(dati);
        }

        if (documento.Controlla() is { Count: > 0 } errori)
        {
            documento.Rifiuta(errori[0].Message);
            return (PortaleOutcome.Rifiutato, errori);
        }

        var rifiuto = addestramento.Guasto(TipoGuasto.Rifiuto);
        if (addestramento.Scatta(TipoGuasto.Rifiuto))
        {
            var parole = (ErrorePortale.Trova(rifiuto.Parametro) ?? ErrorePortale.PadreNonValido).ToString();
            documento.Rifiuta(parole);
            return (PortaleOutcome.Rifiutato, [new Error("palestra.rifiuto", parole)]);
        }

        if (await Concedi(db, documento) is { IsSuccess: false } no)
        {
            return (PortaleOutcome.Rifiutato, no.Errors);
        }

        return (addestramento.Scatta(TipoGuasto.ErroreDopo) ? PortaleOutcome.PaginaDiErrore : PortaleOutcome.Concesso, []);
    }

    private async Task<Result> Concedi(PalestraDbContext db, DocumentoPalestra documento)
    {
        var progressivi = await db.Progressivi.SingleOrDefaultAsync() ?? db.Progressivi.Add(new Progressivi { Id = 1 }).Entity;
        if (progressivi.CigDati >= CigDiPalestra.Quanti)
        {
            return new Error(
                "palestra.cig-finiti",
                $"L'ambiente di prova ha dato tutti i suoi {CigDiPalestra.Quanti} CIG: "
                + $"chi gestisce CigHub cancelli il file {PalestraDatabase.File}, a programma fermo, e si ricomincia da capo.");
        }

        var cig = CigDiPalestra.Numero(progressivi.CigDati++);
        return documento.Concedi(cig, ++progressivi.DocumentiInviati, clock.Today().Year, Adesso);
    }

    private static Task<DocumentoPalestra?> OwnDocumento(PalestraDbContext db, Guid personaId, Guid id) =>
        db.Documenti.SingleOrDefaultAsync(d => d.Id == id && d.PersonaId == personaId);

    /// <summary>
    /// Returns the person's document, or a new one when no document has this id. Returns null when the id belongs to another person's
    /// document.
    /// </summary>
    private async Task<DocumentoPalestra?> Aperto(PalestraDbContext db, Guid personaId, Guid id, string rup)
    {
        var trovato = await db.Documenti.SingleOrDefaultAsync(d => d.Id == id);
        return trovato is null ? db.Documenti.Add(DocumentoPalestra.Nuovo(id, personaId, rup, Adesso)).Entity
            : trovato.PersonaId == personaId ? trovato : null;
    }

    private static async Task<Addestramento> OwnAddestramento(PalestraDbContext db, Guid personaId) =>
        await db.Addestramenti.SingleOrDefaultAsync(a => a.PersonaId == personaId) ?? db.Addestramenti.Add(Addestramento.DiPersona(personaId)).Entity;

    /// <summary>
    /// Runs an action in a transaction and saves its changes. A storage error becomes a refusal with a sentence for the user.
    /// </summary>
    private async Task<Result> With(Func<PalestraDbContext, Task<Result>> atto)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = Db(scope);
            await using var transazione = await db.Database.BeginTransactionAsync();
            var esito = await atto(db);
            if (esito.IsSuccess)
            {
                await db.SaveChangesAsync();
                await transazione.CommitAsync();
            }

            return esito;
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            return fault.NotSaved;
        }
    }
}
