using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>The sheet of adhesions already made: its template, and its rows as forms.</summary>
public static class PregresseSheet
{
    public const string NomeModello = "adesioni-gia-fatte.xlsx";

    public const string Padre = "CIG Padre", Derivato = "CIG Derivato", Oggetto = "Oggetto", Importo = "Importo", Data = "Data adesione",
        Rup = "RUP nome utente", Fornitore = "Codice fiscale fornitore";

    private static readonly ExpectedColumn[] Colonne =
    [
        new(Padre, true), new(Derivato, true), new(Oggetto, true), new(Importo, true), new(Data, true, EData: true), new(Rup, false), new(Fornitore, false),
    ];

    public static byte[] Modello() => XlsxWriter.Scrivi<PregressaForm>(
        "Adesioni",
        [
            new(Padre, WrittenCellKind.Testo, 14, m => m.CigPadre),
            new(Derivato, WrittenCellKind.Testo, 14, m => m.CigDerivato),
            new(Oggetto, WrittenCellKind.Testo, 50, m => m.Oggetto),
            new(Importo, WrittenCellKind.Testo, 16, m => m.Importo),
            new(Data, WrittenCellKind.Testo, 14, m => m.DataAdesione),
            new(Rup, WrittenCellKind.Testo, 20, m => m.Rup),
            new(Fornitore, WrittenCellKind.Testo, 24, m => m.Fornitore),
        ],
        []);

    public static Result<IReadOnlyList<PregressaForm>> Leggi(ReadOnlyMemory<byte> file)
    {
        var lette = XlsxReader.Leggi(file, Colonne, CaricaAdesioniPregresse.MaxRighe);
        return lette.TryGet(out var righe)
            ? Result.Success<IReadOnlyList<PregressaForm>>([.. righe.Select(Modulo)])
            : Result<IReadOnlyList<PregressaForm>>.Refused(lette.Errors);
    }

    private static PregressaForm Modulo(ReadRow riga)
    {
        var modulo = new PregressaForm
        {
            Riga = riga.Numero,
            CigPadre = riga[Padre].Testo,
            CigDerivato = riga[Derivato].Testo,
            Oggetto = riga[Oggetto].Testo,
            Importo = riga[Importo].Testo,
            DataAdesione = riga[Data].Testo,
            Rup = riga[Rup].Testo,
            // The codice fiscale of a body is all digits. A cell that became a number has only lost its leading zeros.
            Fornitore = riga[Fornitore] is { EraNumero: true } cifre ? cifre.Testo.PadLeft(11, '0') : riga[Fornitore].Testo,
        };
        foreach (var (colonna, campo) in new[] { (Padre, nameof(modulo.CigPadre)), (Derivato, nameof(modulo.CigDerivato)) })
        {
            if (riga[colonna].EraNumero)
            {
                modulo.Numeriche.Add(campo);
            }
        }

        return modulo;
    }
}
