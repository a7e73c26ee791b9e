using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CsCheck;

namespace CigHub.Tests.Convenzioni;

/// <summary>The ledger of a Lotto, in the domain alone.</summary>
public sealed class CapienzaTests
{
    private static readonly DateTime Ora = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private static Capienza Aperta(decimal massimale)
    {
        var capienza = new Capienza(Guid.NewGuid());
        capienza.Apri(Importo.DaEuro(massimale), "Contratto", Ora);
        return capienza;
    }

    [Fact]
    public void Una_riserva_entra_fino_all_ultimo_centesimo()
    {
        var capienza = Aperta(100);
        Assert.Equal("capienza.insufficiente", capienza.Riserva(Guid.NewGuid(), Importo.DaEuro(100.01m), Ora).Errors[0].Code);
        Assert.True(capienza.Riserva(Guid.NewGuid(), Importo.DaEuro(100), Ora).IsSuccess);
        Assert.Equal(Importo.Zero, capienza.Residuo);
        Assert.Equal("capienza.insufficiente", capienza.Riserva(Guid.NewGuid(), Importo.DaCentesimi(1), Ora).Errors[0].Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Una_riserva_di_niente_o_negativa_e_rifiutata(long centesimi)
    {
        var capienza = Aperta(100);
        Assert.Equal("capienza.importo-non-positivo", capienza.Riserva(Guid.NewGuid(), Importo.DaCentesimi(centesimi), Ora).Errors[0].Code);
        Assert.Equal(Importo.Zero, capienza.Riservato);
    }

    [Fact]
    public void Un_fatto_si_registra_anche_se_supera_e_lo_sforamento_resta_scritto_finche_dura()
    {
        var capienza = Aperta(100);
        capienza.RegistraAltreAdesioni(Importo.DaEuro(130), "Comunicazione", Ora);
        Assert.True(capienza.SforamentoDaRegolarizzare);
        Assert.Equal(Importo.DaEuro(-30), capienza.Residuo);
        capienza.RegistraAltreAdesioni(Importo.DaEuro(-30), "Rettifica", Ora);
        Assert.False(capienza.SforamentoDaRegolarizzare);
    }

    [Fact]
    public void I_totali_sono_sempre_le_somme_delle_righe_e_il_residuo_e_negativo_solo_con_lo_sforamento() =>
        Gen.Select(Gen.Int[0, 3], Gen.Long[-100_000, 100_000]).Array[0, 60].Sample(atti =>
        {
            var capienza = new Capienza(Guid.NewGuid());
            var righe = new List<MovimentoCapienza> { capienza.Apri(Importo.DaCentesimi(250_000), "Contratto", Ora) };
            var riserve = new Queue<(Guid Id, Importo Importo)>();
            foreach (var (atto, centesimi) in atti)
            {
                var importo = Importo.DaCentesimi(centesimi);
                switch (atto)
                {
                    case 0:
                        righe.Add(capienza.RegistraAltreAdesioni(importo, "Comunicazione", Ora));
                        break;
                    case 1 when riserve.TryDequeue(out var finita):
                        righe.Add(capienza.Rilascia(finita.Id, finita.Importo, Ora));
                        break;
                    case 2 when riserve.TryDequeue(out var presa):
                        righe.AddRange(capienza.Aderisci(presa.Id, presa.Importo, "B1234ABC7C", Ora));
                        break;
                    case 3:
                        var id = Guid.NewGuid();
                        var residuo = capienza.Residuo;
                        var riserva = capienza.Riserva(id, importo, Ora);
                        Assert.Equal(centesimi > 0 && importo <= residuo, riserva.IsSuccess);
                        if (riserva.IsSuccess)
                        {
                            righe.Add(riserva.Value);
                            riserve.Enqueue((id, importo));
                        }

                        break;
                }

                Assert.Equal(Somma(righe, TipoMovimento.Iniziale, TipoMovimento.Variazione), capienza.Massimale);
                Assert.Equal(Somma(righe, TipoMovimento.AltreAdesioni), capienza.AltreAdesioni);
                Assert.Equal(Somma(righe, TipoMovimento.Riserva, TipoMovimento.Rilascio), capienza.Riservato);
                Assert.Equal(Somma(righe, TipoMovimento.Adesione), capienza.Aderito);
                Assert.Equal(capienza.Residuo < Importo.Zero, capienza.SforamentoDaRegolarizzare);
                Assert.Equal(Importo.Somma(riserve.Select(r => r.Importo)), capienza.Riservato);
            }
        }, iter: 2_000);

    private static Importo Somma(IEnumerable<MovimentoCapienza> righe, params TipoMovimento[] tipi) =>
        Importo.Somma(righe.Where(r => tipi.Contains(r.Tipo)).Select(r => r.Importo));
}
