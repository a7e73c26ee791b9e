namespace CigHub.Web.Data;

/// <summary>Which Enti the data access of this scope may see. Closed until somebody opens it.</summary>
public sealed class Ambito
{
    /// <summary>Every Ente's Affidamenti.</summary>
    public bool TuttiGliEnti { get; private set; }

    /// <summary>The one Ente whose Affidamenti are visible.</summary>
    public Guid? EnteId { get; private set; }

    /// <summary>True when limited names are shown: for Auditors alone.</summary>
    public bool NomiLimitati { get; private set; }

    /// <summary>Opens the scope: on every Ente, on one, or on none.</summary>
    internal void Apri(bool tuttiGliEnti, Guid? enteId, bool nomiLimitati) => (TuttiGliEnti, EnteId, NomiLimitati) = (tuttiGliEnti, enteId, nomiLimitati);

    /// <summary>For the system itself: demonstration data, checks at start-up.</summary>
    public void ApriPerIlSistema() => TuttiGliEnti = true;
}
