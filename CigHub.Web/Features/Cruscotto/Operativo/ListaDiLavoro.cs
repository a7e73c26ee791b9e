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
/// <param name="DaSistemare">How many things keep a draft from the portal; null where that is not asked.</param>
/// <param name="Scade">Last day of a confirmation of capacity, where that is why it is here.</param>
/// <param name="Mia">Its RUP, or who prepared it, is the person who looks.</param>
/// <param name="SonoIlRup">She may act on the portal.</param>
/// <param name="DaApprovare">She approves what waits for it, and this is not hers.</param>
/// <param name="RupNonAttivo">Its RUP is deactivated, or is no longer RUP of its Ente.</param>
/// <param name="SenzaApprovatore">It waits for an approval, and no active person may give one.</param>
public sealed record VoceLavoro(
    Guid Id, int Version, NumeroAffidamento Numero, string Titolo, string Ente, string Rup, Importo Importo, Cig CigPadre, string CigDerivati, string? Nota, DateTime ModificatoIl, DateTime? RichiestoIl,
    bool Mia, bool SonoIlRup, bool DaApprovare, int? DaSistemare = null, DateOnly? Scade = null, bool RupNonAttivo = false, bool SenzaApprovatore = false);

/// <summary>What waits for the same thing: the first few, and how many in all.</summary>
public sealed record GruppoDiLavoro(Attesa Attesa, IReadOnlyList<VoceLavoro> Voci, int Totale)
{
    /// <summary>The list with all of them and nothing else.</summary>
    /// <param name="soloMiei">Whether the group holds only those of the person who looks.</param>
    public string Indirizzo(bool soloMiei = false) => new FiltroAffidamenti(Attesa: Attesa, Miei: soloMiei).Indirizzo();
}

/// <summary>The worklist of a RUP or an Istruttore: her own first, or alone; what is oldest on the portal first. Bounded rows, counted in SQL.</summary>
public sealed class ListaDiLavoro(CigHubDbContext db, AffidamentiInAttesa inAttesa, ListeInVigore liste, TimeProvider clock) : IQuery
{
    /// <summary>Items of a group.</summary>
    public const int PerGruppo = 8;

    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <param name="soloMiei">Only those whose RUP or author the actor is.</param>
    public async Task<IReadOnlyList<GruppoDiLavoro>> Esegui(Actor actor, bool soloMiei, CancellationToken ct = default)
    {
        var gruppi = new List<GruppoDiLavoro>();
        foreach (var attesa in Enum.GetValues<Attesa>().Where(a => a <= Attesa.Acquisito))
        {
            gruppi.Add(await Gruppo(attesa, actor, soloMiei, ct));
        }

        return gruppi;
    }

    /// <summary>One group alone, of all that the actor may see.</summary>
    public Task<GruppoDiLavoro> Uno(Attesa attesa, Actor actor, CancellationToken ct = default) => Gruppo(attesa, actor, false, ct);

    private async Task<GruppoDiLavoro> Gruppo(Attesa attesa, Actor actor, bool soloMiei, CancellationToken ct)
    {
        var io = actor.PersonaId;
        var tutti = db.Affidamenti.AsNoTracking();
        var scelti = inAttesa.Per(attesa, soloMiei ? AffidamentiInAttesa.Di(tutti, io) : tutti, io);
        var ordinati = InOrdine(attesa, scelti, io);
        var voci = await Voci(ordinati, actor, ct);
        voci = attesa switch
        {
            Attesa.InLavorazione or Attesa.Rifiutato => await ConCioCheManca(voci, ct),
            Attesa.ConfermaInScadenza => await ConLaScadenza(voci, ct),
            _ => voci,
        };
        return new GruppoDiLavoro(attesa, voci, voci.Count < PerGruppo ? voci.Count : await scelti.CountAsync(ct));
    }

    /// <summary>In a worklist of one's own the person's come first; on the portal the oldest request, waiting for approval the oldest change.</summary>
    private static IQueryable<Affidamento> InOrdine(Attesa attesa, IQueryable<Affidamento> scelti, Guid io)
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

    private async Task<IReadOnlyList<VoceLavoro>> Voci(IQueryable<Affidamento> ordinati, Actor actor, CancellationToken ct)
    {
        var io = actor.PersonaId;
        var (rup, approva) = (actor.Ruolo.Ammette(Permission.RichiediCig), actor.Ruolo.Ammette(Permission.ApprovaAffidamenti));
        var rupAttivi = db.RuoliAttivi(Ruolo.Rup, clock.Oggi());
        var (approvabili, senzaApprovatore) = (
            db.Affidamenti.ApprovabiliDa(db, io), db.Affidamenti.SenzaApprovatore(db, db.RuoliAttivi(Permission.ApprovaAffidamenti, clock.Oggi())));
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
                a.NotaRitorno,
                a.ModificatoIl,
                a.RichiestoIl,
                RupAttivo = rupAttivi.Any(x => x.PersonaId == a.RupId && x.EnteId == a.EnteId),
                DaMe = approvabili.Any(x => x.Id == a.Id),
                SenzaApprovatore = senzaApprovatore.Any(x => x.Id == a.Id),
            })
            .ToListAsync(ct);
        return [.. righe.Select(r => new VoceLavoro(
            r.Id, r.Version, new NumeroAffidamento(r.Anno, r.Progressivo), r.TitoloDocumento, r.Ente, r.Rup, Importo.DaCentesimi(r.Centesimi), r.CigPadre, r.CigDerivati, r.NotaRitorno, r.ModificatoIl, r.RichiestoIl,
            r.RupId == io || r.AutoreId == io, rup && r.RupId == io, approva && r.DaMe,
            RupNonAttivo: !r.RupAttivo, SenzaApprovatore: r.SenzaApprovatore))];
    }

    /// <summary>The same checks as in the scheda, on the drafts shown and no others: they read the whole draft.</summary>
    private async Task<IReadOnlyList<VoceLavoro>> ConCioCheManca(IReadOnlyList<VoceLavoro> voci, CancellationToken ct)
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
        return [.. voci.Select(v => bozze[v.Id] is var b ? v with { DaSistemare = ControlliAffidamento.Di(b.Bozza, new ContestoControlli(b.Convenzione, b.Lotto, b.Capienza, b.Ente, liste.Correnti, clock.Oggi())).Count(s => s.Ferma) } : v)];
    }

    private async Task<IReadOnlyList<VoceLavoro>> ConLaScadenza(IReadOnlyList<VoceLavoro> voci, CancellationToken ct)
    {
        var id = voci.Select(v => v.Id).ToList();
        var atti = await inAttesa.ConfermeInScadenza.AsNoTracking().Where(t => id.Contains(t.AffidamentoId)).Select(t => new { t.AffidamentoId, t.Dati }).ToListAsync(ct);
        return [.. voci.Select(v => v with { Scade = atti.Where(t => t.AffidamentoId == v.Id).Min(t => t.Dati.ValidoFinoAl) })];
    }
}
