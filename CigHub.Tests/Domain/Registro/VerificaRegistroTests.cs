using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;

namespace CigHub.Tests.Domain.Registro;

public class VerificaRegistroTests
{
    /// <summary>The number of events in the sample registro. 13 = 8 + 4 + 1 gives three perfect subtrees on the bordo.</summary>
    private const int Quanti = 13;

    private static readonly SampleRow[] _righe = [.. Enumerable.Range(1, Quanti).Select(n => SampleRow.Of(SampleEventi.Ordinario(n)))];

    private static readonly TestaRegistro _testa = TestaDi(_righe);

    [Fact]
    public void Un_registro_intatto_e_integro_di_qualunque_grandezza()
    {
        for (var n = 0; n <= Quanti; n++)
        {
            var testa = TestaDi(_righe[..n]);
            var esito = Verify(_righe[..n], testa);
            Assert.True(esito.Integro, esito.Messaggio);
            Assert.Equal((n, AnomaliaRegistro.Nessuna, null, null), (esito.Eventi, esito.Anomalia, esito.PrimoEventoErrato, esito.Tra));
            Assert.Equal(testa.Radice, esito.Radice);
        }
    }

    [Fact]
    public void Un_solo_byte_cambiato_in_un_solo_evento_fa_il_nome_di_quell_evento()
    {
        // Every byte of every event, the bits in turns; in the long run each of them.
        byte[] bits = [0x01, 0x20, 0x80];
        foreach (var (riga, i) in _righe.SelectMany(r => Enumerable.Range(0, r.Byte.Length).Select(i => (r, i))))
        {
            foreach (var bit in LongRun.Is ? bits : [bits[(riga.Seq + i) % bits.Length]])
            {
                Errato(AnomaliaRegistro.Byte, riga.Seq, With(riga with { Byte = Break(riga.Byte, i, bit) }));
            }
        }
    }

    [Fact]
    public void Un_byte_tolto_o_aggiunto_fa_il_nome_dell_evento()
    {
        foreach (var riga in _righe)
        {
            Errato(AnomaliaRegistro.Byte, riga.Seq, With(riga with { Byte = [.. riga.Byte, (byte)' '] }));
            Errato(AnomaliaRegistro.Byte, riga.Seq, With(riga with { Byte = riga.Byte[..^1] }));
            Errato(AnomaliaRegistro.Byte, riga.Seq, With(riga with { Byte = [] }));
        }
    }

    [Fact]
    public void Un_impronta_cambiata_si_distingue_da_un_evento_cambiato()
    {
        foreach (var riga in _righe)
        {
            for (var i = 0; i < riga.Foglia.Length; i++)
            {
                Errato(AnomaliaRegistro.Foglia, riga.Seq, With(riga with { Foglia = Break(riga.Foglia, i, 0x01) }));
            }

            Errato(AnomaliaRegistro.Foglia, riga.Seq, With(riga with { Foglia = [] }));
            Errato(AnomaliaRegistro.Foglia, riga.Seq, With(riga with { Foglia = [.. riga.Foglia, 0] }));
        }
    }

    [Fact]
    public void Di_piu_eventi_cambiati_si_nomina_il_primo()
    {
        var righe = With(_righe[4] with { Byte = Break(_righe[4].Byte, 20, 1) });
        righe[9] = righe[9] with { Foglia = new byte[32] };
        righe[11] = righe[11] with { Colonne = righe[11].Colonne with { Azione = "" } };
        Errato(AnomaliaRegistro.Byte, 5, righe);
        Errato(AnomaliaRegistro.Byte, 5, righe[..^2]);
        Errato(AnomaliaRegistro.Foglia, 10, [.. _righe[..9], righe[9], .. _righe[10..]]);
        Errato(AnomaliaRegistro.Colonna, 12, [.. _righe[..11], righe[11], .. _righe[12..]]);
    }

    [Fact]
    public void Un_evento_riscritto_con_la_sua_impronta_e_cercato_tra_gli_eventi_del_suo_sottoalbero()
    {
        foreach (var riga in _righe)
        {
            var riscritta = SampleRow.Of(SampleEventi.Ordinario(riga.Seq) with { Azione = "altro" });
            var esito = Verify(With(riscritta), _testa);
            var tra = riga.Seq switch { <= 8 => new EventRange(1, 8), <= 12 => new(9, 12), _ => new(13, 13) };
            Assert.Equal((AnomaliaRegistro.Riscritto, tra, tra.Da == tra.A ? tra.Da : (long?)null), (esito.Anomalia, esito.Tra, esito.PrimoEventoErrato));
            Assert.Contains(tra.Da == tra.A ? "L'evento 13 " : $"Tra l'evento {tra.Da} e l'evento {tra.A} ", esito.Messaggio, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Un_byte_cambiato_con_la_sua_impronta_ricalcolata_non_sfugge()
    {
        foreach (var (riga, i) in _righe.SelectMany(r => Enumerable.Range(0, r.Byte.Length).Select(i => (r, i))))
        {
            var guasto = Break(riga.Byte, i, 0x02);
            var esito = Verify(With(riga with { Byte = guasto, Foglia = MerkleTree.Leaf(guasto) }), _testa);
            Assert.False(esito.Integro);
            if (esito.Anomalia == AnomaliaRegistro.Riscritto)
            {
                Assert.InRange(riga.Seq, esito.Tra!.Value.Da, esito.Tra.Value.A);
                Assert.True(Evento.Leggi(guasto).IsSuccess);
            }
            else
            {
                Assert.Contains(esito.Anomalia, new[] { AnomaliaRegistro.Byte, AnomaliaRegistro.Colonna, AnomaliaRegistro.Numero });
                Assert.Equal(riga.Seq, esito.PrimoEventoErrato);
                Assert.Equal(esito.Anomalia == AnomaliaRegistro.Byte, !Evento.Leggi(guasto).IsSuccess);
            }
        }
    }

    [Fact]
    public void Un_evento_riscritto_prima_di_uno_guasto_viene_prima()
    {
        var righe = With(SampleRow.Of(SampleEventi.Ordinario(3) with { Azione = "altro" }));
        righe[9] = righe[9] with { Byte = Break(righe[9].Byte, 30, 1) };
        foreach (var daLeggere in new[] { righe, [.. righe[..10], .. righe[11..]] })
        {
            var esito = Verify(daLeggere, _testa);
            Assert.Equal((AnomaliaRegistro.Riscritto, null, new EventRange(1, 8)), (esito.Anomalia, esito.PrimoEventoErrato, esito.Tra));
            Assert.Contains("L'evento 10 ", esito.Messaggio, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Un_evento_tolto_e_nominato()
    {
        for (var n = 1; n <= Quanti; n++)
        {
            var esito = Errato(AnomaliaRegistro.Mancante, n, [.. _righe.Where(r => r.Seq != n)]);
            Assert.Equal(new EventRange(n, n), esito.Tra);
        }

        Assert.Equal(new EventRange(4, 6), Errato(AnomaliaRegistro.Mancante, 4, [.. _righe.Where(r => r.Seq is < 4 or > 6)]).Tra);
    }

    [Fact]
    public void Una_fine_tagliata_e_nominata()
    {
        for (var n = 0; n < Quanti; n++)
        {
            Assert.Equal(new EventRange(n + 1, Quanti), Errato(AnomaliaRegistro.Mancante, n + 1, _righe[..n]).Tra);
        }
    }

    [Fact]
    public void Eventi_tolti_e_rinumerati_sono_scoperti()
    {
        for (var n = 1; n < Quanti; n++)
        {
            SampleRow[] righe = [.. _righe.Where(r => r.Seq != n).Select((r, i) => r with { Seq = i + 1 })];
            Errato(AnomaliaRegistro.Numero, n, righe);
        }
    }

    [Fact]
    public void Un_evento_ripetuto_e_nominato()
    {
        for (var n = 1; n <= Quanti; n++)
        {
            Errato(AnomaliaRegistro.Ripetuto, n, [.. _righe[..n], _righe[n - 1], .. _righe[n..]]);
        }

        Errato(AnomaliaRegistro.Ripetuto, 2, [.. _righe, _righe[1]]);
        Errato(AnomaliaRegistro.Ripetuto, 0, [_righe[0] with { Seq = 0 }, .. _righe]);
        Errato(AnomaliaRegistro.Ripetuto, long.MinValue, [_righe[0] with { Seq = long.MinValue }, .. _righe]);
        Errato(AnomaliaRegistro.Mancante, 1, [_righe[0] with { Seq = long.MaxValue }, .. _righe]);
    }

    [Fact]
    public void Due_eventi_scambiati_sono_scoperti_e_si_nomina_il_primo()
    {
        for (var i = 0; i < Quanti; i++)
        {
            for (var j = i + 1; j < Quanti; j++)
            {
                SampleRow[] righe = [.. _righe];
                (righe[i], righe[j]) = (righe[j], righe[i]);
                Errato(AnomaliaRegistro.Mancante, i + 1, righe);

                (righe[i], righe[j]) = (righe[i] with { Seq = i + 1 }, righe[j] with { Seq = j + 1 });
                Errato(AnomaliaRegistro.Numero, i + 1, righe);
            }
        }
    }

    public static TheoryData<string, Func<EventColumns, EventColumns>> Ritocchi => new()
    {
        { "data e ora", c => c with { Utc = c.Utc.AddTicks(1) } },
        { "persona", c => c with { AttoreId = c.AttoreId is null ? SampleEventi.Ente : null } },
        { "persona", c => c with { AttoreId = SampleEventi.Ente } },
        { "ruolo", c => c with { Ruolo = c.Ruolo + " " } },
        { "Ente", c => c with { Ente = c.Ente is null ? SampleEventi.Ente : null } },
        { "azione", c => c with { Azione = c.Azione.ToUpperInvariant() } },
        { "azione", c => c with { Azione = c.Azione.Replace("ò", "o", StringComparison.Ordinal).Replace("m", "n", StringComparison.Ordinal) } },
        { "azione", c => c with { Azione = c.Azione.Replace("\"", "\\\"", StringComparison.Ordinal) + (c.Azione.Contains('"') ? "" : "\\") } },
        { "azione", c => c with { Azione = null! } },
        { "tipo di oggetto", c => c with { OggettoTipo = "Lotto" } },
        { "oggetto", c => c with { OggettoId = "" } },
        { "esito", c => c with { Esito = c.Esito == "ok" ? "negato" : "ok" } },
        { "esito", c => c with { Esito = "OK" } },
    };

    [Theory]
    [MemberData(nameof(Ritocchi))]
    public void Una_colonna_ritoccata_e_nominata_con_il_suo_evento(string nome, Func<EventColumns, EventColumns> ritocco)
    {
        foreach (var riga in _righe)
        {
            var esito = Errato(AnomaliaRegistro.Colonna, riga.Seq, With(riga with { Colonne = ritocco(riga.Colonne) }));
            Assert.Contains($"«{nome}»", esito.Messaggio, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Un_ritocco_che_nel_json_si_scriverebbe_uguale_non_sfugge()
    {
        var riga = SampleRow.Of(SampleEventi.Ordinario(1) with { Azione = "a\nb" });
        var testa = TestaDi([riga]);
        Assert.True(Verify([riga], testa).Integro);
        Assert.Equal(AnomaliaRegistro.Colonna, Verify([riga with { Colonne = riga.Colonne with { Azione = "a\\nb" } }], testa).Anomalia);
    }

    [Fact]
    public void L_ora_letta_dal_database_senza_fuso_e_la_stessa() =>
        Assert.True(Verify([.. _righe.Select(
            r => r with { Colonne = r.Colonne with { Utc = DateTime.SpecifyKind(r.Colonne.Utc, DateTimeKind.Unspecified) } })], _testa).Integro);

    [Fact]
    public void Una_testa_guasta_e_detta_guasta_senza_incolpare_un_evento()
    {
        byte[] radice = _testa.Radice, bordo = _testa.Bordo;
        for (var i = 0; i < radice.Length; i++)
        {
            TestaErrata(Quanti, Break(radice, i, 1), bordo, "la radice non è quella");
        }

        for (var i = 0; i < bordo.Length; i++)
        {
            TestaErrata(Quanti, radice, Break(bordo, i, 1), "il bordo non è quello");
        }

        foreach (var dimensione in new long[] { -1, 0, 1, 12, 14, 15, 26, 7, long.MaxValue, long.MinValue })
        {
            TestaErrata(dimensione, radice, bordo, $"dichiara {Plural.Of(dimensione, "evento", "eventi")}");
        }

        TestaErrata(Quanti, radice, bordo[..^32], "il bordo non è quello");
        TestaErrata(Quanti, [], bordo, "la radice non è quella");
        TestaErrata(Quanti, [], [], "non si corrispondono");
        TestaErrata(20, Break(radice, 0, 1), bordo, "non si corrispondono");
    }

    [Fact]
    public void Una_testa_di_prima_dice_quali_eventi_sono_in_piu()
    {
        for (var n = 0; n < Quanti; n++)
        {
            var esito = Verify(_righe, TestaDi(_righe[..n]));
            Assert.Equal((AnomaliaRegistro.InPiu, n + 1, new EventRange(n + 1, Quanti)), (esito.Anomalia, esito.PrimoEventoErrato, esito.Tra));
        }
    }

    [Fact]
    public void Con_la_testa_guasta_l_evento_guasto_resta_nominato()
    {
        var verifica = Letta(With(_righe[6] with { Byte = Break(_righe[6].Byte, 9, 1) }));
        Assert.Equal(7, verifica.Concludi(Quanti, new byte[32], _testa.Bordo).PrimoEventoErrato);
        Assert.Equal(7, verifica.Concludi(-5, [], []).PrimoEventoErrato);
    }

    [Fact]
    public void Un_evento_grande_o_qualunque_si_verifica_come_gli_altri()
    {
        var grande = SampleRow.Of(SampleEventi.Ordinario(1) with { Dati = new() { ["scheda"] = new string('è', 100_000) } });
        var piccolo = SampleRow.Of(SampleEventi.Ordinario(2));
        Assert.True(Verify([grande, piccolo], TestaDi([grande, piccolo])).Integro);

        CsCheck.Check.Sample(SampleEventi.Qualunque, evento =>
        {
            var riga = SampleRow.Of(evento with { Seq = 1 });
            var esito = Verify([riga], TestaDi([riga]));
            Assert.True(esito.Integro, esito.Messaggio);
        });
    }

    [Fact]
    public void Due_esiti_sono_uguali_per_contenuto()
    {
        Assert.Equal(Verify(_righe, _testa), Verify(_righe, _testa));
        Assert.Equal(Verify(_righe, _testa).GetHashCode(), Verify(_righe, _testa).GetHashCode());
        Assert.NotEqual(Verify(_righe, _testa), Verify(_righe[..^1], _testa));
        Assert.NotEqual(Verify(_righe, _testa), Verify(_righe, _testa) with { Radice = new byte[32] });
    }

    private static EsitoVerifica Errato(AnomaliaRegistro anomalia, long primo, SampleRow[] righe)
    {
        var esito = Verify(righe, _testa);
        Assert.True((anomalia, primo) == (esito.Anomalia, esito.PrimoEventoErrato), $"{anomalia} {primo}: {esito}");
        Assert.False(esito.Integro);
        return esito;
    }

    private static void TestaErrata(long dimensione, byte[] radice, byte[] bordo, string perche)
    {
        var esito = Letta(_righe).Concludi(dimensione, radice, bordo);
        Assert.Equal((AnomaliaRegistro.Testa, null), (esito.Anomalia, esito.PrimoEventoErrato));
        Assert.Contains(perche, esito.Messaggio, StringComparison.Ordinal);
    }

    private static EsitoVerifica Verify(SampleRow[] righe, TestaRegistro testa) => Letta(righe).Concludi(testa);

    private static VerificaRegistro Letta(SampleRow[] righe)
    {
        var verifica = new VerificaRegistro();
        foreach (var r in righe)
        {
            verifica.Riga(r.Seq, r.Byte, r.Foglia, r.Colonne);
        }

        return verifica;
    }

    private static SampleRow[] With(SampleRow riga) => [.. _righe.Select(r => r.Seq == riga.Seq ? riga : r)];

    private static TestaRegistro TestaDi(SampleRow[] righe) => righe.Aggregate(TestaRegistro.Vuota, (testa, r) => testa.Aggiungi(r.Foglia));

    private static byte[] Break(byte[] b, int dove, byte bit)
    {
        byte[] guasto = [.. b];
        guasto[dove] ^= bit;
        return guasto;
    }
}
