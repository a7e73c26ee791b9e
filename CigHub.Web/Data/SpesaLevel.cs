namespace CigHub.Web.Data;

/// <summary>The detail of the sums that the database keeps of the ledger.</summary>
/// <remarks>The numbers are stored and never change.</remarks>
public enum SpesaLevel
{
    /// <summary>Sums by Lotto, month, Ente and supplier.</summary>
    Mesi = 1,

    /// <summary>Sums by Lotto, Ente and supplier over all months. Their month is 0.</summary>
    Sempre = 2,

    /// <summary>Sums by Lotto and month over all Enti and suppliers, whose ids are empty.</summary>
    Lotti = 3,
}
