using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>The sheet of adesioni già fatte: writes its template, and reads a filled-in one into forms.</summary>
public static class PregresseSheet
{
    public const string NomeModello = "adesioni-gia-fatte.xlsx";

    public const string Padre = "CIG Padre", Derivato = "CIG Derivato", Oggetto = "Oggetto", Importo = "Importo", Data = "Data adesione",
        Rup = "RUP nome utente", Fornitore = "Codice fiscale fornitore";

    private static readonly ExpectedColumn[] Colonne =
    [
        new(Padre, true), new(Derivato, true), new(Oggetto, true), new(Importo, true), new(Data, true, IsDate: true), new(Rup, false), new(Fornitore, false),
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

    public static Result<IReadOnlyList<PregressaForm>> Read(ReadOnlyMemory<byte> file)
    {
        var lette = XlsxReader.Read(file, Colonne, CaricaAdesioniPregresse.MaxRighe);
        return lette.TryGet(out var righe)
            ? Result.Success<IReadOnlyList<PregressaForm>>([.. righe.Select(Modulo)])
            : Result<IReadOnlyList<PregressaForm>>.Refused(lette.Errors);
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
            Fornitore = riga[Fornitore] is { WasNumber: true } cifre ? cifre.Text.PadLeft(11, '0') : riga[Fornitore].Text,
        };
        foreach (var (colonna, campo) in new[] { (Padre, nameof(form.CigPadre)), (Derivato, nameof(form.CigDerivato)) })
        {
            if (riga[colonna].WasNumber)
            {
                form.Numeriche.Add(campo);
            }
        }

        return form;
    }
}
