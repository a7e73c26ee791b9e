using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// The user's views of a list: links that open them, and the commands that save, rename and remove them. One of them may open with the
/// list.
/// </summary>
public sealed partial class SavedViewsMenu
{
    /// <summary>The prefix that tells the field of a new name from that of a new view.</summary>
    private const string Renamed = "Nuovo";

    /// <summary>The id of the view to save. It stays the same until the name changes, so that a second press saves nothing more.</summary>
    private Guid _id = Guid.CreateVersion7();

    /// <summary>Says whether the user has opened the menu, which is drawn only then.</summary>
    private bool _opened;

    private string? _name;
    private bool _saved;
    private string? _state;
    private Guid? _renaming;
    private string? _newName;

    [Inject]
    public required SavedViews Saved { get; init; }

    [Parameter, EditorRequired]
    public required ListView View { get; set; }

    /// <summary>The view whose filters, order and columns the list shows now, or null when it shows others.</summary>
    private VistaSalvata? Current => View.Views.FirstOrDefault(v => v.Filtri == View.State);

    private static string Opening(VistaSalvata view) => view.Apre ? "Non aprire con l'elenco" : "Apri con l'elenco";

    protected override void OnParametersSet()
    {
        if (_state == View.State)
        {
            return;
        }

        // The list shows something else: the name of the view that was saved before is not meant for it.
        _state = View.State;
        if (_saved)
        {
            Name(null);
        }
    }

    private void Name(string? name)
    {
        if (name != _name)
        {
            (_name, _id, _saved) = (name, Guid.CreateVersion7(), false);
        }
    }

    private void AskName(VistaSalvata? view) => (_renaming, _newName, ActErrors) = (view?.Id, view?.Nome, []);

    private Task Save() => Written(
        () => Saved.Save(Actor, View, _id, _name),
        () =>
        {
            _saved = true;
            Outcomes?.Say($"Vista «{_name!.Trim()}» salvata.");
        });

    private Task Rename(VistaSalvata view) => Written(() => Saved.Rename(Actor, View, view.Id, _newName), () => _renaming = null);

    private Task SetOpening(Guid? id) => Written(() => Saved.SetOpening(Actor, View, id), () => { });

    private Task Remove(VistaSalvata view) => Written(() => Saved.Remove(Actor, View, view.Id), () => Outcomes?.Say($"Vista «{view.Nome}» eliminata."));

    private Task Replace(VistaSalvata view) => Written(() => Saved.Replace(Actor, View, view.Id), () => Outcomes?.Say($"Vista «{view.Nome}» aggiornata."));

    private Task Written(Func<Task<Result>> write, Action done) => Once(async () =>
    {
        var outcome = await write();
        ActErrors = outcome.Errors;
        if (outcome.IsSuccess)
        {
            done();
        }

        await Reload();
    });
}
