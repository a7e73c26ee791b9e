using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Riepiloghi;

/// <summary>The thing by which the amounts of a choice are added up.</summary>
public enum DimensioneSpesa
{
    Ente,
    Fornitore,
    Mese,
    Anno,
}

/// <summary>The captions of the sums, for the page and the sheet.</summary>
internal static class DimensioneWords
{
    /// <summary>The query parameter by which the page of a Convenzione or Lotto divides its amounts.</summary>
    public const string Parametro = "scheda";

    /// <summary>The divisions with their words, in the order of the links.</summary>
    public static IReadOnlyList<(DimensioneSpesa Per, string Nome)> Divisioni { get; } =
    [
        (DimensioneSpesa.Ente, "Per Ente"), (DimensioneSpesa.Fornitore, "Per fornitore"), (DimensioneSpesa.Mese, "Per mese"),
        (DimensioneSpesa.Anno, "Per anno"),
    ];

    /// <summary>Returns the address of the page of a Convenzione or Lotto, on the day of a choice, with its amounts divided, or not for null.</summary>
    public static string Division(this SpesaFilter filter, string path, DimensioneSpesa? per) =>
        ListAddress.Write(filter.OnlyDay().Address(path), [new(Parametro, per?.ToString())]);

    public static string Word(this DimensioneSpesa per) => per switch
    {
        DimensioneSpesa.Ente => "Ente",
        DimensioneSpesa.Fornitore => "Fornitore",
        DimensioneSpesa.Mese => "Mese",
        _ => "Anno",
    };

    /// <summary>Returns the caption of the amounts of the year before.</summary>
    public static string YearBefore(this DimensioneSpesa per) =>
        per is DimensioneSpesa.Mese or DimensioneSpesa.Anno ? "Aderito un anno prima, stessi giorni" : "Aderito l'anno scorso, stessi giorni";
}

/// <summary>One row of the sums by Ente, supplier, month or year.</summary>
/// <param name="Righe">The choice of the ledger rows that make up the amounts. Null for a sum that has no link, as that of other Enti.</param>
/// <param name="Ora">The amount adhered in the year up to the day, or in the row's own month or year.</param>
/// <param name="Prima">The same of the year before.</param>
/// <param name="Quota">The percentage of the Lotto that the supplier was awarded. Null where the row is no supplier of one Lotto.</param>
/// <param name="DellaQuota">The amount of the quota. Null where <paramref name="Quota"/> is null.</param>
public sealed record RigaRiepilogo(
    string Nome, SpesaFilter? Righe, TerminiMassimale Termini, Importo Ora, Importo Prima, decimal? Quota = null, Importo? DellaQuota = null)
{
    /// <summary>The part of the supplier's quota that is left.</summary>
    public Importo? ResiduoDellaQuota => DellaQuota is { } intera ? intera - Termini.Occupato : null;
}

/// <summary>The sums of a choice by Ente, supplier, month or year, and the Enti that never adhered.</summary>
/// <param name="MaiAderenti">The names of the Enti without any amount. Only for users who see every Ente, and only for sums by Ente.</param>
public sealed record RiepilogoView(IReadOnlyList<RigaRiepilogo> Righe, IReadOnlyList<string> MaiAderenti)
{
    public TerminiMassimale Termini => TerminiMassimale.Somma(Righe.Select(r => r.Termini));

    public Importo Ora => Importo.Somma(Righe.Select(r => r.Ora));

    public Importo Prima => Importo.Somma(Righe.Select(r => r.Prima));
}

/// <summary>
/// Returns the sums of a choice by Ente, supplier, month or year. Who sees one Ente gets the others as one row, «Altri Enti», without a link.
/// </summary>
public sealed class RiepilogoSpesa(CigHubDbContext db, Ambito ambito, TimeProvider clock) : IQuery
{
    private readonly SguardoSpesa _sguardo = SguardoSpesa.Of(ambito);

    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<RiepilogoView> Run(SpesaFilter filter, DimensioneSpesa per, CancellationToken ct = default)
    {
        if (filter.EnteId is { } ente && !_sguardo.Vede(ente))
        {
            return new RiepilogoView([], []);
        }

        var fornitori = await Fornitori.Read(db, per == DimensioneSpesa.Fornitore || filter.Fornitore is not null, ct);
        var gruppi = await Gruppi(
            db.Scelte(filter, filter.Al, fornitori, perMese: NelTempo(per), perChi: !NelTempo(per)), per).ToListAsync(ct);
        return per switch
        {
            DimensioneSpesa.Ente => await PerEnte(filter, gruppi, fornitori, ct),
            DimensioneSpesa.Fornitore => await PerFornitore(filter, gruppi, fornitori, ct),
            DimensioneSpesa.Mese => await PerPeriodo(filter, gruppi, fornitori, 1, 100, SpesaWords.Month, m => filter with { Mese = m }, ct),
            _ => await PerPeriodo(
                filter, gruppi, fornitori, 100, 1, a => a.ToString(CultureInfo.InvariantCulture), a => filter with { Anno = a }, ct),
        };
    }

    private static bool NelTempo(DimensioneSpesa per) => per is DimensioneSpesa.Mese or DimensioneSpesa.Anno;

    private static IQueryable<Gruppo> Gruppi(IQueryable<LedgerSum> somme, DimensioneSpesa per) => per switch
    {
        DimensioneSpesa.Ente => somme.GroupBy(s => s.EnteId).Select(g => new Gruppo
        {
            Uno = g.Key,
            Massimale = g.Sum(s => s.Massimale),
            Aderito = g.Sum(s => s.Aderito),
            Riservato = g.Sum(s => s.Riservato),
            Altre = g.Sum(s => s.AltreAdesioni),
        }),
        DimensioneSpesa.Fornitore => somme.GroupBy(s => new { s.LottoId, s.IdPartecipante }).Select(g => new Gruppo
        {
            Uno = g.Key.LottoId,
            Altro = g.Key.IdPartecipante,
            Massimale = g.Sum(s => s.Massimale),
            Aderito = g.Sum(s => s.Aderito),
            Riservato = g.Sum(s => s.Riservato),
            Altre = g.Sum(s => s.AltreAdesioni),
        }),
        _ => somme.GroupBy(s => s.Mese).Select(g => new Gruppo
        {
            Mese = g.Key,
            Massimale = g.Sum(s => s.Massimale),
            Aderito = g.Sum(s => s.Aderito),
            Riservato = g.Sum(s => s.Riservato),
            Altre = g.Sum(s => s.AltreAdesioni),
        }),
    };

    private async Task<RiepilogoView> PerEnte(SpesaFilter filter, List<Gruppo> gruppi, Fornitori fornitori, CancellationToken ct)
    {
        var (ora, prima) = await DueAnni(filter, DimensioneSpesa.Ente, fornitori, ct);
        var enti = await db.Enti.AsNoTracking().Select(e => new { e.Id, e.Denominazione }).ToDictionaryAsync(e => e.Id, e => e.Denominazione, ct);
        var righe =
            from g in gruppi
            where g.Usato
            group g by _sguardo.Vede(g.Uno) ? g.Uno : SguardoSpesa.AltriEnti into ente
            let ids = ente.Select(g => g.Uno).ToHashSet()
            select new RigaRiepilogo(
                ente.Key == SguardoSpesa.AltriEnti ? SpesaWords.AltriEnti : enti.GetValueOrDefault(ente.Key, SpesaWords.FuoriDaCigHub),
                ente.Key == SguardoSpesa.AltriEnti ? null : filter with { EnteId = ente.Key },
                Termini(ente), Aderito(ora.Where(g => ids.Contains(g.Uno))), Aderito(prima.Where(g => ids.Contains(g.Uno))));
        var mai = enti.Where(e => _sguardo.Tutti && !gruppi.Exists(g => g.Uno == e.Key && g.Usato)).Select(e => e.Value);
        return new RiepilogoView(InOrdine(righe), [.. mai.Order(StringComparer.Ordinal)]);
    }

    private async Task<RiepilogoView> PerFornitore(SpesaFilter filter, List<Gruppo> gruppi, Fornitori fornitori, CancellationToken ct)
    {
        var (ora, prima) = await DueAnni(filter, DimensioneSpesa.Fornitore, fornitori, ct);
        string Key(Gruppo g) => fornitori.Of(g.Uno, g.Altro)?.Chiave ?? Fornitori.Nessuno;
        var massimale = gruppi.Sum(g => g.Massimale);
        var diUnLotto = fornitori.Tutti.Where(f => f.LottoId == filter.LottoId).ToList();

        // On one Lotto every supplier has its row, also one that nobody has chosen yet.
        var chiavi = gruppi.Where(g => g.Usato).Select(Key).Concat(diUnLotto.Select(f => f.Chiave)).Distinct();
        var righe =
            from chiave in chiavi
            let fornitore = fornitori.Tutti.FirstOrDefault(f => f.Chiave == chiave)
            let quota = diUnLotto.Find(f => f.Chiave == chiave)?.Quota
            select new RigaRiepilogo(
                fornitore?.Nome ?? "Senza fornitore: comunicate da CMRC o non indicato", filter with { Fornitore = chiave },
                Termini(gruppi.Where(g => Key(g) == chiave)), Aderito(ora.Where(g => Key(g) == chiave)), Aderito(prima.Where(g => Key(g) == chiave)),
                quota, quota is { } parte ? Importo.DaCentesimi((long)decimal.Round(massimale * parte / 100m)) : null);
        return new RiepilogoView(InOrdine(righe), []);
    }

    /// <summary>
    /// Returns the rows of months or years, the newest first, each against the same one of the year before. The one that is not over yet is
    /// compared with the same days only.
    /// </summary>
    /// <param name="part">The divisor of a month's number that gives the row's own number.</param>
    /// <param name="year">The difference of two numbers that are a year apart.</param>
    private async Task<RiepilogoView> PerPeriodo(
        SpesaFilter filter, List<Gruppo> gruppi, Fornitori fornitori, int part, int year, Func<int, string> name, Func<int, SpesaFilter> righe,
        CancellationToken ct)
    {
        var al = filter.Al ?? clock.Today();
        var (inCorso, unAnnoPrima) = (LedgerSums.Month(al) / part, al.AddYears(-1));
        var stessiGiorni = await db.Scelte(filter, unAnnoPrima, fornitori, perMese: true, perChi: false)
            .Where(s => s.Mese / part == inCorso - year).SumAsync(s => s.Aderito, ct);
        var tutti = gruppi.Where(g => g.Usato).ToLookup(g => g.Mese / part);
        var periodi =
            from g in tutti
            orderby g.Key descending
            let prima = g.Key == inCorso ? Importo.DaCentesimi(stessiGiorni) : Aderito(tutti[g.Key - year])
            select new RigaRiepilogo(name(g.Key), righe(g.Key), Termini(g), Aderito(g), prima);
        return new RiepilogoView([.. periodi], []);
    }

    private static List<RigaRiepilogo> InOrdine(IEnumerable<RigaRiepilogo> righe) =>
        [.. righe.OrderBy(r => r.Righe is null).ThenByDescending(r => r.Termini.Occupato).ThenBy(r => r.Nome, StringComparer.Ordinal)];

    /// <summary>Returns the sums from the first of January to the day, of its year and of the year before.</summary>
    private async Task<(List<Gruppo> Ora, List<Gruppo> Prima)> DueAnni(SpesaFilter filter, DimensioneSpesa per, Fornitori fornitori, CancellationToken ct)
    {
        var al = filter.Al ?? clock.Today();
        return (await DalPrimoGennaio(al), await DalPrimoGennaio(al.AddYears(-1)));

        Task<List<Gruppo>> DalPrimoGennaio(DateOnly giorno)
        {
            var gennaio = LedgerSums.Month(new DateOnly(giorno.Year, 1, 1));
            return Gruppi(
                db.Scelte(filter, giorno, fornitori, perMese: true, perChi: true).Where(s => s.Mese >= gennaio), per).ToListAsync(ct);
        }
    }

    /// <summary>Returns the terms of a row. The massimale belongs to no Ente, supplier or month.</summary>
    private static TerminiMassimale Termini(IEnumerable<Gruppo> gruppi) =>
        TerminiMassimale.Somma(gruppi.Select(g => TerminiMassimale.DaCentesimi(0, g.Aderito, g.Riservato, g.Altre)));

    private static Importo Aderito(IEnumerable<Gruppo> gruppi) => Importo.DaCentesimi(gruppi.Sum(g => g.Aderito));

    /// <summary>The sums of one Ente, of one supplier of a Lotto, or of one month.</summary>
    private sealed class Gruppo
    {
        public Guid Uno { get; init; }

        public Guid Altro { get; init; }

        public int Mese { get; init; }

        public long Massimale { get; init; }

        public long Aderito { get; init; }

        public long Riservato { get; init; }

        public long Altre { get; init; }

        /// <summary>Says whether the group has an amount besides a massimale.</summary>
        public bool Usato => Aderito != 0 || Riservato != 0 || Altre != 0;
    }
}
