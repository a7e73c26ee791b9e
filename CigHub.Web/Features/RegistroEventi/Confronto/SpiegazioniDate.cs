using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>The explanations that people gave of differences between data and registro, read from their events.</summary>
public sealed class SpiegazioniDate(CigHubDbContext db)
{
    /// <summary>The last event that explains each difference, by <see cref="Discordanza.Impronta"/>.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Tutte(CancellationToken ct = default)
    {
        var trovate = new Dictionary<string, long>();
        var righe = db.EventiDelRegistro(Azioni.DiscordanzaSpiegata).OrderBy(e => e.Seq).Select(e => e.Byte).AsAsyncEnumerable();
        await foreach (var riga in righe.WithCancellation(ct))
        {
            if (Evento.Leggi(riga).TryGet(out var evento) && LetturaTollerante.Testo(evento.Dati, "discordanza") is { } impronta)
            {
                trovate[impronta] = evento.Seq;
            }
        }

        return trovate;
    }
}

/// <summary>The events about the registro itself.</summary>
internal static class EventiSulRegistro
{
    /// <summary>Finds those of one action: they are few, and their object's index finds them.</summary>
    public static IQueryable<RigaRegistro> EventiDelRegistro(this CigHubDbContext db, string azione)
    {
        var nessuno = Guid.Empty.ToString();
        return db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(e => e.OggettoTipo == Oggetti.Registro && e.OggettoId == nessuno && e.Azione == azione);
    }
}
