using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.Features.Cruscotto.Responsabile;
using CigHub.Web.Features.RegistroEventi.Confronto;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Cruscotto.Auditor;

/// <summary>
/// The Cruscotto of an Auditor: the actions of the last days in the registro, and the facts that an Auditor should look into.
/// </summary>
public sealed partial class CruscottoAuditor
{
    [Inject]
    public required IOptions<RichiestaSettings> Settings { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private Riepilogo? Riepilogo { get; set; }

    /// <summary>The last recorded confronto con i dati. Null before the first one, and for an Auditor who sees one Ente only.</summary>
    private ConfrontoRegistrato? Confronto { get; set; }

    private ListPage<LottoDaGuardareRow> Sforamenti { get; set; } = new([], 0);

    private GruppoDiLavoro Ferme { get; set; } = new(Attesa.SenzaEsito, [], 0);

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    protected override async Task LoadAsync()
    {
        Sforamenti = await Read<ConvenzioniDaGuardare, ListPage<LottoDaGuardareRow>>(async q => await q.Lotti(CondizioneLotto.Sforamento)) ?? Sforamenti;
        Ferme = await Read<ListaDiLavoro, GruppoDiLavoro>(async q => await q.One(Attesa.SenzaEsito, User!.Actor)) ?? Ferme;
        Confronto = (await Reader.Read<UltimoConfronto, ConfrontoRegistrato>(User!.Actor, q => q.Run(), Reading)) is { IsSuccess: true } letto
            ? letto.Value
            : null;
        Riepilogo = await Read<RiepilogoRegistro, Riepilogo>(q => q.Run());
    }
}
