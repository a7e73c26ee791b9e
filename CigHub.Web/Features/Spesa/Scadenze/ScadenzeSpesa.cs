using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.DueDiligence;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Scadenze;

/// <summary>The kind of a last day that comes soon.</summary>
public enum TipoScadenza
{
    /// <summary>The last day for adhesions to a Convenzione or, where it closes earlier, to a Lotto.</summary>
    FineAdesioni,

    /// <summary>The last day of a conferma di capienza that holds an amount.</summary>
    ConfermaDiCapienza,

    /// <summary>The last day of the contract of an Affidamento that has its CIG.</summary>
    Contratto,

    /// <summary>The last day of a check of due diligence about a supplier that no later check has replaced.</summary>
    DueDiligence,
}

/// <summary>One last day that comes soon, with the thing that it concerns.</summary>
/// <param name="Ente">The Ente that it concerns. Null when it concerns all of them.</param>
/// <param name="Giorni">The days that are left. Zero on the last day itself.</param>
public sealed record ScadenzaRow(DateOnly Giorno, TipoScadenza Tipo, string Oggetto, string Indirizzo, string? Ente, int Giorni)
{
    public string Parole => Tipo switch
    {
        TipoScadenza.FineAdesioni => "Fine delle adesioni",
        TipoScadenza.ConfermaDiCapienza => "Fine di una conferma di capienza",
        TipoScadenza.DueDiligence => "Fine di una verifica sul fornitore",
        _ => "Fine di un contratto",
    };
}

/// <summary>The last days of the next months, the nearest first.</summary>
/// <param name="Altre">Says whether there are more of them than were asked for.</param>
public sealed record ScadenzeView(IReadOnlyList<ScadenzaRow> Righe, bool Altre);

/// <summary>
/// Returns the last days that come within some days: those for adhesions and for the due diligence of Lotti, which everybody may see, and
/// those of the conferme di capienza, of the contracts and of the due diligence of the Enti that the user may see.
/// </summary>
public sealed class ScadenzeSpesa(CigHubDbContext db, TimeProvider clock) : IQuery
{
    /// <summary>The spans of days that a page offers.</summary>
    public static readonly IReadOnlyList<int> Scelte = [30, 60, 90, 180];

    /// <summary>The number of last days that the page shows. The sheet has all of them.</summary>
    public const int PerPagina = 100;

    public static Permission Requires => Permission.LeggiCapienza;

    /// <param name="entro">The number of days, at most the largest of <see cref="Scelte"/>.</param>
    /// <param name="quante">The most last days to return. Null for all.</param>
    public async Task<ScadenzeView> Run(int entro, int? quante, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var al = oggi.AddDays(Math.Clamp(entro, 0, Scelte[^1]));
        var (contratti, letteFino) = await Contratti(oggi, al, quante, ct);
        var righe = (await Finestre(oggi, ct)).Concat(await Conferme(oggi, al, ct)).Concat(contratti).Concat(await Verifiche(oggi, al, ct))
            .Where(r => r.Giorno >= oggi && r.Giorno <= letteFino)
            .OrderBy(r => r.Giorno).ThenBy(r => r.Tipo).ThenBy(r => r.Oggetto, StringComparer.Ordinal).ToList();
        return new ScadenzeView(quante < righe.Count ? [.. righe.Take(quante.Value)] : righe, Altre: quante < righe.Count || letteFino < al);
    }

    private async Task<List<ScadenzaRow>> Finestre(DateOnly oggi, CancellationToken ct)
    {
        var convenzioni = await db.Convenzioni.AsNoTracking().Where(c => c.AdesioniAl >= oggi)
            .Select(c => new { c.Id, c.Titolo, c.AdesioniAl, c.ChiusaDal }).ToDictionaryAsync(c => c.Id, ct);
        var lotti = await db.Lotti.AsNoTracking().Where(l => l.ChiusoDal > oggi)
            .Select(l => new { l.Id, l.ConvenzioneId, l.Numero, Dal = l.ChiusoDal!.Value }).ToListAsync(ct);
        DateOnly Fine(Guid id) => Convenzione.UltimoGiorno(convenzioni[id].AdesioniAl, convenzioni[id].ChiusaDal, null);
        return
        [
            .. convenzioni.Values.Select(c => Row(Fine(c.Id), TipoScadenza.FineAdesioni, c.Titolo, AppRoutes.SpesaConvenzioneDi(c.Id), null, oggi)),
            .. from l in lotti
               where convenzioni.ContainsKey(l.ConvenzioneId) && l.Dal <= Fine(l.ConvenzioneId)
               select Row(
                   l.Dal.AddDays(-1), TipoScadenza.FineAdesioni, $"{convenzioni[l.ConvenzioneId].Titolo}, Lotto {l.Numero}",
                   AppRoutes.SpesaLottoDi(l.Id), null, oggi),
        ];
    }

    /// <summary>Returns the last days of the conferme in force, which an index finds.</summary>
    private async Task<IEnumerable<ScadenzaRow>> Conferme(DateOnly oggi, DateOnly al, CancellationToken ct)
    {
        var conferme = await (
            from a in db.Affidamenti.AsNoTracking().IgnoreAutoIncludes()
            where a.StatoConferma == StatoConferma.InVigore && a.ConfermaFinoAl >= oggi && a.ConfermaFinoAl <= al
            join e in db.Enti on a.EnteId equals e.Id
            select new { Giorno = a.ConfermaFinoAl!.Value, a.Id, a.Anno, a.Progressivo, a.Stato, a.Oggetto, e.Denominazione }).ToListAsync(ct);
        return conferme.Select(t => Row(
            t.Giorno, TipoScadenza.ConfermaDiCapienza, $"{new NumeroAffidamento(t.Anno, t.Progressivo)} {t.Oggetto}",
            AppRoutes.AffidamentoDi(t.Id, t.Stato), t.Denominazione, oggi));
    }

    /// <summary>
    /// Returns the last days of contracts, which an index finds, and the day up to which they are all there: one contract more than asked for is
    /// read.
    /// </summary>
    private async Task<(IEnumerable<ScadenzaRow> Righe, DateOnly Fino)> Contratti(DateOnly oggi, DateOnly al, int? quante, CancellationToken ct)
    {
        // With the state or the Ente in the condition, the database would prefer their index and read the whole archive.
        var prossimi = db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().Where(a => a.ContrattoAl >= oggi && a.ContrattoAl <= al)
            .OrderBy(a => a.ContrattoAl).Select(a => new { Giorno = a.ContrattoAl!.Value, a.Id, a.Anno, a.Progressivo, a.Oggetto, a.Stato, a.EnteId });
        var contratti = await (quante is { } most ? prossimi.Take(most + 1) : prossimi).ToListAsync(ct);
        var enti = await db.Enti.AsNoTracking().Select(e => new { e.Id, e.Denominazione }).ToDictionaryAsync(e => e.Id, e => e.Denominazione, ct);
        var righe = contratti.Where(t => t.Stato == StatoAffidamento.CigAcquisito).Select(t => Row(
            t.Giorno, TipoScadenza.Contratto, $"{new NumeroAffidamento(t.Anno, t.Progressivo)} {t.Oggetto}", AppRoutes.FascicoloDi(t.Id), enti[t.EnteId],
            oggi));
        return (righe, contratti.Count > quante ? contratti[^1].Giorno : al);
    }

    /// <summary>Returns the last days of checks about suppliers, which an index finds, without those that a later check replaced.</summary>
    private async Task<IEnumerable<ScadenzaRow>> Verifiche(DateOnly oggi, DateOnly al, CancellationToken ct)
    {
        var verifiche = await (
            from v in db.VerificheFornitori.AsNoTracking()
            where v.Scadenza >= oggi && v.Scadenza <= al
            join l in db.Lotti on v.LottoId equals l.Id
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            select new
            {
                Giorno = v.Scadenza!.Value,
                Su = new Verificato(v.LottoId, v.AffidamentoId, v.FornitoreCodice, v.Tipo, v.Utc),
                v.Fornitore,
                Lotto = c.Titolo + ", Lotto " + l.Numero,
                Ente = db.Enti.Where(e => e.Id == v.EnteId).Select(e => e.Denominazione).FirstOrDefault(),
            }).ToListAsync(ct);
        var ultime = (await Ultime([.. verifiche.Select(v => v.Su)], ct)).ToHashSet();
        return verifiche.Where(v => ultime.Contains(v.Su)).Select(v => Row(
            v.Giorno, TipoScadenza.DueDiligence, $"{v.Su.Tipo.Nome()} di {v.Fornitore}, {v.Lotto}",
            (v.Su.AffidamentoId is { } id ? AppRoutes.FascicoloDi(id) : AppRoutes.LottoDi(v.Su.LottoId)) + "#due-diligence", v.Ente, oggi));
    }

    /// <summary>Returns the last check of each kind about each supplier of the Affidamenti and Lotti of some checks.</summary>
    private async Task<IEnumerable<Verificato>> Ultime(IReadOnlyList<Verificato> verifiche, CancellationToken ct)
    {
        // Asked apart, because a condition on «the same Affidamento or none» would read the checks of the whole Lotto for each of them.
        List<Guid> affidamenti = [.. verifiche.Select(v => v.AffidamentoId).OfType<Guid>().Distinct()];
        List<Guid> lotti = [.. verifiche.Where(v => v.AffidamentoId is null).Select(v => v.LottoId).Distinct()];
        var tutte = db.VerificheFornitori.AsNoTracking();
        IQueryable<VerificaFornitore>[] sue =
        [
            tutte.Where(v => v.AffidamentoId != null && EF.Parameter(affidamenti).Contains(v.AffidamentoId.Value)),
            tutte.Where(v => v.AffidamentoId == null && EF.Parameter(lotti).Contains(v.LottoId)),
        ];
        var trovate = new List<Verificato>();
        foreach (var parte in sue)
        {
            trovate.AddRange(await parte.Select(v => new Verificato(v.LottoId, v.AffidamentoId, v.FornitoreCodice, v.Tipo, v.Utc)).ToListAsync(ct));
        }

        return trovate.GroupBy(v => v with { Utc = default }).SelectMany(g => g.Where(v => v.Utc == g.Max(x => x.Utc)));
    }

    private static ScadenzaRow Row(DateOnly giorno, TipoScadenza tipo, string oggetto, string indirizzo, string? ente, DateOnly oggi) =>
        new(giorno, tipo, oggetto, indirizzo, ente, giorno.DayNumber - oggi.DayNumber);

    /// <summary>One check, as those that replace each other are told apart, with its instant in UTC.</summary>
    private sealed record Verificato(Guid LottoId, Guid? AffidamentoId, string FornitoreCodice, TipoVerifica Tipo, DateTime Utc);
}
