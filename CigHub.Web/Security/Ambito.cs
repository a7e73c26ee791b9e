using CigHub.Domain.Persone;

namespace CigHub.Web.Security;

/// <summary>Which Enti the data access of this scope may see. Closed until somebody opens it.</summary>
public sealed class Ambito
{
    /// <summary>Every Ente's Affidamenti.</summary>
    public bool TuttiGliEnti { get; private set; }

    /// <summary>The one Ente whose Affidamenti are visible.</summary>
    public Guid? EnteId { get; private set; }

    /// <summary>True when limited names are shown: for Auditors alone.</summary>
    public bool NomiLimitati { get; private set; }

    /// <summary>Opens the scope as far as the actor's role and Ente reach: an Amministratore sees no Affidamento at all.</summary>
    public void ApriPer(Actor actor)
    {
        var legge = actor.Ruolo.Ammette(Permission.LeggiAffidamenti);
        TuttiGliEnti = legge && actor.EnteId is null;
        EnteId = legge ? actor.EnteId : null;
        NomiLimitati = actor.Ruolo == Ruolo.Auditor;
    }

    /// <summary>For the system itself: demonstration data, checks at start-up.</summary>
    public void ApriPerIlSistema() => TuttiGliEnti = true;
}
