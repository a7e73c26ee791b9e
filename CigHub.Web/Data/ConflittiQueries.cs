using CigHub.Domain.Persone;

namespace CigHub.Web.Data;

/// <summary>The fact that a person is in conflict of interest on one Affidamento, because of a declaration that holds.</summary>
internal sealed class PersonaInConflitto
{
    public Guid AffidamentoId { get; init; }

    public Guid PersonaId { get; init; }

    public Guid DichiarazioneId { get; init; }
}

/// <summary>Finds the conflicts of interest that hold, in SQL.</summary>
internal static class ConflittiQueries
{
    /// <summary>
    /// Returns the declared conflicts that hold, of every Ente, as <see cref="DichiarazioneConflitto.InVigore"/> says of one: nobody has
    /// decided yet, or the person was replaced.
    /// </summary>
    public static IQueryable<DichiarazioneConflitto> ConflittiInVigore(this CigHubDbContext db) =>
        db.DichiarazioniConflitto.Where(d => d.Esito == EsitoDichiarazione.Conflitto && d.Decisione != DecisioneConflitto.NessunConflitto);

    /// <summary>
    /// Returns the people in conflict on each Affidamento that the reader may see. A conflict concerns the Affidamenti of the same
    /// Convenzione that have the supplier among theirs, at whichever Ente it was declared.
    /// </summary>
    public static IQueryable<PersonaInConflitto> PersoneInConflitto(this CigHubDbContext db) =>
        from d in db.ConflittiInVigore()
        join l in db.Lotti on d.ConvenzioneId equals l.ConvenzioneId
        join a in db.Affidamenti on l.Id equals a.LottoId
        where a.CodiciFornitori.Contains("|" + d.FornitoreCodice + "|")
        select new PersonaInConflitto { AffidamentoId = a.Id, PersonaId = d.PersonaId, DichiarazioneId = d.Id };
}
