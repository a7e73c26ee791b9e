using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;

namespace CigHub.Web.UseCases;

/// <summary>
/// The actor of a command or a query: the person, the role and the Ente. It is a claim and not a proof, so every command and query checks
/// it again against the Appartenenze.
/// </summary>
/// <param name="EnteId">The Ente, or null for all Enti or for the office.</param>
/// <param name="RuoliToken">The roles in the sign-in token. The effective right is their intersection with the Appartenenze.</param>
public sealed record Actor(Guid PersonaId, Ruolo Ruolo, Guid? EnteId, IReadOnlyCollection<Ruolo> RuoliToken)
{
    /// <summary>Says whether the actor is the RUP of the Affidamento and acts in the role of RUP.</summary>
    public bool IsRupOf(Affidamento affidamento) => Ruolo.Allows(Permission.RichiediCig) && affidamento.RupId == PersonaId;
}
