using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Tests.Support;

namespace CigHub.Tests.Domain.Codici;

public class ValueTypesContractTests
{
    // A new type that implements IParsable<> needs a line here, or the second test fails.
    private static readonly Dictionary<Type, Action> _contratti = new()
    {
        [typeof(Cig)] = () => Codice<Cig>("9914876E7F", "B61107E182"),
        [typeof(CodiceFiscale)] = () => Codice<CodiceFiscale>("80034390585", "RSSMRA80A01H501U"),
        [typeof(CodiceCentroDiCosto)] = () => Codice<CodiceCentroDiCosto>("9D742831-3C94-4501-A651-2BF4DB78E30D", "9D742831-3C94-4501-A651-2BF4DB78E30E"),
        [typeof(CodIstat)] = () => Codice<CodIstat>("012058091", "012058092"),
        [typeof(CodNuts)] = () => Codice<CodNuts>("ITI4", "ITI43"),
        [typeof(Cpv)] = () => Codice<Cpv>("45233140", "45233141"),
        [typeof(Cup)] = () => Codice<Cup>("F81B21000010001", "F81B21000020001"),
        [typeof(IdentificativoOperatore)] = () => Codice<IdentificativoOperatore>("80034390585", "DE123456789"),
        [typeof(Importo)] = () => ValueContract.Verify(Importo.DaCentesimi(-123_456), Importo.DaEuro(-1234.56m), Importo.DaCentesimi(5)),
        [typeof(PartitaIva)] = () => Codice<PartitaIva>("02438750586", "12345678903"),
    };

    public static TheoryData<string> Tipi => [.. _contratti.Keys.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Tipi))]
    public void Ogni_tipo_di_valore_mantiene_il_contratto(string tipo) => _contratti.Single(c => c.Key.Name == tipo).Value();

    [Fact]
    public void Ogni_tipo_che_si_legge_da_testo_ha_il_suo_contratto_qui()
    {
        var leggibili = typeof(Importo).Assembly.GetExportedTypes()
            .Where(t => !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>)))
            .ToHashSet();

        Assert.Empty(leggibili.Except(_contratti.Keys).Select(t => t.Name));
        Assert.Empty(_contratti.Keys.Except(leggibili).Select(t => t.Name));
    }

    [Fact]
    public void Nessun_codice_si_puo_fare_senza_leggerlo()
    {
        foreach (var tipo in _contratti.Keys.Where(t => t.IsClass))
        {
            Assert.True(tipo.IsSealed, tipo.Name);
            Assert.Empty(tipo.GetConstructors());
            Assert.False(tipo.GetProperty(nameof(Cig.Valore))!.CanWrite, tipo.Name);
        }
    }

    private static void Codice<T>(string minore, string maggiore)
        where T : IParsable<T> =>
        ValueContract.Verify(T.Parse(minore, null), T.Parse(" " + minore.ToLowerInvariant(), null), T.Parse(maggiore, null));
}
