using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CsCheck;

namespace CigHub.Tests.Domain.Convenzioni;

/// <summary>Checks the Capienza and the movimenti of a Lotto in the domain alone, without a database.</summary>
public sealed class CapienzaTests
{
    private static readonly DateTime Ora = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private static DatiAdesione Adesione(Guid aggiudicazioneId) =>
        new(aggiudicazioneId, Guid.CreateVersion7(), Guid.CreateVersion7(), DateOnly.FromDateTime(Ora));

    private static Capienza Aperta(decimal massimale)
    {
        var capienza = new Capienza(Guid.NewGuid());
        capienza.Apri(Importo.DaEuro(massimale), "Contratto", DateOnly.FromDateTime(Ora), Ora);
        return capienza;
    }

    [Fact]
    public void Una_riserva_entra_fino_all_ultimo_centesimo()
    {
        var capienza = Aperta(100);
        Assert.Equal("capienza.insufficiente", capienza.Riserva(Adesione(Guid.NewGuid()), Importo.DaEuro(100.01m), Ora).Errors[0].Code);
        Assert.True(capienza.Riserva(Adesione(Guid.NewGuid()), Importo.DaEuro(100), Ora).IsSuccess);
        Assert.Equal(Importo.Zero, capienza.Residuo);
        Assert.Equal("capienza.insufficiente", capienza.Riserva(Adesione(Guid.NewGuid()), Importo.DaCentesimi(1), Ora).Errors[0].Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Una_riserva_di_niente_o_negativa_e_rifiutata(long centesimi)
    {
        var capienza = Aperta(100);
        Assert.Equal("capienza.importo-non-positivo", capienza.Riserva(Adesione(Guid.NewGuid()), Importo.DaCentesimi(centesimi), Ora).Errors[0].Code);
        Assert.Equal(Importo.Zero, capienza.Riservato);
    }

    [Fact]
    public void Un_fatto_si_registra_anche_se_supera_e_lo_sforamento_resta_scritto_finche_dura()
    {
        var capienza = Aperta(100);
        Assert.True(capienza.RegistraAltreAdesioni(Importo.DaEuro(130), Atto(), Ora).IsSuccess);
        Assert.True(capienza.SforamentoDaRegolarizzare);
        Assert.Equal(Importo.DaEuro(-30), capienza.Residuo);
        Assert.True(capienza.RegistraAltreAdesioni(Importo.DaEuro(-30), Atto(), Ora).IsSuccess);
        Assert.False(capienza.SforamentoDaRegolarizzare);
    }

    [Fact]
    public void Le_altre_adesioni_si_correggono_ma_non_scendono_sotto_zero_e_ne_resta_la_data_piu_recente()
    {
        var capienza = Aperta(100);
        Assert.Equal("capienza.altre-adesioni", capienza.RegistraAltreAdesioni(Importo.DaEuro(-1), Atto(), Ora).Errors[0].Code);
        Assert.Equal("capienza.altre-adesioni", capienza.RegistraAltreAdesioni(Importo.Zero, Atto(), Ora).Errors[0].Code);
        Assert.Null(capienza.AltreAdesioniAl);
        var riga = capienza.RegistraAltreAdesioni(Importo.DaEuro(40), Atto(10), Ora).Value;
        Assert.True(capienza.RegistraAltreAdesioni(Importo.DaEuro(5), Atto(3), Ora).IsSuccess);
        Assert.Equal((Atto(10).Data, Atto().Protocollo), (riga.DataAtto, riga.Protocollo));
        Assert.Equal(Atto(10).Data, DateOnly.FromDateTime(capienza.AltreAdesioniAl!.Value));
        Assert.Equal(Importo.DaEuro(55), capienza.Residuo);
    }

    [Fact]
    public void Il_massimale_si_estende_di_un_quinto_in_tutto_e_solo_se_gli_atti_di_gara_lo_prevedono()
    {
        var capienza = Aperta(100);
        Assert.Equal("capienza.quinto-non-previsto", capienza.VariaMassimale(Importo.DaEuro(1), quintoPrevisto: false, Atto(), Ora).Errors[0].Code);
        Assert.True(capienza.VariaMassimale(Importo.DaEuro(15), quintoPrevisto: true, Atto(), Ora).IsSuccess);
        Assert.Equal("capienza.oltre-il-quinto", capienza.VariaMassimale(Importo.DaCentesimi(501), quintoPrevisto: true, Atto(), Ora).Errors[0].Code);
        Assert.Equal(TipoMovimento.Variazione, capienza.VariaMassimale(Importo.DaEuro(5), quintoPrevisto: true, Atto(), Ora).Value.Tipo);
        Assert.Equal((Importo.DaEuro(120), Importo.DaEuro(100)), (capienza.Massimale, capienza.MassimaleIniziale));
    }

    [Fact]
    public void Una_riduzione_del_massimale_e_un_fatto_ma_non_lo_azzera()
    {
        var capienza = Aperta(100);
        Assert.True(capienza.Riserva(Adesione(Guid.NewGuid()), Importo.DaEuro(80), Ora).IsSuccess);
        Assert.True(capienza.VariaMassimale(Importo.DaEuro(-30), quintoPrevisto: false, Atto(), Ora).IsSuccess);
        Assert.True(capienza.SforamentoDaRegolarizzare);
        Assert.Equal("capienza.variazione", capienza.VariaMassimale(Importo.DaEuro(-70), quintoPrevisto: false, Atto(), Ora).Errors[0].Code);
        Assert.Equal("capienza.variazione", capienza.VariaMassimale(Importo.Zero, quintoPrevisto: true, Atto(), Ora).Errors[0].Code);
    }

    [Fact]
    public void Una_adesione_gia_fatta_si_registra_anche_se_supera()
    {
        var capienza = Aperta(100);
        var riga = capienza.RegistraPregressa(Adesione(Guid.NewGuid()), Importo.DaEuro(150), "B1234ABC7C", Ora);
        Assert.Equal((TipoMovimento.AdesionePregressa, "B1234ABC7C"), (riga.Tipo, riga.Riferimento));
        Assert.True(capienza.SforamentoDaRegolarizzare);
        Assert.Equal(Importo.DaEuro(150), capienza.Aderito);
    }

    [Fact]
    public void La_correzione_di_una_adesione_e_un_fatto_in_su_e_in_giu_e_l_annullamento_libera_tutto()
    {
        var capienza = Aperta(100);
        var id = Guid.NewGuid();
        Assert.True(capienza.Riserva(Adesione(id), Importo.DaEuro(60), Ora).IsSuccess);
        capienza.Aderisci(Adesione(id), Importo.DaEuro(60), "B1234ABC7C", Ora);
        var su = capienza.CorreggiAdesione(Adesione(id), Importo.DaEuro(50), "B1234ABC7C", Ora);
        Assert.Equal((TipoMovimento.Correzione, Importo.DaEuro(50), true), (su.Tipo, su.Importo, capienza.SforamentoDaRegolarizzare));
        capienza.CorreggiAdesione(Adesione(id), Importo.DaEuro(-90), "B1234ABC7C", Ora);
        Assert.Equal((Importo.DaEuro(20), false), (capienza.Aderito, capienza.SforamentoDaRegolarizzare));
        Assert.Equal(Importo.DaEuro(-20), capienza.AnnullaAdesione(Adesione(id), Importo.DaEuro(20), "B1234ABC7C", Ora).Importo);
        Assert.Equal((Importo.Zero, Importo.DaEuro(100)), (capienza.Aderito, capienza.Residuo));
    }

    [Fact]
    public void I_totali_sono_sempre_le_somme_delle_righe_e_il_residuo_e_negativo_solo_con_lo_sforamento() =>
        Gen.Select(Gen.Int[0, 7], Gen.Long[-100_000, 100_000]).Array[0, 60].Sample(atti =>
        {
            var capienza = new Capienza(Guid.NewGuid());
            var righe = new List<MovimentoCapienza> { capienza.Apri(Importo.DaCentesimi(250_000), "Contratto", DateOnly.FromDateTime(Ora), Ora) };
            var riserve = new Queue<(Guid Id, Importo Importo)>();
            var adesioni = new Queue<(Guid Id, Importo Importo)>();
            foreach (var (atto, centesimi) in atti)
            {
                var importo = Importo.DaCentesimi(centesimi);
                switch (atto)
                {
                    case 0:
                        Add(righe, capienza.RegistraAltreAdesioni(importo, Atto(), Ora));
                        break;
                    case 4:
                        Add(righe, capienza.VariaMassimale(importo, quintoPrevisto: true, Atto(), Ora));
                        break;
                    case 5 when centesimi > 0:
                        righe.Add(capienza.RegistraPregressa(Adesione(Guid.NewGuid()), importo, "B1234ABC7C", Ora));
                        break;
                    case 1 when riserve.TryDequeue(out var finita):
                        righe.Add(capienza.Rilascia(Adesione(finita.Id), finita.Importo, Ora));
                        break;
                    case 2 when riserve.TryDequeue(out var presa):
                        righe.AddRange(capienza.Aderisci(Adesione(presa.Id), presa.Importo, "B1234ABC7C", Ora));
                        adesioni.Enqueue(presa);
                        break;
                    case 6 when centesimi > 0 && adesioni.TryDequeue(out var corretta):
                        righe.Add(capienza.CorreggiAdesione(Adesione(corretta.Id), importo - corretta.Importo, "B1234ABC7C", Ora));
                        adesioni.Enqueue((corretta.Id, importo));
                        break;
                    case 7 when adesioni.TryDequeue(out var annullata):
                        righe.Add(capienza.AnnullaAdesione(Adesione(annullata.Id), annullata.Importo, "B1234ABC7C", Ora));
                        break;
                    case 3:
                        var id = Guid.NewGuid();
                        var residuo = capienza.Residuo;
                        var riserva = capienza.Riserva(Adesione(id), importo, Ora);
                        Assert.Equal(centesimi > 0 && importo <= residuo, riserva.IsSuccess);
                        if (riserva.IsSuccess)
                        {
                            righe.Add(riserva.Value);
                            riserve.Enqueue((id, importo));
                        }

                        break;
                }

                Assert.Equal(Sum(righe, TipoMovimento.Iniziale, TipoMovimento.Variazione), capienza.Massimale);
                Assert.Equal(Sum(righe, TipoMovimento.AltreAdesioni), capienza.AltreAdesioni);
                Assert.Equal(Sum(righe, TipoMovimento.Riserva, TipoMovimento.Rilascio), capienza.Riservato);
                Assert.Equal(Sum(righe, TipoMovimento.Adesione, TipoMovimento.AdesionePregressa, TipoMovimento.Correzione, TipoMovimento.Annullamento),
                    capienza.Aderito);
                Assert.Equal(capienza.Residuo < Importo.Zero, capienza.SforamentoDaRegolarizzare);
                Assert.Equal(Importo.Somma(riserve.Select(r => r.Importo)), capienza.Riservato);
            }
        }, iter: 2_000);

    private static Importo Sum(IEnumerable<MovimentoCapienza> righe, params TipoMovimento[] tipi) =>
        Importo.Somma(righe.Where(r => tipi.Contains(r.Tipo)).Select(r => r.Importo));

    private static AttoDiRiferimento Atto(int giorno = 1) => new("Comunicazione", new DateOnly(2026, 11, giorno), "prot. 1");

    private static void Add(List<MovimentoCapienza> righe, Result<MovimentoCapienza> esito)
    {
        if (esito.TryGet(out var riga))
        {
            righe.Add(riga);
        }
    }
}
