using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Components.Layout;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.VaiA;

/// <summary>Finds the Affidamenti, Lotti and Convenzioni that match a few typed words, among those that the actor may see.</summary>
public sealed class CercaDestinazioni(CigHubDbContext db, Ambito ambito, AffidamentiSearch ricerca) : IQuery
{
    private const int PerGenere = 6;

    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<IReadOnlyList<Destination>?> Run(string testo, CancellationToken ct = default)
    {
        var parole = FoldedText.Parole(testo).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parole.Length == 0 ? [] : [.. await Affidamenti(testo, ct), .. await Catalogo(parole, ct)];
    }

    /// <summary>
    /// Returns the matching Affidamenti, the most recently changed first, at most six. When there are more, a link to the whole list
    /// follows.
    /// </summary>
    private async Task<IEnumerable<Destination>> Affidamenti(string testo, CancellationToken ct)
    {
        var trovati = await ricerca.ConParole(db.Visibili(ambito).Where(a => a.Stato != StatoAffidamento.Eliminato), testo, ct);
        var voci = await trovati.OrderByDescending(a => a.ModificatoIl)
            .Take(PerGenere + 1)
            .Select(a => new { a.Id, a.TitoloDocumento, a.Stato })
            .ToListAsync(ct);
        var destinazioni = voci.Take(PerGenere).Select(v => new Destination(
            v.TitoloDocumento,
            $"Affidamento · {v.Stato.Nome()}",
            AppRoutes.AffidamentoDi(v.Id, v.Stato)));
        return voci.Count <= PerGenere
            ? destinazioni
            : destinazioni.Append(new Destination(
                $"Tutti gli affidamenti con «{testo.Trim()}»", "Affidamenti", new AffidamentiFilter(Testo: testo.Trim()).Address()));
    }

    /// <summary>
    /// Returns the matching Lotti and Convenzioni. They are a few hundred rows, and are compared in memory because SQLite cannot ignore
    /// accents.
    /// </summary>
    private async Task<IEnumerable<Destination>> Catalogo(string[] parole, CancellationToken ct)
    {
        var lotti = await (
            from l in db.Lotti.AsNoTracking()
            join c in db.Convenzioni.AsNoTracking() on l.ConvenzioneId equals c.Id
            orderby c.AdesioniAl descending, l.Numero
            select new { l.Id, l.Numero, l.Oggetto, l.CigPadre, ConvenzioneId = c.Id, c.Titolo }).ToListAsync(ct);
        var trovati = lotti.Where(l => Contains($"lotto {l.Numero} {l.Oggetto} {l.CigPadre} {l.Titolo}", parole)).ToList();
        var convenzioni = lotti.Select(l => (l.ConvenzioneId, l.Titolo)).Distinct().Where(c => Contains($"convenzione {c.Titolo}", parole)).ToList();
        return trovati.Take(PerGenere).Select(l => new Destination($"Lotto {l.Numero} – {l.Oggetto}", $"Lotto · {l.Titolo}", AppRoutes.LottoDi(l.Id)))
            .Concat(convenzioni.Take(PerGenere).Select(c => new Destination(c.Titolo, "Convenzione", AppRoutes.ConvenzioneDi(c.ConvenzioneId))))
            .Concat(trovati.Count <= PerGenere && convenzioni.Count <= PerGenere
                ? []
                : [new Destination(
                    $"Tutte le Convenzioni e i Lotti con «{string.Join(' ', parole)}»",
                    "Convenzioni",
                    AppRoutes.ConvenzioniCon(string.Join(' ', parole)))]);
    }

    private static bool Contains(string testo, string[] parole)
    {
        var piegato = FoldedText.Parole(testo);
        return Array.TrueForAll(parole, p => piegato.Contains(" " + p, StringComparison.Ordinal));
    }
}
