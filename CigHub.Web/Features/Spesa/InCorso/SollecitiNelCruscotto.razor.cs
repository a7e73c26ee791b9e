using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>The part of a RUP's Cruscotto that shows the reminders about requests and conferme that hold capacity.</summary>
public sealed partial class SollecitiNelCruscotto
{
    private SollecitiView? Solleciti { get; set; }

    protected override async Task LoadAsync() => Solleciti = User!.May(Permission.RichiediCig) && User.Actor.Delega is null
        ? await Read<SollecitiRicevuti, SollecitiView>(async q => await q.Run(User.Actor.PersonaId))
        : null;
}
