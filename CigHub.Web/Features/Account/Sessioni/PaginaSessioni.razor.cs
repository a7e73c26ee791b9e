using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CigHub.Web.Features.Account.Sessioni;

/// <summary>The person's own open sessions, and hers to close.</summary>
public sealed partial class PaginaSessioni
{
    [Inject]
    public required ArchivioSessioni Archivio { get; init; }

    [Inject]
    public required SessioniAperte Sessioni { get; init; }

    [CascadingParameter]
    private Task<AuthenticationState> Stato { get; set; } = null!;

    private IReadOnlyList<Sessione>? Aperte { get; set; }

    /// <summary>The one that shows the page.</summary>
    private Guid? Questa { get; set; }

    private IReadOnlyList<Sessione> Altre => [.. (Aperte ?? []).Where(s => s.Id != Questa)];

    private string? Esito { get; set; }

    protected override async Task Carica()
    {
        Questa = ArchivioBiglietti.IdDi((await Stato).User);

        // The latest activity is written now and then only; for whoever looks it is written now.
        await Sessioni.Scrivi();
        Aperte = await Archivio.Aperte(Utente!.Attore.PersonaId);
    }

    private Task ChiudiLeAltre() => Chiudi([.. Altre.Select(s => s.Id)]);

    /// <summary>Only her own: what the page lists was asked for by her.</summary>
    private Task Chiudi(IReadOnlyCollection<Guid> ids) => Once(async () =>
    {
        await Sessioni.Termina([.. ids.Where(id => Altre.Any(s => s.Id == id))], MotivoFine.ChiusaDaLei);
        await Reload();
        Esito = ids.Count == 1 ? "Sessione chiusa: quel browser dovrà accedere di nuovo." : "Sessioni chiuse: quei browser dovranno accedere di nuovo.";
    });
}
