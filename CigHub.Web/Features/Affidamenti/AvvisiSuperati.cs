using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>The warnings that somebody went past, as the registro keeps them: each with the reason given for it.</summary>
internal static class AvvisiSuperati
{
    public static JsonObject? Di(IReadOnlyList<Segnalazione> avvisi, IReadOnlyDictionary<string, string> motivi)
    {
        var righe = avvisi.Select(a => (JsonNode)new JsonObject { ["codice"] = a.Codice, ["percorso"] = a.Percorso, ["avviso"] = a.Messaggio, ["motivo"] = motivi[a.Chiave].Trim() }).ToArray();
        return righe.Length == 0 ? null : new JsonObject { ["avvisi"] = new JsonArray(righe) };
    }

    /// <summary>A reason that the registro can keep.</summary>
    public static IRuleBuilderOptions<T, KeyValuePair<string, string>> MotivoBreve<T>(this IRuleBuilder<T, KeyValuePair<string, string>> regola) =>
        regola.Must(m => m.Value.Length <= Affidamento.MaxNota).WithErrorCode("nota.lunga").WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
}
