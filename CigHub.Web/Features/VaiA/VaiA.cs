using CigHub.Domain.Codici;
using CigHub.Web.Components.Layout;
using CigHub.Web.Security;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.VaiA;

/// <summary>What the go-to box finds: first the pages of the menu, then what the data hold.</summary>
public sealed class VaiA(SessioneUtente sessione, Lettore lettore, IIntestazione intestazione) : IVaiA
{
    public async ValueTask<IReadOnlyList<Destinazione>> Cerca(string testo)
    {
        if (TestoPiegato.Parole(testo) is not { Length: > 0 } piegato || await sessione.Corrente() is not { } utente)
        {
            return [];
        }

        var pagine = MainLayout.Menu
            .Where(v => intestazione.Offre(v.Indirizzo) && TestoPiegato.Parole(v.Nome).Contains(piegato, StringComparison.Ordinal))
            .Select(v => new Destinazione(v.Nome, "Pagina", v.Indirizzo));
        var trovate = await lettore.Leggi<CercaDestinazioni, IReadOnlyList<Destinazione>>(utente.Attore, q => q.Esegui(testo));
        return [.. pagine, .. trovate.IsSuccess ? trovate.Value : []];
    }
}
