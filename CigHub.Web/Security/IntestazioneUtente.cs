using CigHub.Web.Components.Layout;

namespace CigHub.Web.Security;

/// <summary>Tells the layout who is acting, and which pages of the menu are of use to her role.</summary>
public sealed class IntestazioneUtente(SessioneUtente sessione) : IIntestazione
{
    private Utente? _utente;

    public async ValueTask<Intestazione?> Corrente()
    {
        _utente = await sessione.Corrente();
        return _utente is null ? null : new Intestazione(_utente.Nome, _utente.Ruolo, _utente.Ente);
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
