using CigHub.Web.WritePath;

namespace CigHub.Web.Security.Sessioni;

/// <summary>Hears from the write path what was just recorded, and ends at once the sessions that it leaves without a right.</summary>
public interface IFineSessioni
{
    /// <summary>Never throws: the act is done, and the next round finds what was missed.</summary>
    Task Dopo(Eventi eventi);
}
