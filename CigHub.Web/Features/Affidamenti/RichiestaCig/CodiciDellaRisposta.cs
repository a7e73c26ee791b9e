using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Gathers the error codes of an answer of the portal: those that the user chose, and those in the portal's words.</summary>
internal static class CodiciDellaRisposta
{
    public static Result<IReadOnlyList<string>> Read(string? codici, string? risposta)
    {
        var letti = CodiciErrore.Leggi(codici);
        return letti.TryGet(out var scelti)
            ? Result.Success<IReadOnlyList<string>>([.. scelti.Concat(CodiciErrore.Trova(risposta)).Distinct().Take(CodiciErrore.Massimo)])
            : letti;
    }
}
