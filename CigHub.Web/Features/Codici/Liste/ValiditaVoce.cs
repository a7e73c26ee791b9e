using CigHub.Domain.Codici;
using CigHub.Web.Common;

namespace CigHub.Web.Features.Codici.Liste;

/// <summary>Puts the days on which a list entry is valid into words.</summary>
internal static class ValiditaVoce
{
    /// <summary>
    /// Returns for example «valido dal 31/07/2025» or «non più valido dal 24/11/2026», or an empty text for an entry that is always valid.
    /// </summary>
    public static string Words(VoceLista voce) => (voce.Dal, voce.Fino) switch
    {
        ({ } dal, { } fino) => $"valido dal {RomeTime.Text(dal)}, non più dal {RomeTime.Text(fino)}",
        ({ } dal, null) => $"valido dal {RomeTime.Text(dal)}",
        (null, { } fino) => $"non più valido dal {RomeTime.Text(fino)}",
        _ => "",
    };
}
