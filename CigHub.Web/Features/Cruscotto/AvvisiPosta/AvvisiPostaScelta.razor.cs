using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.AvvisiPosta;

/// <summary>The part of the Cruscotto where a person asks for e-mail about what waits, or ends it. It shows nothing where no mail server is set.</summary>
public sealed partial class AvvisiPostaScelta
{
    [Inject]
    public required IAvvisiPosta Avvisi { get; init; }

    [Inject]
    public required PersonalChoices Scelte { get; init; }

    [Inject]
    public required PreferenceGuard Guard { get; init; }

    /// <summary>Says whether the person receives e-mail. Null where the choice is not offered.</summary>
    private bool? Scelta { get; set; }

    protected override async Task LoadAsync() => Scelta = Avvisi.Attivi && User!.Actor.Delega is null && AvvisiPostaWords.Concerns(User.Actor.Ruolo)
        ? await Scelte.Read(User.Actor.PersonaId, PreferenceKey.MailNotices) == AvvisiPostaWords.Yes
        : null;

    private Task Choose(bool wants) => Once(async () =>
    {
        var value = wants ? AvvisiPostaWords.Yes : AvvisiPostaWords.No;
        ActErrors = (await Guard.Own(Actor, Permission.LeggiAffidamenti, own => Scelte.Remember(own, PreferenceKey.MailNotices, value))).Errors;
        await Reload();
    });
}
