using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>
/// A page that creates or edits something of the catalogue by one form. What was typed stays until it is saved; when somebody else saved
/// first, the values that differ are shown and the person chooses.
/// </summary>
public abstract class PaginaModulo<TModulo> : PaginaConUtente
    where TModulo : class, IModuloConfrontabile, new()
{
    private readonly Guid _nuovoId = Guid.CreateVersion7();
    private Salvato? _altrui;

    /// <summary>What is edited; null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected TModulo? Modulo { get; private set; }

    /// <summary>What somebody else saved meanwhile and is not what stands in the form; null: nobody did.</summary>
    protected IReadOnlyList<ValoreSalvato>? Superati { get; private set; }

    protected bool StaSalvando { get; private set; }

    protected bool Nuovo => Id is null;

    protected Guid ChiaveId => Id ?? _nuovoId;

    private int? Version { get; set; }

    protected override async Task Carica()
    {
        if (!Utente!.Puo(Permission.GestisciCatalogo))
        {
            Errori = [Autorizzazione.Negata];
        }
        else if (Modulo is null)
        {
            // Once: what was typed is not thrown away because the page is drawn again.
            await Prendi();
        }
    }

    protected abstract Task<Salvato?> LeggiSalvato(Guid id);

    protected abstract Task<bool> Esegui(Guid id, TModulo modulo, int? version);

    /// <summary>The page of what was saved.</summary>
    protected abstract string Dettaglio(Guid id);

    protected async Task Salva()
    {
        StaSalvando = true;
        if (await Esegui(ChiaveId, Modulo!, Version))
        {
            GoOn(Dettaglio(ChiaveId));
        }
        else if (Errori.Any(e => e is StaleEdit))
        {
            await Confronta();
        }

        StaSalvando = false;
    }

    /// <summary>The next save is made knowing what it replaces.</summary>
    protected void TieniIMiei()
    {
        Version = _altrui?.Version ?? Version;
        Chiudi();
    }

    protected void UsaISalvati()
    {
        (Modulo, Version) = _altrui is { } altrui ? (altrui.Modulo, altrui.Version) : (Modulo, Version);
        Chiudi();
    }

    private void Chiudi()
    {
        Superati = null;
        Errori = [];
    }

    private async Task Prendi()
    {
        if (Id is not { } id)
        {
            Modulo = new TModulo();
        }
        else if (await LeggiSalvato(id) is { } salvato)
        {
            (Modulo, Version) = (salvato.Modulo, salvato.Version);
        }
    }

    private async Task Confronta()
    {
        var errori = Errori;
        _altrui = await LeggiSalvato(ChiaveId);
        Errori = errori;
        Superati = _altrui is null ? null : ValoreSalvato.Differenze(_altrui.Modulo, Modulo!);
    }

    /// <summary>The form as the database fills it in, and the version that it shows.</summary>
    protected sealed record Salvato(TModulo Modulo, int Version);
}
