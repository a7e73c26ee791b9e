using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>A list that was loaded before, as the page shows it.</summary>
public sealed record VoceElencoCaricato(Guid Id, string Nome, long Byte, DateTime CaricatoIl, string Chi, int Righe, int Cig, int Aggiornamenti, int Adottati);

/// <summary>The lists that an Ente has loaded, newest first.</summary>
public sealed class ElenchiCaricati(CigHubDbContext db) : IQuery
{
    /// <summary>How many are shown.</summary>
    public const int Massimo = 50;

    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<IReadOnlyList<VoceElencoCaricato>?> Esegui(CancellationToken ct = default)
    {
        var elenchi = await db.ElenchiPortale.AsNoTracking().OrderByDescending(e => e.CaricatoIl).Take(Massimo)
            .Select(e => new { Elenco = e, Chi = db.Persone.Where(p => p.Id == e.CaricatoDa).Select(p => p.Nome + " " + p.Cognome).First() }).ToListAsync(ct);
        return [.. elenchi.Select(e => new VoceElencoCaricato(e.Elenco.Id, e.Elenco.File.Nome, e.Elenco.File.Byte, e.Elenco.CaricatoIl, e.Chi, e.Elenco.Righe, e.Elenco.Cig, e.Elenco.Aggiornamenti, e.Elenco.Adottati))];
    }
}
