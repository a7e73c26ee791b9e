using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;

namespace CigHub.Web.UseCases;

/// <summary>Who acts, in which role, at which Ente; passed into every command and query. A claim, not a proof: it is checked again against the Appartenenze each time.</summary>
/// <param name="EnteId">Null: all Enti, or the office.</param>
/// <param name="RuoliToken">The roles in the sign-in token: the effective right is their intersection with the Appartenenze.</param>
public sealed record Actor(Guid PersonaId, Ruolo Ruolo, Guid? EnteId, IReadOnlyCollection<Ruolo> RuoliToken)
{
    /// <summary>Says whether the actor is the RUP of an Affidamento and acts as such: the one definition that pages show and the write path enforces.</summary>
    public bool IsRupOf(Affidamento affidamento) => Ruolo.Ammette(Permission.RichiediCig) && affidamento.RupId == PersonaId;
}
