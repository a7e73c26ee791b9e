using CigHub.Domain.Persone;
using CigHub.Tests.Security;
using CigHub.Tests.UseCases.TenYears;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Bench;

/// <summary>
/// Measures the pages of the Lotto with the most movements, tens and hundreds of thousands of them: burn-down and forecast, each division, the
/// rows, the Lotto of the catalogue, and the report about all Convenzioni.
/// </summary>
internal static class LottoBench
{
    public static async Task Measure(Offices offices)
    {
        foreach (var size in (int[])[100_000, 1_000_000])
        {
            await Measure(await offices.With(size), size);
        }
    }

    private static async Task Measure(Office office, int size)
    {
        var watch = new StatementWatch();
        await using var app = await PageTimes.Start(office, size, watch);
        var (lotto, movements) = await Largest(app.Services);
        Console.WriteLine($"A Lotto with {movements:#,0} movements, among {size:#,0} Affidamenti");
        var choice = new SpesaFilter { LottoId = lotto };
        var page = AppRoutes.SpesaLottoDi(lotto);
        (string What, string Address)[] asked =
        [
            ("burn-down and forecast", page), ("the same at a past day", $"{page}?al=2026-06-10"), ("per Ente", $"{page}?scheda=Ente"),
            ("per supplier", $"{page}?scheda=Fornitore"), ("per month", $"{page}?per=Mese"), ("rows", choice.Address(AppRoutes.SpesaMovimenti)),
            ("waiting", choice.Address(AppRoutes.SpesaInCorso)), ("Lotto of the catalogue", AppRoutes.LottoDi(lotto)), ("report", AppRoutes.SpesaRelazione),
            ("report of a past day", $"{AppRoutes.SpesaRelazione}?al=2026-06-10"),
        ];
        foreach (var (person, role) in ((string, Ruolo)[])[("responsabile", Ruolo.Responsabile), ("rup.tivoli", Ruolo.Rup)])
        {
            using var client = await TestClient.SignedInAs(app, person, role.ToString());
            foreach (var (what, address) in asked)
            {
                var turns = await Patience.Measure(watch, async () =>
                {
                    var body = await client.Http.GetByteArrayAsync(address);
                    watch.Take();
                    return body.Length;
                });
                Console.WriteLine(
                    $"{role,-13}{what,-26} p50 {turns.P50,7:0.0} ms  p95 {turns.P95,7:0.0} ms  processor {turns.Processor,7:0.0} ms  {turns.Bytes / 1024,6} KiB"
                    + (turns.Interrupted ? "  (interrupted)" : ""));
            }
        }
    }

    private static async Task<(Guid Lotto, int Movements)> Largest(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var largest = await db.Movimenti.GroupBy(m => m.LottoId).Select(g => new { g.Key, Many = g.Count() }).OrderByDescending(g => g.Many).FirstAsync();
        return (largest.Key, largest.Many);
    }
}
