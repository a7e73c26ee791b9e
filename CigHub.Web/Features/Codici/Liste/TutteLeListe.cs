using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Liste;

/// <summary>A row of the table of code lists: one list in force, and where it comes from.</summary>
/// <param name="Valide">The number of entries valid today.</param>
/// <param name="ImportataIl">The instant of the import, UTC. Null for a list that ships with the app.</param>
public sealed record ListaRow(string IdTipologica, string Nome, int Voci, int Valide, DateTime? ImportataIl, string? Da, string? NomeFile);

/// <summary>All code lists in force, with the day of the newest.</summary>
/// <param name="Liste">The lists, ordered by name.</param>
/// <param name="Versione">The day of the newest list.</param>
public sealed record QuadroListe(IReadOnlyList<ListaRow> Liste, string Versione);

/// <summary>Reads all code lists in force, each with its number of entries and its origin.</summary>
public sealed class TutteLeListe(CigHubDbContext db, ListeInVigore inVigore, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiListe;

    public async Task<QuadroListe?> Run(CancellationToken ct = default)
    {
        var importate = await db.ListeImportate.AsNoTracking()
            .Select(
                l => new
                {
                    l.IdTipologica,
                    l.ImportataIl,
                    l.NomeFile,
                    Da = db.Persone.Where(p => p.Id == l.ImportataDa).Select(p => p.NomeCompleto).FirstOrDefault()
                })
            .ToDictionaryAsync(l => l.IdTipologica, ct);
        var (liste, oggi) = (inVigore.Correnti, clock.Today());
        return new QuadroListe(
            [
                .. from id in ListeAnac.Nomi
                   let lista = liste.Trova(id)!
                   let da = importate.GetValueOrDefault(id) is { } i && RomeTime.DayInRome(i.ImportataIl) >= ListeAnac.Giorno ? i : null
                   orderby NomiListe.Of(id)
                   select new ListaRow(id, NomiListe.Of(id), lista.Voci.Count, lista.Voci.Count(v => v.ValidaAl(oggi)), da?.ImportataIl, da?.Da, da?.NomeFile),
            ],
            liste.Versione);
    }
}

/// <summary>A code list, and the entries that a search found in it.</summary>
/// <param name="Trovate">The first matches, best first, at most <see cref="CercaNellaLista.MaxTrovate"/>.</param>
/// <param name="Altre">Says whether there are more matches than <c>Trovate</c> contains.</param>
public sealed record VociTrovate(ListaRow Lista, IReadOnlyList<VoceLista> Trovate, bool Altre);

/// <summary>
/// Searches a code list by code and by words, as the fields of the scheda do. It finds either the entries valid today or those not valid
/// today.
/// </summary>
public sealed class CercaNellaLista(TutteLeListe elenco, ListeInVigore inVigore, TimeProvider clock) : IQuery
{
    public const int MaxTrovate = 100;
    public const int MaxCerca = 100;

    public static Permission Requires => Permission.LeggiListe;

    /// <param name="cessate">True to search the entries that are not valid today instead of the valid ones.</param>
    public async Task<VociTrovate?> Run(string idTipologica, string? cerca, bool cessate, CancellationToken ct = default)
    {
        if (inVigore.Correnti.Trova(idTipologica) is not { } lista || await elenco.Run(ct) is not { } quadro)
        {
            return null;
        }

        var oggi = clock.Today();
        var dove = cessate
            ? new ListaCodici(lista.IdTipologica, lista.Voci.Where(v => !v.ValidaAl(oggi)).Select(v => v with { Dal = null, Fino = null }))
            : lista;
        var trovate = dove.Cerca(cerca, oggi, MaxTrovate + 1).Select(v => lista.Trova(v.Codice)!).ToList();
        return new VociTrovate(quadro.Liste.Single(l => l.IdTipologica == lista.IdTipologica), [.. trovate.Take(MaxTrovate)], trovate.Count > MaxTrovate);
    }
}
