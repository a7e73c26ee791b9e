using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>A file that arrived and was recognised from its bytes.</summary>
public sealed record UploadedAllegato(ChosenFile File, FileAllegato Riconosciuto)
{
    /// <summary>
    /// Reads the file that a user chose, as soon as it is chosen, so that nobody fills in the rest for a file that will be refused.
    /// </summary>
    /// <param name="scelto">The browser's file.</param>
    /// <param name="riconosci">The check of what may be attached here.</param>
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
