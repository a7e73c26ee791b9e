using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>Keeps what the list remembers of a user: the number of rows, the last filter and the ticks.</summary>
public sealed class ListPreferences(PersonalChoices scelte, PreferenceGuard guard)
{
    public const int RighePredefinite = 50;

    public const int MaxSelezionati = PersonalChoices.MaxSelezionati;

    public async Task<int> Righe(Guid chi, IReadOnlyCollection<int> ammesse) =>
        int.TryParse(await scelte.Leggi(chi, PreferenceKey.ListRows), NumberStyles.None, CultureInfo.InvariantCulture, out var righe)
        && ammesse.Contains(righe)
            ? righe
            : RighePredefinite;

    public Task RicordaRighe(Actor chi, int righe) =>
        guard.Own(chi, Permission.LeggiAffidamenti, own => scelte.Ricorda(own, PreferenceKey.ListRows, righe.ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// Keeps the filter in use and returns null. When no filter is in use, returns the last one, which the page offers and does not impose.
    /// </summary>
    public async Task<AffidamentiFilter?> Ultimo(Actor chi, AffidamentiFilter adesso)
    {
        var tenuto = await scelte.Leggi(chi.PersonaId, PreferenceKey.ListFilter);
        if (adesso.Vuoto)
        {
            return tenuto is null ? null : AffidamentiFilter.Da(tenuto);
        }

        if (tenuto != adesso.Indirizzo())
        {
            await guard.Own(chi, Permission.LeggiAffidamenti, own => scelte.Ricorda(own, PreferenceKey.ListFilter, adesso.Indirizzo()));
        }

        return null;
    }

    public Task<HashSet<Guid>> Spuntati(Guid chi) => scelte.Selezionati(chi);

    public Task<Result> Spunta(Actor chi, IReadOnlyCollection<Guid> righe, bool si) =>
        guard.Own(chi, Permission.LeggiAffidamenti, own => si ? scelte.Seleziona(own, righe) : scelte.Deseleziona(own, righe));

    public Task<Result> SpuntaNessuno(Actor chi) => guard.Own(chi, Permission.LeggiAffidamenti, scelte.DeselezionaTutti);
}
