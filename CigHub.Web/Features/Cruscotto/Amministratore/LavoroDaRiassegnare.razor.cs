using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Cruscotto.Amministratore;

/// <summary>
/// Lists the people who are no longer RUP of their Ente and still have open work there. A user of that Ente gets a link to hand the work
/// over. A user who sees all Enti reads whom to ask.
/// </summary>
public sealed partial class LavoroDaRiassegnare
{
    private IReadOnlyList<LavoroDiUnRup>? Lavori { get; set; }

    protected override async Task LoadAsync() =>
        Lavori = User!.May(Permission.RiassegnaAffidamenti)
            ? await Read<LavoroSenzaRup, IReadOnlyList<LavoroDiUnRup>>(async q => await q.Run(User!.Actor))
            : null;

    private static string Quanti(LavoroDiUnRup lavoro) => Plural.Of(lavoro.Quanti, "affidamento", "affidamenti");

    private static string ChiLiRiassegna(IReadOnlyList<string> chi) => chi.Count == 0
        ? "In questo Ente nessuno può riassegnarli: chiedi all'amministratore di nominare un RUP o un Dirigente / Responsabile del servizio."
        : $"Il RUP lo nomina l'Ente: puoi chiedere di riassegnarli a {string.Join(", ", chi)}.";
}
