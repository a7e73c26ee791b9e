using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// The base class of a page that creates or edits one record of the catalogue in one form. The typed text stays in the form until a command
/// has saved it. When another user has saved first, the page shows both and the user decides.
/// </summary>
public abstract class FormPage<TModulo> : PageWithUser
    where TModulo : class, IForm
{
    private Guid? _loaded;

    protected TModulo? Form { get; private set; }

    /// <summary>The version of the record from which the form was filled, or null for a new record.</summary>
    protected int? Version { get; private set; }

    /// <summary>The record as another user has saved it meanwhile, or null when that has caused no refusal.</summary>
    protected Saved? Present { get; private set; }

    /// <summary>The id of the record that the address names. The form is filled again only when it changes.</summary>
    protected abstract Guid Subject { get; }

    /// <summary>
    /// Reads the record into a form. Returns null, with <see cref="PageWithUser.ReadErrors"/>, when the record does not exist.
    /// </summary>
    protected abstract Task<Saved?> ReadAgain();

    protected override async Task LoadAsync()
    {
        if (_loaded == Subject)
        {
            return;
        }

        (Form, Present) = (null, null);
        if (!User!.May(Permission.GestisciCatalogo))
        {
            ReadErrors = [Authorizer.Denied];
        }
        else if (await ReadAgain() is { } salvato)
        {
            (Form, Version) = (salvato.Form, salvato.Version);
        }

        // Not before: this reading may end early, because another one takes its place.
        _loaded = Subject;
    }

    /// <summary>
    /// Runs the command that saves the form, then goes to another page. After a refusal the user stays on the page and keeps the typed
    /// text.
    /// </summary>
    protected Task Save<TCommand>(TCommand command, string done, string address)
        where TCommand : ICommand => Once(async () =>
        {
            if (await Run(command, done) is not null)
            {
                GoOn(address);
            }
            else if (ActErrors is [StaleEdit stale])
            {
                Present = await ReadAgain();
                ActErrors = [stale.WithAdvice("Scegli quali dati tenere.")];
            }
        });

    /// <summary>
    /// Keeps the typed text after another user has saved first. The next save replaces the other user's version, which the page now shows.
    /// </summary>
    protected void KeepMine() => (Version, Present, ActErrors) = (Present!.Version, null, []);

    protected void StartFromSaved() => (Form, Version, Present, ActErrors) = (Present!.Form, Present.Version, null, []);

    /// <summary>A form as filled from the database, with the version of its record. The version is null for a new record.</summary>
    protected sealed record Saved(TModulo Form, int? Version);
}
