using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>A past comparison between database and registro as its event tells it, with the explanations recorded since.</summary>
/// <param name="DaSpiegare">The number of differences that nobody has explained since.</param>
public sealed record ConfrontoRegistrato(long Seq, DateTime Utc, long Eventi, long Righe, int DaSpiegare, int Spiegate)
{
    public bool Concordano => DaSpiegare == 0;

    public string Messaggio => ConcordanzaWords.Messaggio(Eventi, Righe, DaSpiegare, Spiegate, DaSpiegare + Spiegate > ConfrontoConIDati.Massimo);
}

/// <summary>
/// Reads the last comparison between database and registro. Returns null when there was none, or when the actor sees only one Ente.
/// </summary>
public sealed class UltimoConfronto(CigHubDbContext db, Ambito ambito) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<ConfrontoRegistrato?> Run(CancellationToken ct = default)
    {
        if (!ambito.TuttiGliEnti)
        {
            return null;
        }

        var byteDiEvento = await db.EventiDelRegistro(Azioni.RegistroConfrontato).OrderByDescending(e => e.Seq).Select(e => e.Byte).FirstOrDefaultAsync(ct);
        if (byteDiEvento is null || !Evento.Leggi(byteDiEvento).TryGet(out var evento))
        {
            return null;
        }

        // Each later explanation concerns a difference of this comparison that was not explained at that time.
        var dopo = await db.EventiDelRegistro(Azioni.DiscordanzaSpiegata).CountAsync(e => e.Seq > evento.Seq, ct);
        var (trovate, spiegate) = ((int)Quanti("discordanze"), (int)Quanti("spiegate"));
        return new ConfrontoRegistrato(
            evento.Seq, evento.Utc, Quanti("eventi"), Quanti("righe"), Math.Max(0, trovate - dopo), spiegate + Math.Min(dopo, trovate));

        long Quanti(string chiave) => TolerantReader.Intero(evento.Dati, chiave) ?? 0;
    }
}
