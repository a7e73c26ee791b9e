using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>Reads the explanations of differences between database and registro from their events.</summary>
public sealed class SpiegazioniDate(CigHubDbContext db)
{
    /// <summary>
    /// Returns, by the hash of the difference (<see cref="Discordanza.Impronta"/>), the number of the event that explains it. The latest
    /// explanation counts.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, long>> All(CancellationToken ct = default)
    {
        var trovate = new Dictionary<string, long>();
        var righe = db.EventiDelRegistro(Azioni.DiscordanzaSpiegata).OrderBy(e => e.Seq).Select(e => e.Byte).AsAsyncEnumerable();
        await foreach (var riga in righe.WithCancellation(ct))
        {
            if (Evento.Leggi(riga).TryGet(out var evento) && TolerantReader.Text(evento.Dati, "discordanza") is { } impronta)
            {
                trovate[impronta] = evento.Seq;
            }
        }

        return trovate;
    }
}

/// <summary>Finds events whose object is the registro itself.</summary>
internal static class EventiSulRegistro
{
    /// <summary>
    /// Returns the events about the registro itself that have the given action. An index finds them quickly, and there are few.
    /// </summary>
    public static IQueryable<RigaRegistro> EventiDelRegistro(this CigHubDbContext db, string azione)
    {
        var nessuno = Guid.Empty.ToString();
        return db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(e => e.OggettoTipo == Oggetti.Registro && e.OggettoId == nessuno && e.Azione == azione);
    }
}
