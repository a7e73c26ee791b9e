using CigHub.Domain.Codici;

namespace CigHub.Tests.Domain.Codici;

/// <summary>Checks the identifiers of suppliers, Italian and foreign (ANAC, npa issues 305 and 2256).</summary>
public sealed class IdentificativoOperatoreTests
{
    [Theory]
    [InlineData("FR 12 345678901", "FR12345678901", "FRA")]
    [InlineData("DE-123.456.789", "DE123456789", "DEU")]
    [InlineData("CHE-123.456.789 MWST", "CHE123456789MWST", "CHE")]
    [InlineData("che 123 456 789", "CHE123456789", "CHE")]
    [InlineData("gb123456789", "GB123456789", "GBR")]
    [InlineData("SM 12345", "SM12345", "SMR")]
    [InlineData("COE SM04123", "SM04123", "SMR")]
    [InlineData("ATU12345678", "ATU12345678", "AUT")]
    [InlineData("NL123456789B01", "NL123456789B01", "NLD")]
    [InlineData("es-X1234567-8", "ESX12345678", "ESP")]
    [InlineData("HR12345678901", "HR12345678901", "HRV")]
    public void Un_identificativo_estero_perde_i_separatori_e_dice_il_paese(string testo, string valore, string paese)
    {
        var letto = IdentificativoOperatore.Parse(testo, null);
        Assert.Equal((valore, paese, NaturaIdentificativo.Estero, null), (letto.Valore, letto.Paese, letto.Natura, letto.Dubbio));
    }

    [Theory]
    [InlineData("IT 02438750586", "02438750586", NaturaIdentificativo.SocietaItaliana)]
    [InlineData("02438750586", "02438750586", NaturaIdentificativo.SocietaItaliana)]
    [InlineData("rss mra 80a01 h501u", "RSSMRA80A01H501U", NaturaIdentificativo.PersonaItaliana)]
    public void Un_codice_italiano_resta_italiano(string testo, string valore, NaturaIdentificativo natura)
    {
        var letto = IdentificativoOperatore.Parse(testo, null);
        Assert.Equal((valore, natura, "ITA"), (letto.Valore, letto.Natura, letto.Paese));
        Assert.NotNull(letto.Italiano);
    }

    [Theory]
    [InlineData("US 12-3456789")]
    [InlineData("VA12345")]
    [InlineData("DE12345678")]
    [InlineData("SM1234")]
    [InlineData("12-3456789")]
    [InlineData("0123-ABC")]
    public void Una_forma_sconosciuta_si_tiene_e_si_dice_perche_e_dubbia(string testo)
    {
        var letto = IdentificativoOperatore.Leggi(testo);
        Assert.True(letto.IsSuccess);
        Assert.Equal(NaturaIdentificativo.NonRiconosciuto, letto.Value.Natura);
        Assert.NotNull(letto.Value.Dubbio);
        Assert.DoesNotContain("codice fiscale", letto.Value.Dubbio, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DE 123/456/789", "DE123456789")]
    [InlineData("FN 12345/a", "FN12345A")]
    [InlineData("SM/12345", "SM12345")]
    public void La_barra_si_rifiuta_e_si_dice_che_cosa_scrivere(string testo, string daScrivere)
    {
        var errore = IdentificativoOperatore.Leggi(testo).Errors[0];
        Assert.Equal(IdentificativoOperatore.Barra, errore.Code);
        Assert.Contains(daScrivere, errore.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "identificativo.mancante")]
    [InlineData(" .- ", "identificativo.mancante")]
    [InlineData("02438750585", "codice-fiscale.cifra-di-controllo")]
    [InlineData("2438750586", CodiceFiscale.ZeroIniziale)]
    [InlineData("RSSMRA80A01H501", "codice-fiscale.lunghezza")]
    [InlineData("RSSMRA80A01H501X", "codice-fiscale.carattere-di-controllo")]
    public void Cio_che_puo_essere_solo_italiano_si_controlla_come_italiano(string testo, string codice) =>
        Assert.Equal(codice, IdentificativoOperatore.Leggi(testo).Errors[0].Code);

    [Theory]
    [InlineData("Ditta individuale Rossi Mario", true)]
    [InlineData("Officina di Mario Rossi", true)]
    [InlineData("Ing. Anna Bianchi", true)]
    [InlineData("Pulizie Lampo di Rossi Mario & C. s.n.c.", false)]
    [InlineData("Acqua di Roma S.p.A.", false)]
    [InlineData("Lucidi & Splendenti S.r.l.", false)]
    [InlineData("Consorzio Nazionale Servizi", false)]
    [InlineData(null, false)]
    public void Una_ditta_individuale_si_riconosce_dal_nome(string? denominazione, bool persona) =>
        Assert.Equal(persona, DittaIndividuale.Riconosci(denominazione));
}
