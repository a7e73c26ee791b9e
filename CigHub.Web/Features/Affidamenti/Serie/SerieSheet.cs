using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>A sheet of adhesions as it was read: its rows, and the letter of each column.</summary>
public sealed record ReadSerie(IReadOnlyList<RigaSerie> Righe, IReadOnlyDictionary<string, string> Lettere, string Sha256)
{
    /// <summary>
    /// Returns a cell's name as the spreadsheet has it, for example <c>F12</c>. Returns the row alone where the column is not known.
    /// </summary>
    public string Cell(RigaSerie riga, string? colonna) =>
        colonna is not null && Lettere.TryGetValue(colonna, out var lettera)
            ? string.Create(CultureInfo.InvariantCulture, $"{lettera}{riga.Numero}")
            : $"riga {riga.Numero}";
}

/// <summary>
/// Reads the filled-in template. The template names its Convenzione and the columns that it was made with, so that another Convenzione's or
/// an older template is refused with the reason.
/// </summary>
public static class SerieSheet
{
    public const string Foglio = "Affidamenti", Istruzioni = "Istruzioni", Elenchi = "Elenchi";

    /// <summary>The text in the first cell of the hidden sheet.</summary>
    public const string Marca = "CigHub – affidamenti in serie";

    private static readonly ExpectedColumn[] _attese =
        [.. ColonneDelFoglioSerie.Tutte.Select(c =>
            new ExpectedColumn(c.Nome, Required: true, IsDate: c.Campo?.Tipo == Domain.Affidamenti.Ad4.TipoCampo.Data))];

    /// <summary>
    /// The version of the template. It follows from the columns, so a template made before they changed has an older version.
    /// </summary>
    public static string Versione { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|',
            ColonneDelFoglioSerie.Tutte.Select(c => $"{c.Nome}={c.Percorso}")))))[..8];

    public static Result<ReadSerie> Read(ReadOnlyMemory<byte> file, Guid convenzioneId)
    {
        var letto = XlsxReader.ReadSheet(file, _attese, ControlloSerie.MaxRighe, Foglio, Elenchi);
        if (!letto.TryGet(out var foglio))
        {
            return Result<ReadSerie>.Refused(letto.Errors);
        }

        if (Strange(foglio.Signature, convenzioneId) is { } errore)
        {
            return errore;
        }

        return new ReadSerie([.. foglio.Rows.Select(Row)], foglio.Letters, Convert.ToHexStringLower(SHA256.HashData(file.Span)));
    }

    private static Error? Strange(IReadOnlyList<string> firma, Guid convenzioneId) => firma switch
    {
        [Marca, var convenzione, ..] when convenzione != convenzioneId.ToString() => new Error(
            "serie.altra-convenzione",
            "Questo foglio viene dal modello di un'altra Convenzione: caricalo dalla pagina di quella, oppure scarica qui il modello e copia le righe."),
        [Marca, _, var versione, ..] when versione == Versione => null,
        [Marca, ..] => new Error(
            "serie.versione",
            "Questo foglio viene da una versione precedente del modello, con colonne diverse: "
            + "scarica il modello di oggi e copia le righe sotto le sue intestazioni."),
        _ => new Error(
            "serie.non-e-il-modello",
            "Questo foglio non viene dal modello di CigHub: scarica il modello da questa pagina, copia le righe sotto le sue intestazioni e carica quello."),
    };

    private static RigaSerie Row(ReadRow letta) => new(
        Guid.CreateVersion7(),
        letta.Number,
        letta.Cells.Where(c => c.Value.Text.Length > 0).ToDictionary(
            c => c.Key,
            c => new CellaSerie(
                c.Value.Text,
                c.Value switch { { WasNumber: true } => TipoCella.Numero, { WasDate: true } => TipoCella.Data, _ => TipoCella.Testo })));
}
