using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>All that an Ente is known by, and its people; closed and opened again here.</summary>
public sealed partial class PaginaEnte
{
    [Parameter]
    public Guid Id { get; set; }

    private SchedaEnte? Scheda { get; set; }

    private bool Gestisce => Utente!.Puo(Permission.GestisciCatalogo);

    private string? Dal { get; set; }

    private bool StaFacendo { get; set; }

    protected override async Task Carica()
    {
        Scheda = await Leggi<DettaglioEnte, SchedaEnte>(q => q.Esegui(Id, Utente!.Attore));
        Dal ??= Scheda is null ? null : OraItaliana.Testo(Scheda.Oggi);
    }

    private Task Chiudi() => Fai(new ChiudiEnte(Id, Dal, Scheda!.Ente.Version), ParoleDellUfficio.EnteChiuso);

    private Task Riapri() => Fai(new RiapriEnte(Id, Scheda!.Ente.Version), ParoleDellUfficio.EnteRiaperto);

    /// <summary>Acts, and shows what is there now, also after a refusal; why it was refused stays on screen.</summary>
    private async Task Fai<TCommand>(TCommand command, string done)
        where TCommand : ICommand
    {
        StaFacendo = true;
        await Esegui(command, done);
        var errori = Errori;
        await Carica();
        Errori = errori.Count > 0 ? errori : Errori;
        StaFacendo = false;
    }
}
