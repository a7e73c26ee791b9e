using System.Text.Json.Nodes;
using CigHub.Web.Features.RegistroEventi.Dettaglio;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>
/// Checks that the reasons, notes, declarations and accepted avvisi of an event are found, whatever else the event holds.
/// </summary>
public sealed class MotiviEDichiarazioniTests
{
    [Fact]
    public void Motivi_note_dichiarazioni_e_avvisi_superati_si_leggono_per_intero()
    {
        var dati = Oggetto("""
            {"motivo":"Trasferita","nota":"Manca il CUP","sha256":"ab12","righe":4,
             "dichiarazioni":[{"fornitore":"00000000001","testo":"Dichiaro di non avere conflitti."}],
             "avvisi":[{"codice":"x","percorso":"a/b","avviso":"Importo alto","motivo":"Due anni"}]}
            """);

        Assert.Equal(
            [
                new("Motivo", "Trasferita"), new("Nota", "Manca il CUP"), new("Dichiarazione", "Dichiaro di non avere conflitti."),
                new("Motivo per cui ha proseguito nonostante l'avviso «Importo alto»", "Due anni"),
            ],
            MotiviEDichiarazioni.Of(dati));
    }

    [Theory]
    [InlineData("""{"motivo":12,"nota":null,"dichiarazioni":"Una sola","avvisi":{"motivo":"x"}}""", "Una sola")]
    [InlineData("""{"motivo":{"altro":1},"avvisi":["x",{"avviso":"y"},null],"cambia":["CIG","Stato"]}""", "CIG|Stato")]
    [InlineData("{}", "")]
    public void Un_evento_di_un_altra_forma_si_legge_per_quel_che_ha(string json, string testi) =>
        Assert.Equal(testi, string.Join('|', MotiviEDichiarazioni.Of(Oggetto(json)).Select(t => t.Testo)));

    [Fact]
    public void Senza_dati_non_c_e_nulla_da_leggere() => Assert.Empty(MotiviEDichiarazioni.Of(null));

    private static JsonObject Oggetto(string json) => (JsonObject)JsonNode.Parse(json)!;
}
