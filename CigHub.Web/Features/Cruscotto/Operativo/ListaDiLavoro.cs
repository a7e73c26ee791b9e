using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Cruscotto.Operativo;

/// <summary>One item of a worklist.</summary>
/// <param name="DaSistemare">The number of problems that keep a draft from the portal. Null when they were not checked.</param>
/// <param name="Scade">The last valid day of a confirmation of capacity. Set only in the group of confirmations about to expire.</param>
/// <param name="Mia">Says whether the actor is the item's RUP or author.</param>
/// <param name="SonoIlRup">Says whether the actor is the item's RUP and may act on the portal.</param>
/// <param name="DaApprovare">Says whether the item waits for an approval that the actor may give.</param>
/// <param name="RupNonAttivo">Says whether the RUP is deactivated, or is no longer RUP of the Ente.</param>
/// <param name="SenzaApprovatore">Says whether the item waits for an approval that no active person may give.</param>
public sealed record LavoroRow(
    Guid Id, int Version, NumeroAffidamento Numero, string Titolo, string Ente, string Rup, Importo Importo, Cig CigPadre, string CigDerivati,
    MotivoRitorno Ritorno, string? Nota, DateTime ModificatoIl, DateTime? RichiestoIl,
    bool Mia, bool SonoIlRup, bool DaApprovare, int? DaSistemare = null, DateOnly? Scade = null, bool RupNonAttivo = false, bool SenzaApprovatore = false);

/// <summary>The items that wait for the same thing: the first few, and the total.</summary>
public sealed record GruppoDiLavoro(Attesa Attesa, IReadOnlyList<LavoroRow> Voci, int Totale)
{
    /// <summary>Returns the address of the list that shows exactly the items of the group.</summary>
    /// <param name="soloMiei">Says whether the group holds only the items of the actor.</param>
    public string Address(bool soloMiei = false) => new AffidamentiFilter(Attesa: Attesa, Miei: soloMiei).Address();
}

/// <summary>
/// Returns the worklist of a RUP or an Istruttore, with the actor's items first or alone. On the portal the oldest request comes first. SQL
/// limits the rows and counts them.
/// </summary>
public sealed class ListaDiLavoro(CigHubDbContext db, AffidamentiInAttesa inAttesa, ListeInVigore liste, TimeProvider clock) : IQuery
{
    /// <summary>The largest number of items in a group.</summary>
    public const int PerGruppo = 8;

    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <param name="soloMiei">True to list only the items whose RUP or author is the actor.</param>
    public async Task<IReadOnlyList<GruppoDiLavoro>> Run(Actor actor, bool soloMiei, CancellationToken ct = default)
    {
        var gruppi = new List<GruppoDiLavoro>();
        foreach (var attesa in Enum.GetValues<Attesa>().Where(a => a <= Attesa.Acquisito))
        {
            gruppi.Add(await Gruppo(attesa, actor, soloMiei, ct));
        }

        return gruppi;
    }

    /// <summary>Returns one group alone, with all items that the actor may see.</summary>
    public Task<GruppoDiLavoro> One(Attesa attesa, Actor actor, CancellationToken ct = default) => Gruppo(attesa, actor, false, ct);

    private async Task<GruppoDiLavoro> Gruppo(Attesa attesa, Actor actor, bool soloMiei, CancellationToken ct)
    {
        var io = actor.PersonaId;
        var tutti = db.Affidamenti.AsNoTracking();
        var scelti = inAttesa.For(attesa, soloMiei ? AffidamentiInAttesa.Of(tutti, io) : tutti, io);
        var ordinati = InOrder(attesa, scelti, io);
        var voci = await Voci(ordinati, actor, ct);
        voci = attesa switch
        {
            Attesa.InLavorazione or Attesa.Rifiutato => await ConCioCheManca(voci, ct),
            Attesa.ConfermaInScadenza => await ConLaScadenza(voci, ct),
            _ => voci,
        };
        return new GruppoDiLavoro(attesa, voci, voci.Count < PerGruppo ? voci.Count : await scelti.CountAsync(ct));
    }

    /// <summary>
    /// Sorts a group. The actor's own items come first. Exceptions: in <see cref="Attesa.SulPortale"/> and <see cref="Attesa.SenzaEsito"/>
    /// the oldest request comes first, and in <see cref="Attesa.DaApprovare"/> the oldest change.
    /// </summary>
    private static IQueryable<Affidamento> InOrder(Attesa attesa, IQueryable<Affidamento> scelti, Guid io)
    {
        var primaLeMie = scelti.OrderBy(a => a.RupId == io || a.AutoreId == io ? 0 : 1);
        return attesa switch
        {
            Attesa.SulPortale or Attesa.SenzaEsito => scelti.OrderBy(a => a.RichiestoIl),
            Attesa.DaApprovare => scelti.OrderBy(a => a.ModificatoIl),
            Attesa.EsitoDaVerificare or Attesa.InRichiesta => primaLeMie.ThenBy(a => a.RichiestoIl),
            _ => primaLeMie.ThenByDescending(a => a.ModificatoIl),
        };
    }

    private async Task<IReadOnlyList<LavoroRow>> Voci(IQueryable<Affidamento> ordinati, Actor actor, CancellationToken ct)
    {
        var io = actor.PersonaId;
        var (rup, approva) = (actor.Ruolo.Allows(Permission.RichiediCig), actor.Ruolo.Allows(Permission.ApprovaAffidamenti));
        var rupAttivi = db.RuoliAttivi(Ruolo.Rup, clock.Today());
        var (approvabili, senzaApprovatore) = (
            db.Affidamenti.ApprovabiliDa(db, io), db.Affidamenti.SenzaApprovatore(db, db.RuoliAttivi(Permission.ApprovaAffidamenti, clock.Today())));
        var righe = await ordinati.Take(PerGruppo)
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
            })
            .ToListAsync(ct);
        return [.. righe.Select(r => new LavoroRow(
            r.Id, r.Version, new NumeroAffidamento(r.Anno, r.Progressivo), r.TitoloDocumento, r.Ente, r.Rup, Importo.DaCentesimi(r.Centesimi),
            r.CigPadre, r.CigDerivati, r.Ritorno, r.NotaRitorno, r.ModificatoIl, r.RichiestoIl,
            r.RupId == io || r.AutoreId == io, rup && r.RupId == io, approva && r.DaMe,
            RupNonAttivo: !r.RupAttivo, SenzaApprovatore: r.SenzaApprovatore))];
    }

    /// <summary>
    /// Adds the number of problems to each item, with the same checks as the scheda. They read the whole draft, so they run only on the
    /// items shown.
    /// </summary>
    private async Task<IReadOnlyList<LavoroRow>> ConCioCheManca(IReadOnlyList<LavoroRow> voci, CancellationToken ct)
    {
        var id = voci.Select(v => v.Id).ToList();
        var bozze = await (
            from a in db.Affidamenti.AsNoTracking()
            join l in db.Lotti.AsNoTracking() on a.LottoId equals l.Id
            join c in db.Convenzioni.AsNoTracking() on l.ConvenzioneId equals c.Id
            join k in db.Capienze.AsNoTracking() on l.Id equals k.LottoId
            join e in db.Enti.AsNoTracking() on a.EnteId equals e.Id
            where id.Contains(a.Id)
            select new { a.Id, a.Bozza, Lotto = l, Convenzione = c, Capienza = k, Ente = e }).ToDictionaryAsync(b => b.Id, ct);
        return [
            .. voci.Select(v => bozze[v.Id] is var b
                ? v with
                {
                    DaSistemare = ControlliAffidamento
                        .Segnalazioni(b.Bozza, new ContestoControlli(b.Convenzione, b.Lotto, b.Capienza, b.Ente, liste.Correnti, clock.Today()))
                        .Count(s => s.Ferma)
                }
                : v)];
    }

    private async Task<IReadOnlyList<LavoroRow>> ConLaScadenza(IReadOnlyList<LavoroRow> voci, CancellationToken ct)
    {
        var id = voci.Select(v => v.Id).ToList();
        var atti = await inAttesa.ConfermeInScadenza
            .AsNoTracking()
            .Where(t => id.Contains(t.AffidamentoId))
            .Select(t => new { t.AffidamentoId, t.Dati })
            .ToListAsync(ct);
        return [.. voci.Select(v => v with { Scade = atti.Where(t => t.AffidamentoId == v.Id).Min(t => t.Dati.ValidoFinoAl) })];
    }
}
