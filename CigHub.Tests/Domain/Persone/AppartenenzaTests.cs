using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;

namespace CigHub.Tests.Domain.Persone;

/// <summary>Checks the rules for a role that needs an Atto di nomina and a reason.</summary>
public sealed class AppartenenzaTests
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);

    private static readonly Guid Tivoli = Guid.CreateVersion7();

    private static readonly Guid Velletri = Guid.CreateVersion7();

    private static readonly Persona Persona = new(
        Guid.CreateVersion7(), new DatiPersona("nora", "Nora", "Pratesini", CodiceFiscale.Parse("RSSMRA80A01H501U", null), "nora@example.it", ""));

    private static readonly Nomina ConAtto = new(new AttoDiNomina(TipoAttoDiNomina.Decreto, "12", new DateOnly(2026, 10, 1), "Sindaco"));

    public static TheoryData<Ruolo> Ruoli => new(CigHub.Domain.Persone.Ruoli.Assegnabili);

    [Theory]
    [MemberData(nameof(Ruoli))]
    public void Un_ruolo_che_comincia_prima_di_oggi_si_registra_solo_con_l_atto_e_con_il_motivo(Ruolo ruolo)
    {
        var ieri = Oggi.AddDays(-1);
        Assert.Equal(["ruolo.retroattivo-senza-atto", "ruolo.senza-motivo"], Codici(Assegna(ruolo, ieri)));
        Assert.Equal(["ruolo.retroattivo-senza-atto"], Codici(Assegna(ruolo, ieri, motivo: "Comunicato in ritardo")));
        Assert.Equal(["ruolo.senza-motivo"], Codici(Assegna(ruolo, ieri, ConAtto, "   ")));
        Assert.Equal(["ruolo.motivo-lungo"], Codici(Assegna(ruolo, ieri, ConAtto, new string('x', Appartenenza.MaxMotivo + 1))));

        var registrata = Assegna(ruolo, ieri, ConAtto, " Comunicato in ritardo ").Value;
        Assert.Equal((ieri, Oggi, "Comunicato in ritardo", ConAtto.Atto), (registrata.Dal, registrata.RegistrataIl!.Value, registrata.Motivo, registrata.Atto));
    }

    [Fact]
    public void Gli_errori_stanno_al_loro_campo() =>
        Assert.Equal(["TipoAtto", "MotivoRuolo"], Assegna(Ruolo.Istruttore, Oggi.AddDays(-1)).Errors.Select(e => e.Field));

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void Un_ruolo_che_comincia_oggi_o_poi_non_chiede_motivi(int giorni)
    {
        var registrata = Assegna(Ruolo.Istruttore, Oggi.AddDays(giorni), motivo: "detto per nulla").Value;
        Assert.Equal((Oggi, null), (registrata.RegistrataIl, registrata.Motivo));
    }

    [Fact]
    public void L_atto_di_un_ruolo_registrato_in_ritardo_si_corregge_e_non_si_toglie()
    {
        var registrata = Assegna(Ruolo.Istruttore, Oggi.AddDays(-1), ConAtto, "Comunicato in ritardo").Value;
        Assert.Equal("nomina.senza-atto", registrata.Nomina(Nomina.Nessuna, Oggi).Errors[0].Code);
        Assert.True(registrata.Nomina(ConAtto with { Atto = ConAtto.Atto! with { Numero = "13" } }, Oggi).IsSuccess);
        Assert.Equal("13", registrata.Atto!.Numero);
    }

    [Theory]
    [InlineData(Ruolo.Auditor, Ruolo.Istruttore)]
    [InlineData(Ruolo.Auditor, Ruolo.Rup)]
    [InlineData(Ruolo.Auditor, Ruolo.Responsabile)]
    [InlineData(Ruolo.Auditor, Ruolo.Amministratore)]
    [InlineData(Ruolo.Istruttore, Ruolo.Auditor)]
    [InlineData(Ruolo.Responsabile, Ruolo.Auditor)]
    [InlineData(Ruolo.Amministratore, Ruolo.Auditor)]
    public void L_Auditor_ha_un_altro_ruolo_nello_stesso_Ente_solo_per_un_atto_e_con_un_motivo(Ruolo nuovo, Ruolo ha)
    {
        var sua = Sua(ha);
        Assert.Equal([SeparazioneCompiti.AuditorConAltroRuolo.Codice, "ruolo.senza-motivo"], Codici(Assegna(nuovo, Oggi, sue: sua)));
        Assert.Equal([SeparazioneCompiti.AuditorConAltroRuolo.Codice], Codici(Assegna(nuovo, Oggi, motivo: "RPCT, art. 1 c. 7 L. 190/2012", sue: sua)));
        Assert.Equal(["ruolo.senza-motivo"], Codici(Assegna(nuovo, Oggi, ConAtto, sue: sua)));
        Assert.Equal("RPCT, art. 1 c. 7 L. 190/2012", Assegna(nuovo, Oggi, ConAtto, "RPCT, art. 1 c. 7 L. 190/2012", sua).Value.Motivo);
    }

    [Fact]
    public void In_un_altro_Ente_o_quando_l_altro_ruolo_e_finito_non_serve()
    {
        Assert.True(Assegna(Ruolo.Auditor, Oggi, sue: new Appartenenza(Guid.CreateVersion7(), Persona.Id, Ruolo.Rup, Velletri, Oggi.AddYears(-1))).IsSuccess);
        var finito = Sua(Ruolo.Istruttore);
        Assert.True(finito.Termina(Oggi, Oggi).IsSuccess);
        Assert.True(Assegna(Ruolo.Auditor, Oggi, sue: finito).IsSuccess);
        Assert.True(Assegna(Ruolo.Responsabile, Oggi, sue: Sua(Ruolo.Istruttore)).IsSuccess);
    }

    [Fact]
    public void Un_ruolo_in_tutti_gli_Enti_e_anche_in_questo() => Assert.Contains(
        SeparazioneCompiti.AuditorConAltroRuolo.Codice,
        Codici(Assegna(Ruolo.Auditor, Oggi, sue: new Appartenenza(Guid.CreateVersion7(), Persona.Id, Ruolo.Responsabile, null, Oggi.AddYears(-1)))));

    [Fact]
    public void Un_ruolo_che_finisce_prima_di_oggi_si_toglie_solo_con_il_motivo()
    {
        var ieri = Oggi.AddDays(-1);
        var errore = Sua(Ruolo.Rup).Termina(ieri, Oggi).Errors[0];
        Assert.Equal(("ruolo.tolto-senza-motivo", "MotivoFine"), (errore.Code, errore.Field));
        Assert.Equal("ruolo.motivo-lungo", Sua(Ruolo.Rup).Termina(ieri, Oggi, new string('x', Appartenenza.MaxMotivo + 1)).Errors[0].Code);
        Assert.True(Sua(Ruolo.Rup).Termina(ieri, Oggi, "Comunicato in ritardo").IsSuccess);
        Assert.True(Sua(Ruolo.Rup).Termina(Oggi, Oggi).IsSuccess);
    }

    /// <summary>
    /// The condition that the database evaluates must agree with the domain on each day around the beginning and the end of a role.
    /// </summary>
    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    [InlineData(0)]
    public void La_condizione_per_il_database_dice_lo_stesso_del_dominio(int? durata)
    {
        var ruolo = Sua(Ruolo.Responsabile);
        if (durata is { } giorni)
        {
            Assert.True(ruolo.Termina(ruolo.Dal.AddDays(giorni), Oggi, "Errore di registrazione").IsSuccess);
        }

        foreach (var giorno in Enumerable.Range(-2, 8).Select(ruolo.Dal.AddDays))
        {
            Assert.Equal(ruolo.ValidaAl(giorno), Appartenenza.Valide(giorno).Compile()(ruolo));
            Assert.Equal(Appartenenza.NonFinita(ruolo.Fino, giorno), Appartenenza.NonFinite(giorno).Compile()(ruolo));
        }
    }

    private static Appartenenza Sua(Ruolo ruolo) =>
        new(Guid.CreateVersion7(), Persona.Id, ruolo, ruolo == Ruolo.Amministratore ? null : Tivoli, Oggi.AddYears(-1));

    private static Result<Appartenenza> Assegna(Ruolo ruolo, DateOnly dal, Nomina? nomina = null, string? motivo = null, params Appartenenza[] sue) =>
        Appartenenza.Assegna(Guid.CreateVersion7(), Persona, ruolo, ruolo == Ruolo.Amministratore ? null : Ente(), dal, Oggi, sue, nomina, motivo);

    private static Ente Ente() => new(Tivoli, new DatiEnte(
        "Comune di Tivoli",
        CodiceFiscale.Parse("02696630587", null),
        PartitaIva.Parse("01142561008", null),
        "pec@example.it",
        new Sede("Piazza 1", "00019", "Tivoli", "RM"),
        "c_1",
        "0000100001",
        CodIstat.Parse("012058104", null),
        [],
        []));

    private static IEnumerable<string> Codici(Result<Appartenenza> esito) => esito.Errors.Select(e => e.Code);
}
