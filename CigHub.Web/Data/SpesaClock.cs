namespace CigHub.Web.Data;

/// <summary>The day by which amounts of the ledger are put into months, and by which they are cut off at a day.</summary>
/// <remarks>The numbers are stored and never change.</remarks>
public enum SpesaClock
{
    /// <summary>The day of the adhesion or of the act, with everything that is known today.</summary>
    Adesione = 1,

    /// <summary>The day of the recording: the figures as they were known on a day, which never change any more.</summary>
    Registrazione = 2,
}
