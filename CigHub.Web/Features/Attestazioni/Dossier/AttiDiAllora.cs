using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.DueDiligence;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using static CigHub.Web.Features.RegistroEventi.Parole.TolerantReader;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>An act, or a check about a supplier, as it was at an attestazione: from the first event after it that tells about its file.</summary>
/// <param name="IsAtto">Says whether it is an act. Otherwise it is a check.</param>
/// <param name="Values">The values that the event changed or took away. Null when there was nothing at the attestazione.</param>
internal sealed record AttoDiAllora(bool IsAtto, JsonObject? Values)
{
    private const string FileName = "File";

    private static readonly string _atto = NomiRegistrati.Tipo(typeof(Atto)).Nome, _verifica = NomiRegistrati.Tipo(typeof(VerificaFornitore)).Nome;

    public FileAllegato? File => Values?[FileName]?.Deserialize<FileAllegato>(CodeJson.Options);

    public Guid? AffidamentoId => Id(Values, "AffidamentoId");

    /// <summary>The name of its type, as people read it. Empty when the event does not tell it.</summary>
    public string Type => IsAtto
        ? NomiRegistrati.Leggi<TipoAtto>(Text(Oggetto(Values, "Dati"), "Tipo"), out var atto) ? atto.Nome() : ""
        : NomiRegistrati.Leggi<TipoVerifica>(Text(Values, "Tipo"), out var verifica) ? verifica.Nome() : "";

    /// <summary>
    /// Returns the acts and checks whose file the events after an attestazione tell about: added, changed or taken away. All others had at the
    /// attestazione the file that they have now.
    /// </summary>
    /// <param name="until">The number of events of the attestazione.</param>
    public static async Task<Dictionary<Guid, AttoDiAllora>> ReadAfter(CigHubDbContext db, Ambito ambito, long until, CancellationToken ct)
    {
        var then = new Dictionary<Guid, AttoDiAllora>();
        var later = db.EventiVisibili(ambito).Where(e => e.Seq > until).OrderBy(e => e.Seq).Select(e => e.Byte).AsAsyncEnumerable();
        await foreach (var bytes in later.WithCancellation(ct))
        {
            var evento = JsonNode.Parse(bytes);
            var (before, after) = (Oggetto(evento, "prima") ?? [], Oggetto(evento, "dopo") ?? []);
            foreach (var key in before.Concat(after).Select(v => v.Key).Distinct())
            {
                if (key.Split('/') is [var type, var id] && (type == _atto || type == _verifica)
                    && (!before.TryGetPropertyValue(key, out var values) || values is JsonObject changed && changed.ContainsKey(FileName)))
                {
                    then.TryAdd(Guid.Parse(id), new AttoDiAllora(type == _atto, values as JsonObject));
                }
            }
        }

        return then;
    }
}
