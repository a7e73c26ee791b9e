using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Components.Layout;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.VaiA;

/// <summary>Affidamenti, Lotti and Convenzioni that a few typed words may mean, of those that the actor may see.</summary>
public sealed class CercaDestinazioni(CigHubDbContext db) : IQuery
{
    private const int PerGenere = 6;

    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<IReadOnlyList<Destinazione>?> Esegui(string testo, CancellationToken ct = default)
    {
        var parole = TestoPiegato.Parole(testo).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parole.Length == 0 ? [] : [.. await Affidamenti(parole, ct), .. await Catalogo(parole, ct)];
    }

    private async Task<IEnumerable<Destinazione>> Affidamenti(string[] parole, CancellationToken ct)
    {
        var trovati = db.Affidamenti.AsNoTracking().Where(a => a.Stato != StatoAffidamento.Eliminato);
        foreach (var parola in parole)
        {
            // The column is folded in the same way, each word with a space before it.
            var inizio = " " + parola;
            trovati = trovati.Where(a => a.TestoRicerca.Contains(inizio));
        }

        var voci = await trovati.OrderByDescending(a => a.ModificatoIl).Take(PerGenere).Select(a => new { a.Id, a.TitoloDocumento, a.Stato }).ToListAsync(ct);
        return voci.Select(v => new Destinazione(
            v.TitoloDocumento,
            $"Affidamento · {v.Stato.Nome()}",
            v.Stato is StatoAffidamento.CigInRichiesta or StatoAffidamento.EsitoDaVerificare ? AppRoutes.RichiestaDi(v.Id) : AppRoutes.SchedaDi(v.Id)));
    }

    /// <summary>Some hundreds of rows of names: folded here, because SQLite knows no accents.</summary>
    private async Task<IEnumerable<Destinazione>> Catalogo(string[] parole, CancellationToken ct)
    {
        var lotti = await (
            from l in db.Lotti.AsNoTracking()
            join c in db.Convenzioni.AsNoTracking() on l.ConvenzioneId equals c.Id
            orderby c.AdesioniAl descending, l.Numero
            select new { l.Id, l.Numero, l.Oggetto, l.CigPadre, ConvenzioneId = c.Id, c.Titolo }).ToListAsync(ct);
        var trovati = lotti.Where(l => Contiene($"lotto {l.Numero} {l.Oggetto} {l.CigPadre} {l.Titolo}", parole)).Take(PerGenere);
        var convenzioni = lotti.Select(l => (l.ConvenzioneId, l.Titolo)).Distinct().Where(c => Contiene($"convenzione {c.Titolo}", parole)).Take(PerGenere);
        return trovati.Select(l => new Destinazione($"Lotto {l.Numero} – {l.Oggetto}", $"Lotto · {l.Titolo}", AppRoutes.LottoDi(l.Id)))
            .Concat(convenzioni.Select(c => new Destinazione(c.Titolo, "Convenzione", AppRoutes.ConvenzioneDi(c.ConvenzioneId))));
    }

    private static bool Contiene(string testo, string[] parole)
    {
        var piegato = TestoPiegato.Parole(testo);
        return Array.TrueForAll(parole, p => piegato.Contains(" " + p, StringComparison.Ordinal));
    }
}
