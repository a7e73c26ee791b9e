using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Cruscotto.Operativo;

/// <summary>
/// The worklist of a RUP or an Istruttore: the user's own items or the whole Ente's, as the address says or as the user chose last.
/// </summary>
public sealed partial class CruscottoOperativo
{
    /// <summary>The value of the address for the user's own items.</summary>
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

    private IReadOnlyList<GruppoDiLavoro>? Gruppi { get; set; }

    private bool SoloMiei { get; set; }

    private DateTime Adesso => Clock.GetUtcNow().UtcDateTime;

    protected override async Task Carica()
    {
        var io = Utente!.Attore;
        var scelta = Vista is Miei or DellEnte ? Vista : null;
        var ricordata = await Scelte.Leggi(io.PersonaId, PreferenceKey.CruscottoView);
        if (scelta is not null && scelta != ricordata)
        {
            await Guard.Own(io, Permission.LeggiAffidamenti, own => Scelte.Ricorda(own, PreferenceKey.CruscottoView, scelta));
        }

        // By default an Istruttore prepares for the whole Ente, and a RUP answers for the RUP's own requests.
        SoloMiei = (scelta ?? ricordata ?? (io.Ruolo.Ammette(Permission.RichiediCig) ? Miei : DellEnte)) == Miei;
        Gruppi = await Leggi<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(async q => await q.Esegui(io, SoloMiei)) ?? [];
    }

    private string Con(string vista) => Navigazione.GetUriWithQueryParameter(nameof(Vista), vista);
}
