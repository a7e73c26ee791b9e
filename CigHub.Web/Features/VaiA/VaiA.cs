using CigHub.Domain.Codici;
using CigHub.Web.Components.Layout;
using CigHub.Web.Security;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.VaiA;

/// <summary>Searches for the go-to box. The pages of the menu come first, then the data.</summary>
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
