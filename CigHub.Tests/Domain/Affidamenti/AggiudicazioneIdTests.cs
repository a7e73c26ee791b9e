using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>Checks that the id of an Aggiudicazione depends only on its Affidamento and its place in the scheda.</summary>
public sealed class AggiudicazioneIdTests
{
    private const int Places = 50;

    private static readonly DateTime _now = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private readonly Guid _affidamento = Guid.CreateVersion7(_now);

    [Fact]
    public void The_same_place_of_the_same_Affidamento_has_the_same_id() => Assert.Equal(IdsOf(_affidamento), IdsOf(_affidamento));

    [Fact]
    public void Every_place_and_every_Affidamento_has_an_id_of_its_own()
    {
        var other = Guid.CreateVersion7(_now);
        Assert.Equal((2 * Places) + 2, IdsOf(_affidamento).Concat(IdsOf(other)).Append(_affidamento).Append(other).Distinct().Count());
    }

    [Fact]
    public void It_is_a_Guid_v7_of_the_same_instant() => Assert.All(IdsOf(_affidamento), id =>
    {
        Assert.Equal(7, id.Version);
        Assert.Equal(0b10, id.Variant >> 2);
        Assert.Equal(_affidamento.ToByteArray(bigEndian: true)[..6], id.ToByteArray(bigEndian: true)[..6]);
    });

    private static IReadOnlyList<Guid> IdsOf(Guid id)
    {
        var lotto = new Lotto(Guid.NewGuid(), Guid.NewGuid(), new DatiLotto(
            1,
            "Carta in risme",
            Cig.Parse("B61107E182", null),
            new CaratteristicheLotto("supplies", Cpv.Parse("30197630", null), "G01", "FB", CodNuts.Parse("ITI43", null), new(2023, 7, 1)),
            [new Fornitore(Guid.NewGuid(), "Cartiera", CodiceFiscale.Parse("12345678903", null), "14", "1")]));
        var convenzione = new Convenzione(Guid.NewGuid(), new DatiConvenzione(
            "Carta", DisciplinaApplicabile.Dlgs50Del2016, new(2023, 6, 1), new(2023, 8, 1), new(2026, 12, 31), false, ErosioneMassimale.NettoConSicurezza));
        var bozza = Enumerable.Range(0, Places).Aggregate(BozzaAd4.Vuota, (b, i) => b.ConValori(PercorsoAd4.QuadroEconomico(i, "impForniture"), "100,00"));
        var rup = Guid.NewGuid();
        var affidamento = Affidamento.Nuovo(id, new NumeroAffidamento(2026, 1), Guid.NewGuid(), lotto, convenzione, rup, rup, null, bozza, _now).Value;
        return [.. affidamento.Aggiudicazioni.Select(a => a.Id)];
    }
}
