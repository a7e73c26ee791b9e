using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Demo.Dimostrazione;
using CsCheck;

namespace CigHub.Tests.Features.Convenzioni;

/// <summary>Checks the rules for the data of a Lotto and of a Convenzione, on random data.</summary>
public sealed class CatalogoProperties
{
    private static readonly string[] _capofila = ["5", "13", "14"];
    private static readonly string[] _gregari = ["4", "10", "11", "12", "15", "16", "17"];

    private static readonly CaratteristicheLotto _caratteristiche =
        new("supplies", Cpv.Parse("39160000", null), "G01", "FB", CodNuts.Parse("ITI43", null), new DateOnly(2026, 4, 10));

    private static readonly CodiceFiscale[] _codici = [.. Enumerable.Range(1, 40).Select(n => CodiceFiscale.Parse(SampleCatalogo.CodiceFiscale(n), null))];

    /// <summary>
    /// Generates quotas that add up to 100 %, one for each aggiudicatario. Each gets at least 0,01 %, the rest is shared by random weights,
    /// and the last one gets the remainder of the rounding.
    /// </summary>
    private static readonly Gen<decimal[]> _parti = Gen.Int[1, 9_000].Array[1, 6].Select(pesi =>
    {
        const int Tutto = 10_000;
        var somma = pesi.Sum();
        var centesimi = pesi.Select(p => 1 + ((Tutto - pesi.Length) * p / somma)).ToArray();
        centesimi[^1] += Tutto - centesimi.Sum();
        return centesimi.Select(c => c / 100m).ToArray();
    });

    private static DatiLotto Lotto(params Fornitore[] fornitori) => new(1, "Banchi", InventedCodes.Cig('B', 0x7A0001), _caratteristiche, fornitori);

    private static Fornitore Fornitore(Guid partecipante, int codice, string ruolo, decimal? quota) =>
        new(partecipante, $"Operatore {codice}", _codici[codice], ruolo, "1", quota);

    private static IEnumerable<string> Codici(Result esito) => esito.Errors.Select(e => e.Code);

    /// <summary>
    /// Returns the data of a Lotto with one aggiudicatario for each quota. Each aggiudicatario has a leading member and the given number of
    /// further members, and all its members carry its quota.
    /// </summary>
    private static DatiLotto Lotto(IReadOnlyList<decimal?> quote, int[] seguaci)
    {
        var codice = 0;
        return Lotto([.. quote.SelectMany((quota, i) =>
        {
            var id = Guid.NewGuid();
            return Enumerable.Range(0, 1 + (seguaci[i % seguaci.Length] % 4))
                .Select(m => Fornitore(id, codice++, m == 0 ? _capofila[i % 3] : _gregari[m], quota)).ToList();
        })]);
    }

    [Fact]
    public void Quote_che_fanno_cento_sono_buone_e_un_centesimo_di_piu_o_di_meno_no() =>
        Gen.Select(_parti, Gen.Int[0, 3].Array[6]).Sample((parti, seguaci) =>
        {
            Assert.Empty(Codici(Lotto([.. parti.Select(p => (decimal?)p)], seguaci).Controlla()));
            foreach (var scarto in (decimal[])[0.01m, -0.01m])
            {
                var storte = parti.Select(p => (decimal?)p).ToList();
                storte[0] += scarto;
                if (parti.Length > 1 && storte[0] > 0)
                {
                    Assert.Equal(["lotto.quote-non-intere"], Codici(Lotto(storte, seguaci).Controlla()));
                }
            }
        }, iter: 1_000);

    [Fact]
    public void Le_quote_si_danno_tutte_o_nessuna() =>
        Gen.Select(_parti, Gen.Int[0, 5], Gen.Int[0, 3].Array[6]).Sample((parti, quale, seguaci) =>
        {
            Assert.Empty(Codici(Lotto([.. parti.Select(_ => (decimal?)null)], seguaci).Controlla()));
            if (parti.Length > 1)
            {
                var conUnBuco = parti.Select((p, i) => i == quale % parti.Length ? null : (decimal?)p).ToList();
                Assert.Equal(["lotto.quote-non-intere"], Codici(Lotto(conUnBuco, seguaci).Controlla()));
            }
        }, iter: 1_000);

    [Fact]
    public void Una_quota_di_niente_negativa_o_oltre_cento_e_rifiutata() =>
        Gen.OneOf(Gen.Int[-10_000, 0], Gen.Int[10_001, 30_000]).Sample(centesimi =>
            Assert.Equal(["lotto.quota-fuori-limite"], Codici(Lotto([centesimi / 100m], [0]).Controlla())), iter: 500);

    [Fact]
    public void Un_aggiudicatario_ha_un_solo_capofila_chiunque_lo_segua() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 6].Array[0, 5]).Sample((capi, gregari) =>
        {
            var id = Guid.NewGuid();
            var ruoli = Enumerable.Range(0, capi).Select(i => _capofila[i % 3]).Concat(gregari.Select(g => _gregari[g])).ToList();
            if (ruoli.Count > 0)
            {
                var esito = Lotto([.. ruoli.Select((r, i) => Fornitore(id, i, r, null))]).Controlla();
                Assert.Equal(capi == 1 ? [] : ["lotto.raggruppamento"], Codici(esito));
            }
        }, iter: 1_000);

    [Fact]
    public void Un_Lotto_si_costruisce_se_e_solo_se_i_suoi_dati_non_si_contraddicono() =>
        Gen.Select(Gen.Int[-1, 1001], Gen.Int[0, 2], Gen.Bool).Sample((numero, capi, ripetuto) =>
        {
            var id = Guid.NewGuid();
            var fornitori = Enumerable.Range(0, capi).Select(i => Fornitore(id, ripetuto ? 0 : i, "14", null)).ToArray();
            var dati = Lotto(fornitori) with { Numero = numero };
            if (dati.Controlla().IsSuccess)
            {
                Assert.Equal(numero, new Lotto(Guid.NewGuid(), Guid.NewGuid(), dati).Numero);
                Assert.InRange(numero, 1, CigHub.Domain.Convenzioni.Lotto.MaxNumero);
                Assert.Equal(1, capi);
            }
            else
            {
                Assert.Throws<ArgumentException>(() => new Lotto(Guid.NewGuid(), Guid.NewGuid(), dati));
            }
        }, iter: 1_000);

    [Fact]
    public void Una_Convenzione_e_rifiutata_per_ogni_contraddizione_e_solo_per_quelle() =>
        Gen.Select(Gen.Int[0, 2_000], Gen.Int[-400, 400], Gen.Int[-400, 400], Gen.Bool, Gen.Int[-2, 3], Gen.Int[-1, 242])
            .Sample((bando, dopo, durata, nuova, minimo, mesi) =>
        {
            var giorno = new DateOnly(2021, 1, 1).AddDays(bando);
            var dal = giorno.AddDays(dopo);
            var dati = new DatiConvenzione(
                "Arredi", nuova ? DisciplinaApplicabile.Dlgs36Del2023 : DisciplinaApplicabile.Dlgs50Del2016, giorno, dal, dal.AddDays(durata), false,
                ErosioneMassimale.NettoConSicurezza, Importo.DaCentesimi(minimo), mesi);
            List<string> attesi = [];
            void Se(bool condizione, string codice) => attesi.AddRange(condizione ? [codice] : []);
            Se(durata < 0, "convenzione.finestra-rovesciata");
            Se(dopo < 0, "convenzione.finestra-prima-del-bando");
            Se(nuova != (giorno >= new DateOnly(2023, 7, 1)), "convenzione.disciplina");
            Se(minimo <= 0, "convenzione.ordine-minimo");
            Se(mesi is < 1 or > 240, "convenzione.durata-massima");
            var esito = dati.Controlla();
            Assert.Equal(attesi, Codici(esito));
            Assert.All(esito.Errors, e => Assert.NotNull(typeof(DatiConvenzione).GetProperty(e.Field!)));
            if (attesi.Count > 0)
            {
                Assert.Throws<ArgumentException>(() => new Convenzione(Guid.NewGuid(), dati));
            }
        }, iter: 3_000);

    [Fact]
    public void Una_Convenzione_senza_ordine_minimo_ne_durata_e_buona() =>
        Assert.True(new DatiConvenzione("Arredi", DisciplinaApplicabile.Dlgs36Del2023, new(2023, 7, 1), new(2023, 7, 1), new(2023, 7, 1), true,
            ErosioneMassimale.NettoConSicurezza).Controlla().IsSuccess);
}
