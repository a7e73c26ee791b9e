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
    Guid Id, string Titolo, string? Ente, DateOnly Dal, DateOnly Al, StatoAudit Stato, int Carte, int Compilate, int Aperte, int InRitardo,
    Guid? ProgrammaId);

/// <summary>One yearly programme of audits in the list: the last one that was recorded for its year and its Ente.</summary>
/// <param name="Ente">The name of the one Ente. Null for all Enti.</param>
public sealed record ProgrammaRow(
    Guid Id, int Anno, string? Ente, string Obiettivi, string ApprovatoDa, DateOnly ApprovatoIl, IReadOnlyList<AuditPrevisto> Previsti)
{
    public string Titolo => $"Programma {Anno}, {Ente ?? "tutti gli Enti"}";
}

/// <summary>A group of the list: one programme with its audits among those of the page.</summary>
/// <param name="Programma">The programme. Null for the group of the audits that belong to none.</param>
public sealed record GruppoDiAudit(ProgrammaRow? Programma, IReadOnlyList<AuditRow> Audit);

/// <summary>The list of audits, with the choices of the form that plans one.</summary>
/// <param name="Gruppi">The audits of the page by programme, the newest year first. Programmes without one are among them.</param>
/// <param name="Enti">The Enti that the reader may choose. Empty for a reader of one Ente.</param>
public sealed record AuditListView(
    ListPage<AuditRow> Pagina, IReadOnlyList<GruppoDiAudit> Gruppi, IReadOnlyList<(Guid Id, string Nome)> Enti,
    IReadOnlyList<(Guid Id, string Nome)> Convenzioni);

/// <summary>Returns the audits that the actor may see, newest first.</summary>
public sealed class ListaAudit(CigHubDbContext db, Ambito ambito, TimeProvider clock) : IQuery
{
    public const int PerPagina = 25;

    /// <summary>The most programmes that are read, from the newest year.</summary>
    private const int MaxProgrammi = 200;

    public static Permission Requires => Permission.ConduciAudit;

    public async Task<AuditListView> Run(int pagina, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var audit = await db.Audit.AsNoTracking().OrderByDescending(a => a.PianificatoIl).ThenByDescending(a => a.Id)
            .Skip((pagina - 1) * PerPagina).Take(PerPagina)
            .Select(a => new AuditRow(
                a.Id, a.Titolo, db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault(), a.Dal, a.Al, a.Stato,
                a.Carte.Count, a.Carte.Count(c => c.Esito != null), a.Constatazioni.Count(c => c.Efficace != true),
                a.Constatazioni.Count(c => c.Efficace != true && c.AttuataIl == null && c.Entro < oggi), a.ProgrammaId))
            .ToListAsync(ct);
        var enti = ambito.TuttiGliEnti
            ? await db.Enti.AsNoTracking().OrderBy(e => e.Denominazione).Select(e => new { e.Id, e.Denominazione }).ToListAsync(ct)
            : [];
        var convenzioni = await db.Convenzioni.AsNoTracking().OrderBy(c => c.Titolo).Select(c => new { c.Id, c.Titolo }).ToListAsync(ct);
        return new AuditListView(
            new ListPage<AuditRow>(audit, await db.Audit.CountCapped(ct)), await Gruppi(audit, ct), [.. enti.Select(e => (e.Id, e.Denominazione))],
            [.. convenzioni.Select(c => (c.Id, c.Titolo))]);
    }

    /// <summary>Puts the audits under the programme in force for the year and Ente of the one under which each was planned.</summary>
    private async Task<IReadOnlyList<GruppoDiAudit>> Gruppi(IReadOnlyList<AuditRow> audit, CancellationToken ct)
    {
        var tutti = await db.ProgrammiAudit.AsNoTracking().OrderByDescending(p => p.Anno).ThenByDescending(p => p.Utc).Take(MaxProgrammi)
            .Select(p => new { Programma = p, Ente = db.Enti.Where(e => e.Id == p.EnteId).Select(e => e.Denominazione).FirstOrDefault() }).ToListAsync(ct);
        List<GruppoDiAudit> gruppi = [];
        foreach (var revisioni in tutti.GroupBy(p => (p.Programma.Anno, p.Programma.EnteId)))
        {
            var (suoi, ultimo) = (revisioni.Select(r => r.Programma.Id).ToHashSet(), revisioni.First());
            var p = ultimo.Programma;
            gruppi.Add(new GruppoDiAudit(
                new ProgrammaRow(p.Id, p.Anno, ultimo.Ente, p.Obiettivi, p.ApprovatoDa, p.ApprovatoIl, p.Previsti),
                [.. audit.Where(a => a.ProgrammaId is { } id && suoi.Contains(id))]));
        }

        var inProgramma = gruppi.SelectMany(g => g.Audit).ToHashSet();
        return [.. gruppi, new GruppoDiAudit(null, [.. audit.Where(a => !inProgramma.Contains(a))])];
    }
}
