using System.Diagnostics;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using static CigHub.Tests.Features.Affidamenti.ElencoPortale.SampleElenchi;

namespace CigHub.Tests.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Checks an elenco del portale with more new adhesions than one command may adopt. Several commands must adopt them all. The test prints
/// the times, and the time of a fixed hash to compare with, because the machine is not always idle.
/// </summary>
public sealed class ManyRowsTests(ITestOutputHelper uscita) : WithBench
{
    private const int Quante = CaricaAdesioniPregresse.MaxRighe + 50;

    [Fact]
    public async Task Piu_righe_di_un_carico_si_confrontano_si_adottano_e_si_registrano()
    {
        var lotto = Bench.Catalogo.Lotti[0];
        var file = new ChosenFile("elenco.xls", Utf8(Html(Enumerable.Range(0, Quante).Select(i =>
            Row($"Adesione {i}", Cig(0x500000 + i).Valore, lotto.CigPadre.Valore, $"{100 + i},50", lotto.Fornitori[0].Denominazione, $"PI{i:000000}-25")))));
        var orologio = Stopwatch.StartNew();
        System.Security.Cryptography.SHA256.HashData(new byte[64 * 1024 * 1024]);
        uscita.WriteLine($"beside: SHA-256 of 64 MB {orologio.ElapsedMilliseconds} ms");
        orologio.Restart();
        var letto = ElencoPortaleReader.Read(file.Byte).Value;
        uscita.WriteLine($"read {orologio.ElapsedMilliseconds} ms, {file.Byte.Length / 1024} kB");

        orologio.Restart();
        var anteprima = await Anteprima(file);
        uscita.WriteLine($"preview, none known {orologio.ElapsedMilliseconds} ms");
        Assert.Equal(Quante, anteprima.Confronto.Righe.Count(anteprima.Adottabile));

        foreach (var pezzo in letto.Righe.Select(r => r.Numero).Chunk(CaricaAdesioniPregresse.MaxRighe))
        {
            var impronta = (await Anteprima(file)).Impronta;
            orologio.Restart();
            await Bench.Succeeds(new RegistraElencoPortale(Guid.CreateVersion7(), file, impronta, new Dictionary<int, Guid>(), pezzo));
            uscita.WriteLine($"adopted {pezzo.Length} in {orologio.ElapsedMilliseconds} ms");
        }

        Assert.Equal(Quante, await Bench.Query(db => db.Affidamenti.CountAsync(a => a.Pregresso)));

        // The portal now shows another state in every row.
        var dopo = new ChosenFile("elenco.xls", System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(file.Byte).Replace(">Inviato<", ">Concluso<", StringComparison.Ordinal)));
        orologio.Restart();
        anteprima = await Anteprima(dopo);
        uscita.WriteLine($"preview, all known {orologio.ElapsedMilliseconds} ms");
        Assert.Equal(Quante, anteprima.Confronto.Quante(EsitoConfronto.DaRegistrare));
        orologio.Restart();
        var ricevuta = await Bench.Succeeds(new RegistraElencoPortale(Guid.CreateVersion7(), dopo, anteprima.Impronta, new Dictionary<int, Guid>(), []));
        uscita.WriteLine($"recorded {orologio.ElapsedMilliseconds} ms");
        uscita.WriteLine(
            $"event of the file {await Bench.Query(db => db.Registro.Where(e => e.Seq == ricevuta.Seq).Select(e => e.Byte.Length).SingleAsync()) / 1024} kB");
        Assert.Equal(Quante, await Bench.Query(db => db.Affidamenti.CountAsync(a => a.Portale.Stato == "Concluso")));
    }

    private async Task<AnteprimaDelPortale> Anteprima(ChosenFile file) =>
        (await Bench.Reader.Read<AnteprimaElencoPortale, Result<AnteprimaDelPortale>>(Bench.Rup, q => q.Run(file, Bench.Rup))).Value.Value;
}
