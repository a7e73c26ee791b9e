using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Cruscotto;

/// <summary>A Convenzione with what is left of all its Lotti, and until when one may adhere.</summary>
public sealed record VoceConvenzioneDaGuardare(
    Guid Id, string Titolo, DateOnly AdesioniAl, Importo Massimale, Importo Aderito, Importo Riservato, Importo AltreAdesioni, DateTime? AltreAdesioniAl, bool Sforamento);

/// <summary>A Lotto of which little or nothing is left.</summary>
public sealed record VoceLottoDaGuardare(Guid Id, int Numero, string Oggetto, string Convenzione, Importo Massimale, Importo Residuo, bool Sforamento, DateTime? AltreAdesioniAl);

/// <summary>The Convenzioni and Lotti that somebody must look at; totals are everybody's to see. Summed, sorted and cut in SQL.</summary>
public sealed class ConvenzioniDaGuardare(CigHubDbContext db, TimeProvider clock) : IQuery
{
    /// <summary>Rows of a list.</summary>
    public const int Quante = 8;

    /// <summary>A Lotto with less than one part in ten left is nearly exhausted.</summary>
    private const int QuasiEsaurito = 10;

    public static Permission Requires => Permission.LeggiCapienza;

    /// <summary>Those open, and those that are exceeded whatever their window: first the exceeded, then by the share that is left.</summary>
    public async Task<IReadOnlyList<VoceConvenzioneDaGuardare>> PerResiduo(CancellationToken ct = default)
    {
        var oggi = clock.Oggi();
        return await Voci(
            Totali().Where(t => t.Sforamento || (t.AdesioniAl >= oggi && t.ChiusaDal == null))
                .OrderByDescending(t => t.Sforamento).ThenBy(t => (double)(t.Massimale - t.Aderito - t.Riservato - t.Altre) / t.Massimale), ct);
    }

    /// <summary>The open ones whose window closes within those days, or of all when null, the soonest first.</summary>
    public async Task<IReadOnlyList<VoceConvenzioneDaGuardare>> PerScadenza(int? entroGiorni, CancellationToken ct = default)
    {
        var oggi = clock.Oggi();
        var fine = entroGiorni is { } giorni ? oggi.AddDays(giorni) : DateOnly.MaxValue;
        return await Voci(Totali().Where(t => t.AdesioniAl >= oggi && t.AdesioniAl <= fine && t.ChiusaDal == null).OrderBy(t => t.AdesioniAl), ct);
    }

    /// <summary>Lotti with less than a tenth left to which one may still adhere, and all that are exceeded.</summary>
    public Task<Pagina<VoceLottoDaGuardare>> QuasiEsauriti(CancellationToken ct = default) =>
        Lotti(TuttiILotti().Where(l => l.Sforamento || (l.Aperto && l.Residuo * QuasiEsaurito < l.Massimale)), ct);

    /// <summary>Lotti of which nothing is left, or that are exceeded.</summary>
    public Task<Pagina<VoceLottoDaGuardare>> Esauriti(CancellationToken ct = default) =>
        Lotti(TuttiILotti().Where(l => l.Sforamento || (l.Aperto && l.Residuo <= 0)), ct);

    /// <summary>Lotti of which facts have taken more than there was.</summary>
    public Task<Pagina<VoceLottoDaGuardare>> Sforamenti(CancellationToken ct = default) => Lotti(TuttiILotti().Where(l => l.Sforamento), ct);

    /// <summary>Lotti to which one may adhere and whose other adhesions were last communicated more than those days ago, or never.</summary>
    public Task<Pagina<VoceLottoDaGuardare>> SenzaComunicazioni(int daGiorni, CancellationToken ct = default)
    {
        var limite = clock.GetUtcNow().UtcDateTime.AddDays(-daGiorni);
        return Lotti(TuttiILotti().Where(l => l.Aperto && (l.AltreAdesioniAl == null || l.AltreAdesioniAl < limite)), ct);
    }

    private IQueryable<Totale> Totali() =>
        from t in from l in db.Lotti
                  join k in db.Capienze on l.Id equals k.LottoId
                  group k by l.ConvenzioneId into g
                  select new
                  {
                      ConvenzioneId = g.Key,
                      Massimale = g.Sum(k => k.Massimale.Centesimi),
                      Aderito = g.Sum(k => k.Aderito.Centesimi),
                      Riservato = g.Sum(k => k.Riservato.Centesimi),
                      Altre = g.Sum(k => k.AltreAdesioni.Centesimi),
                      AltreAl = g.Min(k => k.AltreAdesioniAl),
                      Sforamento = g.Any(k => k.SforamentoDaRegolarizzare),
                  }
        join c in db.Convenzioni on t.ConvenzioneId equals c.Id
        select new Totale
        {
            Id = c.Id,
            Titolo = c.Titolo,
            AdesioniAl = c.AdesioniAl,
            ChiusaDal = c.ChiusaDal,
            Massimale = t.Massimale,
            Aderito = t.Aderito,
            Riservato = t.Riservato,
            Altre = t.Altre,
            AltreAl = t.AltreAl,
            Sforamento = t.Sforamento,
        };

    private IQueryable<LottoAperto> TuttiILotti()
    {
        var oggi = clock.Oggi();
        return from l in db.Lotti
               join k in db.Capienze on l.Id equals k.LottoId
               join c in db.Convenzioni on l.ConvenzioneId equals c.Id
               select new LottoAperto
               {
                   Id = l.Id,
                   Numero = l.Numero,
                   Oggetto = l.Oggetto,
                   Convenzione = c.Titolo,
                   Massimale = k.Massimale.Centesimi,
                   Residuo = k.Massimale.Centesimi - k.Aderito.Centesimi - k.Riservato.Centesimi - k.AltreAdesioni.Centesimi,
                   Sforamento = k.SforamentoDaRegolarizzare,
                   AltreAdesioniAl = k.AltreAdesioniAl,
                   Aperto = l.ChiusoDal == null && c.ChiusaDal == null && c.AdesioniAl >= oggi,
               };
    }

    private static async Task<IReadOnlyList<VoceConvenzioneDaGuardare>> Voci(IQueryable<Totale> ordinati, CancellationToken ct) =>
    [
        .. (await ordinati.Take(Quante).ToListAsync(ct)).Select(t => new VoceConvenzioneDaGuardare(
            t.Id, t.Titolo, t.AdesioniAl, Importo.DaCentesimi(t.Massimale), Importo.DaCentesimi(t.Aderito), Importo.DaCentesimi(t.Riservato), Importo.DaCentesimi(t.Altre), t.AltreAl, t.Sforamento)),
    ];

    private static async Task<Pagina<VoceLottoDaGuardare>> Lotti(IQueryable<LottoAperto> scelti, CancellationToken ct)
    {
        var righe = await scelti.OrderByDescending(l => l.Sforamento).ThenBy(l => (double)l.Residuo / l.Massimale).Take(Quante).ToListAsync(ct);
        return new Pagina<VoceLottoDaGuardare>(
            [.. righe.Select(l => new VoceLottoDaGuardare(l.Id, l.Numero, l.Oggetto, l.Convenzione, Importo.DaCentesimi(l.Massimale), Importo.DaCentesimi(l.Residuo), l.Sforamento, l.AltreAdesioniAl))],
            righe.Count < Quante ? righe.Count : await scelti.CountAsync(ct));
    }

    private sealed class Totale
    {
        public Guid Id { get; init; }

        public required string Titolo { get; init; }

        public DateOnly AdesioniAl { get; init; }

        public DateOnly? ChiusaDal { get; init; }

        public long Massimale { get; init; }

        public long Aderito { get; init; }

        public long Riservato { get; init; }

        public long Altre { get; init; }

        public DateTime? AltreAl { get; init; }

        public bool Sforamento { get; init; }
    }

    private sealed class LottoAperto
    {
        public Guid Id { get; init; }

        public int Numero { get; init; }

        public required string Oggetto { get; init; }

        public required string Convenzione { get; init; }

        public long Massimale { get; init; }

        public long Residuo { get; init; }

        public bool Sforamento { get; init; }

        public DateTime? AltreAdesioniAl { get; init; }

        public bool Aperto { get; init; }
    }
}
