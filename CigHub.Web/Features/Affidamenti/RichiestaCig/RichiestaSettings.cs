using CigHub.Web.Common;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>The settings of an office about open requests of a CIG.</summary>
public sealed class RichiestaSettings : ISettings
{
    public static string Section => "Richiesta";

    /// <summary>The number of days after which CigHub asks the RUP for the outcome of an open request.</summary>
    [WholeNumber(1, 365, " di giorni")]
    public int GiorniSenzaEsito { get; init; } = 3;

    /// <summary>The number of days within which the office wants a CIG too many annulled. It is a habit, not a term of the law.</summary>
    [WholeNumber(1, 365, " di giorni")]
    public int GiorniPerAnnullareUnCig { get; init; } = 7;
}
