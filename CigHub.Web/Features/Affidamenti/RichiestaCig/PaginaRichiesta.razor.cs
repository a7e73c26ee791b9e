using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// The page that guides the RUP through the request of a CIG: the portal's steps in the portal's words, with a copy button for every value.
/// The RUP may leave it and go on later, on any computer.
/// </summary>
public sealed partial class PaginaRichiesta
{
    [Inject]
    public required RequestProgress Posizioni { get; init; }

    [Inject]
    public required IOptions<PortaleSettings> Portale { get; init; }

    [Inject]
    public required RichiesteSenzaEsito Richieste { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private AffidamentoDetails? Details { get; set; }

    private PercorsoState Posizione { get; set; } = new(1, new HashSet<string>());

    private Affidamento Affidamento => Details!.Affidamento;

    private bool InCorso => Affidamento.Stato.AttendeIlCig();

    private IReadOnlyList<Aggiudicazione> Acquisite => [.. Affidamento.Aggiudicazioni.Where(a => a.Stato == StatoAggiudicazione.Acquisita)];

    /// <summary>
    /// The words for an Affidamento that has no open request: why there is none, and the caption and address of the link to the page to use
    /// instead.
    /// </summary>
    private (string Parole, string Azione, string Indirizzo) PercheNo => Affidamento.Stato switch
    {
        StatoAffidamento.InLavorazione =>
            ("La richiesta non è ancora partita: prima completa la scheda e dichiarala pronta per il portale.", "Completa la scheda", AppRoutes.SchedaDi(Id)),
        StatoAffidamento.InApprovazione =>
            ("La richiesta non è ancora partita: l'affidamento aspetta un'approvazione.", "Vedi chi può approvarlo", AppRoutes.SchedaDi(Id)),
        StatoAffidamento.ProntoPerIlPortale =>
            ("La richiesta non è ancora partita: la avvia il RUP dalla scheda, che è pronta.", "Apri la scheda", AppRoutes.SchedaDi(Id)),
        StatoAffidamento.AffidamentoAnnullato =>
            ("L'affidamento è stato annullato sul portale: non c'è più nulla da richiedere.", "Vedi che cosa è successo", AppRoutes.DopoIlCigDi(Id)),
        _ => ($"L'affidamento è «{Affidamento.Stato.Nome()}»: non c'è nulla da richiedere.", "Apri la scheda", AppRoutes.SchedaDi(Id)),
    };

    /// <summary>The sentence at the step of the rilettura, for a user who tried to go past it.</summary>
    private string? Avviso { get; set; }

    private bool SonoIlRup => User!.Actor.IsRupOf(Affidamento);

    /// <summary>Says whether the user goes through the portal's steps: the RUP, or a delegate of the RUP.</summary>
    private bool Opera => User!.Actor.ActsForRupOf(Affidamento, AttoDelegabile.OperareSulPortale);

    private bool RegistraEsito => User!.Actor.ActsForRupOf(Affidamento, AttoDelegabile.RegistrareEsito);

    /// <summary>
    /// The question about the outcome, for a request that has been open for as many days as the office allows. Null for any other request.
    /// </summary>
    private string? Question => Affidamento.Stato == StatoAffidamento.CigInRichiesta && Affidamento.RichiestoIl is { } dal && Richieste.Contains(dal)
        ? $"La richiesta è aperta dal {RomeTime.Text(dal)}: che cosa ne è stato? Se il CIG c'è incollalo; "
            + "se il portale ha rifiutato, non ha risposto o non hai inviato nulla, dillo in fondo alla pagina."
        : null;

    private string IndirizzoPortale => Portale.Value.Indirizzo;

    protected override async Task LoadAsync()
    {
        Details = await Read<DettaglioAffidamento, AffidamentoDetails>(q => q.Run(Id));
        if (Details is not null)
        {
            Posizione = await Posizioni.Read(Id);
        }
    }

    private async Task ReadAgain()
    {
        await Reload();
        StateHasChanged();
    }

    private string ClasseDi(PassoPortale passo) =>
        passo.Numero < Posizione.Passo ? "passo passo-fatto"
            : passo.Numero == Posizione.Passo ? "passo passo-attuale"
            : "passo";

    private Task VaiA(int passo) => Tell(Posizioni.VaiA(User!.Actor, Id, Posizione.Passo, passo));

    private Task Copiato(string percorso) => Tell(Posizioni.Copiato(User!.Actor, Id, percorso));

    /// <summary>
    /// Waits for an action on the position, then reads the position again. When the action is refused, reads the whole page again and shows
    /// the errors.
    /// </summary>
    private async Task Tell(Task<Result> atto)
    {
        Avviso = null;

        // What the last act did has been read by now, and its notice would cover the next step.
        Outcomes?.Say(null);
        if (await atto is { IsSuccess: false } rifiuto)
        {
            if (rifiuto.Errors.FirstOrDefault(e => e.Code == GuidaPortale.DaRileggere) is { } prima
                && Details!.Passi.First(p => p.ChiedeRilettura).Numero is var qui
                && await Posizioni.VaiA(User!.Actor, Id, Posizione.Passo, qui) is { IsSuccess: true })
            {
                // It is put right at the step of the rilettura, so it is told there.
                (Avviso, Posizione, ActErrors) = (prima.Message, await Posizioni.Read(Id), []);
                return;
            }

            await Fatto(rifiuto.Errors);
            return;
        }

        (Posizione, ActErrors) = (await Posizioni.Read(Id), []);
    }

    /// <summary>
    /// Reads the page again after an action or a refusal. When the action has ended the request, goes to the scheda, where the next thing
    /// to do is.
    /// </summary>
    private async Task Fatto(IReadOnlyList<Error> errori)
    {
        await PartActed(errori);
        if (errori.Count == 0 && Details is not null && Affidamento.Stato is StatoAffidamento.InLavorazione or StatoAffidamento.ProntoPerIlPortale)
        {
            // The request is over and the next thing to do is in the scheda.
            GoOn(AppRoutes.SchedaDi(Id));
        }
        else if (errori.Count == 0 && Details is not null && Affidamento is { Stato: StatoAffidamento.CigInRichiesta, RilettoIl: null }
            && Details.Passi.FirstOrDefault(p => p.ChiedeRilettura) is { } rilettura && rilettura.Numero < Posizione.Passo)
        {
            // A new try begins with the rilettura, which the last outcome has cleared.
            await Posizioni.VaiA(User!.Actor, Id, Posizione.Passo, rilettura.Numero);
            Posizione = await Posizioni.Read(Id);
        }
    }
}
