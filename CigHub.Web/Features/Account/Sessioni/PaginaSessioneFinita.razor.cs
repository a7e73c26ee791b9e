using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security.Accesso;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.Sessioni;

/// <summary>
/// Page shown when a session has ended: the reason, what was kept, and how to come back. It is static, because the circuit is gone.
/// </summary>
public sealed partial class PaginaSessioneFinita
{
    [SupplyParameterFromQuery(Name = AppRoutes.ParametroMotivo)]
    private string? Motivo { get; set; }

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroRitorno)]
    private string? Ritorno { get; set; }

    private MotivoFine Perche => Enum.TryParse<MotivoFine>(Motivo, out var motivo) && Enum.IsDefined(motivo) ? motivo : MotivoFine.Sconosciuta;

    /// <summary>Says whether the user chose another role in another tab. That session is open, so there is no need to sign in.</summary>
    private bool HaGiaUnAltroRuolo => Perche == MotivoFine.AltroRuolo;

    private string DiRitorno => AccountEndpoints.Local(Ritorno) ? Ritorno! : AppRoutes.Cruscotto;
}
