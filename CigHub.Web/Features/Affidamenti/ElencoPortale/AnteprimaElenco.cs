using System.Security.Cryptography;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>What a list of the portal says against CigHub, before anything is recorded.</summary>
/// <param name="NonAdottabili">By row number, of those that only the portal has: why it cannot be adopted; a row that is not here can.</param>
/// <param name="GiaCaricatoIl">When the very same file was last recorded; null: never.</param>
public sealed record AnteprimaDelPortale(
    ConfrontoElenco Confronto, string Impronta, IReadOnlyDictionary<int, IReadOnlyList<Error>> NonAdottabili, DateTime? GiaCaricatoIl,
    IReadOnlyList<ColonnaPortale> Colonne)
{
    public bool Adottabile(RigaConfrontata riga) => riga.Esito == EsitoConfronto.SoloSulPortale && !NonAdottabili.ContainsKey(riga.Riga.Numero);
}

/// <summary>Reads and compares exactly as the command would, and saves nothing.</summary>
[Limitato(Uso.Caricamento)]
public sealed class AnteprimaElenco(CigHubDbContext db, PianoElenco piano) : IQuery
{
    public static Permission Requires => Permission.RichiediCig;

    /// <returns>The comparison, or why the file is not a list that can be read; null for somebody who acts for no Ente.</returns>
    public async Task<Result<AnteprimaDelPortale>?> Esegui(ReadOnlyMemory<byte> file, Actor actor, CancellationToken ct = default)
    {
        if (actor.EnteId is not { } enteId)
        {
            return null;
        }

        var letto = ElencoDaFile.Leggi(file);
        if (!letto.TryGet(out var elenco))
        {
            return Result<AnteprimaDelPortale>.Refused(letto.Errors);
        }

        var confronto = await piano.Confronta(elenco, enteId, ct);
        var sole = confronto.Righe.Where(r => r.Esito == EsitoConfronto.SoloSulPortale).Select(r => r.Riga).ToList();
        var adottate = await piano.Adotta(sole, actor, enteId, ct);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Span));
        return new AnteprimaDelPortale(
            confronto,
            confronto.Impronta(),
            sole.Zip(adottate).Where(x => !x.Second.IsSuccess).ToDictionary(x => x.First.Numero, x => x.Second.Errors),
            await db.ElenchiPortale.AsNoTracking().Where(e => e.EnteId == enteId && e.Sha256 == sha256).Select(e => (DateTime?)e.CaricatoIl)
                .SingleOrDefaultAsync(ct),
            elenco.Colonne);
    }
}
