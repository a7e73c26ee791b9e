using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Codici;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Validations;
using SpreadCheetah.Worksheets;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>
/// Writes the template of a Convenzione: a sheet with one row for each Affidamento and drop-downs for the choices, the instructions, and a
/// hidden sheet with the lists. The first row of the hidden sheet contains the Convenzione and the version of the columns.
/// </summary>
public static class SerieTemplate
{
    private const int UltimaRiga = ControlloSerie.MaxRighe + 1;

    // The most characters that spreadsheets take in the yellow note beside a cell.
    private const int MaxTitoloNota = 32, MaxNota = 255;

    private const string FormatoData = "dd/mm/yyyy";

    // Write its position into each cell. A program that adds rows to the file may write positions too, and a reader must not meet cells
    // with and without them in one sheet.
    private static readonly SpreadCheetahOptions _withPositions = new() { WriteCellReferenceAttributes = true };

    private static readonly string[] _siNo = ["Sì", "No"];

    public static string Name(ContestoSerie contesto) =>
        $"affidamenti-in-serie-{string.Join('-', FoldedText.Parole(contesto.Convenzione.Titolo)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4))}.xlsx";

    /// <param name="righe">The rows to write under the captions, by column. Null for a template to fill in.</param>
    public static async Task<byte[]> Write(
        ContestoSerie contesto, IReadOnlyList<IReadOnlyDictionary<string, object>>? righe = null, CancellationToken ct = default)
    {
        using var memoria = new MemoryStream();
        await using (var libro = await Spreadsheet.CreateNewAsync(memoria, _withPositions, ct))
        {
            var elenchi = ColonneDelFoglioSerie.Tutte.Select(c => (Colonna: c, Scelte: Scelte(c, contesto))).Where(e => e.Scelte.Count > 0).ToList();
            await Dati(libro, elenchi, righe ?? [], ct);
            await Istruzioni(libro, contesto, ct);
            await Elenchi(libro, contesto, elenchi, ct);
            await libro.FinishAsync(ct);
        }

        return memoria.ToArray();
    }

    private static async Task Dati(
        Spreadsheet libro, List<(ColonnaSerie Colonna, IReadOnlyList<string> Scelte)> elenchi,
        IReadOnlyList<IReadOnlyDictionary<string, object>> righe, CancellationToken ct)
    {
        var foglio = new WorksheetOptions { FrozenRows = 1, FrozenColumns = 1 };
        for (var i = 0; i < ColonneDelFoglioSerie.Tutte.Count; i++)
        {
            foglio.Column(i + 1).Width = Width(ColonneDelFoglioSerie.Tutte[i]);
            foglio.Column(i + 1).DefaultStyle = Formato(ColonneDelFoglioSerie.Tutte[i]);
        }

        await libro.StartWorksheetAsync(SerieSheet.Foglio, foglio, ct);
        var testata = libro.AddStyle(new Style { Font = { Bold = true }, Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } });
        await libro.AddHeaderRowAsync([.. ColonneDelFoglioSerie.Tutte.Select(c => c.Nome)], testata, ct);
        var stili = ColonneDelFoglioSerie.Tutte.Select(c => libro.AddStyle(Formato(c))).ToList();
        var giorno = libro.AddStyle(new Style { Format = NumberFormat.Custom(FormatoData) });
        foreach (var riga in righe)
        {
            await libro.AddRowAsync([.. ColonneDelFoglioSerie.Tutte.Select((c, i) => riga.TryGetValue(c.Nome, out var valore)
                ? new StyledCell(Value(valore), valore is DateTime ? giorno : stili[i])
                : default)], ct);
        }

        for (var i = 0; i < ColonneDelFoglioSerie.Tutte.Count; i++)
        {
            var colonna = ColonneDelFoglioSerie.Tutte[i];
            var lettera = Lettera(i);
            libro.AddDataValidation($"{lettera}2:{lettera}{UltimaRiga}", Convalida(colonna, elenchi));
        }
    }

    /// <summary>Returns a value as a cell of the matching kind, for example a date as a date and an amount as a number.</summary>
    private static DataCell Value(object valore) => valore switch
    {
        DateTime giorno => new DataCell(giorno),
        decimal numero => new DataCell(numero),
        double numero => new DataCell(numero),
        int numero => new DataCell(numero),
        bool vero => new DataCell(vero),
        _ => new DataCell(Convert.ToString(valore, CultureInfo.InvariantCulture)),
    };

    private static DataValidation Convalida(ColonnaSerie colonna, List<(ColonnaSerie Colonna, IReadOnlyList<string> Scelte)> elenchi)
    {
        var posto = elenchi.FindIndex(e => e.Colonna == colonna);
        var convalida = posto >= 0
            ? DataValidation.ListValuesFromCells(SerieSheet.Elenchi, $"${Lettera(posto)}$3:${Lettera(posto)}${elenchi[posto].Scelte.Count + 2}",
                showDropdown: true)
            : DataValidation.TextLengthLessThanOrEqualTo(colonna.Campo!.LunghezzaMassima);
        convalida.IgnoreBlank = true;
        convalida.ShowErrorAlert = posto >= 0;
        convalida.ErrorTitle = "Scegli dall'elenco";
        convalida.ErrorMessage = Short($"Per «{colonna.Nome}» scegli una voce dell'elenco, oppure lascia vuoto.", MaxNota);
        convalida.ShowInputMessage = true;
        convalida.InputTitle = Short(colonna.Nome, MaxTitoloNota);
        convalida.InputMessage = Short(colonna.Aiuto, MaxNota);
        return convalida;
    }

    private static async Task Istruzioni(Spreadsheet libro, ContestoSerie contesto, CancellationToken ct)
    {
        var foglio = new WorksheetOptions();
        (foglio.Column(1).Width, foglio.Column(2).Width, foglio.Column(3).Width) = (36, 16, 110);
        await libro.StartWorksheetAsync(SerieSheet.Istruzioni, foglio, ct);
        var grassetto = libro.AddStyle(new Style { Font = { Bold = true } });
        var intero = libro.AddStyle(new Style { Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } });
        string[] regole =
        [
            $"Una riga per ogni affidamento, al massimo {ControlloSerie.MaxRighe}. Le intestazioni non si cambiano; le colonne si possono spostare.",
            "Ciò che il Lotto, l'Ente e l'ultimo affidamento sanno già non si scrive: lo mette CigHub, come in «Nuovo Affidamento».",
            "Una cella vuota si completa poi nella scheda. Una cella sbagliata si corregge prima: finché ce n'è una non si crea nulla.",
            "I codici (CUP, ISTAT, CPV) sono in celle di testo, così non perdono gli zeri iniziali. "
            + "Importi con la virgola e due decimali al massimo. Date come 24/11/2026.",
            "Delle formule si legge il valore, non la formula.",
        ];
        await libro.AddHeaderRowAsync(["Affidamenti in serie"], grassetto, ct);
        await libro.AddRowAsync([new Cell("Convenzione", grassetto), new Cell(contesto.Convenzione.Titolo)], ct);
        await libro.AddRowAsync([new Cell("Ente", grassetto), new Cell(contesto.Ente.Denominazione)], ct);
        await libro.AddRowAsync([new Cell("Preparato il", grassetto), new Cell(contesto.Oggi.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture))], ct);
        foreach (var regola in regole)
        {
            await libro.AddRowAsync([new Cell(regola)], ct);
        }

        await libro.AddRowAsync(Array.Empty<Cell>(), ct);
        await libro.AddHeaderRowAsync(["Colonna", "Come si scrive", "Che cosa scrivere"], grassetto, ct);
        foreach (var colonna in ColonneDelFoglioSerie.Tutte)
        {
            await libro.AddRowAsync([new Cell(colonna.Nome, intero), new Cell(Modo(colonna), intero), new Cell(colonna.Aiuto, intero)], ct);
        }
    }

    private static async Task Elenchi(
        Spreadsheet libro, ContestoSerie contesto, List<(ColonnaSerie Colonna, IReadOnlyList<string> Scelte)> elenchi, CancellationToken ct)
    {
        await libro.StartWorksheetAsync(SerieSheet.Elenchi, new WorksheetOptions { Visibility = WorksheetVisibility.Hidden }, ct);
        await libro.AddRowAsync([new Cell(SerieSheet.Marca), new Cell(contesto.Convenzione.Id.ToString()), new Cell(SerieSheet.Versione)], ct);
        await libro.AddRowAsync([.. elenchi.Select(e => new Cell(e.Colonna.Nome))], ct);
        for (var riga = 0; riga < elenchi.Max(e => e.Scelte.Count); riga++)
        {
            await libro.AddRowAsync([.. elenchi.Select(e => riga < e.Scelte.Count ? new Cell(e.Scelte[riga]) : default)], ct);
        }
    }

    private static IReadOnlyList<string> Scelte(ColonnaSerie colonna, ContestoSerie contesto) => colonna switch
    {
        { Nome: ColonneDelFoglioSerie.Lotto } => [.. contesto.Aperti.OrderBy(l => l.Numero).Select(ContestoSerie.Scelta)],
        { Nome: ColonneDelFoglioSerie.Fornitore } =>
            [.. contesto.Aperti.SelectMany(l => l.Fornitori.GroupBy(f => f.IdPartecipante).Select(ContestoSerie.Scelta)).Distinct()],
        { Nome: ColonneDelFoglioSerie.Rup } => [.. contesto.Rup.Select(r => r.Scelta)],
        { Percorso: ColonneDelFoglioSerie.CentroDiCosto } => [.. contesto.Ente.CentriDiCosto.Select(c => $"{c.Codice} – {c.Denominazione}")],
        { Campo.Tipo: TipoCampo.SiNo } => _siNo,
        { Campo: { Tipo: TipoCampo.Scelta, Lista: { } lista } } => [.. contesto.Liste.Trova(lista)!.Offerte(contesto.Oggi, null).Select(v => v.Parola)],
        { Campo.Scelte: { Count: > 0 } scelte } => [.. scelte.Select(s => $"{s.Codice} – {s.Etichetta}")],
        _ => [],
    };

    private static Style Formato(ColonnaSerie colonna) => new()
    {
        Format = colonna.Campo?.Tipo switch
        {
            TipoCampo.Euro => NumberFormat.Standard(StandardNumberFormat.ThousandsSeparatorTwoDecimalPlaces),
            TipoCampo.Data => NumberFormat.Custom(FormatoData),
            _ => NumberFormat.Standard(StandardNumberFormat.Text),
        },
    };

    private static double Width(ColonnaSerie colonna) => colonna.Campo?.Tipo switch
    {
        null => 34,
        TipoCampo.TestoLungo or TipoCampo.Testo => 40,
        TipoCampo.Scelta => 30,
        _ => 18,
    };

    private static string Modo(ColonnaSerie colonna) => colonna switch
    {
        { EUnaScelta: true } => "scelta",
        { Campo.Tipo: TipoCampo.Euro } => "importo",
        { Campo.Tipo: TipoCampo.Data } => "data",
        _ => "testo",
    };

    private static string Short(string testo, int massimo) => testo.Length <= massimo ? testo : testo[..(massimo - 1)] + "…";

    private static string Lettera(int indice) =>
        indice < 26 ? ((char)('A' + indice)).ToString() : $"{(char)('A' + (indice / 26) - 1)}{(char)('A' + (indice % 26))}";
}
