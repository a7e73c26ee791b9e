using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>A comparison as its event tells it.</summary>
/// <param name="DaSpiegare">Differences that nobody had explained then.</param>
public sealed record ConfrontoRegistrato(long Seq, DateTime Utc, long Eventi, long Righe, int DaSpiegare, int Spiegate)
{
    public bool Concordano => DaSpiegare == 0;

    public string Messaggio => ParoleDelConfronto.Messaggio(Eventi, Righe, DaSpiegare, Spiegate, DaSpiegare + Spiegate >= ConfrontoConIDati.Massimo);
}

/// <summary>The last comparison that was made; null: there was none, or the actor sees one Ente alone.</summary>
public sealed class EsitoDelConfronto(CigHubDbContext db, Ambito ambito) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<ConfrontoRegistrato?> Esegui(CancellationToken ct = default)
    {
        if (!ambito.TuttiGliEnti)
        {
            return null;
        }

        var byteDiEvento = await db.EventiDelRegistro(Azioni.RegistroConfrontato).OrderByDescending(e => e.Seq).Select(e => e.Byte).FirstOrDefaultAsync(ct);
        return byteDiEvento is not null && Evento.Leggi(byteDiEvento).TryGet(out var evento)
            ? new ConfrontoRegistrato(evento.Seq, evento.Utc, Quanti("eventi"), Quanti("righe"), (int)Quanti("discordanze"), (int)Quanti("spiegate"))
            : null;

        long Quanti(string chiave) => LetturaTollerante.Intero(evento.Dati, chiave) ?? 0;
    }
}
