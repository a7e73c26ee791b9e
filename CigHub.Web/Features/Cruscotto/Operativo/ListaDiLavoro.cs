using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Features.Cruscotto.Operativo;

/// <summary>One Affidamento of a worklist, as the actor sees it.</summary>
/// <param name="DaSistemare">The number of things to put right before the draft is ready. Null when the draft was not checked.</param>
/// <param name="Scade">The last day (inclusive) of a conferma di capienza. Null outside the group
/// <see cref="Attesa.ConfermaInScadenza"/>.</param>
/// <param name="Mia">Says whether the actor is the RUP or the author of the Affidamento.</param>
/// <param name="SonoIlRup">Says whether the actor is the RUP of the Affidamento, in a role that may request its CIG.</param>
/// <param name="DaApprovare">Says whether the Affidamento waits for an approval that the actor may give.</param>
/// <param name="RupNonAttivo">Says whether the RUP is deactivated, or is no longer RUP of the Ente.</param>
/// <param name="DaGuardare">Says whether the last request ended with an error and nobody has looked into the portal's list since.</param>
/// <param name="Entro">The last day of the thing to do. Null outside the groups <see cref="Attesa.CigDaAnnullare"/> and
/// <see cref="Attesa.SchedaInScadenza"/>.</param>
/// <param name="SenzaApprovatore">Says whether the Affidamento waits for an approval that no active person may give.</param>
public sealed record LavoroRow(
    Guid Id, int Version, NumeroAffidamento Numero, string Titolo, string Ente, string Rup, Importo Importo, Cig CigPadre, string CigDerivati,
    MotivoRitorno Ritorno, string? Nota, DateTime ModificatoIl, DateTime? RichiestoIl,
    bool Mia, bool SonoIlRup, bool DaApprovare, int? DaSistemare = null, DateOnly? Scade = null, bool RupNonAttivo = false, bool SenzaApprovatore = false,
    bool DaGuardare = false, DateOnly? Entro = null);

/// <summary>The Affidamenti of a worklist that wait for the same reason: the first few, and their total number.</summary>
public sealed record GruppoDiLavoro(Attesa Attesa, IReadOnlyList<LavoroRow> Voci, int Totale)
{
    /// <summary>Returns the address of the list of Affidamenti, filtered to exactly those of the group.</summary>
    /// <param name="soloMiei">Says whether the group has only the Affidamenti of which the actor is the RUP or the author.</param>
    public string Address(bool soloMiei = false) => new AffidamentiFilter(Attesa: Attesa, Miei: soloMiei).Address();
}

/// <summary>
/// Returns the worklist of a RUP or an Istruttore in groups: all Affidamenti of the Ente with the actor's own first, or only the actor's
/// own. Requests on the portal are sorted by the time at which they began. SQL limits and counts the rows.
/// </summary>
public sealed class ListaDiLavoro(
    CigHubDbContext db, Ambito ambito, AffidamentiInAttesa inAttesa, CioCheManca cioCheManca, IOptions<AppaltiSettings> appalti,
    TimeProvider clock) : IQuery
{
    /// <summary>The most Affidamenti that a group shows.</summary>
    public const int PerGruppo = 8;

    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <param name="soloMiei">Says whether to list only the Affidamenti of which the actor is the RUP or the author.</param>
    public async Task<IReadOnlyList<GruppoDiLavoro>> Run(Actor actor, bool soloMiei, CancellationToken ct = default) =>
        await Gruppi(Enum.GetValues<Attesa>().Where(a => a <= Attesa.Acquisito), actor, soloMiei, ct);

    /// <summary>Returns a single group of the worklist, counting all the Affidamenti that the actor may see.</summary>
    public async Task<GruppoDiLavoro> One(Attesa attesa, Actor actor, CancellationToken ct = default) => (await Gruppi([attesa], actor, false, ct))[0];

    private async Task<IReadOnlyList<GruppoDiLavoro>> Gruppi(IEnumerable<Attesa> attese, Actor actor, bool soloMiei, CancellationToken ct)
    {
        var scelte = new List<(Attesa Attesa, IQueryable<Affidamento> Scelti, IReadOnlyList<Guid> Primi)>();
        foreach (var attesa in attese)
        {
            var scelti = inAttesa.For(attesa, db.Visibili(ambito), actor.PersonaId);
            scelti = soloMiei ? AffidamentiInAttesa.Of(scelti, actor.PersonaId) : scelti;
            scelte.Add((attesa, scelti, await First(attesa, scelti, actor.PersonaId, ct)));
        }

        // One query reads the rows of all groups, because it is the longest.
        var righe = await Voci(scelte.SelectMany(s => s.Primi).Distinct().ToList(), actor, ct);
        var gruppi = new List<GruppoDiLavoro>();
        foreach (var (attesa, scelti, primi) in scelte)
        {
            IReadOnlyList<LavoroRow> voci = [.. primi.Where(righe.ContainsKey).Select(id => righe[id])];
            voci = attesa switch
            {
                _ when voci.Count == 0 => voci,
                Attesa.InLavorazione or Attesa.Rifiutato => await ConCioCheManca(voci, ct),
                Attesa.ConfermaInScadenza => await ConLaScadenza(voci, ct),
                Attesa.CigDaAnnullare => await DaAnnullare(voci, ct),
                Attesa.SchedaInScadenza => await DaChiudere(voci, ct),
                _ => voci,
            };
            gruppi.Add(new GruppoDiLavoro(attesa, voci, voci.Count < PerGruppo ? voci.Count : await scelti.CountCapped(ct)));
        }

        return gruppi;
    }

    /// <summary>
    /// Returns the ids of the first Affidamenti of a group, the actor's own first. There are exceptions: in <see cref="Attesa.SulPortale"/>
    /// and <see cref="Attesa.SenzaEsito"/> the oldest request comes first, and in <see cref="Attesa.DaApprovare"/> the one that has not
    /// changed for the longest time.
    /// </summary>
    private static async Task<IReadOnlyList<Guid>> First(Attesa attesa, IQueryable<Affidamento> scelti, Guid io, CancellationToken ct)
    {
        if (attesa is Attesa.SulPortale or Attesa.SenzaEsito or Attesa.DaApprovare)
        {
            return await Sorted(attesa, Moments(scelti)).Take(PerGruppo).Select(m => m.Id).ToListAsync(ct);
        }

        // Two queries in the order of an index, because no index has the actor's own first.
        var primi = await Sorted(attesa, Moments(AffidamentiInAttesa.Of(scelti, io))).Take(PerGruppo).Select(m => m.Id).ToListAsync(ct);
        if (primi.Count < PerGruppo)
        {
            var altri = Moments(scelti.Where(a => a.RupId != io && a.AutoreId != io));
            primi.AddRange(await Sorted(attesa, altri).Take(PerGruppo - primi.Count).Select(m => m.Id).ToListAsync(ct));
        }

        return primi;
    }

    private static IQueryable<Moment> Moments(IQueryable<Affidamento> tra) =>
        tra.Select(a => new Moment { Id = a.Id, ModificatoIl = a.ModificatoIl, RichiestoIl = a.RichiestoIl });

    private static IQueryable<Moment> Sorted(Attesa attesa, IQueryable<Moment> tra) => attesa switch
    {
        Attesa.SulPortale or Attesa.SenzaEsito or Attesa.EsitoDaVerificare or Attesa.InRichiesta or Attesa.SchedaInScadenza =>
            tra.OrderBy(m => m.RichiestoIl),
        Attesa.DaApprovare => tra.OrderBy(m => m.ModificatoIl),
        _ => tra.OrderByDescending(m => m.ModificatoIl),
    };

    private async Task<IReadOnlyDictionary<Guid, LavoroRow>> Voci(List<Guid> primi, Actor actor, CancellationToken ct)
    {
        var io = actor.PersonaId;
        var (rup, approva) = (actor.Ruolo.Allows(Permission.RichiediCig), actor.Ruolo.Allows(Permission.ApprovaAffidamenti));
        var rupAttivi = db.RuoliAttivi(Ruolo.Rup, clock.Today());
        var (approvabili, senzaApprovatore) = (
            db.Affidamenti.ApprovabiliDa(db, io), db.Affidamenti.SenzaApprovatore(db, db.RuoliAttivi(Permission.ApprovaAffidamenti, clock.Today())));
        var righe = await db.Affidamenti.AsNoTracking().Where(a => EF.Parameter(primi).Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.Version,
                a.Anno,
                a.Progressivo,
                a.TitoloDocumento,
                Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).First(),
                Rup = db.Persone.Where(p => p.Id == a.RupId).Select(p => p.NomeCompleto).First(),
                a.RupId,
                a.AutoreId,
                a.ImportoAppalto.Centesimi,
                CigPadre = db.Lotti.Where(l => l.Id == a.LottoId).Select(l => l.CigPadre).First(),
                a.CigDerivati,
                a.Ritorno,
                a.NotaRitorno,
                a.ModificatoIl,
                a.RichiestoIl,
                RupAttivo = rupAttivi.Any(x => x.PersonaId == a.RupId && x.EnteId == a.EnteId),
                DaMe = approvabili.Any(x => x.Id == a.Id),
                SenzaApprovatore = senzaApprovatore.Any(x => x.Id == a.Id),
                DaGuardare = db.Tentativi.Any(t => t.AffidamentoId == a.Id && t.GuardatoIl == null
                    && (t.Esito == EsitoTentativo.Rifiutato || t.Esito == EsitoTentativo.DaVerificare)),
            })
            .ToListAsync(ct);
        return righe.ToDictionary(r => r.Id, r => new LavoroRow(
            r.Id, r.Version, new NumeroAffidamento(r.Anno, r.Progressivo), r.TitoloDocumento, r.Ente, r.Rup, Importo.DaCentesimi(r.Centesimi),
            r.CigPadre, r.CigDerivati, r.Ritorno, r.NotaRitorno, r.ModificatoIl, r.RichiestoIl,
            r.RupId == io || r.AutoreId == io, rup && r.RupId == io, approva && r.DaMe,
            RupNonAttivo: !r.RupAttivo, SenzaApprovatore: r.SenzaApprovatore, DaGuardare: r.DaGuardare));
    }

    private async Task<IReadOnlyList<LavoroRow>> ConCioCheManca(IReadOnlyList<LavoroRow> voci, CancellationToken ct)
    {
        var mancanze = await cioCheManca.Of([.. voci.Select(v => v.Id)], ct);
        return [.. voci.Select(v => v with { DaSistemare = mancanze.TryGetValue(v.Id, out var quante) ? quante : null })];
    }

    /// <summary>Returns the rows with the earliest day by which a CIG too many is to be annulled.</summary>
    private async Task<IReadOnlyList<LavoroRow>> DaAnnullare(IReadOnlyList<LavoroRow> voci, CancellationToken ct)
    {
        var id = voci.Select(v => v.Id).ToList();
        var entro = await db.CigInPiu.AsNoTracking().Where(c => EF.Parameter(id).Contains(c.AffidamentoId) && c.AnnullatoIl == null)
            .GroupBy(c => c.AffidamentoId).Select(g => new { g.Key, Entro = g.Min(c => c.Entro) }).ToDictionaryAsync(g => g.Key, g => g.Entro, ct);
        return [.. voci.Select(v => v with { Entro = entro.TryGetValue(v.Id, out var giorno) ? giorno : null })];
    }

    /// <summary>Returns the rows with the last day before ANAC may delete the scheda.</summary>
    private async Task<IReadOnlyList<LavoroRow>> DaChiudere(IReadOnlyList<LavoroRow> voci, CancellationToken ct)
    {
        var id = voci.Select(v => v.Id).ToList();
        var dal = await db.Affidamenti.AsNoTracking().Where(a => EF.Parameter(id).Contains(a.Id))
            .Select(a => new { a.Id, Dal = a.SchedaDal ?? a.RichiestoIl }).ToDictionaryAsync(a => a.Id, a => a.Dal, ct);
        return [.. voci.Select(v => v with
        {
            Entro = dal.GetValueOrDefault(v.Id) is { } istante ? RomeTime.DayInRome(istante).AddDays(appalti.Value.GiorniAllaCancellazione) : null
        })];
    }

    private async Task<IReadOnlyList<LavoroRow>> ConLaScadenza(IReadOnlyList<LavoroRow> voci, CancellationToken ct)
    {
        var id = voci.Select(v => v.Id).ToList();
        var fino = await db.Affidamenti.AsNoTracking().Where(a => EF.Parameter(id).Contains(a.Id)).Select(a => new { a.Id, a.ConfermaFinoAl })
            .ToDictionaryAsync(a => a.Id, a => a.ConfermaFinoAl, ct);
        return [.. voci.Select(v => v with { Scade = fino.GetValueOrDefault(v.Id) })];
    }

    /// <summary>The values of an Affidamento by which groups are sorted.</summary>
    private sealed class Moment
    {
        public Guid Id { get; init; }

        public DateTime ModificatoIl { get; init; }

        public DateTime? RichiestoIl { get; init; }
    }
}
