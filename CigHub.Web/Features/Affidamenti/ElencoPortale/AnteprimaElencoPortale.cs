using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>The comparison of an elenco del portale with the data of CigHub, to be looked at before anything is recorded.</summary>
/// <param name="NonAdottabili">The reasons why a row that only the portal has cannot be adopted, by row number. Such a row that is not in
/// it can be adopted.</param>
/// <param name="GiaCaricatoIl">The instant, UTC, at which the very same file was last recorded. Null when it never was.</param>
public sealed record AnteprimaDelPortale(
    ConfrontoElenco Confronto, string Impronta, IReadOnlyDictionary<int, IReadOnlyList<Error>> NonAdottabili, DateTime? GiaCaricatoIl,
    IReadOnlyList<ColonnaPortale> Colonne)
{
    /// <summary>Sentences for the user about the file: hidden rows that were read.</summary>
    public IReadOnlyList<string> Note { get; init; } = [];

    public bool Adottabile(RigaConfrontata riga) => riga.Esito == EsitoConfronto.SoloSulPortale && !NonAdottabili.ContainsKey(riga.Riga.Numero);
}

/// <summary>Reads a file of the portal and compares it, exactly as <see cref="RegistraElencoPortale"/> would, and saves nothing.</summary>
[Limited(LimitedUse.Upload)]
public sealed class AnteprimaElencoPortale(CigHubDbContext db, PianoElenco piano) : IQuery
{
    public static Permission Requires => Permission.RichiediCig;

    /// <returns>The comparison, or the errors for which the file cannot be read as an elenco del portale. Null for an actor who acts for no
    /// Ente.</returns>
    public async Task<Result<AnteprimaDelPortale>?> Run(ChosenFile file, Actor actor, CancellationToken ct = default)
    {
        if (actor.EnteId is not { } enteId)
        {
            return null;
        }

        var letto = await piano.Compare(file, enteId, ct);
        if (!letto.TryGet(out var visto))
        {
            return Result<AnteprimaDelPortale>.Refused(letto.Errors);
        }

        var confronto = visto.Confronto;
        var sole = confronto.Righe.Where(r => r.Esito == EsitoConfronto.SoloSulPortale).Select(r => r.Riga).ToList();
        var adottate = await piano.Adotta(sole, actor, enteId, ct);
        var sha256 = visto.File.Sha256;
        return new AnteprimaDelPortale(
            confronto,
            visto.Impronta,
            sole.Zip(adottate).Where(x => !x.Second.IsSuccess).ToDictionary(x => x.First.Numero, x => x.Second.Errors),
            await db.ElenchiPortale.AsNoTracking().Where(e => e.EnteId == enteId && e.Sha256 == sha256).Select(e => (DateTime?)e.CaricatoIl)
                .SingleOrDefaultAsync(ct),
            visto.Elenco.Colonne)
        {
            Note = visto.Elenco.Note,
        };
    }
}
