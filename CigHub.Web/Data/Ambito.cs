namespace CigHub.Web.Data;

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

    /// <summary>Opens the scope on the Affidamenti of every Ente, of one Ente, or of none.</summary>
    internal void Open(bool tuttiGliEnti, Guid? enteId, bool nomiLimitati) => (TuttiGliEnti, EnteId, NomiLimitati) = (tuttiGliEnti, enteId, nomiLimitati);

    /// <summary>Opens the scope on every Ente for the system itself: demonstration data, checks at start-up.</summary>
    public void OpenForSystem() => TuttiGliEnti = true;
}
