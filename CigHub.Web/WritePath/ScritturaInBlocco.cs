using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.WritePath;

/// <summary>One act of a bulk load: who, when, and what it does to aggregates that the loader holds in memory.</summary>
/// <param name="Utc">When it happened, not before the act that came before it.</param>
/// <param name="Compi">Says what it touches, calls the domain's methods, names the events.</param>
public sealed record AttoInBlocco(DateTime Utc, Attore Attore, Func<Toccate, Eventi> Compi);

/// <summary>What an act touches. An aggregate is named before it is changed: what is not named is not saved.</summary>
public sealed class Toccate
{
    private readonly CigHubDbContext _db;
    private readonly CigHubDbContext _traccia;
    private readonly HashSet<object> _nelBlocco = new(ReferenceEqualityComparer.Instance);

    internal Toccate(CigHubDbContext db, CigHubDbContext traccia)
    {
        _db = db;
        _traccia = traccia;
    }

    /// <summary>It is in the database (or was added by an act before) and may be changed now.</summary>
    public void Cambia(params IEnumerable<object> presenti)
    {
        foreach (var presente in presenti)
        {
            _traccia.Attach(presente);
            if (_nelBlocco.Add(presente))
            {
                _db.Attach(presente);
            }
        }
    }

    /// <summary>It is new.</summary>
    public void Aggiungi(params IEnumerable<object> nuove)
    {
        foreach (var nuova in nuove)
        {
            _traccia.Add(nuova);
            _nelBlocco.Add(nuova);
            _db.Add(nuova);
        }
    }
}

/// <summary>
/// Writes a long stream of acts as fast as the file takes them, and exactly as the <see cref="CommandRunner"/> would have: an act at a
/// time has its before and after, its versions and its events; a transaction holds about a thousand of them and the head is written once.
/// </summary>
/// <remarks>
/// For loads that no person makes one by one (demonstration data). Nobody is authorized here. Somebody else's change in between is found by
/// the versions and totals, as always, and ends the load.
/// </remarks>
public sealed class ScritturaInBlocco(IServiceScopeFactory scopes, Cancello cancello)
{
    public const int AttiPerTransazione = 1000;

    /// <summary>Gives the number of acts after each transaction.</summary>
    public async Task Scrivi(IEnumerable<AttoInBlocco> atti, Action<int>? avanti = null, CancellationToken ct = default)
    {
        var scritti = 0;
        foreach (var blocco in atti.Chunk(AttiPerTransazione))
        {
            await Blocco(blocco, ct);
            avanti?.Invoke(scritti += blocco.Length);
        }
    }

    private async Task Blocco(AttoInBlocco[] atti, CancellationToken ct)
    {
        using var posto = await cancello.Entra(ct);
        await using var scope = scopes.CreateAsyncScope();
        await using var accanto = scopes.CreateAsyncScope();
        var db = Contesto(scope);

        // A tracker of its own for each act tells what that act alone changed; it saves nothing.
        var traccia = Contesto(accanto);
        await using var transazione = await db.Database.BeginTransactionAsync(ct);
        var riga = await db.Testa.SingleAsync(t => t.Id == RigaTesta.Unica, ct);
        var testa = TestaRegistro.Da(riga.Dimensione, riga.Radice, riga.Bordo).Value;
        var toccate = new Toccate(db, traccia);
        var identita = (await db.IdentitaPersone.AsNoTracking().Where(i => i.PersonaId != null).OrderBy(i => i.Dal).Select(i => new { Chi = i.PersonaId!.Value, i.Impronta }).ToListAsync(ct))
            .GroupBy(i => i.Chi).ToDictionary(i => i.Key, i => i.Last().Impronta);
        var (titoli, persone) = (new TitoliDelMomento(db), new PersoneNascoste(db));
        foreach (var atto in atti)
        {
            var eventi = atto.Compi(toccate);
            var lavori = LavoroSulleBozze.PrimaDi(eventi, traccia);
            traccia.ChangeTracker.DetectChanges();
            var cambiate = Differenze.Cambiate(traccia);
            Scrittura.AlzaVersioni(traccia, cambiate, null);
            var (prima, dopo) = Differenze.Di(cambiate);
            var corr = Identificativi.Nuovo();
            foreach (var evento in lavori.Concat(eventi.Elenco))
            {
                var chi = evento.Attore ?? atto.Attore;
                chi = chi.Id is { } id ? chi with { Identita = identita.GetValueOrDefault(id) } : chi;
                var daScrivere = await titoli.Con(evento, chi.Ente, dellOggetto: true, ct);
                var valori = evento.Valori;
                var (sua, nuova, dati) = await persone.Senza(daScrivere, valori is null ? prima : valori.Value.Prima, valori is null ? dopo : valori.Value.Dopo, atto.Utc, ct);
                var scritta = Registratore.Riga(testa.Dimensione + 1, atto.Utc, chi, daScrivere with { Dati = dati }, EsitoEvento.Ok, sua, nuova, corr);
                db.Registro.Add(scritta);
                testa = testa.Aggiungi(scritta.Foglia);
                (prima, dopo) = evento.Valori is null ? (null, null) : (prima, dopo);
            }

            traccia.ChangeTracker.Clear();
        }

        Registratore.Porta(riga, testa);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(ct);
        await transazione.CommitAsync(ct);
    }

    private static CigHubDbContext Contesto(AsyncServiceScope scope)
    {
        scope.ServiceProvider.GetRequiredService<Ambito>().ApriPerIlSistema();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        return db;
    }
}
