using CigHub.Domain.Codici;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Errori;

/// <summary>
/// Returns the help for every error code: the shipped one, and in its place what the office wrote for the same code. Codes that only the
/// office has come last.
/// </summary>
public sealed class ListaAiuti(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.VediPortale;

    public async Task<IReadOnlyList<AiutoErrore>> Run(CancellationToken ct = default)
    {
        var nostri = await db.AiutiErrori.AsNoTracking().OrderBy(a => a.Codice).ToListAsync(ct);
        var perCodice = nostri.ToDictionary(a => a.Codice, a => a.Aiuto);
        var forniti = AiutiForniti.Tutti;
        var noti = forniti.Select(a => a.Codice).ToHashSet();
        return [.. forniti.Select(a => perCodice.GetValueOrDefault(a.Codice, a)), .. nostri.Where(a => !noti.Contains(a.Codice)).Select(a => a.Aiuto)];
    }
}

/// <summary>The help for one error code, with what its form needs to save a change.</summary>
/// <param name="Id">The id of the office's own help. Null while only the shipped help exists.</param>
/// <param name="Version">The version of the office's own help. Null while only the shipped help exists.</param>
public sealed record AiutoDaModificare(AiutoErrore? Aiuto, Guid? Id, int? Version);

/// <summary>Returns the help for one code. For a code without any help its <see cref="AiutoDaModificare.Aiuto"/> is null.</summary>
public sealed class DettaglioAiuto(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.VediPortale;

    public async Task<AiutoDaModificare> Run(string codice, CancellationToken ct = default) =>
        await db.AiutiErrori.AsNoTracking().SingleOrDefaultAsync(a => a.Codice == codice, ct) is { } nostro
            ? new AiutoDaModificare(nostro.Aiuto, nostro.Id, nostro.Version)
            : new AiutoDaModificare(AiutiForniti.Tutti.FirstOrDefault(a => a.Codice == codice), null, null);
}
