using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>The page on which the office imports Enti, and people with their roles, from two sheets. The sheets can be in one workbook.</summary>
public sealed partial class PaginaImportazione
{
    /// <summary>Reads nothing, because each sheet is read by its own part. Refuses a user without the right.</summary>
    protected override Task LoadAsync()
    {
        if (!User!.May(Permission.GestisciCatalogo))
        {
            ReadErrors = [Authorizer.Denied];
        }

        return Task.CompletedTask;
    }
}
