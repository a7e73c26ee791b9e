using System.Globalization;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Tests.Common.FogliDiCalcolo;
using CigHub.Web.Features.Affidamenti.Serie;
using static CigHub.Tests.Common.FogliDiCalcolo.HandmadeWorkbook;

namespace CigHub.Tests.Features.Affidamenti.Serie;

/// <summary>
/// Checks five hundred rows of a serie in a file that no program of ours wrote: a hidden sheet first, captions in the seventh row, days
/// counted from 1904, hidden rows. Forty seeded errors must be told each at its cell, and nowhere else.
/// </summary>
public sealed class ForeignSheetTests : WithSerie
{
    private const int CaptionRow = 7, FirstRow = 8, Rows = 500;

    /// <summary>The columns of the seeded cells, with the cells as XML and the errors that they must give.</summary>
    private static readonly (string Column, string Cell, string Code)[] _seeds =
    [
        ("Servizi", Number(0.22, Percent), "cella.percentuale"),
        ("Servizi", Error("#N/A"), "cella.errore-di-formula"),
        ("Servizi", Formula(null), "cella.formula-senza-valore"),
        ("Sicurezza", Error("#REF!"), "cella.errore-di-formula"),
        ("Data di adesione", Number(0.5, Percent), "cella.percentuale"),
        ("Data di adesione", Formula(null, "str"), "cella.formula-senza-valore"),
        ("CUP", Number(81260000100061), "cella.numero"),
        ("Oggetto", Number(44_888, Date), "cella.data"),
        ("Oggetto", Error("#DIV/0!"), "cella.errore-di-formula"),
        ("Tipo di finanziamento", Number(0.01, CustomPercent), "cella.percentuale"),
    ];

    [Fact]
    public async Task Quaranta_errori_in_un_file_altrui_stanno_ciascuno_alla_sua_cella()
    {
        var contesto = await Context();
        string[] captions = [.. ColonneDelFoglioSerie.Tutte.Select(c => c.Nome).Reverse()];
        var seeds = Enumerable.Range(0, 40).ToDictionary(i => FirstRow + (i * 12), i => _seeds[i % _seeds.Length]);
        var rows = Enumerable.Range(FirstRow, Rows).Select(number => Row(number, hidden: number is 10 or 11 or 300, [.. captions.Select(c =>
            seeds.TryGetValue(number, out var seed) && seed.Column == c ? seed.Cell : Cell(c, SampleSerie.Buona(contesto, number)))])).ToArray();
        var file = new HandmadeWorkbook { From1904 = true }
            .SheetIn("hidden", SerieSheet.Elenchi, Row(1, Text(SerieSheet.Marca), Text(contesto.Convenzione.Id.ToString()), Text(SerieSheet.Versione)))
            .Sheet("Note", Row(1, Text("Da caricare")))
            .Sheet("Adesioni 2026", [Row(1, Text("Comune di Tivoli")), Row(CaptionRow, [.. captions.Select(Text)]), .. rows])
            .Write();

        var letta = SerieSheet.Read(file, contesto.Convenzione.Id).Value;
        var esiti = (await Anteprima(letta)).Righe;

        string Address(string column, int row) => $"{(char)('A' + Array.IndexOf(captions, column))}{row.ToString(CultureInfo.InvariantCulture)}";
        Assert.Equal(
            seeds.Select(s => $"{Address(s.Value.Column, s.Key)} {s.Value.Code}").Order(StringComparer.Ordinal),
            esiti.SelectMany(r => r.Errori.Select(e => $"{letta.Cell(r.Riga, e.Field)} {e.Code}")).Order(StringComparer.Ordinal));
        Assert.Equal("Lette le righe da 8 a 507 del foglio «Adesioni 2026», con le intestazioni alla riga 7.", letta.Dove);
        Assert.Contains("Le righe 10–11, 300 del foglio «Adesioni 2026» sono nascoste", Assert.Single(letta.Note), StringComparison.Ordinal);
        Assert.Equal("09/03/2026", esiti[0].Riga.Cella("Data di adesione")!.Testo);
    }

    /// <summary>Returns a valid value as a cell: days as their number from 1904, amounts as numbers, the rest as texts.</summary>
    private static string Cell(string column, Dictionary<string, object> row) => row.GetValueOrDefault(column) switch
    {
        null => "",
        System.DateTime day => Number(day.ToOADate() - 1_462, CustomDate),
        decimal amount => Number((double)amount),
        bool yes => $"<c t=\"b\"><v>{(yes ? 1 : 0)}</v></c>",
        var text => Text(Convert.ToString(text, CultureInfo.InvariantCulture)!),
    };
}
