using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Components.Acting;

/// <summary>A file that arrived whole from the browser, and whose type was recognised from its bytes.</summary>
public sealed record UploadedAllegato(ChosenFile File, FileAllegato Riconosciuto)
{
    /// <summary>
    /// Reads a file from the browser as soon as the user has chosen it, so that nobody fills in the rest of the form for a file that will
    /// be refused.
    /// </summary>
    /// <param name="scelto">The browser's file.</param>
    /// <param name="riconosci">The check that recognises the type of the file and refuses a type that may not be attached here.</param>
    /// <returns>The file, or one error: the file is too large, did not arrive whole, or is not of a kind that is taken.</returns>
    public static async Task<Result<UploadedAllegato>> Read(IBrowserFile scelto, Func<ChosenFile, Result<FileAllegato>> riconosci)
    {
        if (scelto.Size > FileAllegato.MaxByte)
        {
            return RiconosciAllegato.TroppoGrande(scelto.Size);
        }

        if (!(await scelto.ReadAll(FileAllegato.MaxByte)).TryGet(out var arrivato))
        {
            return UploadedFile.NotArrived;
        }

        var file = new ChosenFile(scelto.Name, arrivato);
        var esito = riconosci(file);
        return esito.TryGet(out var riconosciuto) ? new UploadedAllegato(file, riconosciuto) : esito.Errors[0];
    }
}
