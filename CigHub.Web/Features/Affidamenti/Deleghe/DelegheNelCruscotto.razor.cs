namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>
/// Tells the user at the top of the Cruscotto for whom the user works by delega now, and which other deleghe in force the user received.
/// </summary>
public sealed partial class DelegheNelCruscotto
{
    private IReadOnlyList<DelegaRow> DaUsare { get; set; } = [];

    protected override async Task LoadAsync()
    {
        var deleghe = await Read<DelegheDellaPersona, DelegheRicevuteEConferite>(async q => await q.Run(User!.Actor));
        DaUsare = [.. deleghe?.Ricevute.Where(d => d.Vigente && d.Id != User!.Actor.Delega?.Id) ?? []];
    }
}
