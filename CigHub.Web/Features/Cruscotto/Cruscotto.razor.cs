using CigHub.Domain.Affidamenti;
using CigHub.Web.Features.Affidamenti;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto;

/// <summary>What do I do next: the Affidamenti by what they wait for, the most urgent first.</summary>
public sealed partial class Cruscotto
{
    private const int PerGruppo = 8;

    private static readonly (StatoAffidamento Stato, string Titolo, string Azione)[] Ordine =
    [
        (StatoAffidamento.EsitoDaVerificare, "Esito da verificare", "Verifica sul portale"),
        (StatoAffidamento.CigInRichiesta, "CIG in richiesta", "Riprendi la richiesta"),
        (StatoAffidamento.ProntoPerIlPortale, "Pronti per il portale", "Avvia richiesta CIG"),
        (StatoAffidamento.InLavorazione, "In lavorazione", "Completa la scheda"),
        (StatoAffidamento.CigAcquisito, "CIG acquisiti di recente", "Apri"),
    ];

    [Inject]
    public required TimeProvider Clock { get; init; }

    private DateTime Adesso => Clock.GetUtcNow().UtcDateTime;

    private IReadOnlyList<Gruppo>? Gruppi { get; set; }

    protected override async Task Carica()
    {
        var gruppi = new List<Gruppo>();
        if (Utente!.Puo(Security.Permission.LeggiAffidamenti))
        {
            foreach (var (stato, titolo, azione) in Ordine)
            {
                var pagina = await Leggi<ElencoAffidamenti, Pagina<VoceAffidamento>>(async q => await q.Esegui(stato, 1, PerGruppo));
                gruppi.Add(new Gruppo(stato, titolo, azione, pagina?.Voci ?? [], pagina?.Totale ?? 0));
            }
        }

        Gruppi = gruppi;
    }

    private sealed record Gruppo(StatoAffidamento Stato, string Titolo, string Azione, IReadOnlyList<VoceAffidamento> Voci, int Totale);
}
