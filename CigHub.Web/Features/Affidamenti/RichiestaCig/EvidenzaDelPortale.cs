using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Fascicolo;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Recognises an evidence of the portal: a picture or a print of what it showed, kept as it was. A signed envelope is refused, because it
/// is an act and not a picture of a screen.
/// </summary>
public static class EvidenzaDelPortale
{
    /// <summary>The endings of the files that a user may choose, for the browser's own dialog.</summary>
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
