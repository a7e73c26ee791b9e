using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CigHub.Web.Features.Account.Sessioni;

/// <summary>The page that lists the user's open sessions, and on which the user can close them.</summary>
public sealed partial class PaginaSessioni
{
    [Inject]
    public required SessionStore Archivio { get; init; }

    [Inject]
    public required OpenSessions Sessioni { get; init; }

    [CascadingParameter]
    private Task<AuthenticationState> Stato { get; set; } = null!;

    private IReadOnlyList<Sessione>? Aperte { get; set; }

    /// <summary>The id of the session in which this page is shown.</summary>
    private Guid? Questa { get; set; }

    private IReadOnlyList<Sessione> Altre => [.. (Aperte ?? []).Where(s => s.Id != Questa)];

    protected override async Task LoadAsync()
    {
        Questa = TicketStore.IdOf((await Stato).User);

        // The latest activity is saved only at intervals. Save it now, so that the page shows current times.
        await Sessioni.Write();
        Aperte = await Archivio.Open(User!.Actor.PersonaId);
    }

    private Task ChiudiLeAltre() => Chiudi([.. Altre.Select(s => s.Id)]);

    /// <summary>Ends other sessions of this user. Ids that the page does not list are ignored.</summary>
    private Task Chiudi(IReadOnlyCollection<Guid> ids) => Once(async () =>
    {
        await Sessioni.End([.. ids.Where(id => Altre.Any(s => s.Id == id))], MotivoFine.ChiusaDaLei);
        await Reload();
        Outcomes?.Say(ids.Count == 1
            ? "Sessione chiusa: quel browser dovrà accedere di nuovo."
            : "Sessioni chiuse: quei browser dovranno accedere di nuovo.");
    });
}
