using System.Diagnostics;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using static CigHub.Tests.Features.Affidamenti.ElencoPortale.SampleElenchi;

namespace CigHub.Tests.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Records a long elenco del portale part by part, as the page does, while another user saves. The test prints how long each part holds
/// the gate and how long the other user waits.
/// </summary>
public sealed class RegistrazioneInPartiTests(ITestOutputHelper output) : WithBench
{
    private const int Rows = 3 * RegistraElencoPortale.RowsAtOnce + 10;

    [Fact]
    public async Task Un_elenco_lungo_si_registra_in_parti_e_intanto_gli_altri_salvano()
    {
        var file = await Adopted();
        var choices = new SceltePortale(await Preview(file));
        var parts = choices.Parts(RegistraElencoPortale.RowsAtOnce).ToList();
        Assert.Equal(choices.Righe, parts.SelectMany(p => p).Order());
        Assert.Equal(4, parts.Count);

        using var other = new Saver(Bench, await Bench.Affidamento(StatoAffidamento.InLavorazione));
        var saving = other.Run();
        var longest = TimeSpan.Zero;
        for (var i = 0; i < parts.Count; i++)
        {
            var start = Stopwatch.StartNew();
            await Bench.Succeeds(choices.Command(file, parts[i], prosegue: i > 0));
            longest = longest > start.Elapsed ? longest : start.Elapsed;
            await other.SavesOnce();
        }

        other.End();
        await saving;
        output.WriteLine($"longest part {longest.TotalMilliseconds:0} ms");
        output.WriteLine($"the other user saved {other.Saved} times and waited {other.Longest.TotalMilliseconds:0} ms at most");
        Assert.Equal(Rows, await Concluded());
        Assert.Equal(parts.Count, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.ElencoPortaleRegistrato)) - 1);

        // Pressed again, there is nothing left.
        Assert.Empty(new SceltePortale(await Preview(file)).Righe);
    }

    [Fact]
    public async Task Dopo_un_arresto_si_registra_il_resto_e_niente_resta_a_meta()
    {
        var file = await Adopted();
        var first = new SceltePortale(await Preview(file));
        var parts = first.Parts(RegistraElencoPortale.RowsAtOnce).ToList();
        await Bench.Succeeds(first.Command(file, parts[0], prosegue: false));

        // The process ends here. Another one reads the file anew and compares.
        var again = new ChosenFile(file.Nome, [.. file.Byte]);
        var rest = new SceltePortale(await Preview(again));
        Assert.Equal(parts.Skip(1).SelectMany(p => p).Order(), rest.Righe);
        Assert.Equal(parts[0].Count, await Concluded());
        foreach (var part in rest.Parts(RegistraElencoPortale.RowsAtOnce))
        {
            await Bench.Succeeds(rest.Command(again, part, prosegue: true));
        }

        Assert.Equal(Rows, await Concluded());
        Assert.Equal(2, await Bench.Query(db => db.ElenchiPortale.CountAsync()));
    }

    [Fact]
    public async Task Una_parte_su_un_affidamento_cambiato_nel_frattempo_non_si_registra()
    {
        var file = await Adopted();
        var choices = new SceltePortale(await Preview(file));
        var part = choices.Parts(RegistraElencoPortale.RowsAtOnce).First();
        var touched = (await Preview(file)).Confronto.Righe.First(r => r.Riga.Numero == part[0]).Candidati[0].Affidamento;
        await Bench.Succeeds(new ModificaFascicolo(touched.Id, new FascicoloForm { Impegno = "2026/12" }, touched.Version));
        await Bench.Refuses("elenco.superato", choices.Command(file, part, prosegue: false));
        Assert.Equal(0, await Concluded());
    }

    private async Task<ChosenFile> Adopted()
    {
        var lotto = Bench.Catalogo.Lotti[0];
        var file = new ChosenFile("elenco.xls", Utf8(Html(Enumerable.Range(0, Rows).Select(i =>
            Row($"Adesione {i}", Cig(0x500000 + i).Valore, lotto.CigPadre.Valore, $"{100 + i},50", lotto.Fornitori[0].Denominazione, $"PI{i:000000}-25")))));
        foreach (var part in (await Preview(file)).Confronto.Righe.Select(r => r.Riga.Numero).Chunk(CaricaAdesioniPregresse.MaxRighe))
        {
            await Bench.Succeeds(new RegistraElencoPortale(
                Guid.CreateVersion7(), file, (await Preview(file)).Impronta, new Dictionary<int, Guid>(), part));
        }

        return new ChosenFile("elenco.xls", System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(file.Byte).Replace(">Inviato<", ">Concluso<", StringComparison.Ordinal)));
    }

    private async Task<AnteprimaDelPortale> Preview(ChosenFile file) =>
        (await Bench.Reader.Read<AnteprimaElencoPortale, Result<AnteprimaDelPortale>>(Bench.Rup, q => q.Run(file, Bench.Rup))).Value.Value;

    private Task<int> Concluded() => Bench.Query(db => db.Affidamenti.CountAsync(a => a.Portale.Stato == "Concluso"));

    /// <summary>Another user, who saves a draft again and again.</summary>
    private sealed class Saver(TestBench bench, Guid id) : IDisposable
    {
        private readonly SemaphoreSlim _saved = new(0);
        private bool _end;

        public int Saved { get; private set; }

        public TimeSpan Longest { get; private set; }

        public void End() => _end = true;

        public void Dispose() => _saved.Dispose();

        /// <summary>Waits until the other user has saved once more.</summary>
        public async Task SavesOnce()
        {
            while (_saved.CurrentCount > 0)
            {
                await _saved.WaitAsync();
            }

            Assert.True(await _saved.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        public async Task Run()
        {
            await Task.Yield();
            while (!_end)
            {
                var text = (await bench.ReadAgain(id)).Bozza.Testo(PercorsoAd4.Oggetto);
                var start = Stopwatch.StartNew();
                await bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, $"Testo {Saved}", text)]));
                Longest = Longest > start.Elapsed ? Longest : start.Elapsed;
                Saved++;
                _saved.Release();
            }
        }
    }
}
