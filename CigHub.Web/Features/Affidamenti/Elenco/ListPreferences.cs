using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// Stores a user's preferences for the list of Affidamenti: the number of rows on a page, the last filter and the ticked rows.
/// </summary>
public sealed class ListPreferences(PersonalChoices choices, PreferenceGuard guard)
{
    public const int RighePredefinite = 25;

    public const int MaxSelezionati = PersonalChoices.MaxSelected;

    public async Task<int> Rows(Guid chi, IReadOnlyCollection<int> ammesse) =>
        int.TryParse(await choices.Read(chi, PreferenceKey.ListRows), NumberStyles.None, CultureInfo.InvariantCulture, out var righe)
        && ammesse.Contains(righe)
            ? righe
            : RighePredefinite;

    public Task RicordaRighe(Actor chi, int righe) =>
        guard.Own(chi, Permission.LeggiAffidamenti, own => choices.Remember(own, PreferenceKey.ListRows, righe.ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// Remembers the filter that the page uses now, and returns null. When the page uses no filter, returns the remembered one, so that the
    /// page can offer it. Returns null when there is none.
    /// </summary>
    public async Task<AffidamentiFilter?> Ultimo(Actor chi, AffidamentiFilter adesso)
    {
        var tenuto = await choices.Read(chi.PersonaId, PreferenceKey.ListFilter);
        if (adesso.Vuoto)
        {
            return tenuto is null ? null : AffidamentiFilter.From(tenuto);
        }

        if (tenuto != adesso.Address())
        {
            await guard.Own(chi, Permission.LeggiAffidamenti, own => choices.Remember(own, PreferenceKey.ListFilter, adesso.Address()));
        }

        return null;
    }

    public Task<HashSet<Guid>> Spuntati(Guid chi) => choices.Selected(chi);

    public Task<Result> Tick(Actor chi, IReadOnlyCollection<Guid> righe, bool si) =>
        guard.Own(chi, Permission.LeggiAffidamenti, own => si ? choices.Select(own, righe) : choices.Deselect(own, righe));

    public Task<Result> SpuntaNessuno(Actor chi) => guard.Own(chi, Permission.LeggiAffidamenti, choices.DeselectAll);
}
