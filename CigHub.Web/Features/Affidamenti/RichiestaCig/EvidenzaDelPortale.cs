using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Recognises the file of an evidenza: a picture or a PDF of what the portal showed, stored unchanged. Refuses a signed envelope, because
/// it contains an act and not a picture of a screen.
/// </summary>
public static class EvidenzaDelPortale
{
    /// <summary>The file extensions that the browser's dialog offers.</summary>
    public const string Estensioni = ".png,.jpg,.jpeg,.pdf";

    private static readonly string[] _ammessi = ["image/png", "image/jpeg", "application/pdf"];

    public static Result<FileAllegato> Recognize(ChosenFile file)
    {
        var esito = RiconosciAllegato.Riconosci(file.Nome, file.Byte);
        return esito.TryGet(out var riconosciuto) && !_ammessi.Contains(riconosciuto.TipoContenuto)
            ? new Error("file.tipo", "Come evidenza del portale va bene un'immagine PNG o JPEG, o un PDF: scegli un altro file.", "Evidenza")
            : esito.IsSuccess ? esito : Result<FileAllegato>.Refused([.. esito.Errors.Select(e => e with { Field = "Evidenza" })]);
    }
}
