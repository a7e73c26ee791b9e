using CigHub.Domain.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.WritePath;

/// <summary>Tells a stale edit who was first and when.</summary>
public sealed class VersioneSuperata(CigHubDbContext db)
{
    public const string Codice = "versione.superata";

    public async Task<Error> Di(ICommand command, CancellationToken ct)
    {
        var id = (command as IVersionato)?.RadiceId.ToString();
        var ultimo = await db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(e => e.OggettoId == id && e.Esito == "ok").OrderByDescending(e => e.Seq)
            .Select(e => new { e.Utc, Chi = db.Persone.Where(p => p.Id == e.AttoreId).Select(p => p.Nome + " " + p.Cognome).FirstOrDefault() })
            .FirstOrDefaultAsync(ct);
        var chi = ultimo?.Chi ?? "un'altra persona";
        var quando = ultimo is null ? "" : $" alle {OraItaliana.Ora(ultimo.Utc)}";
        return new Error(Codice, $"Nel frattempo modificato da {chi}{quando}: ricarica per vedere i dati attuali. Quello che hai scritto non è andato perso.");
    }
}
