using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;

namespace CigHub.Tests.Domain.Codici;

public sealed class CodiciErroreTests
{
    [Theory]
    [InlineData("ERR98", "ERR98")]
    [InlineData(" err98, reg24;ERR126_1 ERR98", "ERR98 REG24 ERR126_1")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Si_leggono_come_sono_scritti(string? testo, string attesi) => Assert.Equal(attesi, string.Join(' ', CodiciErrore.Leggi(testo).Value));

    [Theory]
    [InlineData("98")]
    [InlineData("ERR")]
    [InlineData("ERR98x")]
    [InlineData("ERR98 e ERR69")]
    public void Cio_che_non_e_un_codice_e_rifiutato(string testo) => Assert.Equal("errore.codice", CodiciErrore.Leggi(testo).Errors.Single().Code);

    [Fact]
    public void Nella_risposta_del_portale_si_trovano_da_soli() =>
        Assert.Equal(["ERR98", "ERR9999"], CodiciErrore.Trova("AP_N_CONF : ERR98 - CIG non valido; ERR9999, err98. ERROR12 no"));

    [Fact]
    public void Ogni_aiuto_ha_un_codice_una_causa_un_rimedio_e_una_fonte_e_nessuno_e_ripetuto()
    {
        Assert.All(AiutiForniti.Tutti, a =>
        {
            Assert.Equal([a.Codice], CodiciErrore.Leggi(a.Codice).Value);
            Assert.All(new[] { a.Testo, a.Causa, a.CheFare }, t => Assert.InRange(t.Length, 3, AiutoErrore.MaxTesto));
            Assert.All(new[] { a.AChi, a.Fonte }, t => Assert.InRange(t.Length, 3, AiutoErrore.MaxRiga));
        });
        Assert.Equal(AiutiForniti.Tutti.Count, AiutiForniti.Tutti.Select(a => a.Codice).Distinct().Count());
    }

    /// <summary>The codes that ANAC's threads name for an AD4, and every rule of ANAC's table that CigHub checks, must have their help.</summary>
    [Fact]
    public void Gli_errori_che_un_AD4_prende_davvero_ci_sono_tutti_e_quelli_di_altre_schede_no()
    {
        var codici = AiutiForniti.Tutti.Select(a => a.Codice).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "ERR98", "ERR69", "ERR96", "ERR130", "ERR131", "ERR132", "ERR9999", "ERR129", "ERR128", "ERR74", "ERR114", "ERR38", "REG18", "REG19",
                "REG21", "REG22", "REG23", "REG24", "REG27", "REG28", "REG32", "REG33", "REG52", "REG53", "REG78", "REG100", "REG112", "REG104",
            },
            codici);
        Assert.DoesNotContain("ERR100", codici);
    }
}
