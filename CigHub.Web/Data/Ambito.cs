using CigHub.Domain.Persone;

namespace CigHub.Web.Data;

/// <summary>The Affidamenti of an Ente that a delegate may see: those that the delega covers.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="RupId">The RUP who delegated. An Affidamento of another RUP is hidden, also when it has just changed hands.</param>
public sealed record AmbitoDelDelegato(Guid DelegaId, Guid RupId, AmbitoDelega Ambito, Guid? ConvenzioneId);

/// <summary>
/// The data that the current scope may see: the Affidamenti of which Enti, and limited names or not. It is closed until it is opened for an
/// actor or for the system.
/// </summary>
public sealed class Ambito
{
    /// <summary>Says whether the scope sees the Affidamenti of every Ente.</summary>
    public bool TuttiGliEnti { get; private set; }

    /// <summary>The one Ente whose Affidamenti the scope sees. Null when it sees those of every Ente or of none.</summary>
    public Guid? EnteId { get; private set; }

    /// <summary>Says whether the scope sees the names of people whose name has been limited. Only Auditors do.</summary>
    public bool NomiLimitati { get; private set; }

    /// <summary>The delega to whose Affidamenti the scope is limited. Null for a scope without such a limit.</summary>
    internal AmbitoDelDelegato? Delega { get; private set; }

    /// <summary>Opens the scope on the Affidamenti of one Ente that a delega covers.</summary>
    internal void Open(Guid enteId, AmbitoDelDelegato delega) => (TuttiGliEnti, EnteId, NomiLimitati, Delega) = (false, enteId, false, delega);

    /// <summary>Opens the scope on the Affidamenti of every Ente, of one Ente, or of none.</summary>
    internal void Open(bool tuttiGliEnti, Guid? enteId, bool nomiLimitati) => (TuttiGliEnti, EnteId, NomiLimitati) = (tuttiGliEnti, enteId, nomiLimitati);

    /// <summary>Opens the scope on every Ente for the system itself: demonstration data, checks at start-up.</summary>
    public void OpenForSystem() => TuttiGliEnti = true;
}
