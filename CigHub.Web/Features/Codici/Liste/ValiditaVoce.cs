using CigHub.Domain.Codici;
using CigHub.Web.Common;

namespace CigHub.Web.Features.Codici.Liste;

/// <summary>The days of an entry in words.</summary>
internal static class ValiditaVoce
{
    /// <summary>«dal 31/07/2025», «non più valido dal 24/11/2026»; empty for always.</summary>
    public static string Parole(VoceLista voce) => (voce.Dal, voce.Fino) switch
    {
        ({ } dal, { } fino) => $"valido dal {OraItaliana.Testo(dal)}, non più dal {OraItaliana.Testo(fino)}",
        ({ } dal, null) => $"valido dal {OraItaliana.Testo(dal)}",
        (null, { } fino) => $"non più valido dal {OraItaliana.Testo(fino)}",
        _ => "",
    };
}
