namespace CigHub.Web.Data;

/// <summary>The Enti whose data this scope may see. It is closed until somebody opens it.</summary>
public sealed class Ambito
{
    /// <summary>Says whether the Affidamenti of every Ente are visible.</summary>
    public bool TuttiGliEnti { get; private set; }

    /// <summary>The one Ente whose Affidamenti are visible, or null.</summary>
    public Guid? EnteId { get; private set; }

    /// <summary>Says whether limited names are shown, which is for Auditors alone.</summary>
    public bool NomiLimitati { get; private set; }

    /// <summary>Opens the scope on every Ente, on one, or on none.</summary>
    internal void Open(bool tuttiGliEnti, Guid? enteId, bool nomiLimitati) => (TuttiGliEnti, EnteId, NomiLimitati) = (tuttiGliEnti, enteId, nomiLimitati);

    /// <summary>Opens the scope on every Ente for the system itself: demonstration data, checks at start-up.</summary>
    public void OpenForSystem() => TuttiGliEnti = true;
}
