using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security.Accesso;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.Sessioni;

/// <summary>Where the pages of a session go when it has ended: why, what was kept, and how to come back. Static: there is no circuit any more.</summary>
public sealed partial class SessioneFinita
{
    [SupplyParameterFromQuery(Name = AppRoutes.ParametroMotivo)]
    private string? Motivo { get; set; }

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroRitorno)]
    private string? Ritorno { get; set; }

    private MotivoFine Perche => Enum.TryParse<MotivoFine>(Motivo, out var motivo) && Enum.IsDefined(motivo) ? motivo : MotivoFine.Sconosciuta;

    /// <summary>Then there is no need to sign in.</summary>
    private bool HaGiaUnAltroRuolo => Perche == MotivoFine.AltroRuolo;

    private string DiRitorno => AccountEndpoints.Locale(Ritorno) ? Ritorno! : AppRoutes.Cruscotto;
}
