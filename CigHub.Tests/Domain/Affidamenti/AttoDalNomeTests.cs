using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>Checks what the name of a file proposes for its atto, on names as offices give them.</summary>
public sealed class AttoDalNomeTests
{
    [Theory]
    [InlineData("Determina n. 451 del 20-11-2026.pdf.p7m", TipoAtto.DeterminaDiAdesione, "20/11/2026", "451")]
    [InlineData("DD_n_451_2026-11-20_adesione.pdf", TipoAtto.DeterminaDiAdesione, "20/11/2026", "451")]
    [InlineData("determinazione integrazione CIG B123456789.pdf", TipoAtto.DeterminaConCig, null, "")]
    [InlineData("ORDINATIVO 2.12.2026.pdf", TipoAtto.OrdinativoDiAdesione, "02/12/2026", "")]
    [InlineData("OdA nr 7.pdf", TipoAtto.OrdinativoDiAdesione, null, "7")]
    [InlineData("contratto firmato.p7m", TipoAtto.Contratto, null, "")]
    [InlineData("Pubblicazione in Amministrazione trasparente.pdf", TipoAtto.Pubblicazione, null, "")]
    [InlineData("SC1 inviata.pdf", TipoAtto.SchedaSc1, null, "")]
    [InlineData("scheda_CO1.pdf", TipoAtto.SchedaCo1, null, "")]
    [InlineData("scansione 0001.pdf", null, null, "")]
    [InlineData("Conferma di capienza CMRC 20-11-2026.pdf", null, "20/11/2026", "")]
    [InlineData("contratto dal 01-01-2027 al 31-12-2029.pdf", TipoAtto.Contratto, null, "")]
    [InlineData("determina 31-02-2026.pdf", TipoAtto.DeterminaDiAdesione, null, "")]
    public void Il_nome_propone_tipo_data_e_numero(string nome, TipoAtto? tipo, string? data, string numero) =>
        Assert.Equal(new AttoDalNome(tipo, data is null ? null : WrittenDate.Leggi(data).Value, numero), AttoDalNome.Leggi(nome, immagine: false));

    [Fact]
    public void Un_immagine_senza_altri_segni_e_un_evidenza()
    {
        Assert.Equal(TipoAtto.Evidenza, AttoDalNome.Leggi("IMG_0042.png", immagine: true).Tipo);
        Assert.Equal(TipoAtto.Contratto, AttoDalNome.Leggi("contratto.jpg", immagine: true).Tipo);
        Assert.Null(AttoDalNome.Leggi("capienza.png", immagine: true).Tipo);
    }
}
