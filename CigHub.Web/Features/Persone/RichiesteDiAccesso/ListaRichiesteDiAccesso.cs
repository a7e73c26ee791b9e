using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>One row of the list of requests for access, which shows one request.</summary>
public sealed record RichiestaDiAccessoRow(Guid Id, string Nome, string NomeUtente, Ruolo Ruolo, string Ente, StatoRichiestaAccesso Stato,
    DateTime PresentataIl);

/// <summary>Reads the requests for access: either the waiting ones, the oldest first, or the decided ones, the latest first.</summary>
public sealed class ListaRichiesteDiAccesso(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<ListPage<RichiestaDiAccessoRow>> Run(bool decise, int pagina, int perPagina, CancellationToken ct = default)
    {
        var richieste = db.RichiesteDiAccesso.AsNoTracking().Where(r => (r.Stato != StatoRichiestaAccesso.InAttesa) == decise);
        var inOrdine = decise ? richieste.OrderByDescending(r => r.DecisaIl).ThenBy(r => r.Id) : richieste.OrderBy(r => r.PresentataIl).ThenBy(r => r.Id);
        var voci = await inOrdine.Skip((pagina - 1) * perPagina).Take(perPagina)
            .Select(r => new { r.Id, r.Nome, r.Cognome, r.NomeUtente, r.Ruolo, r.Ente, r.CodiceFiscaleEnte, r.Stato, r.PresentataIl }).ToListAsync(ct);
        return new ListPage<RichiestaDiAccessoRow>(
            [
                .. voci.Select(r => new RichiestaDiAccessoRow(
                    r.Id, $"{r.Cognome} {r.Nome}", r.NomeUtente, r.Ruolo, r.Ente.Length > 0 ? r.Ente : r.CodiceFiscaleEnte?.Valore ?? "",
                    r.Stato, r.PresentataIl))],
            await richieste.CountCapped(ct));
    }
}
