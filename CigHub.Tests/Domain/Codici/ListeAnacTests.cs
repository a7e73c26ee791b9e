using CigHub.Domain.Codici;
using CigHub.Tests.Support;

namespace CigHub.Tests.Domain.Codici;

public class ListeAnacTests
{
    private static readonly DateOnly _giorno = new(2026, 7, 1);

    public static TheoryData<string> Nomi => [.. ListeAnac.Nomi];

    [Theory]
    [MemberData(nameof(Nomi))]
    public void Ogni_lista_si_carica_con_codici_unici_ed_etichette_brevi(string nome)
    {
        var lista = ListeAnac.Trova(nome.ToLowerInvariant())!;
        Assert.Equal(nome, lista.IdTipologica);
        Assert.NotEmpty(lista.Valide(_giorno));
        Assert.All(lista.Voci, v =>
        {
            Assert.InRange(v.Etichetta.Length, 1, VoceLista.MaxEtichetta);
            Assert.DoesNotContain("  ", v.Etichetta, StringComparison.Ordinal);
            Assert.Equal((v.Codice.Trim(), v.Etichetta.Trim()), (v.Codice, v.Etichetta));
            Assert.True(v.Dal is null || v.Fino is null || v.Dal < v.Fino, v.Codice);
            Assert.Same(v, lista.Trova(v.Codice));
        });
        Assert.Equal(lista.Voci.Count, lista.Voci.Select(v => v.Codice).Distinct().Count());
    }

    [Fact]
    public void Le_liste_hanno_quante_voci_ha_anac_tolti_i_doppioni() =>
        Assert.Equal(
            (9454, 8828, 137, 56, 131, 17),
            (ListeAnac.Cpv.Voci.Count, ListeAnac.CodIstat.Voci.Count, ListeAnac.CodNuts.Voci.Count, ListeAnac.Categoria.Voci.Count,
                ListeAnac.Ccnl.Voci.Count, ListeAnac.RuoloOE.Voci.Count));

    [Fact]
    public void Una_lista_che_non_c_e_non_si_trova() => Assert.Null(ListeAnac.Trova("inventata") ?? ListeAnac.Trova(null));

    [Fact]
    public void I_codici_delle_liste_sono_codici_validi()
    {
        Assert.All(ListeAnac.Cpv.Voci, v => Assert.Equal(v.Codice, Cpv.Parse(v.Codice, null).Valore));
        Assert.All(ListeAnac.CodIstat.Voci, v => Assert.Equal(v.Codice, CodIstat.Parse(v.Codice, null).Valore));
        Assert.All(ListeAnac.CodNuts.Voci, v => Assert.Equal(v.Codice, CodNuts.Parse(v.Codice, null).Valore));
    }

    [Fact]
    public void I_comuni_di_Roma_sono_122_e_uno_e_cessato()
    {
        var comuni = ListeAnac.CodIstat.Voci.Where(v => CodIstat.Parse(v.Codice, null).InCittaMetropolitanaDiRoma).ToList();
        Assert.Equal(122, comuni.Count);
        Assert.Equal("012058121", Assert.Single(comuni, v => !v.ValidaAl(_giorno)).Codice);
    }

    [Theory]
    [InlineData("1", "2025-07-30", true)]
    [InlineData("1", "2025-07-31", false)]
    [InlineData("13", "2025-07-30", false)]
    [InlineData("13", "2025-07-31", true)]
    [InlineData("10", "1999-01-01", true)]
    public void Un_codice_vale_dal_primo_giorno_compreso_all_ultimo_escluso(string ruolo, string giorno, bool valido) =>
        Assert.Equal(valido, ListeAnac.RuoloOE.Trova(ruolo)!.ValidaAl(DateOnly.Parse(giorno, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Un_codice_scaduto_non_e_offerto_ma_si_trova()
    {
        Assert.Equal(["4", "5", "10", "11", "12", "13", "14", "15", "16", "17"], ListeAnac.RuoloOE.Valide(_giorno).Select(v => v.Codice));
        Assert.Empty(ListeAnac.RuoloOE.Cerca("mandante in RTI", _giorno, 10));
        Assert.Equal("Mandante in RTI", ListeAnac.RuoloOE.Trova("2")?.Etichetta);
    }

    [Theory]
    [InlineData("CPV", "45233140", "45233140")]
    [InlineData("CPV", "45233140-2", "45233140")]
    [InlineData("CPV", "452331", "45233100")]
    [InlineData("CPV", "puliz uffic", "90919000")]
    [InlineData("CPV", "ELETTRICITA", "09310000")]
    [InlineData("codIstat", "fiumicino", "012058120")]
    [InlineData("codIstat", "forlì", "008040012")]
    [InlineData("codIstat", "sant angelo romano", "012058098")]
    [InlineData("codNUTS", "roma", "ITI43")]
    [InlineData("codNUTS", "forli", "ITH58")]
    [InlineData("categoria", "os12a", "OS 12-A")]
    [InlineData("categoria", "og 1", "OG 1")]
    [InlineData("categoria", "og edif", "OG 1")]
    [InlineData("accessibilita", "n-inc-just", "n-inc-just")]
    public void La_ricerca_per_codice_o_per_parole_trova_per_prima_la_voce_giusta(string lista, string testo, string codice) =>
        Assert.Equal(codice, ListeAnac.Trova(lista)!.Cerca(testo, _giorno, 10)[0].Codice);

    [Fact]
    public void Tutte_le_parole_devono_esserci_e_conta_solo_l_inizio()
    {
        Assert.NotEmpty(ListeAnac.Cpv.Cerca("lavori strade", _giorno, 10));
        Assert.Empty(ListeAnac.Cpv.Cerca("lavori astronavi", _giorno, 10));
        Assert.Empty(ListeAnac.Cpv.Cerca("ettricità", _giorno, 10));
    }

    [Fact]
    public void Il_testo_vuoto_offre_le_prime_voci_e_il_massimo_e_rispettato()
    {
        Assert.Equal(["4", "5", "10"], ListeAnac.RuoloOE.Cerca("  ", _giorno, 3).Select(v => v.Codice));
        Assert.Equal(5, ListeAnac.Cpv.Cerca("servizi", _giorno, 5).Count);
        Assert.Empty(ListeAnac.Cpv.Cerca("servizi", _giorno, -1));
        Assert.Empty(ListeAnac.Cpv.Cerca(null, _giorno, 0));
    }

    [Theory]
    [InlineData("\uD800\uFFFE")]
    [InlineData("§§§")]
    public void Un_testo_senza_parole_non_trova_niente_e_non_cade(string testo) => Assert.Empty(ListeAnac.Cpv.Cerca(testo, _giorno, 10));

    [Fact]
    public void Un_testo_lunghissimo_non_cade() => Assert.Empty(ListeAnac.Cpv.Cerca(string.Concat(Enumerable.Repeat("serv izi ", 20_000)), _giorno, 10));

    [Theory]
    [InlineData("CPV", "30192000", "30192000")]
    [InlineData("CPV", "30192000-1", "30192000")]
    [InlineData("CPV", "301920001", "30192000")]
    [InlineData("CPV", " materiale per ufficio ", "30192000")]
    [InlineData("CPV", "30192000 – Materiale per ufficio", "30192000")]
    [InlineData("codIstat", "Tivoli", "012058104")]
    [InlineData("codIstat", "forli", "008040012")]
    [InlineData("codNUTS", "iti43", "ITI43")]
    [InlineData("categoria", "os12a", "OS 12-A")]
    [InlineData("ruoloOE", "2", "2")]
    [InlineData("ruoloOE", "2 – Mandante in RTI", "2")]
    [InlineData("ruoloOE", "Mandante in RTI", null)]
    [InlineData("codIstat", "Castro", null)]
    [InlineData("codIstat", "Tiv", null)]
    [InlineData("codIstat", "0120581042", null)]
    [InlineData("CPV", "3019200", null)]
    [InlineData("CPV", "§§§", null)]
    [InlineData("CPV", "", null)]
    [InlineData("CPV", null, null)]
    public void Un_testo_che_nomina_una_sola_voce_la_riconosce_e_nessun_altro(string lista, string? testo, string? codice) =>
        Assert.Equal(codice, ListeAnac.Trova(lista)!.Riconosci(testo, _giorno)?.Codice);

    [Fact]
    public void Cio_che_una_lista_mostra_si_riconosce_quando_e_una_voce_sola()
    {
        var ripetute = ListeAnac.Cpv.Voci.GroupBy(v => v.Etichetta).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet();
        foreach (var voce in ListeAnac.Cpv.Voci.Chunk(40).Select(c => c[0]))
        {
            Assert.Same(voce, ListeAnac.Cpv.Riconosci(voce.Parola, _giorno));
            Assert.Equal(ripetute.Contains(voce) ? null : voce, ListeAnac.Cpv.Riconosci(voce.Etichetta, _giorno));
        }
    }

    [Theory]
    [InlineData("009047001", "009047023")] // Abetone, merged with Cutigliano
    [InlineData("003013172", "003013252")] // Ossuccio, merged into Tremezzina
    [InlineData("011041033", "008099030")] // Montecopiolo, passed to another region
    [InlineData("012058121", "012058057")] // Boville, back to Marino
    [InlineData("999992301", null)] // Afghanistan
    [InlineData("012058104", null)] // Tivoli has not ended
    public void Un_comune_cessato_dice_da_quando_e_che_cosa_lo_ha_sostituito(string cessato, string? successore)
    {
        Assert.Equal(successore, ListeAnac.CodIstat.Successore(cessato, _giorno)?.Codice);
        if (successore is not null)
        {
            var frase = ListeAnac.CodIstat.Errore(cessato, _giorno)!.Message;
            Assert.Contains("31/12/2025", frase, StringComparison.Ordinal);
            Assert.Contains($"({successore})", frase, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ogni_successore_e_un_comune_valido()
    {
        var cessati = ListeAnac.CodIstat.Voci.Where(v => !v.ValidaAl(_giorno) && !v.Codice.StartsWith("999", StringComparison.Ordinal)).ToList();
        Assert.InRange(cessati.Count(v => ListeAnac.CodIstat.Successore(v.Codice, _giorno) is null), 0, 14);
    }

    [Theory]
    [InlineData("castro", "CASTRO (Bergamo)", "CASTRO (Lecce)")]
    [InlineData("livo", "LIVO (Como)", "LIVO (Trento)")]
    [InlineData("sassari", "SASSARI (Sassari, dal 01/01/2000)", "SASSARI (Sassari, dal 19/05/2026)")]
    public void Due_comuni_con_lo_stesso_nome_si_distinguono(string cercato, string uno, string altro) =>
        Assert.Equal([uno, altro], ListeAnac.CodIstat.Cerca(cercato, _giorno, 2).Select(v => v.Nome).Order());

    [Theory]
    [InlineData("castro lecce", "016075096")]
    [InlineData("CASTRO (Lecce)", "016075096")]
    [InlineData("016075096 – CASTRO (Lecce)", "016075096")]
    [InlineData("Sassari, 19/05/2026", "020112050")]
    public void Un_omonimo_si_trova_e_si_riconosce_con_la_provincia(string testo, string codice)
    {
        Assert.Equal(codice, ListeAnac.CodIstat.Cerca(testo, _giorno, 5)[0].Codice);
        if (testo.Contains('(', StringComparison.Ordinal))
        {
            Assert.Equal(codice, ListeAnac.CodIstat.Riconosci(testo, _giorno)?.Codice);
        }
    }

    [Fact]
    public void Nessun_comune_valido_ha_il_nome_di_un_altro() =>
        Assert.Empty(ListeAnac.CodIstat.Valide(_giorno).GroupBy(v => v.Nome).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [InlineData("codIstat", "Tiv", "codice.sconosciuto", "«Tiv» non è nell'elenco: scegli una voce.")]
    [InlineData("codIstat", "Castro", "codice.sconosciuto", "«Castro» è il nome di più voci dell'elenco: scegli una voce.")]
    [InlineData("ruoloOE", "2", "codice.non-valido-oggi", "«2» oggi non è valido per ANAC: Mandante in RTI è cessato il 31/07/2025 e lo ha sostituito "
        + "Mandante (10). Scegli quella voce.")]
    public void Cio_che_non_si_puo_usare_dice_perche(string lista, string testo, string codice, string frase)
    {
        var errore = ListeAnac.Trova(lista)!.Errore(testo, _giorno)!;
        Assert.Equal((codice, frase), (errore.Code, errore.Message));
        Assert.Null(ListeAnac.CodIstat.Errore("012058104", _giorno));
    }

    // A search takes about 1 ms. The limit of 50 ms is the one promised to the user who types.
    [Fact]
    public void La_ricerca_nei_cpv_e_svelta()
    {
        _ = ListeAnac.Cpv.Cerca("riscaldamento", _giorno, 20);
        var tempo = Clocked.Fastest(20, () => ListeAnac.Cpv.Cerca("servizi di manutenzione", _giorno, 20));
        Assert.True(tempo < TimeSpan.FromMilliseconds(50), $"It took {tempo}.");
    }
}
