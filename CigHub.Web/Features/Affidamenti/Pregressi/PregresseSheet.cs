using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>A filled-in sheet of adesioni pregresse after reading.</summary>
/// <param name="Lettere">The letter of each column that is in the sheet, by its caption.</param>
/// <param name="Dove">The sentence that says which rows of which sheet were read.</param>
/// <param name="Note">Sentences for the user: hidden rows that were read, rows and sheets that were not.</param>
public sealed record ReadPregresse(
    IReadOnlyList<PregressaForm> Righe, IReadOnlyDictionary<string, string> Lettere, string Dove, IReadOnlyList<string> Note);

/// <summary>The sheet of adesioni pregresse: writes its template, and reads a filled-in one into forms.</summary>
public static class PregresseSheet
{
    public const string NomeModello = "adesioni-gia-fatte.xlsx";

    public const string Padre = "CIG Padre", Derivato = "CIG Derivato", Oggetto = "Oggetto", Importo = "Importo", Data = "Data adesione",
        Rup = "RUP nome utente", Fornitore = "Codice fiscale fornitore";

    private static readonly ExpectedColumn[] Colonne =
    [
        new(Padre, true), new(Derivato, true), new(Oggetto, true), new(Importo, true), new(Data, true, IsDate: true), new(Rup, false), new(Fornitore, false),
    ];

    private static readonly (string Colonna, string Campo, string Atteso)[] Campi =
    [
        (Padre, nameof(PregressaForm.CigPadre), "un CIG"),
        (Derivato, nameof(PregressaForm.CigDerivato), "un CIG"),
        (Oggetto, nameof(PregressaForm.Oggetto), "un testo"),
        (Importo, nameof(PregressaForm.Importo), "un importo"),
        (Data, nameof(PregressaForm.DataAdesione), "una data"),
        (Rup, nameof(PregressaForm.Rup), "un nome utente"),
        (Fornitore, nameof(PregressaForm.Fornitore), "un codice fiscale"),
    ];

    public static byte[] Modello() => XlsxWriter.Write<PregressaForm>(
        "Adesioni",
        [
            new(Padre, WrittenCellKind.Text, 14, m => m.CigPadre),
            new(Derivato, WrittenCellKind.Text, 14, m => m.CigDerivato),
            new(Oggetto, WrittenCellKind.Text, 50, m => m.Oggetto),
            new(Importo, WrittenCellKind.Text, 16, m => m.Importo),
            new(Data, WrittenCellKind.Text, 14, m => m.DataAdesione),
            new(Rup, WrittenCellKind.Text, 20, m => m.Rup),
            new(Fornitore, WrittenCellKind.Text, 24, m => m.Fornitore),
        ],
        []);

    public static Result<ReadPregresse> Read(ReadOnlyMemory<byte> file)
    {
        var letto = XlsxReader.Read(file, Colonne, CaricaAdesioniPregresse.MaxRighe);
        return letto.TryGet(out var foglio)
            ? new ReadPregresse([.. foglio.Rows.Select(Modulo)], foglio.Letters, foglio.Where, foglio.Notes)
            : Result<ReadPregresse>.Refused(letto.Errors);
    }

    private static PregressaForm Modulo(ReadRow riga)
    {
        var form = new PregressaForm
        {
            Riga = riga.Number,
            CigPadre = riga[Padre].Text,
            CigDerivato = riga[Derivato].Text,
            Oggetto = riga[Oggetto].Text,
            Importo = riga[Importo].Text,
            DataAdesione = riga[Data].Text,
            Rup = riga[Rup].Text,
            // The codice fiscale of a body is all digits. A cell that became a number has only lost its leading zeros.
            Fornitore = riga[Fornitore] is { Kind: TipoCella.Numero } cifre ? cifre.Text.PadLeft(11, '0') : riga[Fornitore].Text,
        };
        foreach (var (colonna, campo, atteso) in Campi)
        {
            var cella = riga[colonna].Cella;
            if (cella.Tipo == TipoCella.Numero && colonna is Padre or Derivato)
            {
                form.Numeriche.Add(campo);
            }

            if ((cella.SenzaValore ?? cella.Percentuale(atteso, "scrivi di nuovo il valore, senza il formato percentuale.")) is { } guasta)
            {
                form.Guaste.Add(campo, guasta);
            }
        }

        return form;
    }
}
