using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Liste;

/// <summary>A code list as the page shows it.</summary>
/// <param name="Valide">Entries valid today.</param>
/// <param name="ImportataIl">Null: the one that comes with the app.</param>
public sealed record RigaLista(string IdTipologica, string Nome, int Voci, int Valide, DateTime? ImportataIl, string? Da, string? NomeFile);

/// <summary>The lists in force.</summary>
/// <param name="Liste">In the order of their names.</param>
/// <param name="Versione">The day of the newest.</param>
public sealed record QuadroListe(IReadOnlyList<RigaLista> Liste, string Versione);

/// <summary>All the code lists, each with where it comes from.</summary>
public sealed class ElencoListe(CigHubDbContext db, ListeInVigore inVigore, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiListe;

    public async Task<QuadroListe?> Esegui(CancellationToken ct = default)
    {
        var importate = await db.ListeImportate.AsNoTracking()
            .Select(l => new { l.IdTipologica, l.ImportataIl, l.NomeFile, Da = db.Persone.Where(p => p.Id == l.ImportataDa).Select(p => p.NomeCompleto).FirstOrDefault() })
            .ToDictionaryAsync(l => l.IdTipologica, ct);
        var (liste, oggi) = (inVigore.Correnti, clock.Oggi());
        return new QuadroListe(
            [
                .. from id in ListeAnac.Nomi
                   let lista = liste.Trova(id)!
                   let da = importate.GetValueOrDefault(id) is { } i && OraItaliana.GiornoDiRoma(i.ImportataIl) >= ListeAnac.Giorno ? i : null
                   orderby NomiListe.Di(id)
                   select new RigaLista(id, NomiListe.Di(id), lista.Voci.Count, lista.Voci.Count(v => v.ValidaAl(oggi)), da?.ImportataIl, da?.Da, da?.NomeFile),
            ],
            liste.Versione);
    }
}

/// <summary>One list and what was found in it.</summary>
/// <param name="Trovate">The first ones, best first.</param>
/// <param name="Altre">There are more than are shown.</param>
public sealed record PaginaDiLista(RigaLista Lista, IReadOnlyList<VoceLista> Trovate, bool Altre);

/// <summary>Searches a list by code and by words, as the editor does; the ended ones too, when they are asked for.</summary>
public sealed class CercaNellaLista(ElencoListe elenco, ListeInVigore inVigore, TimeProvider clock) : IQuery
{
    public const int MaxTrovate = 100;
    public const int MaxCerca = 100;

    public static Permission Requires => Permission.LeggiListe;

    /// <param name="cessate">Those that are not valid today instead of those that are.</param>
    public async Task<PaginaDiLista?> Esegui(string idTipologica, string? cerca, bool cessate, CancellationToken ct = default)
    {
        if (inVigore.Correnti.Trova(idTipologica) is not { } lista || await elenco.Esegui(ct) is not { } quadro)
        {
            return null;
        }

        var oggi = clock.Oggi();
        var dove = cessate ? new ListaCodici(lista.IdTipologica, lista.Voci.Where(v => !v.ValidaAl(oggi)).Select(v => v with { Dal = null, Fino = null })) : lista;
        var trovate = dove.Cerca(cerca, oggi, MaxTrovate + 1).Select(v => lista.Trova(v.Codice)!).ToList();
        return new PaginaDiLista(quadro.Liste.Single(l => l.IdTipologica == lista.IdTipologica), [.. trovate.Take(MaxTrovate)], trovate.Count > MaxTrovate);
    }
}
