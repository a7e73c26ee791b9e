using CigHub.Domain.Affidamenti;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>Shows and changes the values that the portal shows about this document, kept as they come.</summary>
public sealed partial class SezionePortale
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    private DatiPortaleForm Modulo { get; set; } = new();

    /// <summary>Says whether somebody else saved first. The fields that differ then say what is there now.</summary>
    private bool InConflitto { get; set; }

    private bool PuoModificare => Puo(AzioneAffidamento.RegistraDatiPortale);

    protected override void OnInitialized() => Modulo = DatiPortaleForm.Di(Affidamento.Portale);

    private static string Mostra(string testo) => testo.Length == 0 ? "non indicato" : testo;

    private string? Attuale(Func<DatiPortaleForm, string?> campo)
    {
        var attuale = campo(DatiPortaleForm.Di(Affidamento.Portale)) ?? "";
        return InConflitto && attuale != (campo(Modulo) ?? "") ? $"Ora c'è «{attuale}»: se salvi di nuovo, vale quello che hai scritto tu." : null;
    }

    private async Task Salva()
    {
        var riuscito = await Act(new RegistraDatiPortale(Affidamento.Id, Modulo, Affidamento.Version), done: null);
        InConflitto = !riuscito && ActErrors is [StaleEdit];
        SalvatoIl = riuscito ? Clock.GetUtcNow().UtcDateTime : null;
        if (riuscito)
        {
            Modulo = DatiPortaleForm.Di(Affidamento.Portale);
        }
    }
}
