using CigHub.Domain.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.WritePath;

/// <summary>Tells a stale edit who was first and when.</summary>
public sealed class VersioneSuperata(CigHubDbContext db)
{
    public const string Codice = "versione.superata";

    /// <summary>The refusal of a command that carries the version its user saw.</summary>
    public async Task<Error> Di(ICommand command, CancellationToken ct)
    {
        var autore = await Autore((command as IVersionato)?.RadiceId, ct);
        return new Error(Codice, $"Nel frattempo modificato da {autore}: ricarica per vedere i dati attuali. Quello che hai scritto non è andato perso.");
    }

    /// <summary>Names the person who last changed an aggregate, and the hour: <c>Livia Serrani alle 10:32</c>.</summary>
    public async Task<string> Autore(Guid? radiceId, CancellationToken ct)
    {
        // What somebody has typed is not in the registro yet.
        var scrive = await db.Affidamenti.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(a => a.Id == radiceId && a.ScrittaDaId != null)
            .Select(a => new { Utc = a.ScrittaAl!.Value, Nome = db.Persone.Where(p => p.Id == a.ScrittaDaId).Select(p => p.NomeCompleto).First() })
            .SingleOrDefaultAsync(ct);
        if (scrive is not null)
        {
            return $"{scrive.Nome} alle {OraItaliana.Ora(scrive.Utc)}";
        }

        // The registro tells the steps of a registration on its person.
        var registrazione = await db.RegistrazioniPortale.AsNoTracking()
            .Where(r => r.Id == radiceId).Select(r => new { r.PersonaId, r.EnteId }).SingleOrDefaultAsync(ct);
        var id = (registrazione?.PersonaId ?? radiceId)?.ToString();
        var suoi = Riusciti.Where(e => e.OggettoId == id);
        return await Autore(
            registrazione is null
                ? suoi.Where(e => !Azioni.SenzaNuovaVersione.Contains(e.Azione))
                : suoi.Where(e => e.EnteId == registrazione.EnteId && Azioni.DellaRegistrazione.Contains(e.Azione)),
            ct);
    }

    /// <summary>Names the person who last did this, and the hour; for what has one version for the whole office.</summary>
    public Task<string> Autore(string azione, CancellationToken ct) => Autore(Riusciti.Where(e => e.Azione == azione), ct);

    private IQueryable<RigaRegistro> Riusciti => db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(e => e.Esito == "ok");

    private async Task<string> Autore(IQueryable<RigaRegistro> atti, CancellationToken ct)
    {
        var ultimo = await atti.OrderByDescending(e => e.Seq)
            .Select(e => new { e.Utc, Nome = db.Persone.Where(p => p.Id == e.AttoreId).Select(p => p.NomeCompleto).FirstOrDefault() })
            .FirstOrDefaultAsync(ct);
        var nome = ultimo?.Nome ?? "un'altra persona";
        return ultimo is null ? nome : $"{nome} alle {OraItaliana.Ora(ultimo.Utc)}";
    }
}
