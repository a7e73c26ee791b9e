using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Schede;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// Builds the data of the event by which a draft is declared complete: the hash of the draft, and each avviso that the user went past with
/// the reason given for it.
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

    /// <summary>Refuses a reason for going past an avviso that is longer than <see cref="Affidamento.MaxNota"/> characters.</summary>
    public static IRuleBuilderOptions<T, KeyValuePair<string, string>> MotivoBreve<T>(this IRuleBuilder<T, KeyValuePair<string, string>> regola) =>
        regola.Must(m => m.Value.Length <= Affidamento.MaxNota).WithErrorCode("nota.lunga")
            .WithMessage($"Il motivo può avere al massimo {Affidamento.MaxNota} caratteri: accorcialo.");
}
