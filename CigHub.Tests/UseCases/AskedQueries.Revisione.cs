using CigHub.Web.Common;
using CigHub.Web.Features.Revisione.Campioni;
using CigHub.Web.Features.Revisione.Correttive;
using CigHub.Web.Features.Revisione.Elenco;

namespace CigHub.Tests.UseCases;

internal static partial class AskedQueries
{
    private const string Finding = "La determina è successiva alla richiesta";

    private static IEnumerable<AskedQuery> OfAudits() =>
    [
        AskedQuery.SeenBy<ListaAudit, AuditListView>(
            t => [t.Auditor],
            t => [$"{t.Audit}"],
            async (q, _, _) => await q.Run(1)),
        AskedQuery.SeenBy<DettaglioAudit, AuditView>(
            t => [t.Auditor],
            t => [$"{t.Audit}", t.Number, "Ferrantini", Finding],
            (q, t, _) => q.Run(t.Audit)),
        AskedQuery.SeenBy<PopolazioneDaEsportare, IReadOnlyList<string>>(
            t => [t.Auditor],
            t => [$"{t.Draft}", $"{t.Acquired}"],
            async (q, t, _) => await q.Run(t.Audit)),
        AskedQuery.SeenBy<AzioniDaAudit, ListPage<AzioneShown>>(
            t => [t.Rup],
            t => [$"{t.Audit}", Finding],
            async (q, _, actor) => await q.Run(actor, false)),
    ];
}
