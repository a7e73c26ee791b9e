using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Bench;

/// <summary>
/// Measures the sheet of about a hundred thousand Affidamenti, and that of one Ente beside it: the time, and how far the memory rose meanwhile.
/// Only the compressed file is held, so that the memory rises by about its size.
/// </summary>
internal static class ExportBench
{
    private const int Large = 100_000, Small = 12_000;

    public static async Task Measure(Offices uffici)
    {
        foreach (var size in new[] { Small, Large, Large })
        {
            var office = await uffici.With(size);
            var actor = await office.ActorOf("responsabile");
            await EvidenceBench.Watch($"sheet of the list, office of {size}", () => Sheet(office, actor, AffidamentiFilter.Tutti));
        }
    }

    private static async Task<string> Sheet(Office office, Actor actor, AffidamentiFilter filter)
    {
        await using var scope = office.Get<IServiceScopeFactory>().CreateAsyncScope();
        using var work = new RunningWork(() => Task.CompletedTask, default);
        var made = await scope.ServiceProvider.GetRequiredService<ListExport>().Run(EsportaAffidamenti.Sheet(filter, actor), actor, work);
        return made.TryGet(out var file)
            ? $"{file.Rows} rows, {file.Content.Length >> 20} MB"
            : throw new InvalidOperationException(string.Join("; ", made.Errors.Select(e => e.Message)));
    }
}
