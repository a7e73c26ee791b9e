using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>The errors and avvisi of some rows of adesioni pregresse, shown before they are recorded.</summary>
/// <param name="Errors">The errors of each row, by field. A row without errors has an empty list.</param>
/// <param name="Avvisi">An avviso for each Lotto whose massimale would be exceeded. The rows may be recorded all the same, because
/// the adhesions are facts.</param>
public sealed record Anteprima(IReadOnlyList<IReadOnlyList<Error>> Errors, IReadOnlyList<string> Avvisi)
{
    public int Sbagliate => Errors.Count(e => e.Count > 0);
}

/// <summary>Checks rows of adesioni pregresse exactly as the command that records them would, and saves nothing.</summary>
[Limited(LimitedUse.Upload)]
public sealed class AnteprimaPregresse(ControlloPregresse controllo) : IQuery
{
    public static Permission Requires => Permission.PreparaBozza;

    public async Task<Anteprima?> Run(IReadOnlyList<PregressaForm> righe, Actor actor, CancellationToken ct = default)
    {
        if (actor.EnteId is not { } enteId)
        {
            return null;
        }

        var esito = await controllo.Run(righe, actor, enteId, ct);
        return new Anteprima(
            [.. esito.Righe.Select(r => r.Errors)],
            [.. esito.Sforati.Select(s =>
                $"Il Lotto {s.Lotto.CigPadre} «{s.Lotto.Oggetto}» supererebbe il massimale di {-s.Capienza.Residuo:E}: "
                + "l'adesione si registra lo stesso, perché è già avvenuta, e il Lotto resta segnato come oltre il massimale.")]);
    }
}

/// <summary>A Lotto among which the user chooses, with its suppliers.</summary>
public sealed record LottoPerPregressa(string CigPadre, string Nome, IReadOnlyList<(string CodiceFiscale, string Nome)> Fornitori);

/// <summary>A person whom the user may choose as the RUP of an adesione pregressa.</summary>
public sealed record RupPerPregressa(Guid Id, string NomeUtente, string Nome);

/// <summary>The Lotti and the RUPs among which the user chooses on the page of the adesioni pregresse.</summary>
public sealed record DatiPerPregresse(IReadOnlyList<LottoPerPregressa> Lotti, IReadOnlyList<RupPerPregressa> Rup);

/// <summary>
/// Reads the Lotti and the RUPs for the page of the adesioni pregresse. It reads also the Lotti that take no adhesions any more, because an
/// earlier adhesion to them was allowed at its time.
/// </summary>
public sealed class PreparaPregresse(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.PreparaBozza;

    public async Task<DatiPerPregresse?> Run(Actor actor, CancellationToken ct = default)
    {
        if (actor.EnteId is not { } enteId)
        {
            return null;
        }

        var lotti = await (
            from l in db.Lotti.AsNoTracking()
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            orderby c.Titolo, l.Numero
            select new { l.CigPadre, l.Numero, l.Oggetto, c.Titolo, l.Fornitori }).ToListAsync(ct);
        return new DatiPerPregresse(
            [
                .. lotti.Select(l => new LottoPerPregressa(
                    l.CigPadre.Valore,
                    $"{l.Titolo} · Lotto {l.Numero} – {l.Oggetto} ({l.CigPadre})",
                    [.. l.Fornitori.GroupBy(f => f.IdPartecipante)
                        .Select(g => (g.First().CodiceFiscale.Valore, string.Join(" + ", g.Select(f => f.Denominazione))))])),
            ],
            await db.RupDellEnte(enteId, clock.Today()).OrderBy(p => p.Cognome)
                .Select(p => new RupPerPregressa(p.Id, p.NomeUtente, p.NomeCompleto)).ToListAsync(ct));
    }
}
