using CigHub.Domain.Affidamenti;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Dimostrazione;

/// <summary>Fills an empty database with the demonstration: the catalogue as the system, the Affidamenti by the same commands that people use.</summary>
internal sealed class DatiDimostrativi(SystemWriter sistema, CommandRunner runner, IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task Riempi(CancellationToken ct = default)
    {
        if (await Catalogo(ct) is { } catalogo)
        {
            await Affidamenti(catalogo, ct);
        }
    }

    /// <summary>Only people and Convenzioni; null when the database has people already.</summary>
    public async Task<CatalogoDimostrativo?> Catalogo(CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Persone.AnyAsync(ct))
        {
            return null;
        }

        var catalogo = new CatalogoDimostrativo(clock.Oggi()).Riempi(clock.GetUtcNow().UtcDateTime);
        await sistema.Scrivi(
            db =>
            {
                db.AddRange(catalogo.Enti);
                db.AddRange(catalogo.Persone);
                db.AddRange(catalogo.Appartenenze);
                db.AddRange(catalogo.Convenzioni);
                db.AddRange(catalogo.Lotti);
                db.AddRange(catalogo.Capienze.Select(c => c.Capienza));
                db.AddRange(catalogo.Capienze.SelectMany(c => c.Movimenti));
                return Task.FromResult(Eventi.Di(new EventoDaScrivere(Azioni.CatalogoCaricato, "Catalogo", Guid.Empty, null)));
            },
            ct);
        return catalogo;
    }

    private async Task Affidamenti(CatalogoDimostrativo catalogo, CancellationToken ct)
    {
        var storia = new StoriaDimostrativa(runner, scopes, clock, catalogo);
        await storia.FinoA(StatoAffidamento.CigAcquisito, "rup.tivoli", 0, "184500,00", 0xC41A01, ct);
        await storia.FinoA(StatoAffidamento.CigAcquisito, "rup.velletri", 1, "312000,00", 0xC41A02, ct);
        await storia.FinoA(StatoAffidamento.CigInRichiesta, "rup.tivoli", 1, "96750,50", 0, ct);
        await storia.FinoA(StatoAffidamento.EsitoDaVerificare, "rup2.tivoli", 0, "41200,00", 0, ct);
        await storia.FinoA(StatoAffidamento.ProntoPerIlPortale, "rup.tivoli", 2, "9800,00", 0, ct);
        await storia.FinoA(StatoAffidamento.InLavorazione, "rup.tivoli", 3, null, 0, ct);
        await storia.FinoA(StatoAffidamento.InLavorazione, "rup.velletri", 0, null, 0, ct);
    }
}
