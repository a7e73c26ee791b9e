using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>Loads an Affidamento and builds events, for all the commands on operations after the CIG.</summary>
internal static class OperazioniLoader
{
    /// <summary>
    /// Loads an Affidamento with the acts of its fascicolo. Commands need the acts because no correction is possible once there is a
    /// contract.
    /// </summary>
    public static Task<Affidamento> ConGliAtti(this CigHubDbContext db, Guid affidamentoId, CancellationToken ct) =>
        db.Affidamenti.Include(a => a.Atti).SingleAsync(a => a.Id == affidamentoId, ct);

    /// <summary>
    /// Returns an event about one operation of the Affidamento. Its data have the id and the kind of the operation, and the given data.
    /// </summary>
    public static EventToWrite Evento(this Affidamento affidamento, string azione, Guid operazioneId, JsonObject? dati = null)
    {
        dati ??= [];
        dati["operazione"] = operazioneId.ToString();
        dati["tipo"] = NomiRegistrati.Valore(affidamento.Operazioni.Single(o => o.Id == operazioneId).Tipo);
        return new EventToWrite(azione, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati);
    }
}
