using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>A filled-in sheet after reading: its rows, the letter of each column, and the SHA-256 of the file.</summary>
/// <param name="Dove">The sentence that says which rows of which sheet were read.</param>
/// <param name="Note">Sentences for the user: hidden rows that were read, rows and sheets that were not.</param>
public sealed record ReadSerie(
    IReadOnlyList<RigaSerie> Righe, IReadOnlyDictionary<string, string> Lettere, string Sha256, string Dove, IReadOnlyList<string> Note)
{
    /// <summary>
    /// Returns the address of a cell in the spreadsheet, for example <c>F12</c>. Returns only the row, for example «riga 12», when the
    /// column is null or not in the sheet.
    /// </summary>
    public string Cell(RigaSerie riga, string? colonna) =>
        colonna is not null && Lettere.TryGetValue(colonna, out var lettera)
            ? string.Create(CultureInfo.InvariantCulture, $"{lettera}{riga.Numero}")
            : $"riga {riga.Numero}";
}

/// <summary>
/// Reads a filled-in template. The template contains its Convenzione and the version of its columns, so that one of another Convenzione or
/// an outdated one is refused with that reason.
/// </summary>
public static class SerieSheet
{
    public const string Foglio = "Affidamenti", Istruzioni = "Istruzioni", Elenchi = "Elenchi";

    /// <summary>The text in the first cell of the hidden sheet, by which a template of CigHub is recognised.</summary>
    public const string Marca = "CigHub – affidamenti in serie";

    private static readonly ExpectedColumn[] _attese =
        [.. ColonneDelFoglioSerie.Tutte.Select(c =>
            new ExpectedColumn(c.Nome, Required: true, IsDate: c.Campo?.Tipo == Domain.Affidamenti.Ad4.TipoCampo.Data))];

    /// <summary>The version of the template, computed from its columns. A template with other columns has another version.</summary>
    public static string Versione { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|',
            ColonneDelFoglioSerie.Tutte.Select(c => $"{c.Nome}={c.Percorso}")))))[..8];

    public static Result<ReadSerie> Read(ReadOnlyMemory<byte> file, Guid convenzioneId)
    {
        var letto = XlsxReader.Read(file, _attese, ControlloSerie.MaxRighe, Elenchi);
        if (!letto.TryGet(out var foglio))
        {
            return Result<ReadSerie>.Refused(letto.Errors);
        }

        if (Strange(foglio.Signature, convenzioneId) is { } errore)
        {
            return errore;
        }

        return new ReadSerie(
            [.. foglio.Rows.Select(Row)], foglio.Letters, Convert.ToHexStringLower(SHA256.HashData(file.Span)), foglio.Where, foglio.Notes);
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
        letta.Cells.ToDictionary(c => c.Key, c => c.Value.Cella));
}
