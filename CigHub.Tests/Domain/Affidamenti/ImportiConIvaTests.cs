using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>Checks how the amounts of an Ente are summed with IVA: by rate, exempt, and with inversione contabile.</summary>
public sealed class ImportiConIvaTests
{
    [Fact]
    public void Le_aliquote_stanno_prima_poi_esente_e_inversione_contabile_e_in_fondo_cio_che_manca()
    {
        var importi = ImportiConIva.Somma(
        [
            Caso(null, "9,00"), Caso(22, "0,05"), Caso(22, "0,05", RegimeIva.InversioneContabile), Caso(10, "100,00"), Caso(22, "0,05"),
            Caso(0, "7,00", RegimeIva.Esente), Caso(null, "1,00", RegimeIva.Esente), Caso(null, "2,00", RegimeIva.InversioneContabile),
        ]);
        Assert.Equal(
            [
                ("10\u00A0%", 1, "100,00", "10,00", "110,00"),

                // Each is rounded by itself: 0,05 with 22 % is 0,06, and two of them are 0,12.
                ("22\u00A0%", 2, "0,10", "0,02", "0,12"),
                ("Esente o non imponibile", 2, "8,00", "0,00", "8,00"),
                ("Inversione contabile (reverse charge), 22\u00A0%", 1, "0,05", "0,01", "0,06"),
                ("Aliquota non indicata", 1, "9,00", null, null),
                ("Inversione contabile (reverse charge), aliquota non indicata", 1, "2,00", null, null),
            ],
            importi.Righe.Select(r => (r.Nome, r.Quanti, $"{r.Imponibile}", r.Iva?.ToString(), r.Lordo?.ToString())));
        Assert.Equal(Importo.Parse("119,15", null), importi.Imponibile);
    }

    [Fact]
    public void Un_totale_con_il_lordo_somma_solo_chi_lo_ha_e_il_totale_di_tutti_non_ne_inventa_uno()
    {
        Assert.Equal(
            [("Totale con IVA nota", 2, "107,00", "10,00", "117,00"), ("Totale", 3, "307,00", null, null)],
            Totali(Caso(10, "100,00"), Caso(null, "7,00", RegimeIva.Esente), Caso(null, "200,00")));
        Assert.Equal([("Totale", 1, "100,00", "10,00", "110,00")], Totali(Caso(10, "100,00")));
        Assert.Equal([("Totale con IVA nota", 0, "0,00", "0,00", "0,00"), ("Totale", 1, "5,00", null, null)], Totali(Caso(null, "5,00")));

        static IEnumerable<(string, int, string, string?, string?)> Totali(params (DatiFascicolo, Importo)[] affidamenti) =>
            ImportiConIva.Somma(affidamenti).Totali.Select(t => (t.Nome, t.Quanti, $"{t.Imponibile}", t.Iva?.ToString(), t.Lordo?.ToString()));
    }

    [Fact]
    public void Un_adesione_esente_e_lorda_come_e_netta_e_non_ha_aliquota()
    {
        var esente = DatiFascicolo.Vuoto with { RegimeIva = RegimeIva.Esente };
        Assert.Equal(Importo.DaEuro(10), esente.Lordo(Importo.DaEuro(10)));
        var inversione = DatiFascicolo.Vuoto with { RegimeIva = RegimeIva.InversioneContabile };
        Assert.Null(inversione.Lordo(Importo.DaEuro(10)));
        Assert.Equal(Importo.DaEuro(12.2m), (inversione with { AliquotaIva = 22 }).Lordo(Importo.DaEuro(10)));
    }

    private static (DatiFascicolo, Importo) Caso(decimal? aliquota, string importo, RegimeIva? regime = null) =>
        (DatiFascicolo.Vuoto with { AliquotaIva = aliquota, RegimeIva = regime }, Importo.Parse(importo, null));
}
