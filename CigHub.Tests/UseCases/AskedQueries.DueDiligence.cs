using CigHub.Web.Features.DueDiligence;
using CigHub.Web.Features.Persone.Adempimenti;
using static CigHub.Tests.UseCases.TivoliAndVelletri;

namespace CigHub.Tests.UseCases;

internal static partial class AskedQueries
{
    private static IEnumerable<AskedQuery> OfDueDiligence() =>
    [
        AskedQuery.Public<DueDiligenceLotto, DueDiligenceView>(
            "a check about a supplier of a Lotto holds for every Ente; those of an Affidamento are not in it",
            t => t.Bench.RupOfAnotherEnte,
            t => [$"{t.Lotto}", LottoCheckNote],
            (q, t, _) => q.Run(t.Lotto)),
        AskedQuery.SeenBy<DueDiligenceAffidamento, DueDiligenceView>(
            Readers,
            t => [$"{t.Draft}", $"{t.Check}", CheckFile],
            (q, t, _) => q.Run(t.Draft)),
        AskedQuery.SeenBy<ContenutoFileVerifica, FileDaDare>(
            Readers,
            _ => [CheckFile],
            (q, t, actor) => q.Run(t.Check, actor)),
        AskedQuery.SeenBy<AdempimentiDellaPersona, AdempimentiView>(
            Office,
            _ => [DeclarationAct],
            (q, t, actor) => q.Run(t.Rup.PersonaId, actor)),
    ];
}
