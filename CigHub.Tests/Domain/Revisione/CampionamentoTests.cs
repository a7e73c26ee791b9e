using CigHub.Domain.Common;
using CigHub.Domain.Revisione;
using CigHub.Tests.Features.Attestazioni.Dossier;
using CsCheck;

namespace CigHub.Tests.Domain.Revisione;

/// <summary>Checks the published algorithm of the samples against fixed values, its own properties, and the Python lines of the document.</summary>
public sealed class CampionamentoTests
{
    private static readonly Guid _ente1 = new("01a22613-7a1a-7021-b1f0-000000000001"), _ente2 = new("01a22613-7a1a-7021-b1f0-000000000002");

    private static readonly Gen<List<Elemento>> _population =
        Gen.Select(Gen.Guid, Gen.Int[0, 4], Gen.Long[0, 10_000_000], (id, ente, cents) => new Elemento(id, Ente(ente), cents)).List[1, 60]
            .Select(l => l.DistinctBy(e => e.Id).ToList());

    [Fact]
    public void Il_testo_della_popolazione_e_ordinato_e_la_sua_impronta_e_nota()
    {
        var testo = Campionamento.Testo([new(_ente2, _ente1, 12345), new(_ente1, _ente1, 0)]);
        Assert.Equal($"{_ente1};{_ente1};0\n{_ente2};{_ente1};12345\n", testo);
        Assert.Equal("352eed94bf9650ef711e63256a2a6eef0c98252c834c0c1a2c9c920cda542708", Campionamento.Impronta(testo));
    }

    [Fact]
    public void La_chiave_e_lo_SHA_256_di_seme_due_punti_id() =>
        Assert.Equal("19ffd26d6f2f24f753199c7457fe07536c9cc8c3d91bebe08dfaf84ea3774850", Campionamento.Chiave("seme", _ente1));

    [Fact]
    public void Lo_stesso_seme_da_lo_stesso_campione_in_qualunque_ordine_arrivi_la_popolazione() => Gen.Select(_population, Gen.Int[1, 20]).Sample((p, n) =>
    {
        foreach (var metodo in new[] { MetodoCampione.Casuale, MetodoCampione.PerEnte })
        {
            var uno = Campionamento.Estrai(Richiesta(metodo, "seme", n), p);
            Assert.Equal(uno, Campionamento.Estrai(Richiesta(metodo, "seme", n), [.. Enumerable.Reverse(p)]));
            Assert.Equal(Math.Min(n, p.Count), uno.Distinct().Count());
        }
    });

    [Fact]
    public void Per_Ente_ognuno_ha_la_sua_quota_a_meno_di_uno() => Gen.Select(_population, Gen.Int[1, 20]).Sample((p, n) =>
    {
        var scelti = Campionamento.Estrai(Richiesta(MetodoCampione.PerEnte, "seme", n), p).ToHashSet();
        foreach (var ente in p.GroupBy(e => e.EnteId))
        {
            var quota = Math.Min(n, p.Count) * (double)ente.Count() / p.Count;
            Assert.InRange(ente.Count(e => scelti.Contains(e.Id)), Math.Floor(quota), Math.Floor(quota) + 1);
        }
    });

    [Fact]
    public void Un_altro_seme_da_un_altro_campione()
    {
        List<Elemento> p = [.. Enumerable.Range(1, 200).Select(i => new Elemento(Ente(i), _ente1, i))];
        Assert.NotEqual(
            Campionamento.Estrai(Richiesta(MetodoCampione.Casuale, "uno", 10), p), Campionamento.Estrai(Richiesta(MetodoCampione.Casuale, "due", 10), p));
    }

    [Fact]
    public void Sopra_un_importo_entrano_tutti_e_solo_quelli_sopra()
    {
        Elemento[] p = [new(Ente(1), _ente1, 100), new(Ente(2), _ente1, 101), new(Ente(3), _ente1, 500)];
        var richiesta = new RichiestaCampione(MetodoCampione.SopraImporto, "", 0, Importo.DaCentesimi(100), "", []);
        Assert.Equal([Ente(3), Ente(2)], Campionamento.Estrai(richiesta, p));
    }

    [Fact]
    public void Ragionato_prende_quelli_nominati_che_stanno_nella_popolazione()
    {
        Elemento[] p = [new(Ente(1), _ente1, 100), new(Ente(2), _ente1, 101)];
        Assert.Equal([Ente(2)], Campionamento.Estrai(new RichiestaCampione(MetodoCampione.Ragionato, "", 0, null, "perché", [Ente(2), Ente(9)]), p));
    }

    /// <summary>Runs the very lines of <c>docs/audit.md</c>, as somebody else would.</summary>
    [PythonFact]
    public void Le_righe_di_Python_del_documento_estraggono_lo_stesso_campione()
    {
        List<Elemento> p = [.. Enumerable.Range(1, 137).Select(i => new Elemento(Ente(i * 7919), Ente((i * i % 5) + 1), i * 1234))];
        var testo = Campionamento.Testo(p);
        foreach (var (metodo, nome) in new[] { (MetodoCampione.Casuale, "casuale"), (MetodoCampione.PerEnte, "per-ente") })
        {
            foreach (var quanti in new[] { 1, 10, 25, 500 })
            {
                var scelti = Campionamento.Estrai(Richiesta(metodo, "Seme à 3f9c", quanti), p).Select(i => $"{i}");
                string[] attese = [$"{Campionamento.Impronta(testo)} 137", .. scelti];
                Assert.Equal(attese, DocumentedDraw.Run(testo, nome, "Seme à 3f9c", quanti));
            }
        }
    }

    private static RichiestaCampione Richiesta(MetodoCampione metodo, string seme, int quanti) => new(metodo, seme, quanti, null, "", []);

    private static Guid Ente(int n) => new($"01a22613-7a1a-7021-b1f0-{n:D12}");
}
