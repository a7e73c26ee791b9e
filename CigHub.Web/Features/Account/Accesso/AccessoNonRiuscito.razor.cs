using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Sqlite;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.Accesso;

/// <summary>The provider refused, or its answer did not hold. Why stands in the log, under the code that is shown here.</summary>
public sealed partial class AccessoNonRiuscito
{
    private const int CifreDelCodice = 8;

    [SupplyParameterFromQuery(Name = "codice")]
    private string? Codice { get; set; }

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroGuasto)]
    private string? Guasto { get; set; }

    /// <summary>Why the server could not record the sign-in; null when that was not the reason.</summary>
    private string? Motivo => Guasto is null ? null : StorageFault.Passing(new Error(Guasto, ""))?.Reason;

    /// <summary>An address can be made by anybody: what is not one of our codes is not repeated.</summary>
    private string? CodiceValido => Codice is { Length: CifreDelCodice } && Codice.All(char.IsAsciiHexDigit) ? Codice : null;
}
