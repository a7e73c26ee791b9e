using CigHub.Domain.Affidamenti.Ad4;
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

    /// <summary>Reads the parties of all Lotti.</summary>
    /// <param name="anchePrecedenti">Says whether the parties are needed too that a Lotto no longer has, because others succeeded them.</param>
    public static async Task<Fornitori> Read(CigHubDbContext db, bool anchePrecedenti, CancellationToken ct)
    {
        var lotti = await db.Lotti.AsNoTracking().Select(l => new { l.Id, l.Fornitori }).ToListAsync(ct);
        var presenti = lotti.SelectMany(l => Parti(l.Id, l.Fornitori)).ToList();
        return new Fornitori(anchePrecedenti ? [.. presenti, .. await Precedenti(db, presenti, ct)] : presenti);
    }

    /// <summary>Returns these parties with those of some Lotti as they were on another day, which take the place of today's.</summary>
    public Fornitori ComeQuelGiorno(IEnumerable<(Guid LottoId, IReadOnlyList<Fornitore> Fornitori)> quelGiorno)
    {
        var allora = quelGiorno.SelectMany(l => Parti(l.LottoId, l.Fornitori)).ToList();
        return new Fornitori([.. allora, .. Tutti.ExceptBy(allora.Select(f => (f.LottoId, f.IdPartecipante)), f => (f.LottoId, f.IdPartecipante))]);
    }

    /// <summary>Returns the party of a ledger row, or null when the Lotto has none with this id.</summary>
    public ParteAggiudicataria? Of(Guid lottoId, Guid idPartecipante) => _all.GetValueOrDefault((lottoId, idPartecipante));

    /// <summary>Returns the ids under which a party stands on the Lotti.</summary>
    public IReadOnlyList<Guid> Ids(string chiave) => [.. _all.Values.Where(f => f.Chiave == chiave).Select(f => f.IdPartecipante)];

    private static IEnumerable<ParteAggiudicataria> Parti(Guid lottoId, IEnumerable<Fornitore> fornitori) =>
        from g in fornitori.GroupBy(f => f.IdPartecipante)
        select Parte(lottoId, g.Key, [.. g.Select(f => (f.CodiceFiscale.Valore, f.Denominazione))], g.First().Quota);

    private static ParteAggiudicataria Parte(Guid lottoId, Guid id, IReadOnlyList<(string Codice, string Nome)> membri, decimal? quota) => new(
        lottoId, id, string.Join('-', membri.Select(m => m.Codice).Order(StringComparer.Ordinal)), string.Join(" + ", membri.Select(m => m.Nome)), quota);

    /// <summary>
    /// Returns the parties with which adhesions were made and that their Lotto no longer has. The scheda of the first of those adhesions names them. They
    /// are few, so that each is looked up by itself.
    /// </summary>
    private static async Task<List<ParteAggiudicataria>> Precedenti(CigHubDbContext db, List<ParteAggiudicataria> presenti, CancellationToken ct)
    {
        var noti = presenti.Select(f => (f.LottoId, f.IdPartecipante)).ToHashSet();
        var usati = await db.Somme(SpesaClock.Adesione, null, SpesaLevel.Sempre).Where(s => s.IdPartecipante != Guid.Empty)
            .Select(s => new { s.LottoId, s.IdPartecipante }).Distinct().ToListAsync(ct);
        List<ParteAggiudicataria> precedenti = [];
        foreach (var usato in usati.Where(u => !noti.Contains((u.LottoId, u.IdPartecipante))))
        {
            var scheda = await (
                from m in db.Movimenti.AsNoTracking()
                where m.LottoId == usato.LottoId
                join g in db.Aggiudicazioni.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]) on m.AggiudicazioneId equals g.Id
                where g.IdPartecipante == usato.IdPartecipante
                join a in db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]) on g.AffidamentoId equals a.Id
                orderby m.Giorno, m.Id
                select new { a.Bozza, g.Indice }).FirstOrDefaultAsync(ct);
            if (scheda is not null)
            {
                precedenti.Add(Parte(usato.LottoId, usato.IdPartecipante, Membri(scheda.Bozza, scheda.Indice), quota: null));
            }
        }

        return precedenti;
    }

    private static IReadOnlyList<(string Codice, string Nome)> Membri(BozzaAd4 bozza, int indice)
    {
        var lista = PercorsoAd4.Aggiudicazione(indice, "partecipanti");
        return
        [
            .. from i in Enumerable.Range(0, bozza.Righe(lista))
               select (bozza.Testo($"{lista}/{i}/codiceFiscale") ?? "", bozza.Testo($"{lista}/{i}/denominazione") ?? ""),
        ];
    }
}
