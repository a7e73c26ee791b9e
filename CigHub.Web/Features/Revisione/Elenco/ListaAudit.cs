using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Elenco;

/// <summary>One audit in the list.</summary>
/// <param name="Ente">The name of the one Ente that is audited. Null for all Enti.</param>
/// <param name="Compilate">The number of working papers with an outcome.</param>
/// <param name="Aperte">The number of actions that are not verified as effective.</param>
/// <param name="InRitardo">The number of actions whose last day has passed without being taken.</param>
public sealed record AuditRow(
    Guid Id, string Titolo, string? Ente, DateOnly Dal, DateOnly Al, StatoAudit Stato, int Carte, int Compilate, int Aperte, int InRitardo);

/// <summary>The list of audits, with the choices of the form that plans one.</summary>
/// <param name="Enti">The Enti that the reader may choose. Empty for who sees one Ente.</param>
public sealed record AuditListView(
    ListPage<AuditRow> Pagina, IReadOnlyList<(Guid Id, string Nome)> Enti, IReadOnlyList<(Guid Id, string Nome)> Convenzioni);

/// <summary>Returns the audits that the actor may see, newest first.</summary>
public sealed class ListaAudit(CigHubDbContext db, Ambito ambito, TimeProvider clock) : IQuery
{
    public const int PerPagina = 25;

    public static Permission Requires => Permission.ConduciAudit;

    public async Task<AuditListView> Run(int pagina, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var audit = await db.Audit.AsNoTracking().OrderByDescending(a => a.PianificatoIl).ThenByDescending(a => a.Id)
            .Skip((pagina - 1) * PerPagina).Take(PerPagina)
            .Select(a => new AuditRow(
                a.Id, a.Titolo, db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault(), a.Dal, a.Al, a.Stato,
                a.Carte.Count, a.Carte.Count(c => c.Esito != null), a.Constatazioni.Count(c => c.Efficace != true),
                a.Constatazioni.Count(c => c.Efficace != true && c.AttuataIl == null && c.Entro < oggi)))
            .ToListAsync(ct);
        var enti = ambito.TuttiGliEnti
            ? await db.Enti.AsNoTracking().OrderBy(e => e.Denominazione).Select(e => new { e.Id, e.Denominazione }).ToListAsync(ct)
            : [];
        var convenzioni = await db.Convenzioni.AsNoTracking().OrderBy(c => c.Titolo).Select(c => new { c.Id, c.Titolo }).ToListAsync(ct);
        return new AuditListView(
            new ListPage<AuditRow>(audit, await db.Audit.CountCapped(ct)), [.. enti.Select(e => (e.Id, e.Denominazione))],
            [.. convenzioni.Select(c => (c.Id, c.Titolo))]);
    }
}
