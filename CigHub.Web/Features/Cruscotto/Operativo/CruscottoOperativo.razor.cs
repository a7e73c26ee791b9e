using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Cruscotto.Operativo;

/// <summary>
/// The Cruscotto of a RUP or an Istruttore: the worklist of the user's own Affidamenti, or of the whole Ente. The address says which.
/// Without it, the user's last choice holds.
/// </summary>
public sealed partial class CruscottoOperativo
{
    /// <summary>The value in the address that asks for the worklist of the user's own Affidamenti.</summary>
    public const string Miei = "miei";

    public const string DellEnte = "ente";

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required PersonalChoices Scelte { get; init; }

    [Inject]
    public required PreferenceGuard Guard { get; init; }

    [Inject]
    public required IOptions<PortaleSettings> Portale { get; init; }

    [Parameter]
    public string? Vista { get; set; }

    private IReadOnlyList<GruppoDiLavoro>? Groups { get; set; }

    private bool SoloMiei { get; set; }

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    protected override async Task LoadAsync()
    {
        var io = User!.Actor;
        if (io.Delega is not null)
        {
            // A delegate is neither RUP nor author of what was delegated, and sees nothing else.
            (SoloMiei, Groups) = (false, await Read<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(async q => await q.Run(io, false)) ?? []);
            return;
        }

        var scelta = Vista is Miei or DellEnte ? Vista : null;
        var ricordata = await Scelte.Read(io.PersonaId, PreferenceKey.CruscottoView);
        if (scelta is not null && scelta != ricordata)
        {
            await Guard.Own(io, Permission.LeggiAffidamenti, own => Scelte.Remember(own, PreferenceKey.CruscottoView, scelta));
        }

        // By default an Istruttore prepares for the whole Ente, and a RUP answers for the RUP's own requests.
        SoloMiei = (scelta ?? ricordata ?? (io.Ruolo.Allows(Permission.RichiediCig) ? Miei : DellEnte)) == Miei;
        Groups = await Read<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(async q => await q.Run(io, SoloMiei)) ?? [];
    }

    private string With(string vista) => Navigation.GetUriWithQueryParameter(nameof(Vista), vista);
}
