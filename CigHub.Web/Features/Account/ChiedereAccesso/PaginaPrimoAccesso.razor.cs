using System.Security.Claims;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.ChiedereAccesso;

/// <summary>
/// The only page that a signed-in user without access can open: a form to request access, or the state of the latest request. The page is
/// static, because a user without rights gets no circuit.
/// </summary>
public sealed partial class PaginaPrimoAccesso
{
    [Inject]
    public required RichiesteDiAccessoDaFuori Richieste { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "richiesta")]
    private RichiestaDiAccessoForm? Modulo { get; set; }

    private DoorState? Stato { get; set; }

    private IReadOnlyList<Error> Errors { get; set; } = [];

    private string? NomeUtente => Http.User.FindFirstValue("preferred_username");

    private IReadOnlyList<(string Codice, string Parola)> Ruoli => [.. UserSession.RuoliOf(Http.User).Order().Select(r => (r.ToString(), r.Name()))];

    private bool PuoScrivere => Stato is { FondaUfficio: true } or { Ultima: null or { Stato: StatoRichiestaAccesso.Respinta } };

    private string Title => Stato?.FondaUfficio == true ? "Primo amministratore di CigHub" : "Richiesta di accesso a CigHub";

    private string? Subtitle => Stato switch
    {
        { FondaUfficio: true } => "L'installazione è nuova e il tuo nome utente è quello indicato nelle impostazioni: completa i tuoi dati e sei dentro.",
        { Ultima: null } =>
            "Hai effettuato l'accesso, ma CigHub non ti conosce ancora in questo ruolo. Scrivi chi sei: un amministratore dell'ufficio controlla e ti abilita.",
        { Ultima.Stato: StatoRichiestaAccesso.Respinta } => "Se puoi rimediare al motivo, correggi i dati e invia una nuova richiesta.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        Stato = await Richieste.Stato(Http.User, Http.RequestAborted);
        Modulo ??= RichiestaDiAccessoForm.Of(Http.User);
        if (Stato.Posto == DoorPlace.Dentro)
        {
            Navigation.NavigateTo(AppRoutes.Cruscotto);
        }
        else if (Stato.Posto != DoorPlace.PrimoAccesso)
        {
            Navigation.NavigateTo(AppRoutes.NonAbilitato);
        }
    }

    private async Task Presenta()
    {
        var fondava = Stato!.FondaUfficio;
        var esito = await Richieste.Presenta(Http.User, Modulo!, Http.RequestAborted);
        Errors = esito.Errors;
        if (esito.IsSuccess)
        {
            // The first Amministratore exists from now on, and must sign in again so that the cookie carries the new person.
            Navigation.NavigateTo(fondava ? AppRoutes.AccediPer(AppRoutes.Cruscotto) : AppRoutes.PrimoAccesso);
        }
    }
}
