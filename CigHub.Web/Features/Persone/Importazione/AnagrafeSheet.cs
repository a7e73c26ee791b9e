using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.Security;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>A column of a sheet of Enti or of people.</summary>
/// <param name="Field">The field of the form that the column fills.</param>
/// <param name="Caption">The caption in the sheet.</param>
/// <param name="Digits">The number of digits of a code that a spreadsheet may have turned into a number. 0 for any other column.</param>
/// <param name="Shown">Says whether the preview shows the column for every row, and not only where it is wrong.</param>
public sealed record AnagrafeColumn(
    string Field, string Caption, double Width = 20, bool Required = false, int Digits = 0, bool IsDate = false, bool Shown = false);

/// <summary>A filled-in sheet of Enti or of people after reading.</summary>
/// <param name="Letters">The letter of each column that is in the sheet, by its caption.</param>
/// <param name="Where">The sentence that says which rows of which sheet were read.</param>
/// <param name="Notes">Sentences for the user: hidden rows that were read, rows and sheets that were not.</param>
public sealed record ReadAnagrafe(
    IReadOnlyList<RigaAnagrafe> Rows, IReadOnlyDictionary<string, string> Letters, string Where, IReadOnlyList<string> Notes);

/// <summary>
/// The two sheets by which an office begins, one of Enti and one of people with their roles: writes the template, and reads a filled-in
/// one. Both may stand in one workbook, because each is found by its captions.
/// </summary>
public sealed class AnagrafeSheet
{
    /// <summary>The most rows in one import. They are written in one transaction, during which every other writer waits.</summary>
    public const int MaxRows = 500;

    /// <summary>The field of a row with the last day of a role, inclusive. The form of a role has no such field.</summary>
    public const string LastDay = "UltimoGiorno";

    /// <summary>The fields of the one centro di costo that a row of an Ente has.</summary>
    public const string CostCentreCode = $"{nameof(EnteForm.CentriDiCosto)}[0].{nameof(CentroDiCostoFormRow.Codice)}",
        CostCentreName = $"{nameof(EnteForm.CentriDiCosto)}[0].{nameof(CentroDiCostoFormRow.Denominazione)}";

    private const int FiscalDigits = 11, IstatDigits = 9;

    private AnagrafeSheet(string key, string name, string hint, params AnagrafeColumn[] columns) =>
        (Key, Name, Hint, Columns) = (key, name, hint, columns);

    public static AnagrafeSheet OfEnti { get; } = new(
        "enti",
        "Enti",
        "Una riga per ogni Ente. Un Ente che c'è già si riconosce dal codice fiscale e non cambia. "
        + "Altri centri di costo e i contatti si aggiungono dalla pagina dell'Ente.",
        new(nameof(EnteForm.Denominazione), "Denominazione", 36, Required: true, Shown: true),
        new(nameof(EnteForm.CodiceFiscale), "Codice fiscale", 16, Required: true, Digits: FiscalDigits, Shown: true),
        new(nameof(EnteForm.PartitaIva), "Partita IVA", 16, Digits: FiscalDigits),
        new(nameof(EnteForm.CodiceIpa), "Codice IPA", 12),
        new(nameof(EnteForm.CodiceAusa), "Codice AUSA", 14, Required: true, Digits: Ente.CifreAusa),
        new(nameof(EnteForm.Pec), "PEC", 36, Required: true),
        new(nameof(EnteForm.Indirizzo), "Indirizzo", 30, Required: true),
        new(nameof(EnteForm.Cap), "CAP", 8, Required: true, Digits: Sede.CifreCap),
        new(nameof(EnteForm.Citta), "Città", Required: true, Shown: true),
        new(nameof(EnteForm.Provincia), "Provincia", 10, Required: true),
        new(nameof(EnteForm.Luogo), "Comune (codice ISTAT)", 22, Required: true, Digits: IstatDigits),
        new(CostCentreCode, "Codice centro di costo", 40, Required: true),
        new(CostCentreName, "Nome centro di costo", 30, Required: true));

    public static AnagrafeSheet OfPeople { get; } = new(
        "persone",
        "Persone e ruoli",
        "Una riga per ogni ruolo: chi ha due ruoli ha due righe. Una persona che c'è già si riconosce dal codice fiscale e i suoi dati non "
        + "cambiano. L'Ente si scrive con il codice fiscale o con il codice IPA; per tutti gli Enti, o per l'ufficio, si scrive «tutti». "
        + $"Ruoli: {string.Join(", ", Ruoli.Assegnabili.Select(r => r.Name()))}. Un RUP ha sempre l'atto di nomina.",
        new(nameof(PersonaForm.Cognome), "Cognome", Required: true, Shown: true),
        new(nameof(PersonaForm.Nome), "Nome", Required: true, Shown: true),
        new(nameof(PersonaForm.CodiceFiscale), "Codice fiscale", 18, Required: true),
        new(nameof(PersonaForm.NomeUtente), "Nome utente", 30, Required: true),
        new(nameof(PersonaForm.Email), "E-mail", 30, Required: true),
        new(nameof(PersonaForm.Telefono), "Telefono", 16),
        new(nameof(RuoloForm.Ruolo), "Ruolo", 24, Required: true, Shown: true),
        new(nameof(RuoloForm.Ente), "Ente (codice fiscale o IPA)", 26, Required: true, Digits: FiscalDigits, Shown: true),
        new(nameof(RuoloForm.Dal), "Dal", 12, IsDate: true, Shown: true),
        new(LastDay, "Ultimo giorno", 14, IsDate: true, Shown: true),
        new(nameof(RuoloForm.TipoAtto), "Tipo di atto", 18),
        new(nameof(RuoloForm.NumeroAtto), "Numero dell'atto", 16),
        new(nameof(RuoloForm.DataAtto), "Data dell'atto", 14, IsDate: true),
        new(nameof(RuoloForm.EmanatoDa), "Emanato da", 24),
        new(nameof(RuoloForm.Esterno), "Esterno (sì)", 12),
        new(nameof(RuoloForm.Incarico), "Incarico", 24),
        new(nameof(RuoloForm.MotivoRuolo), "Motivo della registrazione", 40));

    /// <summary>The short name by which the page tells the two sheets apart.</summary>
    public string Key { get; }

    /// <summary>The name of the sheet, and of the part of the page.</summary>
    public string Name { get; }

    /// <summary>The sentences that say how to fill in the sheet. The template has them above the captions.</summary>
    public string Hint { get; }

    public IReadOnlyList<AnagrafeColumn> Columns { get; }

    public string FileName => $"modello-{Key}.xlsx";

    public async Task<byte[]> Template(CancellationToken ct = default)
    {
        using var file = new MemoryStream();
        await XlsxWriter.WriteAsync<RigaAnagrafe>(
            file, Name, [.. Columns.Select(c => new WrittenColumn<RigaAnagrafe>(c.Caption, WrittenCellKind.Text, c.Width, r => r[c.Field]))],
            AsyncEnumerable.Empty<RigaAnagrafe>(), ct, [[Hint]]);
        return file.ToArray();
    }

    public Result<ReadAnagrafe> Read(ReadOnlyMemory<byte> file)
    {
        var letto = XlsxReader.Read(file, [.. Columns.Select(c => new ExpectedColumn(c.Caption, c.Required, c.IsDate))], MaxRows);
        return letto.TryGet(out var foglio)
            ? new ReadAnagrafe([.. foglio.Rows.Select(Row)], foglio.Letters, foglio.Where, foglio.Notes)
            : Result<ReadAnagrafe>.Refused(letto.Errors);
    }

    private RigaAnagrafe Row(ReadRow letta)
    {
        var riga = new RigaAnagrafe { Riga = letta.Number };
        foreach (var colonna in Columns)
        {
            var cella = letta[colonna.Caption];

            // A code of digits that became a number has only lost its leading zeros.
            riga.Testi[colonna.Field] = colonna.Digits > 0 && cella.Kind == TipoCella.Numero ? cella.Text.PadLeft(colonna.Digits, '0') : cella.Text;
            if ((cella.Cella.SenzaValore ?? cella.Cella.Percentuale("un testo", "scrivi di nuovo il valore, senza il formato percentuale.")) is { } guasta)
            {
                riga.Guaste.Add(colonna.Field, guasta);
            }
        }

        return riga;
    }
}
