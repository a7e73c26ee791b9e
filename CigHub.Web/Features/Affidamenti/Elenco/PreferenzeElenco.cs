using System.Globalization;
using CigHub.Web.Data.Preferenze;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>What the list remembers of a person: how many rows, what she looked for last, what she ticked.</summary>
public sealed class PreferenzeElenco(SceltePersonali scelte)
{
    public const int RighePredefinite = 50;

    public const int MaxSelezionati = SceltePersonali.MaxSelezionati;

    private const string ChiaveRighe = "affidamenti.righe";
    private const string ChiaveFiltro = "affidamenti.filtro";

    public async Task<int> Righe(Guid chi, IReadOnlyCollection<int> ammesse) =>
        int.TryParse(await scelte.Leggi(chi, ChiaveRighe), NumberStyles.None, CultureInfo.InvariantCulture, out var righe) && ammesse.Contains(righe) ? righe : RighePredefinite;

    public Task RicordaRighe(Guid chi, int righe) => scelte.Ricorda(chi, ChiaveRighe, righe.ToString(CultureInfo.InvariantCulture));

    /// <summary>Keeps a filter that is in use; where there is none, gives the last one, to be offered and never imposed.</summary>
    public async Task<FiltroAffidamenti?> Ultimo(Guid chi, FiltroAffidamenti adesso)
    {
        var tenuto = await scelte.Leggi(chi, ChiaveFiltro);
        if (adesso.Vuoto)
        {
            return tenuto is null ? null : FiltroAffidamenti.Da(tenuto);
        }

        if (tenuto != adesso.Indirizzo())
        {
            await scelte.Ricorda(chi, ChiaveFiltro, adesso.Indirizzo());
        }

        return null;
    }

    public Task<HashSet<Guid>> Spuntati(Guid chi) => scelte.Selezionati(chi);

    public Task Spunta(Guid chi, IReadOnlyCollection<Guid> righe, bool si) => si ? scelte.Seleziona(chi, righe) : scelte.Deseleziona(chi, righe);

    public Task SpuntaNessuno(Guid chi) => scelte.DeselezionaTutti(chi);
}
