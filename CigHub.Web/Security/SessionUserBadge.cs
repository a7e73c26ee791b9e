using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;

namespace CigHub.Web.Security;

/// <summary>Tells the layout which user acts, and which links of the menu the user's role may follow.</summary>
public sealed class SessionUserBadge(UserSession session, IServiceScopeFactory scopes, TimeProvider clock) : IUserBadge
{
    private CurrentUser? _user;

    public async ValueTask<UserBadge?> Current()
    {
        _user = await session.Current();
        return _user is null ? null : new UserBadge(_user.Actor.PersonaId, _user.Nome, _user.Ruolo, _user.Ente);
    }

    public async ValueTask<bool> MayChangeRuolo()
    {
        if (_user is null)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        return (await RuoliDiChiEntra.Of(_user.Actor, scope.ServiceProvider.GetRequiredService<CigHubDbContext>(), clock.Today())).Count > 1;
    }

    public bool Offers(string indirizzo) => _user is not null && indirizzo switch
    {
        AppRoutes.Affidamenti => _user.May(Permission.LeggiAffidamenti),
        AppRoutes.RegistroEventi or AppRoutes.Scostamenti or AppRoutes.Attestazioni => _user.May(Permission.LeggiRegistro),
        AppRoutes.Salute => _user.May(Permission.LeggiSalute),
        AppRoutes.Audit => _user.May(Permission.ConduciAudit),
        AppRoutes.PersoneEdEnti => _user.May(Permission.LeggiAnagrafe),
        AppRoutes.CodiciEPercorsi => _user.May(Permission.LeggiListe),
        _ => true,
    };
}
