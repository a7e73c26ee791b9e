using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// The page «Dopo il CIG», for corrections, annulments and changes of the RUP after the CIG is there. It asks what has to change, then
/// shows the portal's steps, then asks what the portal answered.
/// </summary>
public sealed partial class PaginaDopoIlCig
{
    /// <summary>The values of the address parameter that says what has to change.</summary>
    public const string Errore = "errore", Contratto = "contratto", Order = "ordine", Rup = "rup", Ritiro = "ritiro", SecondoCig = "secondo-cig";

    private static readonly (string Codice, string Parole)[] _scelte =
    [
        (Errore, "C'è un errore in ciò che ho comunicato"),
        (Contratto, "È cambiato il contratto"),
        (Order, "Serve un ordine in più"),
        (Rup, "Cambia il RUP"),
        (Ritiro, "L'annullamento è stato ritirato"),
        (SecondoCig, "C'è un secondo CIG"),
    ];

    [Inject]
    public required IOptions<PortaleSettings> Portale { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroCambia)]
    public string? Cambia { get; set; }

    /// <summary>The second CIG that the portal's list showed, with which the form for it begins. Null when the user types it.</summary>
    [SupplyParameterFromQuery(Name = AppRoutes.ParametroCig)]
    public string? Cig { get; set; }

    private DopoIlCigDetails? Details { get; set; }

    private Affidamento Affidamento => Details!.Affidamento;

    private bool SulPortale => Transizioni.Ammessa(Affidamento.Stato, AzioneAffidamento.AvviaSostituzioneRup);

    private bool SonoIlRup => User!.Actor.IsRupOf(Affidamento);

    private bool PuoCopiare => User!.May<CopiaAffidamento>();

    private bool PuoSostituire => User!.May<AvviaSostituzioneRup>() && (SonoIlRup || Details!.RupDellEnte.Any(p => p.Id == User.Actor.PersonaId));

    /// <summary>
    /// The answers to the question what has to change. Corrections are offered only in the state «CIG acquisito». A change of the RUP is
    /// offered in every state on the portal that allows it, unless one is open already. The withdrawal of an ANN is offered while an
    /// adhesion is annulled, and a second CIG can be recorded whenever there is a first one.
    /// </summary>
    private IReadOnlyList<(string Codice, string Parole)> Scelte => [.. _scelte.Where(s => s.Codice switch
    {
        Rup => SulPortale && Affidamento.Aperta(TipoOperazione.SostituzioneRup) is null,
        Ritiro => Affidamento.Stato is StatoAffidamento.AffidamentoAnnullato or StatoAffidamento.CigAcquisito && Details!.Annullate.Count > 0,
        SecondoCig => Transizioni.Ammessa(Affidamento.Stato, AzioneAffidamento.RegistraCigInPiu),
        _ => Affidamento.Stato == StatoAffidamento.CigAcquisito,
    })];

    private string? Choice => Scelte.Any(s => s.Codice == Cambia) ? Cambia : null;

    protected override async Task LoadAsync() => Details = await Read<DettaglioDopoIlCig, DopoIlCigDetails>(q => q.Run(Id));

    private bool PuoChiudere(OperazionePortale operazione) =>
        SonoIlRup
            || (operazione.Tipo == TipoOperazione.SostituzioneRup
                && User!.May<AccettaOperazione>() && operazione.Dati.NuovoRupId == User.Actor.PersonaId);
}
