using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Features.Palestra;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>The guided hand-off: the portal's steps in the portal's words, every value behind a copy button; left and resumed anywhere.</summary>
public sealed partial class PaginaRichiesta
{
    [Inject]
    public required PosizioniRichiesta Posizioni { get; init; }

    [Inject]
    public required IndirizzoDelPortale Portale { get; init; }

    [Inject]
    public required ImpostazioniRichiesta Impostazioni { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private SchedaAffidamento? Scheda { get; set; }

    private StatoPercorso Posizione { get; set; } = new(1, new HashSet<string>());

    private Affidamento Affidamento => Scheda!.Affidamento;

    private bool InCorso => Affidamento.Stato is StatoAffidamento.CigInRichiesta or StatoAffidamento.EsitoDaVerificare;

    private bool SonoIlRup => Utente!.Attore.IsRupOf(Affidamento);

    /// <summary>A request that has been open for days asks what became of it.</summary>
    private string? Domanda => Affidamento.Stato == StatoAffidamento.CigInRichiesta && Affidamento.RichiestoIl is { } dal && Impostazioni.SenzaEsito(dal)
        ? $"La richiesta è aperta dal {OraItaliana.Testo(dal)}: che cosa ne è stato? Se il CIG c'è incollalo; se il portale ha rifiutato, non ha risposto o non hai inviato nulla, dillo in fondo alla pagina."
        : null;

    private string IndirizzoPortale => Portale.Valore;

    protected override async Task Carica()
    {
        Scheda = await Leggi<DettaglioAffidamento, SchedaAffidamento>(q => q.Esegui(Id));
        if (Scheda is not null)
        {
            Posizione = await Posizioni.Leggi(Id);
        }
    }

    private async Task Rileggi()
    {
        await Carica();
        StateHasChanged();
    }

    private string ClasseDi(PassoPortale passo) => passo.Numero < Posizione.Passo ? "passo passo-fatto" : passo.Numero == Posizione.Passo ? "passo passo-attuale" : "passo";

    private Task VaiA(int passo) => Riferisci(Posizioni.VaiA(Utente!.Attore, Id, Posizione.Passo, passo));

    private Task Copiato(string percorso) => Riferisci(Posizioni.Copiato(Utente!.Attore, Id, percorso));

    /// <summary>Shows the position as it is now; after a refusal everything else too.</summary>
    private async Task Riferisci(Task<Result> atto)
    {
        if (await atto is { IsSuccess: false } rifiuto)
        {
            await Fatto(rifiuto.Errors);
            return;
        }

        (Posizione, Errori) = (await Posizioni.Leggi(Id), []);
    }

    /// <summary>Shows the request as it is now, after something was done or refused.</summary>
    private async Task Fatto(IReadOnlyList<Error> errori)
    {
        await Carica();
        Errori = errori.Count > 0 ? errori : Errori;
    }
}
