using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;

namespace CigHub.Tests.Domain.DueDiligence;

/// <summary>Tests the rules of due diligence: what may be recorded, until when it holds, and when a supplier is in order on a day.</summary>
public sealed class DueDiligenceTests
{
    private const string Codice = "12345678903";

    private static readonly DateOnly _oggi = new(2026, 11, 24);

    private static readonly DateTime _ora = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Lotto _lotto = new(Guid.NewGuid(), Guid.NewGuid(), new DatiLotto(
        1, "Carta in risme", Cig.Parse("B61107E182", null),
        new CaratteristicheLotto("supplies", Cpv.Parse("30197630", null), "G01", "FB", CodNuts.Parse("ITI43", null), new(2023, 7, 1)),
        [new Fornitore(Guid.NewGuid(), "Cartiera", CodiceFiscale.Parse(Codice, null), "14", "1")]));

    [Fact]
    public void Il_DURC_vale_al_massimo_centoventi_giorni()
    {
        var durc = Dati(TipoVerifica.Durc);
        Assert.True((durc with { Scadenza = _oggi.AddDays(120) }).Controlla(_oggi).IsSuccess);
        Refuses("due-diligence.scadenza-oltre", durc with { Scadenza = _oggi.AddDays(121) });
        Refuses("due-diligence.senza-scadenza", durc);
    }

    [Fact]
    public void L_antimafia_vale_al_massimo_dodici_mesi()
    {
        var antimafia = Dati(TipoVerifica.Antimafia);
        Assert.True((antimafia with { Scadenza = new(2027, 11, 24) }).Controlla(_oggi).IsSuccess);
        Refuses("due-diligence.scadenza-oltre", antimafia with { Scadenza = new(2027, 11, 25) });
        Refuses("due-diligence.senza-scadenza", antimafia);
    }

    [Theory]
    [InlineData(TipoVerifica.Fvoe)]
    [InlineData(TipoVerifica.TitolareEffettivo)]
    [InlineData(TipoVerifica.PattoIntegrita)]
    [InlineData(TipoVerifica.Pantouflage)]
    [InlineData(TipoVerifica.Annotazioni)]
    public void Le_altre_verifiche_possono_non_scadere(TipoVerifica tipo) => Assert.True(Dati(tipo).Controlla(_oggi).IsSuccess);

    [Fact]
    public void Cio_che_non_e_dovuto_o_non_e_regolare_dice_perche_e_non_scade()
    {
        var antimafia = Dati(TipoVerifica.Antimafia) with { Esito = EsitoDueDiligence.NonDovuta };
        Refuses("due-diligence.senza-nota", antimafia);
        Assert.True((antimafia with { Nota = "Importo sotto 150.000 €" }).Controlla(_oggi).IsSuccess);
        Refuses("due-diligence.senza-nota", Dati(TipoVerifica.Durc) with { Esito = EsitoDueDiligence.NonRegolare });
    }

    [Fact]
    public void Una_verifica_non_e_di_un_giorno_che_deve_venire_e_non_scade_prima_di_essere_fatta()
    {
        Refuses("due-diligence.giorno-futuro", Dati(TipoVerifica.Fvoe) with { Giorno = _oggi.AddDays(1) });
        Refuses("due-diligence.scadenza-prima", Dati(TipoVerifica.Fvoe) with { Scadenza = _oggi.AddDays(-1) });
    }

    [Fact]
    public void Un_fornitore_e_in_regola_quando_tutte_e_sette_le_verifiche_valgono_quel_giorno()
    {
        var tutte = Enum.GetValues<TipoVerifica>().Select(t => Registrata(t, scadenza: Scade(t) ? _oggi.AddDays(30) : null)).ToList();
        Assert.Equal(StatoVerifica.Completa, Stato(_oggi, tutte));
        Assert.Equal(StatoVerifica.Completa, Stato(_oggi.AddDays(30), tutte));
        Assert.Equal(StatoVerifica.Scaduta, Stato(_oggi.AddDays(31), tutte));
        Assert.Equal(StatoVerifica.Mancante, Stato(_oggi, tutte.Skip(1)));
        Assert.Equal(StatoVerifica.Mancante, Stato(_oggi, []));
        Assert.Equal(
            [(TipoVerifica.Durc, StatoVerifica.Scaduta), (TipoVerifica.Antimafia, StatoVerifica.Scaduta)],
            Quadro(_oggi.AddDays(31), tutte).DaFare.Select(v => (v.Tipo, v.Stato)));
    }

    [Fact]
    public void Vale_l_ultima_registrazione_e_la_correzione_e_una_registrazione_nuova()
    {
        var (prima, dopo) = (Registrata(TipoVerifica.Fvoe), Registrata(TipoVerifica.Fvoe, EsitoDueDiligence.NonRegolare, minuti: 1));
        Assert.Equal(StatoVerifica.NonRegolare, DelFvoe(prima, dopo));
        Assert.Equal(StatoVerifica.Completa, DelFvoe(prima, dopo, Registrata(TipoVerifica.Fvoe, minuti: 2)));
    }

    [Fact]
    public void Chi_registra_dopo_non_completa_il_giorno_passato()
    {
        var dopo = Registrata(TipoVerifica.Fvoe, giorno: _oggi.AddDays(-5));
        Assert.Equal(StatoVerifica.Mancante, Quadro(_oggi.AddDays(-1), [dopo]).Verifiche[0].Stato);
        Assert.Equal(StatoVerifica.Completa, Quadro(_oggi, [dopo]).Verifiche[0].Stato);
    }

    [Fact]
    public void Il_registro_di_un_Lotto_e_in_uso_dalla_prima_verifica_e_prima_non_manca_nulla()
    {
        var altro = Guid.NewGuid();
        var registro = new RegistroVerifiche([Registrata(TipoVerifica.Fvoe, minuti: 24 * 60), Registrata(TipoVerifica.Durc, scadenza: _oggi)]);
        Assert.Equal(_oggi, registro.UsatoDal(_lotto.Id, altro));
        Assert.Null(registro.UsatoDal(altro, altro));
        Assert.Null(new RegistroVerifiche([]).UsatoDal(_lotto.Id, altro));
    }

    [Fact]
    public void Si_verifica_solo_un_fornitore_del_Lotto()
    {
        var esito = VerificaFornitore.SulLotto(Guid.NewGuid(), _lotto, "01234567897", Dati(TipoVerifica.Fvoe), null, Guid.NewGuid(), _ora);
        Assert.Equal(["due-diligence.fornitore"], esito.Errors.Select(e => e.Code));
    }

    private static bool Scade(TipoVerifica tipo) => tipo is TipoVerifica.Durc or TipoVerifica.Antimafia;

    private static DatiVerifica Dati(TipoVerifica tipo) => new(tipo, ChiVerifica.Cmrc, EsitoDueDiligence.Regolare, _oggi, null, "");

    private static void Refuses(string codice, DatiVerifica dati) => Assert.Equal([codice], dati.Controlla(_oggi).Errors.Select(e => e.Code));

    private static QuadroFornitore Quadro(DateOnly giorno, IEnumerable<VerificaFornitore> registrate) =>
        QuadroFornitore.Valuta(giorno, new FornitoreDichiarato(Codice, "Cartiera"), registrate);

    private static StatoVerifica Stato(DateOnly giorno, IEnumerable<VerificaFornitore> registrate) => Quadro(giorno, registrate).Stato;

    private static StatoVerifica DelFvoe(params VerificaFornitore[] registrate) => Quadro(_oggi, registrate).Verifiche[0].Stato;

    private static VerificaFornitore Registrata(
        TipoVerifica tipo, EsitoDueDiligence esito = EsitoDueDiligence.Regolare, DateOnly? giorno = null, DateOnly? scadenza = null, int minuti = 0) =>
        VerificaFornitore.SulLotto(
            Guid.CreateVersion7(), _lotto, Codice, new(tipo, ChiVerifica.Cmrc, esito, giorno ?? _oggi, scadenza, "Nota"), null, Guid.NewGuid(),
            _ora.AddMinutes(minuti)).Value;
}
