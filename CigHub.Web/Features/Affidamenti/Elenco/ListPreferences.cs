using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>Keeps what the list remembers of a user: the number of rows, the last filter and the ticks.</summary>
public sealed class ListPreferences(PersonalChoices choices, PreferenceGuard guard)
{
    public const int RighePredefinite = 50;

    public const int MaxSelezionati = PersonalChoices.MaxSelected;

    public async Task<int> Rows(Guid chi, IReadOnlyCollection<int> ammesse) =>
        int.TryParse(await choices.Read(chi, PreferenceKey.ListRows), NumberStyles.None, CultureInfo.InvariantCulture, out var righe)
        && ammesse.Contains(righe)
            ? righe
            : RighePredefinite;

    public Task RicordaRighe(Actor chi, int righe) =>
        guard.Own(chi, Permission.LeggiAffidamenti, own => choices.Remember(own, PreferenceKey.ListRows, righe.ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// Keeps the filter in use and returns null. When no filter is in use, returns the last one, which the page offers and does not impose.
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
