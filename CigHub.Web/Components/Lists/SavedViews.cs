using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// Reads the look of a list from its address and the user's preferences, and keeps the columns and the views that the user saves.
/// </summary>
public sealed class SavedViews(SavedViewStore store, PersonalChoices choices, PreferenceGuard guard)
{
    /// <summary>The field to which the errors of a view's name belong.</summary>
    public const string NameField = "NomeVista";

    /// <summary>The longest name of a view, in characters.</summary>
    public const int MaxName = 60;

    /// <summary>The longest query of a view, in characters.</summary>
    private const int MaxQuery = 8_000;

    /// <summary>
    /// Reads the look of a list. An address without any value opens with the user's opening view, whose address the page then shows.
    /// </summary>
    /// <param name="uri">The absolute address that the browser shows.</param>
    public async Task<ListView<TRow>> Read<TRow, TFilter>(DeclaredList<TRow, TFilter> list, Actor actor, string uri)
    {
        var views = await store.Read(actor.PersonaId, list.Key);
        var remembered = (await choices.Read(actor.PersonaId, list.Key.Columns), await choices.Read(actor.PersonaId, list.Key.Widths));
        var query = new Uri(uri).Query;
        var opening = query.Length <= 1 ? views.Find(v => v.Apre) : null;
        var address = $"{list.Path}{(opening is null ? query : $"?{opening.Filtri}")}";
        return Look(list, actor.EnteId is null, address, remembered, views, opening is not null);
    }

    /// <summary>
    /// Saves the present filters, order and columns of a list under a name. A second call with the same id and name saves nothing more.
    /// </summary>
    public Task<Result> Save(Actor actor, ListView view, Guid id, string? name) =>
        Named(name, clean => Short(view, () => Write(actor, view, own => store.Add(own, view.Key, id, clean, view.State))));

    /// <summary>Replaces the filters, order and columns of a view with the present ones of the list.</summary>
    public Task<Result> Replace(Actor actor, ListView view, Guid id) =>
        Short(view, () => Write(actor, view, own => store.Replace(own, id, view.State)));

    public Task<Result> Rename(Actor actor, ListView view, Guid id, string? name) =>
        Named(name, clean => Write(actor, view, own => store.Rename(own, id, clean)));

    /// <summary>Makes one view the one that opens with the list, or none for null.</summary>
    public Task<Result> SetOpening(Actor actor, ListView view, Guid? id) =>
        guard.Own(actor, view.Requires, own => store.SetOpening(own, view.Key, id));

    public Task<Result> Remove(Actor actor, ListView view, Guid id) => guard.Own(actor, view.Requires, own => store.Remove(own, id));

    /// <summary>Remembers the chosen columns for the user's next visit. An empty text means the usual ones.</summary>
    public Task<Result> RememberColumns(Actor actor, ListView view, string columns) =>
        guard.Own(actor, view.Requires, own => choices.Remember(own, view.Key.Columns, columns));

    /// <summary>Remembers the widths of columns for the user's next visit.</summary>
    public Task<Result> RememberWidths(Actor actor, ListView view, string widths) =>
        guard.Own(actor, view.Requires, own => choices.Remember(own, view.Key.Widths, widths));

    private static ListView<TRow> Look<TRow, TFilter>(
        DeclaredList<TRow, TFilter> list, bool acrossEnti, string address, (string? Columns, string? Widths) remembered, IReadOnlyList<VistaSalvata> views,
        bool opened)
    {
        var read = ListAddress.Read(address);
        var kept = ListAddress.ColumnsOf(address);
        var all = list.Columns.OnScreen(acrossEnti);
        var chosen = list.Columns.Chosen(kept ?? remembered.Columns, acrossEnti, out var unknown);
        var shown = chosen ?? list.Columns.Usual(acrossEnti);
        var keptWidths = ListAddress.WidthsOf(address);
        var widths = ColumnWidths.Read(keptWidths ?? remembered.Widths, all.Select(c => c.Name));
        var order = all.FirstOrDefault(c => c.Sort is { } sort && sort.Name.Equals(read(ListAddress.Order), StringComparison.OrdinalIgnoreCase));
        return new ListView<TRow>
        {
            Key = list.Key,
            Requires = list.Requires,
            Path = list.Path,
            Address = address,
            Opened = opened,
            Views = views,
            Kept = kept is null ? null : ColumnNames.Written(shown.Select(c => c.Name)),
            Widths = widths,
            KeptWidths = keptWidths is null ? null : ColumnWidths.Written(widths),
            Chosen = chosen,
            Columns = shown,
            Shown = [.. shown.Select(c => c.Name)],
            Usual = [.. list.Columns.Usual(acrossEnti).Select(c => c.Name)],
            Choices = [.. shown.Concat(all.Except(shown)).Select(c => new ColumnChoice(c.Name, c.Caption, c.NamesRow))],
            Missing = [.. Missing(list.Filters, address, kept is null ? [] : unknown).Distinct()],
            State = ListAddress.Write(
                "",
                [
                    .. list.Filters.Values(list.Filters.Read(read)),
                    new(ListAddress.Order, order?.Sort!.Name),
                    new(ListAddress.Direction, order is not null && read(ListAddress.Direction) == ListAddress.Up ? ListAddress.Up : null),
                    new(ListAddress.Columns, ColumnNames.Written(shown.Select(c => c.Name))),
                    new(ListAddress.Widths, keptWidths is null ? null : ColumnWidths.Written(widths)),
                ]).TrimStart('?'),
        };
    }

    /// <summary>Returns what the address asks for and the list does not have, in words.</summary>
    private static IEnumerable<string> Missing<TFilter>(FilterSet<TFilter> filters, string address, IReadOnlyList<string> columns) =>
    [
        .. columns.Select(name => Told("la colonna", name)),
        .. ListAddress.FiltersOf(address).Except(filters.Filters.Select(f => f.Name), StringComparer.OrdinalIgnoreCase).Select(name => Told("il filtro", name)),
        .. filters.Unread(ListAddress.Read(address)).Select(caption => Told("il valore di", caption)),
    ];

    /// <summary>Names a missing part. A name that is no word was not written by a list, so the page does not repeat it.</summary>
    private static string Told(string kind, string name) => name.Length <= MaxName && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '\'')
        ? $"{kind} «{name}»"
        : $"{kind} che l'indirizzo nomina";

    private static Task<Result> Short(ListView view, Func<Task<Result>> write) => view.State.Length > MaxQuery
        ? Task.FromResult<Result>(new Error("vista.filtri-lunghi", "I filtri sono troppo lunghi per una vista: accorcia i testi cercati e salva di nuovo."))
        : write();

    private static async Task<Result> Named(string? name, Func<string, Task<Result>> write)
    {
        var clean = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length switch
        {
            0 => new Error("vista.senza-nome", "Scrivi un nome per la vista, per esempio «Le mie in lavorazione».", NameField),
            > MaxName => new Error(
                "vista.nome-lungo", $"Il nome ha {Plural.Of(clean.Length, "carattere", "caratteri")}: accorcialo a {MaxName} o meno.", NameField),
            _ => await write(clean),
        };
    }

    private Task<Result> Write(Actor actor, ListView view, Func<OwnPreferences, Task<SavedViewOutcome>> write) => guard.Saved(async () =>
    {
        var permit = await guard.Own(actor, view.Requires);
        if (!permit.TryGet(out var own))
        {
            return Result.Refused(permit.Errors);
        }

        return await write(own) switch
        {
            SavedViewOutcome.NameTaken => new Error("vista.nome-usato", "Hai già una vista con questo nome: scegline un altro.", NameField),
            SavedViewOutcome.TooMany => new Error(
                "vista.troppe", $"Di questo elenco hai già {SavedViewStore.Most} viste, il massimo: elimina quelle che non usi più.", NameField),
            SavedViewOutcome.Gone => new Error("vista.non-trovata", "Questa vista non c'è più: è stata eliminata in un'altra finestra."),
            _ => Result.Ok,
        };
    });
}
