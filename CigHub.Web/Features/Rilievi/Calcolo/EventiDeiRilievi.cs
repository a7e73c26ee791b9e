using System.Runtime.CompilerServices;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Domain.Rilievi;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Rilievi.Calcolo;

/// <summary>Reads from the registro what the rules of the rilievi need of it.</summary>
internal static class EventiDeiRilievi
{
    /// <summary>The number of Affidamenti of whose events one query asks.</summary>
    private const int Insieme = 500;

    /// <summary>The share of the soglia di approvazione, per cent, from which the past of an amount is looked at.</summary>
    private const int DaGuardareDal = 80;

    private static readonly byte[] _conAvvisi = "\"avvisi\":["u8.ToArray();

    private static readonly string[] _bozza = [Azioni.AffidamentoCreato, Azioni.AffidamentoCopiato, Azioni.SchedaImportata, Azioni.BozzaModificata];

    private static readonly string[] _lavoro =
    [
        .. _bozza, Azioni.AffidamentoPronto, Azioni.InviatoPerApprovazione, Azioni.RichiestaAvviata, Azioni.RiletturaConfermata, Azioni.CigRegistrato,
    ];

    /// <summary>Returns the declarations that a scheda is ready or is to be approved, with the number of avvisi that were accepted.</summary>
    public static async Task<IReadOnlyList<DichiarazioneDiPronto>> DichiarazioniDiPronto(this CigHubDbContext db, Ambito ambito, CancellationToken ct)
    {
        var righe = db.EventiVisibili(ambito)
            .Where(e => e.Azione == Azioni.AffidamentoPronto || e.Azione == Azioni.InviatoPerApprovazione)
            .Where(e => e.Esito == "ok" && e.OggettoTipo == Oggetti.Affidamento)
            .Select(e => new { e.Seq, e.OggettoId, e.Utc, e.Byte });
        var dichiarate = new List<DichiarazioneDiPronto>();
        await foreach (var e in righe.AsAsyncEnumerable().WithCancellation(ct))
        {
            // Most schede have no avviso, so only the bytes of the others are read as JSON.
            var avvisi = e.Byte.AsSpan().IndexOf(_conAvvisi) >= 0 && Evento.Leggi(e.Byte).TryGet(out var letto)
                ? (TolerantReader.Nodo(letto.Dati, "avvisi") as System.Text.Json.Nodes.JsonArray)?.Count ?? 0
                : 0;
            dichiarate.Add(new DichiarazioneDiPronto(e.Seq, Guid.Parse(e.OggettoId), RomeTime.DayInRome(e.Utc), avvisi));
        }

        return dichiarate;
    }

    /// <summary>
    /// Returns the highest amount that the draft of an Affidamento ever had. It looks at those that were sent for approval, and at those whose
    /// amount is not far below the soglia di approvazione.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, ImportoScritto>> ImportiPiuAlti(
        this CigHubDbContext db, IReadOnlyList<AffidamentoNoto> affidamenti, IReadOnlySet<Guid> inviati, CancellationToken ct)
    {
        var daGuardare = affidamenti.Where(a => RegoleDellaSpesa.PronteSenzaApprovazione(a)
            && (inviati.Contains(a.Id) || a.Importo.Centesimi * 100 >= a.Convenzione.SogliaApprovazione!.Value.Centesimi * DaGuardareDal));
        var alti = new Dictionary<Guid, ImportoScritto>();
        await foreach (var e in db.EventiDi([.. daGuardare.Select(a => a.Id)], _bozza, ct))
        {
            if (Evento.Leggi(e.Byte).TryGet(out var letto)
                && TolerantReader.Intero(TolerantReader.Primo(letto.Dopo, "Affidamento"), NomiRegistrati.ImportoAppalto) is { } centesimi
                && Guid.Parse(e.OggettoId) is var id
                && (!alti.TryGetValue(id, out var finora) || centesimi > finora.Importo.Centesimi))
            {
                alti[id] = new ImportoScritto(e.Seq, RomeTime.DayInRome(e.Utc), Importo.DaCentesimi(centesimi));
            }
        }

        return alti;
    }

    /// <summary>Returns the Affidamenti that were ever sent for approval.</summary>
    public static async Task<IReadOnlySet<Guid>> InviatiPerApprovazione(this CigHubDbContext db, Ambito ambito, CancellationToken ct) =>
        (await db.EventiVisibili(ambito).Where(e => e.Azione == Azioni.InviatoPerApprovazione && e.Esito == "ok")
            .Select(e => e.OggettoId).Distinct().ToListAsync(ct))
        .Select(Guid.Parse).ToHashSet();

    /// <summary>Returns the events by which the approver of an Affidamento worked on it, by Affidamento.</summary>
    public static async Task<ILookup<Guid, long>> LavoriDiChiHaApprovato(
        this CigHubDbContext db, IReadOnlyList<AffidamentoNoto> affidamenti, CancellationToken ct)
    {
        var chi = affidamenti.Where(a => a.ApprovatoDaId is not null).ToDictionary(a => a.Id, a => a.ApprovatoDaId);
        var suoi = new List<(Guid Affidamento, long Seq)>();
        await foreach (var e in db.EventiDi([.. chi.Keys], _lavoro, ct))
        {
            if (Guid.Parse(e.OggettoId) is var id && e.AttoreId == chi[id])
            {
                suoi.Add((id, e.Seq));
            }
        }

        return suoi.ToLookup(s => s.Affidamento, s => s.Seq);
    }

    private static async IAsyncEnumerable<RigaRegistro> EventiDi(
        this CigHubDbContext db, IReadOnlyList<Guid> affidamenti, string[] azioni, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var insieme in affidamenti.Chunk(Insieme))
        {
            var id = insieme.Select(i => i.ToString()).ToList();
            var righe = db.Registro.AsNoTracking()
                .Where(e => id.Contains(e.OggettoId) && e.OggettoTipo == Oggetti.Affidamento && e.Esito == "ok" && azioni.Contains(e.Azione));
            await foreach (var riga in righe.AsAsyncEnumerable().WithCancellation(ct))
            {
                yield return riga;
            }
        }
    }
}
