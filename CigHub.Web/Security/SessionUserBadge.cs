using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;

namespace CigHub.Web.Security;

/// <summary>Tells the layout which user acts, and which pages of the menu are useful to the user's role.</summary>
public sealed class SessionUserBadge(UserSession sessione, IServiceScopeFactory scopes, TimeProvider clock) : IUserBadge
{
    private CurrentUser? _utente;

    public async ValueTask<UserBadge?> Corrente()
    {
        _utente = await sessione.Corrente();
        return _utente is null ? null : new UserBadge(_utente.Attore.PersonaId, _utente.Nome, _utente.Ruolo, _utente.Ente);
    }

    public async ValueTask<bool> PuoCambiareRuolo()
    {
        if (_utente is null)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        return (await RuoliDiChiEntra.Di(_utente.Attore, scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), clock.Oggi())).Count > 1;
    }

    public bool Offre(string indirizzo) => _utente is not null && indirizzo switch
    {
        AppRoutes.Affidamenti => _utente.Puo(Permission.LeggiAffidamenti),
        AppRoutes.RegistroEventi => _utente.Puo(Permission.LeggiRegistro),
        AppRoutes.PersoneEdEnti => _utente.Puo(Permission.LeggiAnagrafe),
        AppRoutes.CodiciEPercorsi => _utente.Puo(Permission.LeggiListe),
        _ => true,
    };
}
