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
    /// <summary>The delega under which the actor acts. Null for an actor in a role of their own.</summary>
    public DelegaInUso? Delega { get; init; }

    /// <summary>The person for whom the actor carries out the acts of a RUP: the RUP who delegated, or the actor.</summary>
    public Guid PerConto => Delega?.RupId ?? PersonaId;

    /// <summary>Says whether the actor is the RUP of the Affidamento and acts in the role of RUP.</summary>
    public bool IsRupOf(Affidamento affidamento) => Delega is null && Ruolo.Allows(Permission.RichiediCig) && affidamento.RupId == PersonaId;

    /// <summary>Says whether the actor carries out an act on the Affidamento as its RUP, or as a delegate of its RUP.</summary>
    public bool ActsForRupOf(Affidamento affidamento, AttoDelegabile atto) =>
        IsRupOf(affidamento) || (Delega is { } delega && delega.RupId == affidamento.RupId && delega.Atti.Contains(atto));

    /// <summary>
    /// Says whether the actor's role allows the command, and for a delegate whether the delega includes it. The page asks, so as to offer
    /// no act that will be refused. The write path decides again.
    /// </summary>
    public bool May<TCommand>()
        where TCommand : ICommand =>
        Ruolo.Allows(TCommand.Requires) && (Delega is null || (TCommand.Delegabile is { } atto && Delega.Atti.Contains(atto)));
}

/// <summary>The delega under which a person acts now.</summary>
/// <remarks>Equality: by all members, <paramref name="Atti"/> by reference.</remarks>
/// <param name="RupId">The id of the RUP who delegates.</param>
/// <param name="Rup">The name of that RUP.</param>
/// <param name="Atti">The acts that the delega includes, with <see cref="AttoDelegabile.Consultare"/>.</param>
public sealed record DelegaInUso(Guid Id, Guid RupId, string Rup, AmbitoDelega Ambito, Guid? ConvenzioneId, IReadOnlyCollection<AttoDelegabile> Atti)
{
    public static DelegaInUso Of(Delega delega, string rup) =>
        new(delega.Id, delega.DeleganteId, rup, delega.Ambito, delega.ConvenzioneId, [AttoDelegabile.Consultare, .. delega.Atti]);
}
