using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>The errors and avvisi of the rows of a sheet, shown before any draft is created from them.</summary>
/// <param name="Avvisi">The avvisi about the rows together: one for each Lotto of which they ask for more than the Residuo.</param>
public sealed record SerieControllata(IReadOnlyList<EsitoRiga> Righe, IReadOnlyList<string> Avvisi)
{
    public int Sbagliate => Righe.Count(r => r.Errori.Count > 0);

    public int Errori => Righe.Sum(r => r.Errori.Count);
}

/// <summary>Checks the rows of a sheet exactly as <see cref="CreaInSerie"/> would, and saves nothing.</summary>
[Limited(LimitedUse.Upload)]
public sealed class AnteprimaSerie(CigHubDbContext db, PreparazioneSerie preparazione, Numerazione numerazione) : IQuery
{
    public static Permission Requires => Permission.PreparaBozza;

    public async Task<SerieControllata?> Run(
        Guid convenzioneId, IReadOnlyList<RigaSerie> righe, Actor actor, Action<int>? avanti = null, CancellationToken ct = default)
    {
        if (await preparazione.Run(convenzioneId, actor, ct) is not { } contesto)
        {
            return null;
        }

        var esiti = ControlloSerie.Controlla(righe, await numerazione.Next(ct), contesto, avanti, ct);
        return new SerieControllata(esiti, await Esauriti(esiti, contesto, ct));
    }

    /// <summary>
    /// Returns an avviso for each Lotto of which the rows together ask for more than the Residuo. Drafts reserve nothing, so the avviso
    /// does not stop the user, who should know it before preparing hundreds of drafts.
    /// </summary>
    private async Task<IReadOnlyList<string>> Esauriti(IReadOnlyList<EsitoRiga> esiti, ContestoSerie contesto, CancellationToken ct)
    {
        var chiesti = esiti.Where(e => e.Bozza is not null).GroupBy(e => e.Lotto!)
            .Select(g => (Lotto: g.Key, Chiesto: Importo.Somma(g.Select(e => ImportoAdesione.Calcola(e.Bozza!, 0, contesto.Convenzione.Erosione))))).ToList();
        var lotti = chiesti.Select(c => c.Lotto.Id).ToList();
        var residui = await db.Capienze.AsNoTracking().Where(c => lotti.Contains(c.LottoId)).ToDictionaryAsync(c => c.LottoId, c => c.Residuo, ct);
        return
        [
            .. chiesti.Where(c => residui.TryGetValue(c.Lotto.Id, out var residuo) && c.Chiesto > residuo).Select(c =>
                $"Lotto {c.Lotto.Numero}: queste righe chiedono {c.Chiesto:E}, il residuo è {residui[c.Lotto.Id]:E}. "
                + "Le bozze si possono preparare, ma non tutte avranno il CIG."),
        ];
    }
}
