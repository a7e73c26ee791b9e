using System.Runtime.CompilerServices;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Movimenti;

/// <summary>One row of the ledger behind an amount of the spending.</summary>
public sealed record MovimentoSpesaRow(
    DateOnly Giorno, DateOnly RegistratoIl, TipoMovimento Tipo, Importo Importo, Guid LottoId, int Lotto, string Convenzione, string? Ente, string? Riferimento,
    Guid? AffidamentoId, NumeroAffidamento? Numero);

/// <summary>The rows of the ledger that make up an amount, one page of them, with the amount itself.</summary>
/// <param name="Totale">The amount: the sum of all rows of the choice, those of other Enti included.</param>
/// <param name="AltriEnti">The part of it that belongs to Enti that the user may not see one by one.</param>
/// <param name="Altre">Says whether there are more rows after this page.</param>
public sealed record MovimentiSpesaView(IReadOnlyList<MovimentoSpesaRow> Righe, Importo Totale, Importo AltriEnti, bool Altre);

/// <summary>
/// Returns the rows of the ledger behind an amount, the newest day first. The amount comes from the kept sums, which always equal the rows. The
/// rows of Enti that the user may not see are one sum.
/// </summary>
public sealed class MovimentiSpesa(CigHubDbContext db, Ambito ambito) : IQuery
{
    public const int PerPagina = 50;

    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<MovimentiSpesaView> Run(SpesaFilter filter, int pagina, CancellationToken ct = default)
    {
        var sguardo = SguardoSpesa.Of(ambito);
        if (filter.EnteId is { } ente && !sguardo.Vede(ente))
        {
            return new MovimentiSpesaView([], Importo.Zero, Importo.Zero, false);
        }

        var fornitori = await Fornitori.Read(db, filter.Fornitore is not null, ct);
        var righe = Righe(filter, fornitori);
        var somme = filter.Tardivi
            ? await righe.GroupBy(m => m.EnteId).Select(g => new { Ente = g.Key ?? Guid.Empty, Somma = g.Sum(m => m.Importo.Centesimi) })
                .ToDictionaryAsync(s => s.Ente, s => s.Somma, ct)
            : await Somme(filter, fornitori, ct);
        var trovate = await Listed(filter, Visible(righe, sguardo), (Math.Max(1, pagina) - 1) * PerPagina, PerPagina + 1).ToListAsync(ct);
        return new MovimentiSpesaView(
            [.. trovate.Take(PerPagina).Select(r => r.Row())],
            Importo.DaCentesimi(somme.Values.Sum()), Importo.DaCentesimi(somme.Where(s => !sguardo.Vede(s.Key)).Sum(s => s.Value)),
            trovate.Count > PerPagina);
    }

    /// <summary>Counts the rows of a choice that the user may see one by one, up to a number.</summary>
    public async Task<int> Count(SpesaFilter filter, int quante, CancellationToken ct = default)
    {
        var sguardo = SguardoSpesa.Of(ambito);
        return filter.EnteId is { } ente && !sguardo.Vede(ente)
            ? 0
            : await Visible(Righe(filter, await Fornitori.Read(db, filter.Fornitore is not null, ct)), sguardo).Select(v => v.Select(m => m.Id).Take(quante))
                .Aggregate((a, b) => a.Concat(b)).Take(quante).CountAsync(ct);
    }

    /// <summary>Reads the rows of a choice that the user may see one by one, one after the other, in the order of the page.</summary>
    public async IAsyncEnumerable<MovimentoSpesaRow> Each(SpesaFilter filter, int quante, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var sguardo = SguardoSpesa.Of(ambito);
        if (filter.EnteId is { } ente && !sguardo.Vede(ente))
        {
            yield break;
        }

        var righe = Visible(Righe(filter, await Fornitori.Read(db, filter.Fornitore is not null, ct)), sguardo);
        await foreach (var r in Listed(filter, righe, 0, quante).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return r.Row();
        }
    }

    /// <summary>
    /// Returns the queries whose answers together are the rows that the user may see: those without an Ente, and those of one Ente. Each reads an
    /// index in the order of the page.
    /// </summary>
    private static IReadOnlyList<IQueryable<MovimentoCapienza>> Visible(IQueryable<MovimentoCapienza> righe, SguardoSpesa sguardo)
    {
        var senzaEnte = righe.Where(m => m.EnteId == null);
        return sguardo.Tutti ? [righe] : sguardo.SoloEnte is { } ente ? [senzaEnte, righe.Where(m => m.EnteId == ente)] : [senzaEnte];
    }

    private static IQueryable<MovimentoCapienza> Newest(SpesaFilter filter, IQueryable<MovimentoCapienza> righe) =>
        filter.Orologio == SpesaClock.Registrazione
            ? righe.OrderByDescending(m => m.RegistratoIl).ThenByDescending(m => m.Id)
            : righe.OrderByDescending(m => m.Giorno).ThenByDescending(m => m.Id);

    private IQueryable<Found> Listed(SpesaFilter filter, IReadOnlyList<IQueryable<MovimentoCapienza>> visibili, int skip, int take) =>
        from m in visibili.Count == 1
            ? Newest(filter, visibili[0]).Skip(skip).Take(take)
            : Newest(filter, visibili.Select(v => Newest(filter, v).Take(skip + take)).Aggregate((a, b) => a.Concat(b))).Skip(skip).Take(take)
        join l in db.Lotti on m.LottoId equals l.Id
        join c in db.Convenzioni on l.ConvenzioneId equals c.Id
        let a = (from g in db.Aggiudicazioni
                 join a in db.Affidamenti on g.AffidamentoId equals a.Id
                 where g.Id == m.AggiudicazioneId
                 select new { a.Id, a.Anno, a.Progressivo }).FirstOrDefault()
        select new Found
        {
            Giorno = m.Giorno,
            RegistratoIl = m.RegistratoIl,
            Tipo = m.Tipo,
            Centesimi = m.Importo.Centesimi,
            LottoId = m.LottoId,
            Lotto = l.Numero,
            Convenzione = c.Titolo,
            Riferimento = m.Riferimento,
            Ente = db.Enti.Where(e => e.Id == m.EnteId).Select(e => e.Denominazione).FirstOrDefault(),
            AffidamentoId = (Guid?)a.Id,
            Anno = (int?)a.Anno,
            Progressivo = (int?)a.Progressivo,
        };

    /// <summary>Returns the amount of the choice for each Ente, from the kept sums.</summary>
    private async Task<Dictionary<Guid, long>> Somme(SpesaFilter filter, Fornitori fornitori, CancellationToken ct) =>
        (await db.Scelte(filter, filter.Al, fornitori, perMese: false, perChi: true).GroupBy(s => s.EnteId).Select(g => new
        {
            g.Key,
            Massimale = g.Sum(s => s.Massimale),
            Aderito = g.Sum(s => s.Aderito),
            Riservato = g.Sum(s => s.Riservato),
            Altre = g.Sum(s => s.AltreAdesioni),
        }).ToListAsync(ct)).ToDictionary(s => s.Key, s => filter.Voce switch
        {
            ComponenteCapienza.Massimale => s.Massimale,
            ComponenteCapienza.Aderito => s.Aderito,
            ComponenteCapienza.Riservato => s.Riservato,
            ComponenteCapienza.AltreAdesioni => s.Altre,
            _ => s.Aderito + s.Riservato + s.Altre,
        });

    /// <summary>Returns the rows of the choice, of all Enti. Without a term it is everything that takes of the massimale.</summary>
    private IQueryable<MovimentoCapienza> Righe(SpesaFilter filter, Fornitori fornitori)
    {
        var tipi = Enum.GetValues<TipoMovimento>()
            .Where(t => filter.Voce is { } voce ? t.Totale() == voce : t.Totale() != ComponenteCapienza.Massimale).ToList();
        var righe = db.Movimenti.AsNoTracking().Where(m => tipi.Contains(m.Tipo));
        righe = filter.LottoId is { } lotto ? righe.Where(m => m.LottoId == lotto) : righe;
        righe = filter.ConvenzioneId is { } convenzione
            ? righe.Where(m => db.Lotti.Any(l => l.Id == m.LottoId && l.ConvenzioneId == convenzione))
            : righe;
        righe = filter.EnteId is { } ente ? righe.Where(m => ente == Guid.Empty ? m.EnteId == null : m.EnteId == ente) : righe;
        if (filter.Fornitore is { } chiave)
        {
            var nessuno = chiave == Fornitori.Nessuno;
            var ids = nessuno ? [.. fornitori.Tutti.Select(f => f.IdPartecipante)] : fornitori.Ids(chiave);
            righe = righe.Where(m => (m.IdPartecipante != null && ids.Contains(m.IdPartecipante.Value)) != nessuno);
        }

        var (dal, al) = Giorni(filter);
        righe = filter.Orologio == SpesaClock.Registrazione
            ? righe.Where(m => m.RegistratoIl >= dal && m.RegistratoIl <= al)
            : righe.Where(m => m.Giorno >= dal && m.Giorno <= al);
        return filter is { Tardivi: true, Al: { } giorno } ? righe.Where(m => m.RegistratoIl > giorno) : righe;
    }

    /// <summary>Returns the first and the last day of the choice, both inclusive.</summary>
    private static (DateOnly Dal, DateOnly Al) Giorni(SpesaFilter filter)
    {
        var (dal, al) = (DateOnly.MinValue, filter.Al ?? DateOnly.MaxValue);
        if (filter.Mese is { } mese)
        {
            dal = new DateOnly(mese / 100, mese % 100, 1);
            al = Earlier(al, dal.AddMonths(1).AddDays(-1));
        }
        else if (filter.Anno is { } anno)
        {
            dal = new DateOnly(anno, 1, 1);
            al = Earlier(al, new DateOnly(anno, 12, 31));
        }

        return (dal, al);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>A row of the ledger as the database finds it, with the names that it does not hold itself.</summary>
    private sealed class Found
    {
        public DateOnly Giorno { get; init; }

        public DateOnly RegistratoIl { get; init; }

        public TipoMovimento Tipo { get; init; }

        public long Centesimi { get; init; }

        public Guid LottoId { get; init; }

        public int Lotto { get; init; }

        public required string Convenzione { get; init; }

        public string? Ente { get; init; }

        public string? Riferimento { get; init; }

        public Guid? AffidamentoId { get; init; }

        public int? Anno { get; init; }

        public int? Progressivo { get; init; }

        public MovimentoSpesaRow Row() => new(
            Giorno, RegistratoIl, Tipo, Importo.DaCentesimi(Centesimi), LottoId, Lotto, Convenzione, Ente, Riferimento, AffidamentoId,
            Anno is { } anno ? new NumeroAffidamento(anno, Progressivo!.Value) : null);
    }
}
