using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace CigHub.Tests.Features.Affidamenti.Pregressi;

public abstract class WithPregresse<TCommand> : CommandContract<TCommand>
    where TCommand : ICommand
{
    private protected static readonly string Cig1 = InventedCodes.Cig('B', 0x700001).Valore, Cig2 = InventedCodes.Cig('B', 0x700002).Valore;

    private protected Lotto Lotto(int indice) => Banco.Catalogo.Lotti[indice];

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
        return Banco.Legge(db => db.Capienze.SingleAsync(c => c.LottoId == id));
    }

    private protected Task<int> Quanti() => Banco.Legge(db => db.Affidamenti.CountAsync());
}

public sealed class CaricaAdesionePregressaTests : WithPregresse<CaricaAdesionePregressa>
{
    public override async Task Fa_cio_che_dice()
    {
        var prima = await CapienzaDi(0);
        var modulo = Modulo();
        await Banco.Riesce(new CaricaAdesionePregressa(modulo));
        var affidamento = await Banco.Rileggi(modulo.Id);
        Assert.Equal((StatoAffidamento.CigAcquisito, true, Cig1, Banco.Rup.PersonaId),
            (affidamento.Stato, affidamento.Pregresso, affidamento.CigDerivati, affidamento.RupId));
        Assert.Equal(prima.Aderito + Importo.DaEuro(1000), (await CapienzaDi(0)).Aderito);
        var riga = await Banco.Legge(db => db.Movimenti.SingleAsync(m => m.Tipo == TipoMovimento.AdesionePregressa));
        Assert.Equal((Importo.DaEuro(1000), Cig1), (riga.Importo, riga.Riferimento));
        Assert.Equal(1, await Banco.Legge(db => db.Registro.CountAsync(e => e.Azione == Azioni.AdesionePregressaCaricata)));
        var elenco = await Banco.Lettore.Leggi<ListaAffidamenti, FoundAffidamenti>(
            Banco.Rup, async q => await q.Esegui(new(Testo: "pulizie 2025"), Banco.Rup.PersonaId, 1, 10));
        Assert.Equal("CIG acquisito (già fatta)", Assert.Single(elenco.Value.Righe).StatoInParole);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Banco.Rifiuta("accesso.negato", new CaricaAdesionePregressa(Modulo()), Banco.Come("responsabile"));
        await Banco.Rifiuta("accesso.negato", new CaricaAdesionePregressa(Modulo()), Banco.Come("amministratore"));
        await Banco.Rifiuta("pregresso.rup-sconosciuto", new CaricaAdesionePregressa(Modulo() with { Rup = "rup.tivoli" }), Banco.RupDiUnAltroEnte);
        Assert.Equal(0, await Quanti());
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Affidamento(StatoAffidamento.CigAcquisito, rup: "rup.velletri", cig: 0x700001);
        var errore = await Banco.Rifiuta("cig.gia-usato", new CaricaAdesionePregressa(Modulo()));
        Assert.Equal("CigDerivato", errore.Field);
        Assert.DoesNotContain("Velletri", errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lo_stesso_comando_due_volte_e_rifiutato()
    {
        var comando = new CaricaAdesionePregressa(Modulo());
        await Banco.Riesce(comando);
        await Banco.Rifiuta("cig.gia-usato", comando);
        await Banco.Rifiuta("affidamento.esiste-gia", new CaricaAdesionePregressa(comando.Modulo with { CigDerivato = Cig2 }));
    }

    [Fact]
    public async Task Un_fatto_si_registra_anche_quando_supera_e_il_Lotto_lo_dice()
    {
        await Banco.Riesce(new CaricaAdesionePregressa(Modulo(importo: "20.000,00", lotto: 2)));
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
        Assert.Equal("CigDerivato", (await Banco.Rifiuta(codice, new CaricaAdesionePregressa(Modulo() with { CigDerivato = cig }))).Field);

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
        foreach (var (codice, campo, modulo) in prove)
        {
            Assert.Equal(campo, (await Banco.Rifiuta(codice, new CaricaAdesionePregressa(modulo))).Field);
        }

        Assert.Equal(0, await Quanti());
        await Banco.Riesce(new CaricaAdesionePregressa(Modulo(lotto: 3) with { Fornitore = Lotto(3).Fornitori[1].CodiceFiscale.Valore }));
    }

    [Fact]
    public async Task Un_Istruttore_dice_il_RUP_dove_l_Ente_ne_ha_piu_di_uno()
    {
        await Banco.Rifiuta("pregresso.rup-mancante", new CaricaAdesionePregressa(Modulo()), Banco.Come("istruttore.tivoli"));
        var modulo = Modulo() with { Rup = "RUP2.tivoli" };
        await Banco.Riesce(new CaricaAdesionePregressa(modulo), Banco.Come("istruttore.tivoli"));
        Assert.Equal(Banco.Come("rup2.tivoli").PersonaId, (await Banco.Rileggi(modulo.Id)).RupId);
    }
}

public sealed class CaricaAdesioniPregresseTests : WithPregresse<CaricaAdesioniPregresse>
{
    private static readonly string Sha = new('a', 64);

    public override async Task Fa_cio_che_dice()
    {
        var prima = await CapienzaDi(0);
        await Banco.Riesce(new CaricaAdesioniPregresse([Modulo(Cig1), Modulo(Cig2, "500,50"), Modulo(InventedCodes.Cig('C', 3).Valore, lotto: 1)], Sha));
        Assert.Equal(3, await Quanti());
        Assert.Equal(prima.Aderito + Importo.DaEuro(1500.5m), (await CapienzaDi(0)).Aderito);
        Assert.Equal([1, 2, 3], await Banco.Legge(db => db.Affidamenti.Select(a => a.Progressivo).Order().ToListAsync()));
        Assert.Equal(3, await Banco.Legge(db => db.Registro.CountAsync(e => e.Azione == Azioni.AdesionePregressaCaricata)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Banco.Rifiuta("accesso.negato", new CaricaAdesioniPregresse([Modulo()], Sha), Banco.Auditor);
        await Banco.Rifiuta("pregresso.rup-sconosciuto", new CaricaAdesioniPregresse([Modulo() with { Rup = "rup.tivoli" }], Sha), Banco.RupDiUnAltroEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var prima = await CapienzaDi(0);
        var errore = await Banco.Rifiuta(
            "pregresso.cig-ripetuto", new CaricaAdesioniPregresse([Modulo(Cig1), Modulo(Cig2), Modulo(Cig1) with { Riga = 4 }], Sha));
        Assert.Equal("Righe[2].CigDerivato", errore.Field);
        Assert.Equal(0, await Quanti());
        Assert.Equal(prima.Aderito, (await CapienzaDi(0)).Aderito);
        await Banco.Rifiuta("foglio.senza-righe", new CaricaAdesioniPregresse([], Sha));
    }

    [Fact]
    public async Task Una_riga_gia_caricata_ferma_tutto_il_foglio()
    {
        await Banco.Riesce(new CaricaAdesioniPregresse([Modulo(Cig1)], Sha));
        await Banco.Rifiuta("cig.gia-usato", new CaricaAdesioniPregresse([Modulo(Cig2), Modulo(Cig1)], Sha));
        Assert.Equal(1, await Quanti());
    }

    [Fact]
    public async Task L_anteprima_dice_riga_per_riga_cio_che_non_va_e_non_salva_nulla()
    {
        using var file = new MemoryStream();
        Dictionary<string, object?> Riga(object cig, object importo, object data) => new() { ["CIG Padre"] = Lotto(2).CigPadre.Valore,
            ["CIG Derivato"] = cig, ["Oggetto"] = "Carta", ["Importo"] = importo, ["Data adesione"] = data };
        file.SaveAs(new[] { Riga(Cig1, 20_000m, new DateTime(2026, 3, 1)), Riga(1234567E12, 10.005, "2026-03-01"),
            Riga(123456789d, "uno", 1d), Riga(Cig1, 1m, "ieri") });
        var righe = PregresseSheet.Leggi(file.ToArray()).Value;
        var anteprima = (await Banco.Lettore.Leggi<AnteprimaPregresse, Anteprima>(Banco.Rup, q => q.Esegui(righe, Banco.Rup))).Value;
        Assert.Equal(3, anteprima.Sbagliate);
        Assert.Empty(anteprima.Errori[0]);
        Assert.Equal([("cig.numero-di-foglio", "CigDerivato"), ("importo.decimali", "Importo")], anteprima.Errori[1].Select(e => (e.Code, e.Field!)).Order());
        Assert.Equal(["cig.numero-di-foglio", "data.formato", "importo.formato"], anteprima.Errori[2].Select(e => e.Code).Order());
        Assert.Equal(["data.formato", "pregresso.cig-ripetuto"], anteprima.Errori[3].Select(e => e.Code).Order());
        Assert.Contains("5.000,00", Assert.Single(anteprima.Avvisi), StringComparison.Ordinal);
        Assert.Equal(0, await Quanti());
        Assert.Equal(Importo.Zero, (await CapienzaDi(2)).Aderito);
    }

    [Fact]
    public async Task Un_CIG_della_palestra_non_si_carica_ne_a_mano_ne_da_un_foglio()
    {
        var cig = CigDiPalestra.Numero(7).Valore;
        Assert.Equal("CigDerivato", (await Banco.Rifiuta("cig.di-palestra", new CaricaAdesionePregressa(Modulo(cig)))).Field);
        Assert.Equal("Righe[1].CigDerivato", (await Banco.Rifiuta("cig.di-palestra", new CaricaAdesioniPregresse([Modulo(Cig1), Modulo(cig)], Sha))).Field);
        var anteprima = (await Banco.Lettore.Leggi<AnteprimaPregresse, Anteprima>(
            Banco.Rup, q => q.Esegui([Modulo(cig), Modulo(cig) with { CigPadre = "" }], Banco.Rup))).Value;
        Assert.All(anteprima.Errori, e => Assert.Contains("cig.di-palestra", e.Select(x => x.Code)));
        Assert.Equal(0, await Quanti());
    }

    [Fact]
    public void Il_modello_ha_le_colonne_che_la_lettura_vuole()
    {
        Assert.Equal("foglio.senza-righe", PregresseSheet.Leggi(PregresseSheet.Modello()).Errors[0].Code);
    }
}
