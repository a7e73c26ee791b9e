using CigHub.Web.Components.Lists;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Avvisi;

/// <summary>The page of all alerts about Lotti, and of those that somebody muted.</summary>
public sealed partial class PaginaAvvisi
{
    /// <summary>Says «si» for the muted alerts.</summary>
    [SupplyParameterFromQuery(Name = "silenziati")]
    public string? Silenziati { get; set; }

    private AvvisiView? Avvisi { get; set; }

    private bool Muti => Silenziati == ListAddress.On;

    private int Quanti => Muti ? Avvisi!.Silenziati.Count : Avvisi!.Attivi.Count;

    private bool MaySilence => User?.May(Permission.SilenziaAvvisi) == true;

    protected override async Task LoadAsync() => Avvisi = await Read<AvvisiAttuali, AvvisiView>(async q => await q.Run());

    private Task Wake(AvvisoShown avviso) => Act(new RiattivaAvviso(avviso.LottoId, avviso.Tipo), "L'avviso si vede di nuovo.");
}
