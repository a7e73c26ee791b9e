using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Revisione.Elenco;

/// <summary>A working paper with its Affidamento in words.</summary>
/// <param name="Da">The name of the person who filled it in. Null while it is empty.</param>
public sealed record CartaShown(CartaDiLavoro Carta, NumeroAffidamento Numero, string Oggetto, string Ente, Importo Importo, string? Da);

/// <summary>A finding with its people in words.</summary>
/// <param name="Posizione">The number of its working paper.</param>
/// <param name="VerificataDa">The name of the person who verified the action. Null while nobody has.</param>
public sealed record ConstatazioneShown(
    Constatazione Constatazione, int Posizione, NumeroAffidamento Numero, string Responsabile, string Autore, string? VerificataDa, bool InRitardo);

/// <summary>An event of the registro by its number and its leaf, which is the hash of its bytes.</summary>
public sealed record EventoCitato(long Seq, string Impronta);

/// <summary>An audit as its pages show it.</summary>
/// <param name="Firma">The event of the signature. Null while the report is not signed.</param>
/// <param name="Ultimo">The last event of the registro at the time of reading.</param>
/// <param name="Responsabili">The people who may own an action, by Ente. Empty once the report is signed.</param>
public sealed record AuditView(
    Audit Audit,
    string? Ente,
    string? Convenzione,
    string Autore,
    string? EstrattoDa,
    string? FirmatoDa,
    IReadOnlyList<CartaShown> Carte,
    IReadOnlyList<ConstatazioneShown> Constatazioni,
    EventoCitato? Firma,
    EventoCitato Ultimo,
    IReadOnlyDictionary<Guid, IReadOnlyList<(Guid Id, string Nome)>> Responsabili);

/// <summary>Returns one audit with its sample, working papers, findings and the events that its report names.</summary>
public sealed class DettaglioAudit(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.ConduciAudit;

    /// <summary>Returns null when there is no such audit, or when the actor may not see it.</summary>
    public async Task<AuditView?> Run(Guid id, CancellationToken ct = default)
    {
        var audit = await db.Audit.AsNoTracking().Include(a => a.Carte).Include(a => a.Constatazioni).AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (audit is null)
        {
            return null;
        }

        var oggi = clock.Today();
        var (ente, convenzione) = (audit.EnteId, audit.ConvenzioneId);
        var nomi = await Names(audit, ct);
        var carte = await Carte(audit, nomi, ct);
        var posizioni = carte.ToDictionary(c => c.Carta.Id);
        Dictionary<Guid, IReadOnlyList<(Guid Id, string Nome)>> responsabili = [];
        foreach (var uno in audit.Stato == StatoAudit.InCorso ? carte.Select(c => c.Carta.EnteId).Distinct() : [])
        {
            responsabili[uno] = await db.Responsabili(uno, oggi, ct);
        }

        return new AuditView(
            audit,
            ente is null ? null : await db.Enti.AsNoTracking().Where(e => e.Id == ente).Select(e => e.Denominazione).SingleAsync(ct),
            convenzione is null ? null : await db.Convenzioni.AsNoTracking().Where(c => c.Id == convenzione).Select(c => c.Titolo).SingleAsync(ct),
            nomi[audit.AutoreId],
            audit.Campione is { } campione ? nomi.GetValueOrDefault(campione.EstrattoDaId) : null,
            audit.ChiusoDaId is { } firma ? nomi[firma] : null,
            carte,
            [
                .. audit.Constatazioni.OrderBy(c => posizioni[c.CartaId].Carta.Posizione).ThenBy(c => c.Utc).Select(c => new ConstatazioneShown(
                    c, posizioni[c.CartaId].Carta.Posizione, posizioni[c.CartaId].Numero, nomi[c.ResponsabileId], nomi[c.AutoreId],
                    c.VerificataDaId is { } chi ? nomi[chi] : null, c.InRitardo(oggi))),
            ],
            await Firma(audit, ct),
            await Ultimo(ct),
            responsabili);
    }

    private async Task<IReadOnlyList<CartaShown>> Carte(Audit audit, IReadOnlyDictionary<Guid, string> nomi, CancellationToken ct)
    {
        // An empty list of ids would make the database pass over the whole table of Affidamenti.
        if (audit.Carte.Count == 0)
        {
            return [];
        }

        var (id, enti) = (audit.Carte.Select(c => c.AffidamentoId).ToHashSet(), audit.Carte.Select(c => c.EnteId).ToHashSet());
        var righe = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().Where(a => id.Contains(a.Id))
            .Select(a => new { a.Id, a.Anno, a.Progressivo, a.Oggetto, a.ImportoAppalto.Centesimi }).ToDictionaryAsync(a => a.Id, ct);
        var nomiEnti = await db.Enti.AsNoTracking().Where(e => enti.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Denominazione, ct);
        return
        [
            .. from c in audit.Carte
               orderby c.Posizione
               let a = righe[c.AffidamentoId]
               select new CartaShown(
                   c, new NumeroAffidamento(a.Anno, a.Progressivo), a.Oggetto, nomiEnti[c.EnteId], Importo.DaCentesimi(a.Centesimi),
                   c.CompilataDaId is { } da ? nomi[da] : null),
        ];
    }

    private async Task<IReadOnlyDictionary<Guid, string>> Names(Audit audit, CancellationToken ct)
    {
        var id = audit.Carte.Select(c => c.CompilataDaId)
            .Concat(audit.Constatazioni.SelectMany(c => new[] { c.ResponsabileId, c.AutoreId, c.VerificataDaId }))
            .Concat([audit.AutoreId, audit.ChiusoDaId, audit.Campione?.EstrattoDaId])
            .OfType<Guid>().ToHashSet();
        return await db.Persone.AsNoTracking().Where(p => id.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.NomeCompleto, ct);
    }

    private async Task<EventoCitato?> Firma(Audit audit, CancellationToken ct)
    {
        if (audit.Stato != StatoAudit.Chiuso)
        {
            return null;
        }

        var oggetto = audit.Id.ToString();
        var riga = await db.Registro.AsNoTracking()
            .Where(e => e.OggettoId == oggetto && e.OggettoTipo == Oggetti.Audit && e.Azione == Azioni.AuditChiuso)
            .OrderByDescending(e => e.Seq).Select(e => new { e.Seq, e.Foglia }).FirstOrDefaultAsync(ct);
        return riga is null ? null : new EventoCitato(riga.Seq, Convert.ToHexStringLower(riga.Foglia));
    }

    /// <summary>Returns the last event of the registro, whatever its Ente: a number and a hash tell nothing about it.</summary>
    private async Task<EventoCitato> Ultimo(CancellationToken ct)
    {
        var seq = await db.Testa.AsNoTracking().Select(t => t.Dimensione).SingleAsync(ct);
        var foglia = await db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(e => e.Seq == seq).Select(e => e.Foglia).SingleAsync(ct);
        return new EventoCitato(seq, Convert.ToHexStringLower(foglia));
    }
}
