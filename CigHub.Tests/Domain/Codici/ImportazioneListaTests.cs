using System.Text;
using CigHub.Domain.Codici;
using static CigHub.Tests.Features.Codici.SampleListe;

namespace CigHub.Tests.Domain.Codici;

/// <summary>
/// Checks the import of a list of codes from ANAC's file: what it reads, what it tolerates and reports, and what it refuses.
/// </summary>
public class ImportazioneListaTests
{
    private static ListaLetta Letta(string testo, string nome = "ruoloOE.json")
    {
        var esito = ImportazioneLista.Leggi(nome, Byte(testo));
        Assert.True(esito.IsSuccess, string.Join("; ", esito.Errors));
        return esito.Value;
    }

    private static string Errore(string testo, string nome = "ruoloOE.json") => Assert.Single(ImportazioneLista.Leggi(nome, Byte(testo)).Errors).Code;

    [Fact]
    public void Una_voce_si_legge_con_la_sua_finestra()
    {
        var letta = Letta(File(Voce("1", "Mandatario", null, "2025-07-31T00:00:00Z"), Voce("2", "Mandante", "2025-07-31", "2099-12-31T00:00:00"),
            Voce("3", "  Altro\\n   ruolo ")));
        Assert.Equal("ruoloOE", letta.IdTipologica);
        Assert.Equal([new("1", "Mandatario", null, new(2025, 7, 31)), new("2", "Mandante", new(2025, 7, 31), null),
            new("3", "Altro ruolo", null, null)], letta.Voci);
        Assert.Equal((true, false), (letta.Voci[0].ValidaAl(new(2025, 7, 30)), letta.Voci[0].ValidaAl(new(2025, 7, 31))));
    }

    [Fact]
    public void La_virgola_di_troppo_si_tollera_e_si_dice()
    {
        var letta = Letta($"[{Voce("1", "Uno", "2020-01-01")},]");
        Assert.Contains("virgola", Assert.Single(letta.Note), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_codice_ripetuto_e_una_voce_con_l_ultima_dicitura_e_si_dice()
    {
        var letta = Letta(
            File(Voce("OS 29", "Prima", "2020-01-01"), Voce("X", "Altra", "2020-01-01"), Voce("OS 29", "Ultima", "2020-01-01")), "categoria.json");
        Assert.Equal([("OS 29", "Ultima"), ("X", "Altra")], letta.Voci.Select(v => (v.Codice, v.Etichetta)));
        Assert.Contains("OS 29", Assert.Single(letta.Note), StringComparison.Ordinal);
    }

    /// <summary>
    /// A code that ends and begins again on the same day must be valid all the time. In this way ANAC renamed Reggio Calabria and Csongrád.
    /// </summary>
    [Fact]
    public void Un_codice_che_finisce_e_ricomincia_lo_stesso_giorno_vale_per_tutto_il_tempo()
    {
        var letta = Letta(File(Voce("ITF65", "Reggio di Calabria", null, "2026-08-03"), Voce("ITF65", "Reggio Calabria", "2026-08-03"),
            Voce("ITF66", "A", "2020-01-01", "2021-01-01"), Voce("ITF66", "B", "2021-01-01", "2022-01-01")), "codNUTS.json");
        Assert.Equal([new("ITF65", "Reggio Calabria", null, null), new("ITF66", "B", new(2020, 1, 1), new(2022, 1, 1))], letta.Voci);
    }

    [Fact]
    public void Le_voci_senza_date_valgono_sempre_e_si_dice()
    {
        var letta = Letta(File(Voce("1", "Uno"), Voce("2", "Due", "2020-01-01")));
        Assert.True(letta.Voci[0].ValidaAl(DateOnly.MinValue) && letta.Voci[0].ValidaAl(DateOnly.MaxValue));
        Assert.StartsWith("1 voce senza date", Assert.Single(letta.Note), StringComparison.Ordinal);
    }

    [Fact]
    public void Dei_NUTS_si_tiene_la_parte_italiana_e_si_dice()
    {
        var letta = Letta(File(Voce("AT", "AUSTRIA"), Voce("ITI43", "Roma", "2020-01-01")), "codNUTS.json");
        Assert.Equal("ITI43", Assert.Single(letta.Voci).Codice);
        Assert.Contains("1 voce di altri Stati lasciata da parte", Assert.Single(letta.Note), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RUOLOOE.JSON")]
    [InlineData("ruoloOE (1).json")]
    [InlineData("ruoloOE(12).json")]
    public void Il_nome_del_file_e_quello_di_anac_anche_come_lo_salva_un_browser(string nome) =>
        Assert.Equal("ruoloOE", Letta(File(Voce("1", "Uno")), nome).IdTipologica);

    [Fact]
    public void Un_file_con_il_segno_di_ordine_dei_byte_si_legge() =>
        Assert.True(ImportazioneLista.Leggi("ruoloOE.json", new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Byte(File(Voce("1", "Uno")))).ToArray()).IsSuccess);

    [Fact]
    public void Una_dicitura_lunga_e_tagliata_a_una_parola_e_il_codice_in_testa_tolto()
    {
        var letta = Letta(File(Voce("OG 1", "OG 1 - EDIFICI"), Voce("OG 2", string.Join(' ', Enumerable.Repeat("parola,", 30)))), "categoria.json");
        Assert.Equal("EDIFICI", letta.Voci[0].Etichetta);
        Assert.InRange(letta.Voci[1].Etichetta.Length, 100, VoceLista.MaxEtichetta);
        Assert.EndsWith("parola…", letta.Voci[1].Etichetta, StringComparison.Ordinal);
    }

    /// <summary>
    /// A wording that was shortened by hand must stay as long as ANAC's own wording stays the same. When ANAC changes it, the new wording
    /// must appear.
    /// </summary>
    [Fact]
    public void Una_dicitura_accorciata_a_mano_resta_finche_anac_non_la_cambia()
    {
        const string Intera =
            "Non sono compresi criteri di accessibilità per le persone con disabilità perché l'oggetto "
            + "dell'appalto non è destinato all'uso da parte di persone fisiche";
        Assert.Equal(ListeAnac.Accessibilita.Trova("n-inc")!.Etichetta, Letta(File(Voce("n-inc", Intera)), "accessibilita.json").Voci[0].Etichetta);
        Assert.StartsWith("Non sono compresi", Letta(File(Voce("n-inc", Intera + ".")), "accessibilita.json").Voci[0].Etichetta, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lista.nome-file", "ruoloOE.xlsx", "[]")]
    [InlineData("lista.nome-file", "", "[]")]
    [InlineData("lista.non-usata", "errori.json", "[]")]
    [InlineData("lista.non-json", "ruoloOE.json", "")]
    [InlineData("lista.non-json", "ruoloOE.json", "PK\u0003\u0004")]
    [InlineData("lista.non-json", "ruoloOE.json", "[{\"codice\":\"1\"")]
    [InlineData("lista.non-json", "ruoloOE.json", "[[[[[[[[[[[[1]]]]]]]]]]]]")]
    [InlineData("lista.non-json", "ruoloOE.json", "[{\"codice\":\"\\ud800\",\"descrizione\":{\"it\":\"x\"}}]")]
    [InlineData("lista.non-elenco", "ruoloOE.json", "{\"codice\":\"1\"}")]
    [InlineData("lista.vuota", "ruoloOE.json", "[]")]
    [InlineData("lista.voci-sbagliate", "ruoloOE.json", "[1,null,\"x\"]")]
    [InlineData("lista.voci-sbagliate", "ruoloOE.json", "[{\"codice\":1,\"descrizione\":{\"it\":\"x\"}}]")]
    [InlineData("lista.voci-sbagliate", "ruoloOE.json", "[{\"codice\":\"1\"}]")]
    [InlineData("lista.voci-sbagliate", "ruoloOE.json", "[{\"codice\":\"1\",\"descrizione\":\"x\"}]")]
    [InlineData("lista.voci-sbagliate", "ruoloOE.json", "[{\"codice\":\"1\",\"descrizione\":{\"it\":\"x\"},\"dataFine\":\"31/12/2025\"}]")]
    [InlineData("lista.voci-sbagliate", "ruoloOE.json",
        "[{\"codice\":\"1\",\"descrizione\":{\"it\":\"x\"},\"dataInizio\":\"2026-01-01\",\"dataFine\":\"2026-01-01\"}]")]
    [InlineData("lista.voci-sbagliate", "CPV.json", "[{\"codice\":\"058091\",\"descrizione\":{\"it\":\"x\"}}]")]
    public void Cio_che_non_e_una_lista_e_rifiutato_con_il_suo_perche(string codice, string nome, string testo) => Assert.Equal(codice, Errore(testo, nome));

    [Fact]
    public void Un_file_troppo_grande_o_con_troppe_voci_e_rifiutato()
    {
        Assert.Equal("lista.troppo-grande", Assert.Single(ImportazioneLista.Leggi("CPV.json", new byte[ImportazioneLista.MaxByte + 1]).Errors).Code);
        Assert.Equal("lista.troppe-voci", Errore($"[{string.Join(',', Enumerable.Repeat("1", ImportazioneLista.MaxVoci + 1))}]"));
    }

    [Fact]
    public void Cio_che_si_scrive_in_tabella_si_rilegge_uguale()
    {
        foreach (var nome in ListeAnac.Nomi)
        {
            var voci = ListeAnac.Trova(nome)!.Voci;
            Assert.Equal(voci, TabellaVoci.Leggi(new StringReader(TabellaVoci.Scrivi(voci))));
        }
    }
}

/// <summary>Checks the comparison between a list of codes from a file and the same list as it is in force.</summary>
public class ConfrontoListeTests
{
    private static readonly ListaCodici _attuale = new("ruoloOE",
        [new("1", "Uno", null, null), new("2", "Due", null, null), new("3", "Tre", null, new(2020, 1, 1)), new("4", "Quattro", new(2027, 1, 1), null)]);

    private static ConfrontoListe Of(ListaCodici attuale, params string[] voci) =>
        ConfrontoListe.Confronta(attuale, ImportazioneLista.Leggi("ruoloOE.json", Byte(File(voci))).Value, Oggi);

    [Fact]
    public void Dice_che_cosa_e_aggiunto_cambiato_e_terminato()
    {
        var confronto = Of(_attuale, Voce("1", "Uno bis"), Voce("5", "Cinque"), Voce("4", "Quattro", "2027-01-01", "2028-01-01"));
        Assert.Equal(
            [(TipoVariazione.Cambiata, "1", false), (TipoVariazione.Terminata, "2", true), (TipoVariazione.Terminata, "4", false),
                (TipoVariazione.Aggiunta, "5", false)],
            confronto.Variazioni.Select(v => (v.Tipo, v.Dopo.Codice, v.Assente)));
        Assert.Equal((1, 5), (confronto.Invariate, confronto.Risultato.Voci.Count));
    }

    [Fact]
    public void Un_codice_che_non_c_e_piu_cessa_oggi_e_resta_leggibile()
    {
        var due = Of(_attuale, Voce("1", "Uno")).Risultato.Trova("2")!;
        Assert.Equal((Oggi, false, true), (due.Fino!.Value, due.ValidaAl(Oggi), due.ValidaAl(Oggi.AddDays(-1))));
        Assert.Equal(new DateOnly(2020, 1, 1), Of(_attuale, Voce("1", "Uno")).Risultato.Trova("3")!.Fino);
        Assert.False(Of(_attuale, Voce("1", "Uno")).Risultato.Trova("4")!.ValidaAl(new(2027, 1, 1)));
    }

    [Fact]
    public void La_seconda_volta_non_cambia_nulla_nemmeno_domani()
    {
        string[] voci = [Voce("1", "Uno bis"), Voce("5", "Cinque")];
        var prima = Of(_attuale, voci).Risultato;
        Assert.False(Of(prima, voci).CambiaQualcosa);
        Assert.False(ConfrontoListe.Confronta(prima, ImportazioneLista.Leggi("ruoloOE.json", Byte(File(voci))).Value, Oggi.AddDays(1)).CambiaQualcosa);
    }

    [Fact]
    public void Un_codice_cessato_che_torna_vale_di_nuovo()
    {
        var senza = Of(_attuale, Voce("1", "Uno")).Risultato;
        var tornato = Of(senza, Voce("1", "Uno"), Voce("2", "Due"));
        Assert.Equal(TipoVariazione.Cambiata, Assert.Single(tornato.Variazioni).Tipo);
        Assert.True(tornato.Risultato.Trova("2")!.ValidaAl(Oggi));
    }

    [Theory]
    [MemberData(nameof(ListeAnacTests.Nomi), MemberType = typeof(ListeAnacTests))]
    public void Il_file_da_cui_viene_una_lista_fornita_non_la_cambia(string nome)
    {
        var lista = ListeAnac.Trova(nome)!;
        Assert.Empty(ConfrontoListe.Confronta(lista, ImportazioneLista.Leggi(nome + ".json", Byte(File(lista))).Value, Oggi).Variazioni);
    }

    [Fact]
    public void Una_raccolta_con_una_lista_nuova_tiene_le_altre_e_il_giorno_va_avanti()
    {
        var con = ListeAnac.Fornite.ConLista(_attuale, Oggi);
        Assert.Equal(("24/11/2026", "30/06/2026"), (con.Versione, ListeAnac.Fornite.Versione));
        Assert.Same(_attuale, con.Trova("RUOLOOE"));
        Assert.Same(ListeAnac.Cpv, con.Cpv);
        Assert.Equal(Oggi, con.ConLista(_attuale, new DateOnly(2020, 1, 1)).Giorno);
        Assert.Null(con.Trova("inventata") ?? con.Trova(null));
    }
}
