using CigHub.Domain.Codici;
using CigHub.Web.Components.Layout;
using CigHub.Web.Security;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.VaiA;

/// <summary>Searches for the go-to box. The pages of the menu come first, then the data.</summary>
public sealed class GoTo(UserSession sessione, QueryReader lettore, IUserBadge intestazione) : IGoTo
{
    public async ValueTask<IReadOnlyList<Destination>> Cerca(string testo)
    {
        if (FoldedText.Parole(testo) is not { Length: > 0 } piegato || await sessione.Corrente() is not { } utente)
        {
            return [];
        }

        var pagine = MainLayout.Menu
            .Where(v => intestazione.Offre(v.Indirizzo) && FoldedText.Parole(v.Nome).Contains(piegato, StringComparison.Ordinal))
            .Select(v => new Destination(v.Nome, "Pagina", v.Indirizzo));
        var trovate = await lettore.Leggi<CercaDestinazioni, IReadOnlyList<Destination>>(utente.Attore, q => q.Esegui(testo));
        return [.. pagine, .. trovate.IsSuccess ? trovate.Value : []];
    }
}
