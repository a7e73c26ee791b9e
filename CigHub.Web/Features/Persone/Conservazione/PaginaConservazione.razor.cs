using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Persone.Conservazione;

/// <summary>Page with the retention table: which data are kept, for how long, why, and who may remove them.</summary>
public sealed partial class PaginaConservazione
{
    [Inject]
    public required IOptions<ConservazioneSettings> Settings { get; init; }

    private string Anni => Plural.Of(Settings.Value.Anni, "anno", "anni");

    private IReadOnlyList<(string Che, string Quanto, string Perche, string Come)> Righe =>
    [
        (
            "Eventi del registro",
            "Sempre",
            "Prova di chi ha deciso che cosa e quando (ISO 37001, art. 97 Cost.)",
            "Non si toglie: il registro si può solo allungare"),
        (
            "Affidamenti, fascicolo, Convenzioni, capienza",
            "Quanto gli atti dell'Ente: secondo il suo piano di conservazione",
            "Documenti amministrativi (art. 10 D.Lgs. 42/2004)",
            "Solo bozze: le elimina chi le prepara, e resta un evento"),
        (
            "Nome, codice fiscale e recapiti di chi lavora",
            $"{Anni} dopo l'ultima cosa fatta",
            "Responsabilità degli atti",
            "Due Amministratori, con atto e autorizzazione"),
        ("Richieste di accesso", "Quanto il nome della persona", "Chi è stato ammesso, e da chi", "Con il nome della persona"),
        ("Sessioni e preferenze personali", "Finché servono", "Uso di CigHub", "Le sessioni scadono da sé; le preferenze le cambia la persona"),
        ("Copie di sicurezza", "Le ultime, tante quante ne tiene l'ufficio", "Ripristino dopo un guasto", "Le più vecchie si cancellano da sé"),
    ];

    protected override Task LoadAsync() => Task.CompletedTask;
}
