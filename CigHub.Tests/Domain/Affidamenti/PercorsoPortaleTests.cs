using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>
/// Checks the percorso of the portal, which is versioned data: the rules for a new version, and the values to copy that each step gives to
/// a RUP.
/// </summary>
public sealed class PercorsoPortaleTests
{
    private static readonly DateTime Ora = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private static readonly PercorsoPortale Iniziale = PercorsoPortale.Iniziale(Guid.CreateVersion7());

    [Fact]
    public void I_sette_passi_delle_istruzioni_sono_una_versione_valida() => Assert.Empty(ControlliPercorso.Errori(Iniziale.Passi));

    [Fact]
    public void Una_versione_nuova_ha_il_numero_successivo_e_dice_perche()
    {
        var nuova = Successivo(ConTesto(1, "Clicca su «Affidamenti»"), "Il menu ha cambiato nome").Value;

        Assert.Equal((2, "Il menu ha cambiato nome", Ora), (nuova.Versione, nuova.Nota, nuova.PubblicatoIl));
        Assert.Equal("Clicca su «Affidamenti»", nuova.Passi[1].Testo);
        Assert.Equal("Clicca su «Affidamento senza negoziazione»", Iniziale.Passi[1].Testo);
    }

    [Fact]
    public void I_passi_si_rinumerano_nell_ordine_in_cui_stanno()
    {
        List<PassoPortale> passi = [.. Iniziale.Passi];
        (passi[1], passi[2]) = (passi[2], passi[1]);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], Successivo(passi).Value.Passi.Select(p => p.Numero));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Senza_dire_che_cosa_e_cambiato_non_si_pubblica(string nota) => Assert.Equal(["percorso.nota"], Codici(Successivo(ConTesto(1, "Altro"), nota)));

    [Fact]
    public void Una_versione_uguale_a_quella_in_vigore_non_si_pubblica() =>
        Assert.Equal(["percorso.uguale"], Codici(Successivo([.. Iniziale.Passi.Select(p => p with { Valori = [.. p.Valori] })])));

    [Fact]
    public void Solo_il_formato_cambiato_e_gia_una_versione_diversa() =>
        Assert.True(Successivo(ConValori(
            v => v with { Formato = v.Percorso.EndsWith("codIstat", StringComparison.Ordinal) ? FormatoValore.SoloCodice : v.Formato })).IsSuccess);

    [Fact]
    public void Ogni_errore_sta_al_suo_posto()
    {
        var errori = Successivo(ConValori(v => v.Didascalia switch
        {
            "Oggetto" => v with { Didascalia = " " },
            "CUP" => v with { Percorso = "anacForm/inventato" },
            "Tipo di Appalto" => v with { Formato = FormatoValore.ConPunto },
            _ => v,
        })).Errors;

        Assert.Equal(
            [("percorso.didascalia", "Passi/4/Valori/1"), ("percorso.formato", "Passi/4/Valori/2"), ("percorso.campo", "Passi/4/Valori/3")],
            errori.Select(e => (e.Code, e.Field!)));
    }

    [Fact]
    public void Serve_esattamente_un_passo_che_rilegge()
    {
        Assert.Equal(["percorso.rilettura"], Codici(Successivo([.. Iniziale.Passi.Select(p => p with { ChiedeRilettura = false })])));
        Assert.Equal(["percorso.rilettura"], Codici(Successivo([.. Iniziale.Passi.Select(p => p with { ChiedeRilettura = p.Numero is 5 or 6 })])));
    }

    [Fact]
    public void Una_versione_senza_i_passi_del_seguito_prende_quelli_della_prima()
    {
        Assert.All(SeguitoDelPercorso.Fasi, f => Assert.NotEmpty(SeguitoDelPercorso.PassiDellaFase(Iniziale.Passi, f)));
        Assert.Equal(Iniziale.Passi, SeguitoDelPercorso.DellaRichiesta(SeguitoDelPercorso.Completi(Iniziale.Passi)));
        Assert.Equal(["percorso.uguale"], Codici(Successivo(SeguitoDelPercorso.Completi(Iniziale.Passi))));
    }

    [Fact]
    public void I_passi_del_seguito_si_cambiano_come_gli_altri_e_restano_nella_loro_fase()
    {
        var passi = SeguitoDelPercorso.Completi(Iniziale.Passi)
            .Select(p => p.Numero == 203 ? p with { Testo = "Clicca su «PCP» e riporta", Valori = [new(SeguitoDelPercorso.Cup, "CUP nuovo")] } : p).ToList();
        var nuova = Successivo(passi).Value;
        Assert.Equal("CUP nuovo", Assert.Single(SeguitoDelPercorso.PassiDellaFase(nuova.Passi, FaseDelSeguito.Modifica)[2].Valori).Didascalia);
        Assert.Equal(7, SeguitoDelPercorso.DellaRichiesta(nuova.Passi).Count);
        Assert.Equal(
            ["percorso.campo"],
            Codici(Successivo([.. passi.Select(p => p.Numero == 203 ? p with { Valori = [new(PercorsoAd4.CigPadre, "CIG")] } : p)])));
        Assert.Equal(["percorso.seguito"], Codici(Successivo([.. passi.Select(p => p.Numero == 204 ? p with { ChiedeRilettura = false } : p)])));
    }

    [Fact]
    public void Il_CIG_si_attende_all_ultimo_passo()
    {
        List<PassoPortale> passi = [.. Iniziale.Passi];
        passi.Add(new PassoPortale(8, "Chiudi la scheda", []));
        Assert.Equal(["percorso.ordine"], Codici(Successivo(passi)));
    }

    [Fact]
    public void La_stessa_casella_con_lo_stesso_dato_due_volte_e_un_errore() =>
        Assert.Equal(["percorso.doppio"],
            Codici(Successivo(ConValori(v => v.Didascalia == "Descrizione CIG Padre" ? v with { Didascalia = "CIG Padre" } : v))));

    [Fact]
    public void I_clic_di_fila_sono_una_tappa_sola()
    {
        var guida = Guida(BozzaAd4.Vuota, Iniziale.Passi);

        Assert.Equal([[1, 2, 3, 4], [5], [6], [7]], guida.Tappe.Select(t => t.Passi.Select(p => p.Numero).ToArray()));
        Assert.Equal(1, guida.TappaDi(3).Primo);
        Assert.Equal(7, guida.TappaDi(99).Primo);
    }

    [Fact]
    public void I_valori_escono_nell_ordine_con_le_didascalie_e_nei_formati_della_versione()
    {
        var bozza = BozzaAd4.Vuota.ConValori(
        [
            (PercorsoAd4.Oggetto, "Carta in risme"),
            (PercorsoAd4.CigPadre, "A3A1102EE4"),
            (PercorsoAd4.DataAdesione, "24/11/2026"),
            (PercorsoAd4.QuadroEconomico(0, "impServizi"), "12500,5"),
        ]);
        List<PassoPortale> passi =
        [
            new(1, "Compila", [
                new(PercorsoAd4.CigPadre, "CIG Padre"), new(PercorsoAd4.DataAdesione, "Data", FormatoValore.AnnoMeseGiorno),
                new(PercorsoAd4.QuadroEconomico(0, "impServizi"), "Importo", FormatoValore.ConMigliaia),
                new(CampiDelPercorso.ImportoAppalto, "Importo Appalto", FormatoValore.ConPunto),
                new(PercorsoAd4.Aggiudicazione(0, "cupLotto/0"), "CUP")]),
        ];
        var guida = Guida(bozza, passi);

        Assert.Equal([("CIG Padre", "A3A1102EE4"), ("Data", "2026-11-24"), ("Importo", "12.500,50"), ("Importo Appalto", "12500.00")],
            guida.Valori(passi[0]).Select(v => (v.Didascalia, v.Testo)));
        Assert.Contains(guida.NonCollocati, v => v.Testo == "Carta in risme");
        Assert.DoesNotContain(guida.NonCollocati, v => v.Testo == "A3A1102EE4");
    }

    [Theory]
    [InlineData(FormatoValore.Consueto, "1234,50")]
    [InlineData(FormatoValore.ConMigliaia, "1.234,50")]
    [InlineData(FormatoValore.ConPunto, "1234.50")]
    public void Un_importo_si_scrive_come_lo_vuole_il_portale(FormatoValore formato, string atteso) =>
        Assert.Equal(atteso, formato.Scrivi(CatalogoAd4.Trova(PercorsoAd4.QuadroEconomico(0, "impServizi"))!, "1.234,50", ListeAnac.Fornite));

    [Theory]
    [InlineData(FormatoValore.SoloCodice, "058104")]
    [InlineData(FormatoValore.SoloDescrizione, "Tivoli")]
    public void Una_scelta_si_scrive_come_la_vuole_il_portale(FormatoValore formato, string parte)
    {
        var campo = CatalogoAd4.Trova(PercorsoAd4.Aggiudicazione(0, "codIstat"))!;
        var scritto = formato.Scrivi(campo, "012058104", ListeAnac.Fornite);
        Assert.Contains(parte, scritto, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("–", scritto, StringComparison.Ordinal);
    }

    [Fact]
    public void Ogni_formato_offerto_scrive_l_esempio_di_ogni_campo()
    {
        foreach (var campo in CatalogoAd4.Campi)
        {
            foreach (var formato in FormatoValoreWords.AmmessiPer(campo))
            {
                Assert.NotEmpty(formato.Scrivi(campo, EsempioDiCampo.PerCampo(campo, ListeAnac.Fornite, new DateOnly(2026, 11, 24)), ListeAnac.Fornite));
            }
        }
    }

    private static GuidaPortale Guida(BozzaAd4 bozza, IReadOnlyList<PassoPortale> passi) => new(passi, bozza, Importo.DaEuro(12500), ListeAnac.Fornite);

    private static IEnumerable<string> Codici(Result<PercorsoPortale> esito) => esito.Errors.Select(e => e.Code);

    private static Result<PercorsoPortale> Successivo(IReadOnlyList<PassoPortale> passi, string nota = "Prova") =>
        Iniziale.Successivo(Guid.CreateVersion7(), passi, nota, Ora);

    private static List<PassoPortale> ConTesto(int quale, string testo) => [.. Iniziale.Passi.Select((p, i) => i == quale ? p with { Testo = testo } : p)];

    private static List<PassoPortale> ConValori(Func<ValorePortale, ValorePortale> cambia) =>
        [.. Iniziale.Passi.Select(p => p with { Valori = [.. p.Valori.Select(cambia)] })];
}
