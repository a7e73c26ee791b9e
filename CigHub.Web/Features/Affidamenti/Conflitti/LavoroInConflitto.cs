using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>Finds the Affidamenti that pass to somebody else when a person is replaced because of a conflict of interest.</summary>
internal static class LavoroInConflitto
{
    /// <summary>
    /// Returns the Affidamenti of an Ente of which the person in conflict is the RUP, with the same supplier in the same Convenzione. Leaves
    /// out those that were deleted or annulled.
    /// </summary>
    public static IQueryable<Affidamento> DaPassare(this CigHubDbContext db, DichiarazioneConflitto conflitto, Guid enteId)
    {
        var (persona, convenzione, codice) = (conflitto.PersonaId, conflitto.ConvenzioneId, $"|{conflitto.FornitoreCodice}|");
        return db.Affidamenti.Where(a => a.EnteId == enteId && a.RupId == persona && a.CodiciFornitori.Contains(codice)
            && a.Stato != StatoAffidamento.Eliminato && a.Stato != StatoAffidamento.AffidamentoAnnullato
            && db.Lotti.Any(l => l.Id == a.LottoId && l.ConvenzioneId == convenzione));
    }
}
