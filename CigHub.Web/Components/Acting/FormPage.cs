using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// A page that creates or edits one record of the catalogue in one form. The typed data stay in the form until a command succeeds. When
/// another user saved first, the page shows the saved data beside the typed data, and the user decides.
/// </summary>
public abstract class FormPage<TModulo> : PageWithUser
    where TModulo : class, IForm
{
    private Guid? _loaded;

    protected TModulo? Form { get; private set; }

    /// <summary>The version that the form was filled from; null for a new record.</summary>
    protected int? Version { get; private set; }

    /// <summary>The data that another user saved meanwhile; null unless they caused a refusal.</summary>
    protected Saved? Present { get; private set; }

    /// <summary>The record that the address names. The form is filled again only when this changes.</summary>
    protected abstract Guid Subject { get; }

    /// <summary>Reads the form from the database; null, with <see cref="PageWithUser.ReadErrors"/>, when the record is not there.</summary>
    protected abstract Task<Saved?> ReadAgain();

    protected override async Task LoadAsync()
    {
        if (_loaded == Subject)
        {
            return;
        }

        _loaded = Subject;
        (Form, Present) = (null, null);
        if (!User!.May(Permission.GestisciCatalogo))
        {
            ReadErrors = [Authorizer.Denied];
            return;
        }

        if (await ReadAgain() is { } salvato)
        {
            (Form, Version) = (salvato.Form, salvato.Version);
        }
    }

    /// <summary>Saves and goes to another page. After a refusal the typed data stay.</summary>
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

    /// <summary>Keeps the typed data. The next save is compared with the version that is shown now.</summary>
    protected void KeepMine() => (Version, Present, ActErrors) = (Present!.Version, null, []);

    protected void StartFromSaved() => (Form, Version, Present, ActErrors) = (Present!.Form, Present.Version, null, []);

    /// <summary>A form with its version; the version is null for a new record.</summary>
    protected sealed record Saved(TModulo Form, int? Version);
}
