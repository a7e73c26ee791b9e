using CigHub.Domain.Registro;

namespace CigHub.Tests.Domain.Registro;

/// <summary>
/// Tests that a check in stretches, and one that goes on from an earlier check, give the verdicts of a check of every row in its order.
/// </summary>
public class TrattoRegistroTests
{
    private const int Quanti = 13;

    private static readonly SampleRow[] _righe = [.. Enumerable.Range(1, Quanti).Select(n => SampleRow.Of(SampleEventi.Ordinario(n)))];

    private static readonly TestaRegistro _testa = SampleRow.TestaDi(_righe);

    [Fact]
    public void A_tratti_il_verdetto_e_quello_di_una_riga_per_volta()
    {
        const int molti = (2 * TrattoRegistro.Ampiezza) + 77;
        SampleRow[] righe = [.. Enumerable.Range(1, molti).Select(n => SampleRow.Of(SampleEventi.Ordinario(n)))];
        var testa = SampleRow.TestaDi(righe);
        var indietro = righe[1500].Colonne with { Utc = righe[1500].Colonne.Utc.AddDays(-1) };
        foreach (var storia in new SampleRow[][]
        {
            righe,
            righe[..TrattoRegistro.Ampiezza],
            righe[..(TrattoRegistro.Ampiezza + 1)],
            Changed(1500, righe[1500].Broken(30)),
            Changed(1500, righe[1500] with { Foglia = new byte[32] }),
            Changed(1500, righe[1500] with { Colonne = indietro }),
            Changed(1500, SampleRow.Of(SampleEventi.Ordinario(1501) with { Azione = "altro" })),
            Changed(1024, righe[1023] with { Seq = 1025 }),
            [.. righe[..1023], .. righe[1024..]],
            [.. righe[..1024], .. righe[1025..]],
            [.. righe[..1024], .. righe[2048..]],
            [righe[0] with { Seq = 0 }, .. righe],
            [.. righe, righe[^1] with { Seq = molti + 1 }],
        })
        {
            foreach (var dove in new[] { testa, SampleRow.TestaDi(righe[..1500]) })
            {
                Assert.Equal(Una(storia).Concludi(dove), InTratti(storia).Concludi(dove));
            }
        }

        Assert.True(InTratti(righe).Concludi(testa).Integro);

        SampleRow[] Changed(int dove, SampleRow riga) => [.. righe.Select((r, i) => i == dove ? riga : r)];

        static VerificaRegistro InTratti(SampleRow[] righe)
        {
            var verifica = new VerificaRegistro();
            foreach (var insieme in righe.GroupBy(r => r.Seq < 1 ? -1 : (r.Seq - 1) / TrattoRegistro.Ampiezza))
            {
                var tratto = new TrattoRegistro();
                foreach (var r in insieme)
                {
                    tratto.Riga(r.Seq, r.Byte, r.Foglia, r.Colonne);
                }

                verifica.Aggiungi(tratto.Chiuso());
            }

            return verifica;
        }
    }

    [Fact]
    public void Dal_punto_verificato_si_leggono_solo_gli_eventi_nuovi()
    {
        for (var n = 0; n <= Quanti; n++)
        {
            var punto = Una(_righe[..n]).Concludi(SampleRow.TestaDi(_righe[..n])).Verificato!;
            var esito = Go(punto, _righe[n..], _testa);
            Assert.True(esito.Integro, esito.Messaggio);
            Assert.Equal((Quanti, n + 1), (esito.Eventi, esito.Dal));
            Assert.Equal(_testa.Radice, esito.Radice);
        }

        var fin7 = Una(_righe[..7]).Concludi(SampleRow.TestaDi(_righe[..7])).Verificato!;
        Assert.Equal(9, Go(fin7, [.. _righe[7..8], .. _righe[9..]], _testa).PrimoEventoErrato);
        Assert.Equal(AnomaliaRegistro.Byte, Go(fin7, [_righe[7].Broken(9), .. _righe[8..]], _testa).Anomalia);

        // Somebody rewrote an old event together with the head. The new events do not continue the registro of that time.
        SampleRow[] riscritte = [.. _righe.Select(r => r.Seq == 3 ? SampleRow.Of(SampleEventi.Ordinario(3) with { Azione = "altro" }) : r)];
        Assert.Equal(AnomaliaRegistro.Riscritto, Go(fin7, riscritte[7..], SampleRow.TestaDi(riscritte)).Anomalia);
        var accorciato = Go(fin7, [], SampleRow.TestaDi(_righe[..5]));
        Assert.Equal((AnomaliaRegistro.Mancante, new EventRange(6, 7)), (accorciato.Anomalia, accorciato.Tra));
        Assert.Null(accorciato.Verificato);

        static EsitoVerifica Go(RegistroVerificato da, SampleRow[] righe, TestaRegistro testa) => Una(righe, da).Concludi(testa);
    }

    private static VerificaRegistro Una(SampleRow[] righe, RegistroVerificato? da = null)
    {
        var verifica = new VerificaRegistro(da);
        foreach (var r in righe)
        {
            verifica.Riga(r.Seq, r.Byte, r.Foglia, r.Colonne);
        }

        return verifica;
    }
}
