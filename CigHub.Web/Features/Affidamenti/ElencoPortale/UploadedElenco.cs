using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components.Forms;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>Reads the file of an elenco del portale from the browser.</summary>
internal static class UploadedElenco
{
    /// <returns>The file, or one error: it is too large, or did not arrive whole.</returns>
    public static async Task<Result<ChosenFile>> Read(IBrowserFile file)
    {
        var arrivato = await file.ReadWorkbook();
        return arrivato.TryGet(out var bytes) ? new ChosenFile(file.Name, bytes) : Result<ChosenFile>.Refused(arrivato.Errors);
    }
}
