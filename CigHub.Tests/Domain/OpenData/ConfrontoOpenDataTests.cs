using CigHub.Domain.Common;
using CigHub.Domain.OpenData;

namespace CigHub.Tests.Domain.OpenData;

/// <summary>Checks which rows of ANAC's open data count, and which differences from CigHub they make.</summary>
public sealed class ConfrontoOpenDataTests
{
    private const string Tivoli = "86000150584", Fuori = "80000000001", Padre = "A0000000AA", Nostro = "B0000000AA", Altro = "B0000000BB";

    private static readonly Guid _tivoli = Guid.CreateVersion7(), _lotto = Guid.CreateVersion7(), _affidamento = Guid.CreateVersion7();
    private static readonly DateOnly _giorno = new(2026, 11, 10), _fotografia = new(2026, 11, 20);

    [Fact]
    public void Le_stesse_righe_non_fanno_differenze()
    {
        var confronto = Confronto();
        Leggi(confronto, Riga());
        Assert.Empty(confronto.Differenze(_fotografia));
        Assert.Equal((1, 1), (confronto.Righe, confronto.Tenute));
    }

    [Fact]
    public void Un_adesione_che_CigHub_non_ha()
    {
        var confronto = Confronto();
        Leggi(
            confronto, Riga(), Riga(Altro), Riga("C1", cf: Fuori), Riga("C2", padre: ""),
            Riga("C3", padre: "", cf: Fuori), Riga("C4", padre: "", modalita: "1"));
        var trovate = confronto.Differenze(_fotografia);
        Assert.Equal(
            [(TipoDifferenza.SoloInAnac, Altro, (Guid?)_tivoli), (TipoDifferenza.SoloInAnac, "C1", null), (TipoDifferenza.AltraConvenzione, "C2", _tivoli)],
            trovate.Select(d => (d.Tipo, d.Cig, d.EnteId)));
        Assert.Equal((6, 4), (confronto.Righe, confronto.Tenute));
        Assert.Equal((_lotto, "100,00\u00A0€, CIG Padre " + Padre), (trovate[0].LottoId, trovate[0].La));
    }

    [Fact]
    public void Per_un_Ente_solo_contano_le_sue_righe()
    {
        var confronto = Confronto(tutti: false);
        Leggi(confronto, Riga(), Riga("C1", cf: Fuori), Riga(Padre, padre: "", cf: Fuori, modalita: "17"));
        Assert.Empty(confronto.Differenze(_fotografia));
    }

    [Fact]
    public void Un_CIG_che_nel_file_non_c_e()
    {
        // In a month that the file covers, and not after its day.
        Assert.Equal([(TipoDifferenza.SoloInCigHub, Nostro, "")], Senza(_giorno).Select(d => (d.Tipo, d.Cig, d.La)));
        Assert.Empty(Senza(new DateOnly(2026, 10, 31)));
        Assert.Empty(Senza(_fotografia.AddDays(1)));
        Assert.Empty(Senza(_giorno, annullato: true));

        static IReadOnlyList<DifferenzaTrovata> Senza(DateOnly giorno, bool annullato = false)
        {
            var confronto = Confronto(giorno: giorno, annullato: annullato);
            Leggi(confronto, Riga("X", padre: "", cf: Fuori));
            return confronto.Differenze(_fotografia);
        }
    }

    [Fact]
    public void Lo_stesso_CIG_con_altri_valori()
    {
        Assert.Equal((TipoDifferenza.Importo, "100,00\u00A0€", "120,00\u00A0€"), Una(Riga(importo: "120.004")));
        Assert.Equal((TipoDifferenza.Padre, Padre, "A9"), Una(Riga(padre: "A9")));
        Assert.Equal((TipoDifferenza.Ente, Tivoli, Fuori + " COMUNE"), Una(Riga(cf: Fuori)));
        Assert.Equal((TipoDifferenza.Stato, "Acquisito", "Cancellato"), Una(Riga() with { Cancellata = true }));
        Assert.Equal((TipoDifferenza.Stato, "Acquisito", "SOSPESO"), Una(Riga() with { Stato = "SOSPESO" }));
        Assert.Equal((TipoDifferenza.Stato, "Annullato", "ATTIVO"), Una(Riga(importo: "5"), annullato: true));

        static (TipoDifferenza Tipo, string Qui, string La) Una(RigaOpenData riga, bool annullato = false)
        {
            var confronto = Confronto(annullato: annullato);
            Leggi(confronto, riga);
            var d = Assert.Single(confronto.Differenze(_fotografia));
            Assert.Equal((_affidamento, _tivoli), (d.AffidamentoId, d.EnteId));
            return (d.Tipo, d.Qui, d.La);
        }
    }

    [Fact]
    public void Un_CIG_Padre_che_ANAC_non_tiene_come_Convenzione()
    {
        var confronto = Confronto();
        Leggi(confronto, Riga(), Riga(Padre, padre: "", cf: Fuori, modalita: "17"));
        var d = Assert.Single(confronto.Differenze(_fotografia));
        Assert.Equal((TipoDifferenza.NonConvenzione, Padre, "17 PAROLE", _lotto), (d.Tipo, d.Cig, d.La, d.LottoId));
        confronto = Confronto();
        Leggi(confronto, Riga(), Riga(Padre, padre: "", cf: Fuori, modalita: "18"));
        Assert.Empty(confronto.Differenze(_fotografia));
    }

    [Fact]
    public void Di_un_CIG_ripetuto_conta_la_riga_del_CPV_prevalente()
    {
        var confronto = Confronto();
        confronto.Riguarda(Nostro, Padre, Tivoli, "11", _giorno);
        confronto.Accogli(Riga(importo: "5"), false);
        confronto.Accogli(Riga(), true);
        confronto.Accogli(Riga(importo: "6"), true);
        Assert.Empty(confronto.Differenze(_fotografia));
        Assert.Equal(1, confronto.Tenute);
    }

    [Fact]
    public void Il_file_copre_i_mesi_con_molte_righe()
    {
        var confronto = Confronto();
        for (var i = 0; i < 100; i++)
        {
            confronto.Riguarda("X", "", "", "1", new DateOnly(2026, 11, 1));
        }

        for (var i = 0; i < 5; i++)
        {
            confronto.Riguarda("X", "", "", "1", new DateOnly(2026, 9, 1));
        }

        confronto.Riguarda("X", "", "", "1", new DateOnly(2019, 3, 1));
        confronto.Riguarda("X", "", "", "1", null);
        Assert.Equal([202609, 202611], confronto.Mesi);
        Assert.Equal(new DateOnly(2026, 11, 1), confronto.Ultimo);
    }

    [Theory]
    [InlineData("351412.2", 35_141_220)]
    [InlineData("390000.0", 39_000_000)]
    [InlineData("0.125", 13)]
    [InlineData("10828.600000000001", 1_082_860)]
    [InlineData("", null)]
    [InlineData("1,5", null)]
    [InlineData("99999999999999999", null)]
    public void Gli_importi_hanno_il_punto_e_molti_decimali(string testo, int? centesimi) =>
        Assert.Equal(centesimi is { } c ? Importo.DaCentesimi(c) : null, RigaOpenData.LeggiImporto(testo));

    [Theory]
    [InlineData("2026-11-10", "10/11/2026")]
    [InlineData("2026-11-10 00:00:00", "10/11/2026")]
    [InlineData("10/11/2026", null)]
    [InlineData("2026", null)]
    public void I_giorni_sono_ISO(string testo, string? giorno) =>
        Assert.Equal(giorno, RigaOpenData.LeggiGiorno(testo)?.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void L_identita_e_cio_che_dicono_le_due_parti()
    {
        var trovata = new DifferenzaTrovata(TipoDifferenza.Importo, Nostro, "1", "2", _giorno);
        var (uno, altroFile) = (new DifferenzaOpenData(_tivoli, trovata), new DifferenzaOpenData(_lotto, trovata with { Giorno = _fotografia }));
        Assert.Equal(uno.Identita, altroFile.Identita);
        Assert.NotEqual(uno.Id, altroFile.Id);
        foreach (var altra in new[]
        {
            trovata with { La = "3" }, trovata with { Qui = "3" }, trovata with { Cig = Altro }, trovata with { Tipo = TipoDifferenza.Stato },
        })
        {
            Assert.NotEqual(uno.Identita, new DifferenzaOpenData(_tivoli, altra).Identita);
        }
    }

    /// <summary>Each row of the file as award and codes, and whether it makes a difference from a raggruppamento of A and B.</summary>
    public static TheoryData<string, bool, string> Fornitori => new()
    {
        { "1:B 1:A", false, "" },
        { "1:A 1:B 1:A", false, "" },
        { "1:A", true, "A" },
        { "1:A 1:B 1:C", true, "A, B, C" },
        { "1:C 2:A 2:B", false, "" },
        { "9:C 10:D", true, "D" },
        { "1:A 1:", false, "" },
        { "1:C 1:", true, "C" },
    };

    [Theory]
    [MemberData(nameof(Fornitori))]
    public void Di_un_fornitore_contano_i_componenti_di_una_delle_aggiudicazioni(string righe, bool diverso, string la)
    {
        var trovate = Codici(righe, Noto(Nostro, false), true, "A", "B");
        Assert.Equal(diverso ? [(TipoDifferenza.Fornitore, Nostro, "A, B", la)] : [], trovate.Select(d => (d.Tipo, d.Cig, d.Qui, d.La)));
    }

    [Fact]
    public void Dei_codici_di_un_CIG_annullato_e_di_quelli_che_CigHub_non_chiede_non_si_dice_niente()
    {
        Assert.Empty(Codici("1:C", Noto(Nostro, true), true, "A"));
        Assert.Empty(Codici("1:C", Noto(Nostro, false), false));
        Assert.Equal("", Assert.Single(Codici("1:C", Noto(Nostro, false), true)).Qui);
        Assert.Equal("A", Assert.Single(Codici("1:C", Noto(Nostro, false), false, "A")).Qui);
    }

    [Fact]
    public void Un_nome_scritto_in_un_altro_modo_accanto_allo_stesso_codice_e_la_stessa_differenza()
    {
        var prima = Di("C", "Carta SpA");
        var dopo = Di("C", "CARTA S.P.A.");
        Assert.NotEqual(prima.La, dopo.La);
        var tenuta = new DifferenzaOpenData(_lotto, prima);
        Assert.Equal(tenuta.Identita, new DifferenzaOpenData(_lotto, dopo).Identita);
        Assert.NotEqual(tenuta.Identita, new DifferenzaOpenData(_lotto, Di("D", "Carta SpA")).Identita);
        Assert.NotEqual(tenuta.Identita, new DifferenzaOpenData(_lotto, Di("C", "Carta SpA", "B")).Identita);
        tenuta.Scrivi(dopo);
        Assert.Equal("C CARTA S.P.A.", tenuta.La);

        // Of a member without a code, the name is all that the file says.
        Assert.NotEqual(new DifferenzaOpenData(_lotto, Di("D", "Carta SpA", senzaCodice: "Foreign Ltd")).Identita,
            new DifferenzaOpenData(_lotto, Di("D", "Carta SpA", senzaCodice: "Abroad Ltd")).Identita);

        static DifferenzaTrovata Di(string codice, string nome, string nostro = "A", string? senzaCodice = null)
        {
            var confronto = new ConfrontoCodici(TipoDifferenza.Fornitore, new HashSet<string> { Nostro });
            confronto.Accogli(Nostro, "1", codice, $"{codice} {nome}");
            if (senzaCodice is not null)
            {
                confronto.Accogli(Nostro, "1", "", senzaCodice);
            }

            return Assert.Single(confronto.Differenze(
                [new NostriCodici(Noto(Nostro, false), new Dictionary<string, string> { [nostro] = $"{nostro} il nostro" }, true)]));
        }
    }

    private static IReadOnlyList<DifferenzaTrovata> Codici(string righe, NostroCig nostro, bool dichiarati, params string[] scritti)
    {
        var confronto = new ConfrontoCodici(TipoDifferenza.Fornitore, new HashSet<string> { Nostro });
        Assert.False(confronto.Riguarda(Altro));
        foreach (var riga in righe.Split(' ').Select(r => r.Split(':')))
        {
            Assert.True(confronto.Riguarda(Nostro));
            confronto.Accogli(Nostro, riga[0], riga[1], riga[1]);
        }

        Assert.Equal((righe.Split(' ').Length + 1, 1), (confronto.Righe, confronto.Tenuti.Count));
        return confronto.Differenze([new NostriCodici(nostro, scritti.ToDictionary(s => s), dichiarati)]);
    }

    private static NostroCig Noto(string cig, bool annullato, DateOnly? giorno = null) =>
        new(cig, Padre, _affidamento, "CH-2026-00001", _tivoli, Tivoli, _lotto, Importo.DaEuro(100), annullato, giorno ?? _giorno);

    private static ConfrontoOpenData Confronto(bool tutti = true, bool annullato = false, DateOnly? giorno = null) => new(
        new Dictionary<string, NostroCig>
        {
            [Nostro] = Noto(Nostro, annullato, giorno),
        },
        new Dictionary<string, Guid> { [Padre] = _lotto },
        new Dictionary<string, Guid> { [Tivoli] = _tivoli },
        tutti);

    private static RigaOpenData Riga(string cig = Nostro, string padre = Padre, string importo = "100.0", string cf = Tivoli, string modalita = "11") =>
        new(cig, padre, RigaOpenData.LeggiImporto(importo), "ATTIVO", false, cf, "COMUNE", modalita, "PAROLE", _giorno);

    private static void Leggi(ConfrontoOpenData confronto, params RigaOpenData[] righe)
    {
        foreach (var riga in righe)
        {
            if (confronto.Riguarda(riga.Cig, riga.CigPadre, riga.CfEnte, riga.Modalita, riga.Giorno))
            {
                confronto.Accogli(riga, true);
            }
        }
    }
}
