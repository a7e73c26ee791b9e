using CigHub.Domain.Persone;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>Opens a scope of data access for an actor.</summary>
internal static class ActorAmbito
{
    /// <summary>Opens the scope as far as the actor's role and Ente reach. An Amministratore sees no Affidamento at all.</summary>
    public static void OpenFor(this Ambito ambito, Actor actor)
    {
        var legge = actor.Ruolo.Allows(Permission.LeggiAffidamenti);
        ambito.Open(legge && actor.EnteId is null, legge ? actor.EnteId : null, actor.Ruolo == Ruolo.Auditor);
    }
}
