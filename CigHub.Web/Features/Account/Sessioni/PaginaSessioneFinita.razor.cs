using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security.Accesso;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.Sessioni;

/// <summary>
/// The page shown when a session has ended: the reason, what was kept, and how to come back. It is static, because an ended session has no
/// circuit.
/// </summary>
public sealed partial class PaginaSessioneFinita
{
    [SupplyParameterFromQuery(Name = AppRoutes.ParametroMotivo)]
    private string? Motivo { get; set; }

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroRitorno)]
    private string? Ritorno { get; set; }

    private MotivoFine Perche => Enum.TryParse<MotivoFine>(Motivo, out var motivo) && Enum.IsDefined(motivo) ? motivo : MotivoFine.Sconosciuta;

    /// <summary>
    /// Says whether the session ended because the user chose another role in another tab. The new session is open, so the user need not
    /// sign in again.
    /// </summary>
    private bool HaGiaUnAltroRuolo => Perche == MotivoFine.AltroRuolo;

    private string DiRitorno => AccountEndpoints.Local(Ritorno) ? Ritorno! : AppRoutes.Cruscotto;
}
