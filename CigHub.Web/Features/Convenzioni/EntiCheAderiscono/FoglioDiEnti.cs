using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common.FogliDiCalcolo;

namespace CigHub.Web.Features.Convenzioni.EntiCheAderiscono;

/// <summary>
/// Reads the Enti of a sheet into lines of text, as a user would have pasted them. Any sheet with a column of codici fiscali or of codici IPA
/// will do, for example the one by which the office imported its Enti.
/// </summary>
public static class FoglioDiEnti
{
    public const string Codice = "Codice fiscale", Ipa = "Codice IPA", Nome = "Denominazione";

    /// <summary>Returns one line for each row, or the errors for the user when the sheet cannot be used.</summary>
    public static Result<IReadOnlyList<string>> Leggi(ReadOnlyMemory<byte> file)
    {
        var letto = Enti(file, ipa: false);
        if (!letto.IsSuccess && Enti(file, ipa: true) is { IsSuccess: true } perIpa)
        {
            letto = perIpa;
        }

        return letto.TryGet(out var foglio)
            ? Result.Success<IReadOnlyList<string>>([.. foglio.Rows.Select(Riga)])
            : Result<IReadOnlyList<string>>.Refused(letto.Errors);
    }

    private static Result<ReadSheet> Enti(ReadOnlyMemory<byte> file, bool ipa) =>
        XlsxReader.Read(file, [new(Codice, !ipa), new(Ipa, ipa), new(Nome, false)], Convenzione.MaxEntiAmmessi);

    private static string Riga(ReadRow riga)
    {
        // A codice fiscale that became a number has only lost its leading zeros.
        var codice = riga[Codice] is { Kind: TipoCella.Numero } cifre ? cifre.Text.PadLeft(CodiceFiscale.LunghezzaEnte, '0') : riga[Codice].Text;
        return $"{(string.IsNullOrWhiteSpace(codice) ? riga[Ipa].Text : codice)} {riga[Nome].Text}".Trim();
    }
}
