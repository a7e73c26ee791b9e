using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Sqlite;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.Accesso;

/// <summary>
/// The page after a failed sign-in: the identity provider refused it, or its answer was not valid. It shows a code by which the log entry
/// with the reason can be found.
/// </summary>
public sealed partial class PaginaAccessoNonRiuscito
{
    private const int CifreDelCodice = 8;

    [SupplyParameterFromQuery(Name = "codice")]
    private string? Codice { get; set; }

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroGuasto)]
    private string? Guasto { get; set; }

    /// <summary>
    /// The words for the storage fault because of which the sign-in could not be recorded. Null when the sign-in failed for another reason.
    /// </summary>
    private string? Motivo => Guasto is null ? null : StorageFault.Passing(new Error(Guasto, ""))?.Reason;

    /// <summary>
    /// The code from the address, or null when it does not have the form of our codes. Anybody can write an address, so other text is not
    /// repeated on the page.
    /// </summary>
    private string? CodiceValido => Codice is { Length: CifreDelCodice } && Codice.All(char.IsAsciiHexDigit) ? Codice : null;
}
