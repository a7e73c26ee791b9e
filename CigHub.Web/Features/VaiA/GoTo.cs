using CigHub.Domain.Codici;
using CigHub.Web.Components.Layout;
using CigHub.Web.Security;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.VaiA;

/// <summary>
/// Finds what the box «Vai a…» offers for the typed words: first the pages of the menu, then Affidamenti, Lotti and Convenzioni.
/// </summary>
public sealed class GoTo(UserSession session, QueryReader reader, IUserBadge intestazione) : IGoTo
{
    public async ValueTask<IReadOnlyList<Destination>> Search(string testo, CancellationToken ct)
    {
        if (FoldedText.Parole(testo) is not { Length: > 0 } piegato || await session.Current() is not { } user)
        {
            return [];
        }

        var pagine = MainLayout.Menu
            .Where(v => intestazione.Offers(v.Address) && FoldedText.Parole(v.Name).Contains(piegato, StringComparison.Ordinal))
            .Select(v => new Destination(v.Name, "Pagina", v.Address));
        var trovate = await reader.Read<CercaDestinazioni, IReadOnlyList<Destination>>(user.Actor, q => q.Run(testo), ct);
        return [.. pagine, .. trovate.IsSuccess ? trovate.Value : []];
    }
}
