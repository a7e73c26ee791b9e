using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.SceltaDelFornitore;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Nuovo;

/// <summary>
/// The page that creates an Affidamento on a Lotto. It asks only for the data that CigHub cannot know: the RUP, the supplier, and a reason
/// where one is needed.
/// </summary>
public sealed partial class PaginaNuovo
{
    private readonly Guid _newId = Guid.CreateVersion7();

    [SupplyParameterFromQuery(Name = "lotto")]
    public Guid LottoId { get; set; }

    private DatiPerNuovo? Dati { get; set; }

    private IReadOnlyList<IGrouping<Guid, Fornitore>> Fornitori { get; set; } = [];

    /// <summary>
    /// The error that makes an adhesion impossible whatever the user answers, for example a closed Lotto. The page shows it at the top.
    /// Null when there is none.
    /// </summary>
    private Error? Ostacolo => new[]
    {
        Dati!.Convenzione.AmmetteNuoveAdesioni(),
        Dati.Lotto.AmmetteNuoveAdesioni(),
        Dati.Convenzione.AmmetteEnte(User!.Actor.EnteId!.Value),
        Dati.Convenzione.AmmetteAd4("sì"),
    }.SelectMany(r => r.Errors).FirstOrDefault();

    /// <summary>The scheda of ANAC that is right for an adhesion to this Convenzione, with the reason.</summary>
    private SchedaGiusta Giusta => QualeScheda.Scegli(NuovoAffidamento.Risposte(Dati!.Convenzione)).Value;

    private Guid RupId { get; set; }

    private Guid IdPartecipante { get; set; }

    private string? Motivo { get; set; }

    /// <summary>The amounts that each supplier has taken so far. Null for a Lotto with one supplier.</summary>
    private QuoteDelLotto? Quote { get; set; }

    private string? Criterio { get; set; }

    private string? MotivoScelta { get; set; }

    protected override async Task LoadAsync()
    {
        Dati = await Read<PreparaNuovo, DatiPerNuovo>(q => q.Run(LottoId, User!.Actor));
        Fornitori = [.. Dati?.Lotto.Fornitori.GroupBy(f => f.IdPartecipante) ?? []];
        IdPartecipante = Fornitori.Count == 1 ? Fornitori[0].Key : Guid.Empty;
        if (Fornitori.Count > 1)
        {
            Quote = await Read<QuoteDeiFornitori, QuoteDelLotto>(q => q.Run(LottoId));
            Criterio ??= Dati!.Convenzione.CriterioFornitori?.ToString();
        }

        var unico = Dati?.Rup.Count == 1 ? Dati.Rup[0].Id : Guid.Empty;
        RupId = Dati?.Rup.Any(r => r.Id == User!.Actor.PersonaId) == true ? User!.Actor.PersonaId : unico;
    }

    private Task Create(bool comeUltimaVolta) => ActAndGoOn(
        new NuovoAffidamento(_newId, LottoId, RupId, IdPartecipante, Motivo, Scelta, comeUltimaVolta), OutcomeWords.Creato, AppRoutes.SchedaDi(_newId));

    /// <summary>The reason for the choice as typed. Null while no reason is typed, so that it can be given later, in the scheda.</summary>
    private SceltaFornitore? Scelta => string.IsNullOrWhiteSpace(MotivoScelta)
        ? null
        : new SceltaFornitore(Enum.TryParse<CriterioFornitore>(Criterio, out var criterio) ? criterio : null, MotivoScelta);
}
