using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Convenzioni;

/// <summary>
/// Checks that a save fails when the Capienza of the Lotto has changed since it was read. This must hold even without the write gate and a
/// transaction that make writers wait.
/// </summary>
public sealed class CapienzaConcurrencyTests : WithBench
{
    [Theory]
    [InlineData(nameof(Capienza.Massimale))]
    [InlineData(nameof(Capienza.Aderito))]
    [InlineData(nameof(Capienza.Riservato))]
    [InlineData(nameof(Capienza.AltreAdesioni))]
    public async Task Una_riserva_su_un_totale_che_un_altro_ha_mosso_non_si_salva(string totale)
    {
        var lotto = Bench.Catalogo.Lotti[0].Id;
        await using var scope = Bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var capienza = await db.Capienze.SingleAsync(c => c.LottoId == lotto);
        Bench.Run($"UPDATE \"Capienze\" SET \"{totale}\" = \"{totale}\" + 1");

        db.Movimenti.Add(capienza.Riserva(
            new DatiAdesione(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), new DateOnly(2026, 11, 24)), Importo.DaEuro(1),
            TestBench.Now.UtcDateTime).Value);
        var eventi = Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Lotto, lotto, null));
        var rifiuto = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(
            () => new RecordedSave(db, Bench.Clock).Save(eventi, Attore.Sistema, null, default));

        Assert.IsType<Capienza>(Assert.Single(rifiuto.Entries).Entity);
        Assert.Equal(0, await Bench.Query(altro => altro.Movimenti.CountAsync(m => m.Tipo == TipoMovimento.Riserva)));
    }
}
