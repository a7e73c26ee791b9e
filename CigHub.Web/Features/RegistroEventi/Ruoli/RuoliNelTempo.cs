using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Ruoli;

/// <summary>One role that a person held at an Ente for some time, or one delega that a person received.</summary>
/// <param name="Fino">The last day, inclusive. Null when no end is set.</param>
/// <param name="RegistratoIl">The day on which the role or the delega was recorded. Null for a row older than this value.</param>
/// <param name="Atto">The act in words. Null when there is none.</param>
/// <param name="AttoMancante">Says whether an act is required and has not been recorded.</param>
/// <param name="Perche">The reason, the post, or the RUP who delegates and what the delega includes. Null when there is none.</param>
public sealed record RuoloRow(
    Guid Id, Guid PersonaId, string Persona, string Cognome, Guid? EnteId, string Ente, Ruolo Ruolo, DateOnly Dal, DateOnly? Fino, DateOnly? RegistratoIl,
    string? Atto, bool AttoMancante, string? Perche)
{
    /// <summary>Says whether the role was recorded after its first day.</summary>
    public bool RegistratoDopo => RegistratoIl > Dal;
}

/// <summary>The roles and deleghe of a period.</summary>
/// <param name="Oggi">The present day, which is the period when the address names none.</param>
public sealed record RuoliView(IReadOnlyList<RuoloRow> Rows, int Total, DateOnly Oggi);

/// <summary>
/// Reads who held which role at which Ente, and who had a delega of whom, on a day or in a period. An actor who works for one Ente gets only
/// the roles and deleghe of that Ente.
/// </summary>
public sealed class RuoliNelTempo(CigHubDbContext db, NamesAtTheTime nomi, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiRegistro;

    public async Task<RuoliView> Run(RuoliFilter filtro, int pagina, int perPagina, Actor actor, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var (dal, al) = filtro.Period(oggi);
        var enti = await db.Enti.AsNoTracking().ToDictionaryAsync(e => e.Id, e => e.Denominazione, ct);
        var persone = await db.Persone.AsNoTracking().Select(p => new { p.Id, p.NomeCompleto, p.Cognome }).ToDictionaryAsync(p => p.Id, ct);
        var ruoli = await db.Appartenenze.AsNoTracking().Where(Appartenenza.ValideTra(dal, al))
            .Where(a => actor.EnteId == null || a.EnteId == actor.EnteId).ToListAsync(ct);
        var deleghe = await db.Deleghe.AsNoTracking()
            .Where(d => (actor.EnteId == null || d.EnteId == actor.EnteId) && d.Dal <= al && d.Al >= dal).ToListAsync(ct);

        // A few hundred small rows are filtered and sorted in memory, where accents can be folded.
        IEnumerable<RuoloRow> rows =
        [
            .. ruoli.Select(a => new RuoloRow(
                a.Id, a.PersonaId, persone[a.PersonaId].NomeCompleto, persone[a.PersonaId].Cognome, a.EnteId,
                a.Ruolo.Where(a.EnteId is { } ente ? enti[ente] : null), a.Ruolo, a.Dal, a.Fino?.AddDays(-1), a.RegistrataIl, a.Atto?.InParole(),
                a.AttoMancante, Perche(a.Incarico, a.Motivo))),
            .. deleghe.Where(d => End(d) >= dal).Select(d => new RuoloRow(
                d.Id, d.DelegatoId, persone[d.DelegatoId].NomeCompleto, persone[d.DelegatoId].Cognome, d.EnteId, enti[d.EnteId], Ruolo.Delegato, d.Dal, End(d),
                RomeTime.DayInRome(d.ConferitaIl),
                $"{d.Atto.Tipo.Nome()} n. {d.Atto.Numero} del {RomeTime.Text(d.Atto.Data)}, prot. {d.Atto.Protocollo}", false,
                Perche($"per delega di {persone[d.DeleganteId].NomeCompleto}: {string.Join(", ", d.Atti.Select(a => a.Nome()))}",
                    d.RevocataIl is null ? null : $"revocata: {d.MotivoRevoca}"))),
        ];
        List<RuoloRow> found =
        [
            .. (await RuoliFilterSet.Tutti.Of(rows, filtro))
                .OrderBy(r => r.Cognome, StringComparer.CurrentCultureIgnoreCase).ThenBy(r => r.Persona, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(r => r.Dal).ThenBy(r => r.Ruolo).ThenBy(r => r.Id)
        ];
        List<RuoloRow> page = [.. found.Skip((pagina - 1) * perPagina).Take(perPagina)];

        // An Auditor also reads the names that others see as limited.
        var names = await nomi.Of([.. page.Select(r => r.PersonaId).Distinct()], clock.GetUtcNow().UtcDateTime, ct);
        return new RuoliView([.. page.Select(r => r with { Persona = names.GetValueOrDefault(r.PersonaId, r.Persona) })], found.Count, oggi);
    }

    /// <summary>Returns the last day of a delega, inclusive: the day on which it was revoked, when that came first.</summary>
    private static DateOnly End(Delega d) => d.RevocataIl is { } revocata && RomeTime.DayInRome(revocata) is var giorno && giorno < d.Al ? giorno : d.Al;

    private static string? Perche(params string?[] testi) =>
        string.Join("; ", testi.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } testo ? testo : null;
}
