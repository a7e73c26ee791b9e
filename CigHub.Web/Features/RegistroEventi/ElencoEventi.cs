using CigHub.Domain.Affidamenti;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>What to look for in the registro; every member is also a part of the page's address.</summary>
/// <param name="Dal">First day, local, included.</param>
/// <param name="Al">Last day, local, included.</param>
/// <param name="Oggetto">Id of the subject.</param>
public sealed record FiltroEventi(string? Azione = null, Guid? Chi = null, DateOnly? Dal = null, DateOnly? Al = null, string? Esito = null, string? Oggetto = null);

/// <summary>A line of the registro.</summary>
public sealed record VoceEvento(long Seq, DateTime Utc, Guid? ChiId, string Chi, string Ruolo, string Azione, string OggettoTipo, string OggettoId, string Oggetto, string Esito);

/// <summary>The events that the actor may see, newest first.</summary>
public sealed class ElencoEventi(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<Pagina<VoceEvento>> Esegui(FiltroEventi filtro, int pagina, int perPagina, CancellationToken ct = default)
    {
        var dal = filtro.Dal is { } d ? OraItaliana.InizioDi(d) : (DateTime?)null;
        var finoA = filtro.Al is { } a ? OraItaliana.InizioDi(a.AddDays(1)) : (DateTime?)null;
        var trovati = db.Registro.AsNoTracking().Where(e =>
            (filtro.Azione == null || e.Azione == filtro.Azione)
            && (filtro.Chi == null || e.AttoreId == filtro.Chi)
            && (filtro.Esito == null || e.Esito == filtro.Esito)
            && (filtro.Oggetto == null || e.OggettoId == filtro.Oggetto)
            && (dal == null || e.Utc >= dal)
            && (finoA == null || e.Utc < finoA));
        var voci = await trovati.OrderByDescending(e => e.Seq).Skip((pagina - 1) * perPagina).Take(perPagina)
            .Select(e => new VoceEvento(
                e.Seq,
                e.Utc,
                e.AttoreId,
                db.Persone.Where(p => p.Id == e.AttoreId).Select(p => p.Nome + " " + p.Cognome).FirstOrDefault() ?? "Sistema",
                e.Ruolo,
                e.Azione,
                e.OggettoTipo,
                e.OggettoId,
                e.OggettoTipo,
                e.Esito))
            .ToListAsync(ct);
        var titoli = await Titoli(voci, ct);
        return new Pagina<VoceEvento>([.. voci.Select(v => v with { Oggetto = titoli.GetValueOrDefault(v.OggettoId, v.OggettoTipo) })], await trovati.CountAsync(ct));
    }

    /// <summary>What people call the Affidamenti of a page of events.</summary>
    private async Task<Dictionary<string, string>> Titoli(IEnumerable<VoceEvento> voci, CancellationToken ct)
    {
        var id = voci.Where(v => v.OggettoTipo == Oggetti.Affidamento).Select(v => Guid.Parse(v.OggettoId)).Distinct().ToList();
        var trovati = await db.Affidamenti.AsNoTracking().Where(a => id.Contains(a.Id)).Select(a => new { a.Id, a.Anno, a.Progressivo, a.Oggetto }).ToListAsync(ct);
        return trovati.ToDictionary(a => a.Id.ToString(), a => new NumeroAffidamento(a.Anno, a.Progressivo).Titolo(a.Oggetto));
    }
}
