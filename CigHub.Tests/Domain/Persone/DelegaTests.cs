using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;

namespace CigHub.Tests.Domain.Persone;

/// <summary>Checks the rules by which a RUP confers and revokes a delega.</summary>
public sealed class DelegaTests
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);

    private static readonly DateTime Ora = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Guid Tivoli = Guid.CreateVersion7();

    private static readonly Guid Cmrc = Guid.CreateVersion7();

    private static readonly Guid Mio = Guid.CreateVersion7();

    private static readonly Appartenenza Rup = new(Guid.CreateVersion7(), Guid.CreateVersion7(), Ruolo.Rup, Tivoli, Oggi.AddYears(-1));

    private static readonly Persona Nora = new(
        Guid.CreateVersion7(), new DatiPersona("nora", "Nora", "Pratesini", CodiceFiscale.Parse("RSSMRA80A01H501U", null), "nora@example.it", ""));

    private static readonly ContenutoDelega Contenuto = new(
        AmbitoDelega.Tutti, null, [], [AttoDelegabile.Compilare], new AttoDiDelega(TipoAttoDiNomina.Decreto, "7", new DateOnly(2026, 11, 20), "99"), Oggi,
        new DateOnly(2026, 12, 31));

    public static TheoryData<Ruolo, bool> ChiRiceve => new()
    {
        { Ruolo.Istruttore, true },
        { Ruolo.Rup, true },
        { Ruolo.Responsabile, true },
        { Ruolo.Auditor, false },
        { Ruolo.Amministratore, false },
    };

    [Theory]
    [MemberData(nameof(ChiRiceve))]
    public void Riceve_una_delega_chi_lavora_nell_Ente_e_non_chi_controlla_o_amministra(Ruolo ruolo, bool puo)
    {
        var ente = ruolo.Ambito() == AmbitoDelRuolo.Ufficio ? (Guid?)null : Tivoli;
        Assert.Equal(puo, Conferisci(Contenuto, Ruoli(ruolo, ente)).IsSuccess);
    }

    [Fact]
    public void Si_delega_chi_lavora_nell_Ente_al_Soggetto_Aggregatore_o_per_tutti_gli_Enti()
    {
        Assert.True(Conferisci(Contenuto, Ruoli(Ruolo.Istruttore, Cmrc)).IsSuccess);
        Assert.True(Conferisci(Contenuto, Ruoli(Ruolo.Responsabile, null)).IsSuccess);
        Assert.Equal(["delega.fuori-dall-ente"], Codici(Conferisci(Contenuto, Ruoli(Ruolo.Istruttore, Guid.CreateVersion7()))));
        Assert.Equal(["delega.fuori-dall-ente"], Codici(Conferisci(Contenuto, [])));

        var finito = Ruoli(Ruolo.Istruttore, Tivoli);
        Assert.True(finito[0].Termina(Oggi, Oggi).IsSuccess);
        Assert.Equal(["delega.fuori-dall-ente"], Codici(Conferisci(Contenuto, finito)));
    }

    [Fact]
    public void L_Auditor_dell_Ente_non_riceve_deleghe_anche_se_ha_un_altro_ruolo() =>
        Assert.Equal(["delega.chi-controlla"], Codici(Conferisci(Contenuto, [.. Ruoli(Ruolo.Istruttore, Tivoli), .. Ruoli(Ruolo.Auditor, Tivoli)])));

    [Fact]
    public void La_delega_ha_affidamenti_operazioni_atto_e_giorni()
    {
        Assert.Equal(["delega.senza-affidamenti"], Codici(Conferisci(Contenuto with { Ambito = AmbitoDelega.Scelti })));
        Assert.Equal(
            ["delega.affidamento-altrui"], Codici(Conferisci(Contenuto with { Ambito = AmbitoDelega.Scelti, Affidamenti = [Mio, Guid.CreateVersion7()] })));
        Assert.Equal(["delega.senza-convenzione"], Codici(Conferisci(Contenuto with { Ambito = AmbitoDelega.Convenzione })));
        Assert.Equal(["delega.senza-atti"], Codici(Conferisci(Contenuto with { Atti = [AttoDelegabile.Consultare] })));
        Assert.Equal(["delega.dal-passato"], Codici(Conferisci(Contenuto with { Dal = Oggi.AddDays(-1) })));
        Assert.Equal(["delega.fine-prima"], Codici(Conferisci(Contenuto with { Al = Oggi.AddDays(-1) })));
        var domani = Contenuto.Atto with { Data = Oggi.AddDays(1) };
        Assert.Equal(["atto.data-futura", "delega.prima-dell-atto"], Codici(Conferisci(Contenuto with { Atto = domani })));
    }

    [Fact]
    public void Vale_dal_primo_all_ultimo_giorno_compreso()
    {
        var delega = Conferisci(Contenuto).Value;
        Assert.Equal(
            ["delega.non-ancora", null, null, "delega.scaduta"],
            new[] { Oggi.AddDays(-1), Oggi, Contenuto.Al, Contenuto.Al.AddDays(1) }.Select(g => delega.NonVigente(g)?.Code));
        var inForce = Delega.Vigenti(Contenuto.Al).Compile();
        Assert.True(inForce(delega));
        Assert.False(Delega.Vigenti(Contenuto.Al.AddDays(1)).Compile()(delega));
        Assert.True(delega.Revoca(Rup.PersonaId, "Rientro", Ora).IsSuccess);
        Assert.Equal(("delega.revocata", false), (delega.NonVigente(Oggi)!.Code, inForce(delega)));
    }

    [Fact]
    public void Il_ruolo_di_Delegato_non_si_assegna_e_non_viene_dal_token()
    {
        var oggi = Appartenenza.Assegna(Guid.CreateVersion7(), Nora, Ruolo.Delegato, null, Oggi, Oggi, []);
        Assert.Equal("ruolo.non-si-assegna", oggi.Errors[0].Code);
        Assert.Throws<ArgumentException>(() => new Appartenenza(Guid.CreateVersion7(), Nora.Id, Ruolo.Delegato, Tivoli, Oggi));
        Assert.Null(Web.Security.RuoloWords.FromToken(nameof(Ruolo.Delegato)));
    }

    private static List<Appartenenza> Ruoli(Ruolo ruolo, Guid? ente) => [new(Guid.CreateVersion7(), Nora.Id, ruolo, ente, Oggi.AddYears(-1))];

    private static Result<Delega> Conferisci(ContenutoDelega contenuto, IReadOnlyCollection<Appartenenza>? ruoli = null) => Delega.Conferisci(
        Guid.CreateVersion7(), Rup, Nora, ruoli ?? Ruoli(Ruolo.Istruttore, Tivoli), Cmrc, contenuto, new HashSet<Guid> { Mio }, Guid.CreateVersion7, Oggi, Ora);

    private static IEnumerable<string> Codici(Result<Delega> esito) => esito.Errors.Select(e => e.Code);
}
