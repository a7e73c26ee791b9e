using CigHub.Domain.Persone;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>Opens the <see cref="Ambito"/> of a scope for an actor.</summary>
internal static class ActorAmbito
{
    /// <summary>
    /// Opens the Ambito to the Affidamenti that the actor may read: those of the actor's Ente, or of all Enti. An actor without the
    /// permission to read Affidamenti, such as an Amministratore, sees none. A delegate sees only those that the delega covers.
    /// </summary>
    public static void OpenFor(this Ambito ambito, Actor actor)
    {
        if (actor is { Delega: { } delega, EnteId: { } ente })
        {
            ambito.Open(ente, new AmbitoDelDelegato(delega.Id, delega.RupId, delega.Ambito, delega.ConvenzioneId));
            return;
        }

        var legge = actor.Ruolo.Allows(Permission.LeggiAffidamenti);
        ambito.Open(legge && actor.EnteId is null, legge ? actor.EnteId : null, actor.Ruolo == Ruolo.Auditor);
    }
}
