using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>
/// What the forms of the catalogue share. What was typed stays in the form until a command succeeds; when somebody else was first, her data stand
/// beside it, and the person decides.
/// </summary>
public abstract class PaginaDiModulo<TModulo> : PaginaConUtente
    where TModulo : class, IModulo
{
    private Guid? _caricato;

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected TModulo? Modulo { get; set; }

    /// <summary>What the form was filled from; null for what is new.</summary>
    protected int? Version { get; private set; }

    /// <summary>What somebody else saved meanwhile; null unless a save was refused for it.</summary>
    protected Salvato? Attuale { get; private set; }

    protected bool Occupato { get; private set; }

    /// <summary>What the address names: the form is filled again only when it changes.</summary>
    protected abstract Guid Soggetto { get; }

    /// <summary>A form as it stands in the database; null, with the errors filled in, when it is not there.</summary>
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
            Errori = [Autorizzazione.Negata];
            return;
        }

        if (await Rileggi() is { } salvato)
        {
            (Modulo, Version) = (salvato.Modulo, salvato.Version);
        }
    }

    /// <summary>Saves and goes on; when refused, everything that was typed is still there.</summary>
    protected async Task Salva<TCommand>(TCommand command, string poi)
        where TCommand : ICommand
    {
        if (Occupato)
        {
            return;
        }

        Occupato = true;
        if (await Esegui(command, ParoleDellUfficio.Salvato))
        {
            GoOn(poi);
        }
        else if (Errori.Any(e => e is StaleEdit))
        {
            var rifiuto = Errori;
            Attuale = await Rileggi();
            Errori = rifiuto;
        }

        Occupato = false;
    }

    /// <summary>The person has seen the other's data and wants hers to be the ones: the next save is compared with what she saw now.</summary>
    protected void TieniIMiei()
    {
        (Version, Attuale, Errori) = (Attuale!.Version, null, []);
    }

    protected void RipartiDaiSalvati()
    {
        (Modulo, Version, Attuale, Errori) = (Attuale!.Modulo, Attuale.Version, null, []);
    }

    /// <summary>A form with its version; null for what is new.</summary>
    protected sealed record Salvato(TModulo Modulo, int? Version);
}
