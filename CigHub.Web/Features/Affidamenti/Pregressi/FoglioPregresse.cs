using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>The sheet of adhesions already made: its template, and its rows as forms.</summary>
public static class FoglioPregresse
{
    public const string NomeModello = "adesioni-gia-fatte.xlsx";

    public const string Padre = "CIG Padre", Derivato = "CIG Derivato", Oggetto = "Oggetto", Importo = "Importo", Data = "Data adesione",
        Rup = "RUP nome utente", Fornitore = "Codice fiscale fornitore";

    private static readonly ColonnaAttesa[] Colonne =
    [
        new(Padre, true), new(Derivato, true), new(Oggetto, true), new(Importo, true), new(Data, true, EData: true), new(Rup, false), new(Fornitore, false),
    ];

    public static byte[] Modello() => ScrittoreXlsx.Scrivi<ModuloPregresso>(
        "Adesioni",
        [
            new(Padre, TipoColonna.Testo, 14, m => m.CigPadre),
            new(Derivato, TipoColonna.Testo, 14, m => m.CigDerivato),
            new(Oggetto, TipoColonna.Testo, 50, m => m.Oggetto),
            new(Importo, TipoColonna.Testo, 16, m => m.Importo),
            new(Data, TipoColonna.Testo, 14, m => m.DataAdesione),
            new(Rup, TipoColonna.Testo, 20, m => m.Rup),
            new(Fornitore, TipoColonna.Testo, 24, m => m.Fornitore),
        ],
        []);

    public static Result<IReadOnlyList<ModuloPregresso>> Leggi(ReadOnlyMemory<byte> file)
    {
        var lette = LettoreXlsx.Leggi(file, Colonne, CaricaAdesioniPregresse.MaxRighe);
        return lette.TryGet(out var righe)
            ? Result.Success<IReadOnlyList<ModuloPregresso>>([.. righe.Select(Modulo)])
            : Result<IReadOnlyList<ModuloPregresso>>.Refused(lette.Errors);
    }

    private static ModuloPregresso Modulo(RigaLetta riga)
    {
        var modulo = new ModuloPregresso
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
