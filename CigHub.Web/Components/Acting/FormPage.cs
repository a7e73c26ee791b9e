using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Components.Acting;

/// <summary>
/// A page that creates or edits something of the catalogue by one form. What was typed stays in the form until a command succeeds; when
/// another person saved first, the saved data stand beside it, and the user decides.
/// </summary>
public abstract class FormPage<TModulo> : PaginaConUtente
    where TModulo : class, IModulo
{
    private Guid? _caricato;

    protected TModulo? Modulo { get; private set; }

    /// <summary>The version that the form was filled from; null for something new.</summary>
    protected int? Version { get; private set; }

    /// <summary>The data that somebody else saved meanwhile; null unless a save was refused for it.</summary>
    protected Salvato? Attuale { get; private set; }

    /// <summary>The subject that the address names: the form is filled again only when it changes.</summary>
    protected abstract Guid Soggetto { get; }

    /// <summary>Reads the form as the database fills it in; null, with the errors of reading, when its subject is not there.</summary>
    protected abstract Task<Salvato?> Rileggi();

    protected override async Task Carica()
    {
        if (_caricato == Soggetto)
        {
            return;
        }

        _caricato = Soggetto;
        (Modulo, Attuale) = (null, null);
        if (!Utente!.Puo(Permission.GestisciCatalogo))
        {
            ReadErrors = [Autorizzazione.Negata];
            return;
        }

        if (await Rileggi() is { } salvato)
        {
            (Modulo, Version) = (salvato.Modulo, salvato.Version);
        }
    }

    /// <summary>Saves and goes on; after a refusal everything that was typed is still there.</summary>
    protected Task Salva<TCommand>(TCommand command, string done, string address)
        where TCommand : ICommand => Once(async () =>
        {
            if (await Run(command, done) is not null)
            {
                GoOn(address);
            }
            else if (ActErrors is [StaleEdit stale])
            {
                Attuale = await Rileggi();
                ActErrors = [stale.WithAdvice("Scegli quali dati tenere.")];
            }
        });

    /// <summary>Keeps the typed data: the next save is compared with the version that is shown now.</summary>
    protected void TieniIMiei() => (Version, Attuale, ActErrors) = (Attuale!.Version, null, []);

    protected void RipartiDaiSalvati() => (Modulo, Version, Attuale, ActErrors) = (Attuale!.Modulo, Attuale.Version, null, []);

    /// <summary>A form with its version; null for something new.</summary>
    protected sealed record Salvato(TModulo Modulo, int? Version);
}
