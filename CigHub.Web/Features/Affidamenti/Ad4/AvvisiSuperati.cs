using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Schede;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Builds the data that the registro keeps of a scheda declared complete: the draft's hash, and the warnings that the user passed, each
/// with its reason.
/// </summary>
internal static class AvvisiSuperati
{
    public static JsonObject Of(BozzaAd4 bozza, IReadOnlyList<Segnalazione> avvisi, IReadOnlyDictionary<string, string> motivi)
    {
        var righe = avvisi.Select(a => (JsonNode)new JsonObject
        {
            ["codice"] = a.Codice,
            ["percorso"] = a.Percorso,
            ["avviso"] = a.Messaggio,
            ["motivo"] = motivi[a.Chiave].Trim()
        }).ToArray();
        var dati = new JsonObject { ["sha256"] = EsportaSchede.Impronta(bozza) };
        if (righe.Length > 0)
        {
            dati["avvisi"] = new JsonArray(righe);
        }

        return dati;
    }

    /// <summary>Refuses a reason longer than <see cref="Affidamento.MaxNota"/> characters.</summary>
    public static IRuleBuilderOptions<T, KeyValuePair<string, string>> MotivoBreve<T>(this IRuleBuilder<T, KeyValuePair<string, string>> regola) =>
        regola.Must(m => m.Value.Length <= Affidamento.MaxNota).WithErrorCode("nota.lunga")
            .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
}
