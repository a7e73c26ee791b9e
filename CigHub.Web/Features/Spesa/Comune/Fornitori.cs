using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>One party to which a Lotto was awarded: a supplier, or a raggruppamento with all its members.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Chiave">The codici fiscali of the members in order. The same party has the same one on every Lotto.</param>
/// <param name="Quota">The percentage of the Lotto that the party was awarded. Null when it is not known or the party is the only one.</param>
public sealed record ParteAggiudicataria(Guid LottoId, Guid IdPartecipante, string Chiave, string Nome, decimal? Quota);

/// <summary>The parties of all Lotti, by which rows of the ledger are named.</summary>
public sealed class Fornitori
{
    /// <summary>The key of amounts without a party: communications, and schede that name nobody of the Lotto.</summary>
    public const string Nessuno = "nessuno";

    private readonly Dictionary<(Guid, Guid), ParteAggiudicataria> _all;

    private Fornitori(IEnumerable<ParteAggiudicataria> all) => _all = all.ToDictionary(f => (f.LottoId, f.IdPartecipante));

    public IEnumerable<ParteAggiudicataria> Tutti => _all.Values;

    public static async Task<Fornitori> Read(CigHubDbContext db, CancellationToken ct)
    {
        var lotti = await db.Lotti.AsNoTracking().Select(l => new { l.Id, l.Fornitori }).ToListAsync(ct);
        return new Fornitori(
            from l in lotti
            from g in l.Fornitori.GroupBy(f => f.IdPartecipante)
            select new ParteAggiudicataria(l.Id, g.Key, Key(g), string.Join(" + ", g.Select(f => f.Denominazione)), g.First().Quota));
    }

    /// <summary>Returns the party of a ledger row, or null when the Lotto has none with this id.</summary>
    public ParteAggiudicataria? Of(Guid lottoId, Guid idPartecipante) => _all.GetValueOrDefault((lottoId, idPartecipante));

    /// <summary>Returns the ids under which a party stands on the Lotti.</summary>
    public IReadOnlyList<Guid> Ids(string chiave) => [.. _all.Values.Where(f => f.Chiave == chiave).Select(f => f.IdPartecipante)];

    private static string Key(IEnumerable<Fornitore> membri) => string.Join('-', membri.Select(m => m.CodiceFiscale.Valore).Order(StringComparer.Ordinal));
}
