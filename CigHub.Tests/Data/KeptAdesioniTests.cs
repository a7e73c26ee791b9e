using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Data;

/// <summary>Tests that the adhesions kept in memory are always those of the ledger, and are read again only for a Lotto that has changed.</summary>
public sealed class KeptAdesioniTests : WithBench
{
    private readonly KeptAdesioni _kept = new();

    private DateOnly Oggi => DateOnly.FromDateTime(Bench.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Only_the_Lotto_with_a_new_row_is_read_again()
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: 0, cig: 0xABCD1);
        await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: 1, cig: 0xABCD2);
        var (one, other) = (Bench.Catalogo.Lotti[0].Id, Bench.Catalogo.Lotti[1].Id);
        var before = await Kept();
        Assert.Equal(await Read(), Rows(before));
        Assert.Same(before, await Kept());

        await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: 0, importo: "250,50", cig: 0xABCD3);
        var after = await Kept();
        Assert.Equal(await Read(), Rows(after));
        Assert.Equal(before[one].Count() + 1, after[one].Count());
        Assert.Equal(before[other], after[other], ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public async Task Another_span_of_days_is_read_anew()
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Assert.NotEmpty(await Kept());
        Assert.Empty(await Bench.Query(db => _kept.Of(db, Oggi.AddYears(-3), Oggi.AddYears(-2), default)));
        Assert.Equal(await Read(), Rows(await Kept()));
    }

    private Task<ILookup<Guid, LedgerAmount>> Kept() => Bench.Query(db => _kept.Of(db, Oggi.AddYears(-1), Oggi, default));

    private async Task<IReadOnlyList<string>> Read() => Rows(
        (await Bench.Query(db => db.Adesioni(Oggi.AddYears(-1), Oggi, DateOnly.MaxValue).ToListAsync())).ToLookup(a => a.LottoId));

    private static IReadOnlyList<string> Rows(ILookup<Guid, LedgerAmount> adesioni) =>
        [.. adesioni.SelectMany(a => a).Select(a => $"{a.LottoId} {a.Giorno:O} {a.Importo}").Order(StringComparer.Ordinal)];
}
