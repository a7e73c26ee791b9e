using System.Text;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>One event whole: as parsed, and as the very text whose hash stands in the tree.</summary>
/// <param name="Evento">Null when the bytes cannot be read: then they were altered.</param>
public sealed record SchedaEvento(Evento? Evento, string Testo, string Foglia, string Chi);

/// <summary>One event by number; null when it does not exist or is another Ente's.</summary>
public sealed class DettaglioEvento(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<SchedaEvento?> Esegui(long seq, CancellationToken ct = default)
    {
        var riga = await db.Registro.AsNoTracking().SingleOrDefaultAsync(e => e.Seq == seq, ct);
        if (riga is null)
        {
            return null;
        }

        var chi = await db.Persone.Where(p => p.Id == riga.AttoreId).Select(p => p.Nome + " " + p.Cognome).FirstOrDefaultAsync(ct);
        var letto = Evento.Leggi(riga.Byte);
        return new SchedaEvento(letto.IsSuccess ? letto.Value : null, Encoding.UTF8.GetString(riga.Byte), Convert.ToHexStringLower(riga.Foglia), chi ?? "Sistema");
    }
}
