using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Common.FogliDiCalcolo;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using static CigHub.Tests.Common.FogliDiCalcolo.HandmadeWorkbook;

namespace CigHub.Tests.Features.Affidamenti.Pregressi;

public abstract class WithPregresse<TCommand> : CommandContract<TCommand>
    where TCommand : ICommand
{
    private protected static readonly string Cig1 = InventedCodes.Cig('B', 0x700001).Valore, Cig2 = InventedCodes.Cig('B', 0x700002).Valore;

    private protected Lotto Lotto(int indice) => Bench.Catalogo.Lotti[indice];

    private protected PregressaForm Modulo(string? cig = null, string importo = "1.000,00", int lotto = 0) => new()
    {
        CigPadre = Lotto(lotto).CigPadre.Valore,
        CigDerivato = cig ?? Cig1,
        Oggetto = "Pulizie 2025",
        Importo = importo,
        DataAdesione = "01/03/2026",
        Riga = 2,
    };

    private protected Task<Capienza> CapienzaDi(int lotto)
    {
        var id = Lotto(lotto).Id;
        return Bench.Query(db => db.Capienze.SingleAsync(c => c.LottoId == id));
    }

    private protected Task<int> Quanti() => Bench.Query(db => db.Affidamenti.CountAsync());
}

public sealed class CaricaAdesionePregressaTests : WithPregresse<CaricaAdesionePregressa>
{
    public override async Task Fa_cio_che_dice()
    {
        var prima = await CapienzaDi(0);
        var form = Modulo();
        await Bench.Succeeds(new CaricaAdesionePregressa(form));
        var affidamento = await Bench.ReadAgain(form.Id);
        Assert.Equal((StatoAffidamento.CigAcquisito, true, Cig1, Bench.Rup.PersonaId),
            (affidamento.Stato, affidamento.Pregresso, affidamento.CigDerivati, affidamento.RupId));
        Assert.Equal(prima.Aderito + Importo.DaEuro(1000), (await CapienzaDi(0)).Aderito);
        var riga = await Bench.Query(db => db.Movimenti.SingleAsync(m => m.Tipo == TipoMovimento.AdesionePregressa));
        Assert.Equal((Importo.DaEuro(1000), Cig1), (riga.Importo, riga.Riferimento));
        Assert.Equal(1, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.AdesionePregressaCaricata)));
        var elenco = await Bench.Reader.Read<ListaAffidamenti, FoundAffidamenti>(
            Bench.Rup, async q => await q.Run(new(Testo: "pulizie 2025"), Bench.Rup.PersonaId, 1, 10));
        Assert.Equal("CIG acquisito (pregressa)", Assert.Single(elenco.Value.Righe).StatoInParole);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", new CaricaAdesionePregressa(Modulo()), Bench.ActorOf("responsabile"));
        await Bench.Refuses("accesso.negato", new CaricaAdesionePregressa(Modulo()), Bench.ActorOf("amministratore"));
        await Bench.Refuses("pregresso.rup-sconosciuto", new CaricaAdesionePregressa(Modulo() with { Rup = "rup.tivoli" }), Bench.RupOfAnotherEnte);
        Assert.Equal(0, await Quanti());
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito, rup: "rup.velletri", cig: 0x700001);
        var errore = await Bench.Refuses("cig.gia-usato", new CaricaAdesionePregressa(Modulo()));
        Assert.Equal("CigDerivato", errore.Field);
        Assert.DoesNotContain("Velletri", errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lo_stesso_comando_due_volte_e_rifiutato()
    {
        var comando = new CaricaAdesionePregressa(Modulo());
        await Bench.Succeeds(comando);
        await Bench.Refuses("cig.gia-usato", comando);
        await Bench.Refuses("affidamento.esiste-gia", new CaricaAdesionePregressa(comando.Form with { CigDerivato = Cig2 }));
    }

    [Fact]
    public async Task Un_fatto_si_registra_anche_quando_supera_e_il_Lotto_lo_dice()
    {
        await Bench.Succeeds(new CaricaAdesionePregressa(Modulo(importo: "20.000,00", lotto: 2)));
        var capienza = await CapienzaDi(2);
        Assert.True(capienza.SforamentoDaRegolarizzare);
        Assert.Equal(Importo.DaEuro(-5000), capienza.Residuo);
    }

    [Theory]
    [InlineData("0123456789", "cig.cifra-di-controllo")]
    [InlineData("Z0000000E1", "cig.cifra-di-controllo")]
    [InlineData("0000000000", "cig.nessuno")]
    [InlineData("", "cig.mancante")]
    public async Task Un_CIG_sbagliato_e_rifiutato_nel_suo_campo(string cig, string codice) =>
        Assert.Equal("CigDerivato", (await Bench.Refuses(codice, new CaricaAdesionePregressa(Modulo() with { CigDerivato = cig }))).Field);

    [Fact]
    public async Task Ogni_altro_dato_sbagliato_e_rifiutato_nel_suo_campo()
    {
        (string Codice, string Campo, PregressaForm Modulo)[] prove =
        [
            ("importo.decimali", "Importo", Modulo(importo: "10,005")),
            ("pregresso.importo", "Importo", Modulo(importo: "0")),
            ("pregresso.importo", "Importo", Modulo(importo: "-1")),
            ("data.inesistente", "DataAdesione", Modulo() with { DataAdesione = "31/02/2026" }),
            ("pregresso.data-futura", "DataAdesione", Modulo() with { DataAdesione = "25/11/2026" }),
            ("convenzione.fuori-finestra", "DataAdesione", Modulo() with { DataAdesione = "01/01/2020" }),
            ("modulo.mancante", "Oggetto", Modulo() with { Oggetto = " " }),
            ("modulo.troppo-lungo", "Oggetto", Modulo() with { Oggetto = new string('x', 100_000) }),
            ("pregresso.lotto-sconosciuto", "CigPadre", Modulo() with { CigPadre = Cig2 }),
            ("pregresso.lotto-mancante", "CigPadre", Modulo() with { CigPadre = null }),
            ("cig.e-il-padre", "CigDerivato", Modulo(cig: Lotto(0).CigPadre.Valore)),
            ("pregresso.fornitore-mancante", "Fornitore", Modulo(lotto: 3)),
            ("pregresso.fornitore-sconosciuto", "Fornitore", Modulo(lotto: 3) with { Fornitore = "123" }),
        ];
        foreach (var (codice, campo, form) in prove)
        {
            Assert.Equal(campo, (await Bench.Refuses(codice, new CaricaAdesionePregressa(form))).Field);
        }

        Assert.Equal(0, await Quanti());
        await Bench.Succeeds(new CaricaAdesionePregressa(Modulo(lotto: 3) with { Fornitore = Lotto(3).Fornitori[1].CodiceFiscale.Valore }));
    }

    [Fact]
    public async Task Un_Istruttore_dice_il_RUP_dove_l_Ente_ne_ha_piu_di_uno()
    {
        await Bench.Refuses("pregresso.rup-mancante", new CaricaAdesionePregressa(Modulo()), Bench.ActorOf("istruttore.tivoli"));
        var form = Modulo() with { Rup = "RUP2.tivoli" };
        await Bench.Succeeds(new CaricaAdesionePregressa(form), Bench.ActorOf("istruttore.tivoli"));
        Assert.Equal(Bench.ActorOf("rup2.tivoli").PersonaId, (await Bench.ReadAgain(form.Id)).RupId);
    }
}

public sealed class CaricaAdesioniPregresseTests : WithPregresse<CaricaAdesioniPregresse>
{
    private static readonly string Sha = new('a', 64);

    public override async Task Fa_cio_che_dice()
    {
        var prima = await CapienzaDi(0);
        await Bench.Succeeds(new CaricaAdesioniPregresse([Modulo(Cig1), Modulo(Cig2, "500,50"), Modulo(InventedCodes.Cig('C', 3).Valore, lotto: 1)], Sha));
        Assert.Equal(3, await Quanti());
        Assert.Equal(prima.Aderito + Importo.DaEuro(1500.5m), (await CapienzaDi(0)).Aderito);
        Assert.Equal([1, 2, 3], await Bench.Query(db => db.Affidamenti.Select(a => a.Progressivo).Order().ToListAsync()));
        Assert.Equal(3, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.AdesionePregressaCaricata)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", new CaricaAdesioniPregresse([Modulo()], Sha), Bench.Auditor);
        await Bench.Refuses("pregresso.rup-sconosciuto", new CaricaAdesioniPregresse([Modulo() with { Rup = "rup.tivoli" }], Sha), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var prima = await CapienzaDi(0);
        var errore = await Bench.Refuses(
            "pregresso.cig-ripetuto", new CaricaAdesioniPregresse([Modulo(Cig1), Modulo(Cig2), Modulo(Cig1) with { Riga = 4 }], Sha));
        Assert.Equal("Righe[2].CigDerivato", errore.Field);
        Assert.Equal(0, await Quanti());
        Assert.Equal(prima.Aderito, (await CapienzaDi(0)).Aderito);
        await Bench.Refuses("foglio.senza-righe", new CaricaAdesioniPregresse([], Sha));
    }

    [Fact]
    public async Task Una_riga_gia_caricata_ferma_tutto_il_foglio()
    {
        await Bench.Succeeds(new CaricaAdesioniPregresse([Modulo(Cig1)], Sha));
        await Bench.Refuses("cig.gia-usato", new CaricaAdesioniPregresse([Modulo(Cig2), Modulo(Cig1)], Sha));
        Assert.Equal(1, await Quanti());
    }

    [Fact]
    public async Task L_anteprima_dice_riga_per_riga_cio_che_non_va_e_non_salva_nulla()
    {
        using var file = new MemoryStream();
        Dictionary<string, object?> Riga(object cig, object importo, object data) => new()
        {
            ["CIG Padre"] = Lotto(2).CigPadre.Valore,
            ["CIG Derivato"] = cig,
            ["Oggetto"] = "Carta",
            ["Importo"] = importo,
            ["Data adesione"] = data
        };
        file.SaveAs(new[] { Riga(Cig1, 20_000m, new DateTime(2026, 3, 1)), Riga(1234567E12, 10.005, "2026-03-01"),
            Riga(123456789d, "uno", 1d), Riga(Cig1, 1m, "ieri") });
        var righe = PregresseSheet.Read(file.ToArray()).Value.Righe;
        var anteprima = (await Bench.Reader.Read<AnteprimaPregresse, Anteprima>(Bench.Rup, q => q.Run(righe, Bench.Rup))).Value;
        Assert.Equal(3, anteprima.Sbagliate);
        Assert.Empty(anteprima.Errors[0]);
        Assert.Equal([("cig.numero-di-foglio", "CigDerivato"), ("importo.decimali", "Importo")], anteprima.Errors[1].Select(e => (e.Code, e.Field!)).Order());
        Assert.Equal(["cig.numero-di-foglio", "data.formato", "importo.formato"], anteprima.Errors[2].Select(e => e.Code).Order());
        Assert.Equal(["data.formato", "pregresso.cig-ripetuto"], anteprima.Errors[3].Select(e => e.Code).Order());
        Assert.Contains("5.000,00", Assert.Single(anteprima.Avvisi), StringComparison.Ordinal);
        Assert.Equal(0, await Quanti());
        Assert.Equal(Importo.Zero, (await CapienzaDi(2)).Aderito);
    }

    [Fact]
    public async Task Una_cella_senza_valore_o_con_una_percentuale_ferma_la_sua_riga_finche_non_si_corregge()
    {
        var padre = Text(Lotto(2).CigPadre.Valore);
        string Cig(int numero) => Text(InventedCodes.Cig('C', numero).Valore);
        string[] testate = ["CIG Padre", "CIG Derivato", "Oggetto", "Importo", "Data adesione", "RUP nome utente"];
        var foglio = PregresseSheet.Read(new HandmadeWorkbook().Sheet(
            "Adesioni",
            Row(3, [.. testate.Select(Text)]),
            Row(4, padre, Cig(31), Text("a"), Formula(null), Text("01/03/2026")),
            Row(5, padre, Cig(32), Text("b"), Number(0.22, Percent), Error("#N/A")),
            Row(6, padre, Cig(33), Text("c"), Number(10), Text("01/03/2026"), Error("#REF!"))).Write()).Value;
        async Task<Anteprima> Anteprima() =>
            (await Bench.Reader.Read<AnteprimaPregresse, Anteprima>(Bench.Rup, q => q.Run(foglio.Righe, Bench.Rup))).Value;
        Assert.Equal(
            ["0 Importo cella.formula-senza-valore", "1 DataAdesione cella.errore-di-formula", "1 Importo cella.percentuale", "2 Rup cella.errore-di-formula"],
            (await Anteprima()).Errors.SelectMany((r, i) => r.Select(e => $"{i} {e.Field} {e.Code}")).Order(StringComparer.Ordinal));
        Assert.Equal(("D", "Lette le righe da 4 a 6 del foglio «Adesioni», con le intestazioni alla riga 3."), (foglio.Lettere["Importo"], foglio.Dove));

        foglio.Righe[0].Importo = "10";
        foglio.Righe[0].Guaste.Remove("Importo");
        Assert.Empty((await Anteprima()).Errors[0]);
    }

    [Fact]
    public async Task Un_CIG_della_palestra_non_si_carica_ne_a_mano_ne_da_un_foglio()
    {
        var cig = CigDiPalestra.Numero(7).Valore;
        Assert.Equal("CigDerivato", (await Bench.Refuses("cig.di-palestra", new CaricaAdesionePregressa(Modulo(cig)))).Field);
        Assert.Equal("Righe[1].CigDerivato", (await Bench.Refuses("cig.di-palestra", new CaricaAdesioniPregresse([Modulo(Cig1), Modulo(cig)], Sha))).Field);
        var anteprima = (await Bench.Reader.Read<AnteprimaPregresse, Anteprima>(
            Bench.Rup, q => q.Run([Modulo(cig), Modulo(cig) with { CigPadre = "" }], Bench.Rup))).Value;
        Assert.All(anteprima.Errors, e => Assert.Contains("cig.di-palestra", e.Select(x => x.Code)));
        Assert.Equal(0, await Quanti());
    }

    [Fact]
    public void Il_modello_ha_le_colonne_che_la_lettura_vuole()
    {
        Assert.Equal("foglio.senza-righe", PregresseSheet.Read(PregresseSheet.Modello()).Errors[0].Code);
    }
}
