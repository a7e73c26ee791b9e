using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Accesso;

/// <summary>The open work that a person would leave at one Ente, in numbers, with the colleagues who would find it there.</summary>
/// <param name="Quanti">The number of open Affidamenti whose RUP is the person.</param>
/// <param name="DaApprovare">The number of Affidamenti that wait for an approval that nobody else can give.</param>
/// <param name="ChiLoTrova">The RUPs and Responsabili of the Ente, without this person.</param>
public sealed record LavoroAllEnte(string Ente, int Quanti, int DaApprovare, IReadOnlyList<string> ChiLoTrova);

/// <summary>
/// Reads the numbers of a person's open work, by Ente. It gives numbers alone, because an Amministratore never sees an Affidamento.
/// </summary>
public sealed class LavoroCheResta(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<IReadOnlyList<LavoroAllEnte>> Run(Guid personaId, CancellationToken ct = default)
    {
        var oggi = clock.Today();

        // The filter by Ente is off, because it shows an Amministratore no Affidamento. Only the numbers leave this query.
        var tutti = db.Affidamenti.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]);
        var suoiAffidamenti = tutti.Where(a => a.RupId == personaId);
        var comeRup = await PerEnte(suoiAffidamenti.ConCigDaAvere(), ct);
        foreach (var enteId in await suoiAffidamenti.ConOperazioneAperta(db).Select(a => a.EnteId).ToListAsync(ct))
        {
            comeRup[enteId] = comeRup.GetValueOrDefault(enteId) + 1;
        }

        var approvano = PermissionsByRuolo.With(Permission.ApprovaAffidamenti);
        var suoi = db.RuoliValidi(oggi).Where(x => x.PersonaId == personaId && approvano.Contains(x.Ruolo));
        var altri = db.RuoliAttivi(Permission.ApprovaAffidamenti, oggi).Where(x => x.PersonaId != personaId);
        var soloSuoi = tutti.ApprovabiliDa(db, personaId).SenzaApprovatore(db, altri).Where(a => suoi.Any(x => x.EnteId == null || x.EnteId == a.EnteId));
        var daApprovare = await PerEnte(soloSuoi, ct);
        var lavori = new List<LavoroAllEnte>();
        foreach (var enteId in comeRup.Keys.Union(daApprovare.Keys))
        {
            var ente = await db.Enti.Where(e => e.Id == enteId).Select(e => e.Denominazione).SingleAsync(ct);
            var chi = await db.ChiRiassegna(enteId, personaId, oggi, ct);
            lavori.Add(new LavoroAllEnte(ente, comeRup.GetValueOrDefault(enteId), daApprovare.GetValueOrDefault(enteId), chi));
        }

        return [.. lavori.OrderBy(l => l.Ente, StringComparer.CurrentCulture)];
    }

    private static Task<Dictionary<Guid, int>> PerEnte(IQueryable<Affidamento> affidamenti, CancellationToken ct) =>
        affidamenti.GroupBy(a => a.EnteId).Select(g => new { g.Key, Quanti = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Quanti, ct);
}
