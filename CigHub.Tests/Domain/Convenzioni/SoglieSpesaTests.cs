using CigHub.Domain.Convenzioni;

namespace CigHub.Tests.Domain.Convenzioni;

/// <summary>Tests the thresholds that a Convenzione may have of its own, and the muting of an alert.</summary>
public sealed class SoglieSpesaTests
{
    private static readonly DateTime Adesso = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Oggi = new(2026, 11, 24);

    public static TheoryData<string?, SoglieScelte> Casi => new()
    {
        { null, new SoglieScelte() },
        { null, new SoglieScelte(1, 99, 98, 1, 1, 730, 730) },
        { nameof(SoglieScelte.MesiPerLaGara), new SoglieScelte(MesiPerLaGara: 0) },
        { nameof(SoglieScelte.MesiPerLaGara), new SoglieScelte(MesiPerLaGara: 61) },
        { nameof(SoglieScelte.ResiduoBasso), new SoglieScelte(ResiduoBasso: 10) },
        { nameof(SoglieScelte.ResiduoBasso), new SoglieScelte(ResiduoBasso: 100) },
        { nameof(SoglieScelte.ResiduoMedio), new SoglieScelte(ResiduoMedio: 5) },
        { nameof(SoglieScelte.ResiduoMinimo), new SoglieScelte(ResiduoMinimo: 10) },
        { nameof(SoglieScelte.ResiduoMinimo), new SoglieScelte(ResiduoMinimo: 0) },
        { nameof(SoglieScelte.GiorniBloccata), new SoglieScelte(GiorniBloccata: 30) },
        { nameof(SoglieScelte.GiorniBloccata), new SoglieScelte(GiorniBloccata: 0) },
        { nameof(SoglieScelte.GiorniBloccataLunga), new SoglieScelte(GiorniBloccataLunga: 15) },
        { nameof(SoglieScelte.GiorniBloccataLunga), new SoglieScelte(GiorniBloccataLunga: 731) },
        { nameof(SoglieScelte.GiorniComunicazione), new SoglieScelte(GiorniComunicazione: 0) },
    };

    [Theory]
    [MemberData(nameof(Casi))]
    public void Una_soglia_sbagliata_e_detta_al_suo_campo(string? campo, SoglieScelte soglie) =>
        Assert.Equal(campo is null ? [] : [campo], soglie.Controlla().Select(e => e.Field));

    [Fact]
    public void Una_soglia_non_scelta_e_quella_dell_ufficio()
    {
        Assert.Equal(SoglieSpesa.Predefinite, new SoglieScelte().Valori);
        Assert.Equal(SoglieSpesa.Predefinite with { MesiPerLaGara = 18 }, new SoglieScelte(MesiPerLaGara: 18).Valori);
    }

    [Fact]
    public void Un_avviso_silenziato_torna_dopo_il_giorno_o_se_peggiora()
    {
        var avviso = new AvvisoSilenziato(null, Guid.NewGuid(), TipoAvviso.ResiduoBasso);
        Assert.False(avviso.Copre(GravitaAvviso.Bassa, Oggi));
        Assert.True(avviso.Silenzia(GravitaAvviso.Media, Oggi.AddDays(10), "gara avviata", Guid.NewGuid(), Adesso).IsSuccess);
        Assert.True(avviso.Copre(GravitaAvviso.Media, Oggi.AddDays(10)));
        Assert.True(avviso.Copre(GravitaAvviso.Bassa, Oggi));
        Assert.False(avviso.Copre(GravitaAvviso.Media, Oggi.AddDays(11)));
        Assert.False(avviso.Copre(GravitaAvviso.Alta, Oggi));
        Assert.Equal("avviso.gia-silenziato", Codice(avviso, GravitaAvviso.Media, Oggi.AddDays(20)));
        Assert.True(avviso.Silenzia(GravitaAvviso.Alta, Oggi.AddDays(AvvisoSilenziato.MaxGiorni), "gara avviata", Guid.NewGuid(), Adesso).IsSuccess);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(AvvisoSilenziato.MaxGiorni + 1)]
    public void Si_silenzia_da_domani_a_un_anno(int giorni) =>
        Assert.Equal(
            "avviso.giorno", Codice(new AvvisoSilenziato(null, Guid.NewGuid(), TipoAvviso.ResiduoBasso), GravitaAvviso.Bassa, Oggi.AddDays(giorni)));

    private static string Codice(AvvisoSilenziato avviso, GravitaAvviso gravita, DateOnly finoAl) =>
        Assert.Single(avviso.Silenzia(gravita, finoAl, "perché", Guid.NewGuid(), Adesso).Errors).Code;
}
