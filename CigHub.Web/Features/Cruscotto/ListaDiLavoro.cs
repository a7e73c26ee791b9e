using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Codici;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Cruscotto;

/// <summary>What an Affidamento waits for; the order is that of urgency.</summary>
public enum Attesa
{
    EsitoDaVerificare,

    /// <summary>Back in work: the portal refused it, or its approver sent it back.</summary>
    Rifiutato,
    InRichiesta,

    /// <summary>A correction, an annulment or a change of the RUP was begun on the portal.</summary>
    OperazioneInCorso,
    Pronto,

    /// <summary>Above the threshold, somebody else has to approve it.</summary>
    InApprovazione,
    ConfermaInScadenza,

    /// <summary>The CIG is there, its order or its publication are not proved yet.</summary>
    DopoIlCig,
    InLavorazione,
    Acquisito,
}

/// <summary>One item of a worklist.</summary>
/// <param name="DaSistemare">How many things keep a draft from the portal; null where that is not asked.</param>
/// <param name="Scade">Last day of a confirmation of capacity, where that is why it is here.</param>
/// <param name="Mia">Its RUP, or who prepared it, is the person who looks.</param>
/// <param name="SonoIlRup">She may act on the portal.</param>
/// <param name="DaApprovare">She approves what waits for it, and this is not hers.</param>
/// <param name="RupNonAttivo">Its RUP is deactivated, or is no longer RUP of its Ente.</param>
/// <param name="SenzaApprovatore">It waits for an approval, and no active person may give one.</param>
public sealed record VoceLavoro(
    Guid Id, NumeroAffidamento Numero, string Titolo, string Ente, string Rup, Importo Importo, Cig CigPadre, string CigDerivati, string? Nota, DateTime ModificatoIl, DateTime? RichiestoIl,
    bool Mia, bool SonoIlRup, bool DaApprovare, int? DaSistemare = null, DateOnly? Scade = null, bool RupNonAttivo = false, bool SenzaApprovatore = false);

/// <summary>What waits for the same thing: the first few, and how many in all.</summary>
public sealed record GruppoDiLavoro(Attesa Attesa, IReadOnlyList<VoceLavoro> Voci, int Totale);

/// <summary>The worklist of a RUP or an Istruttore: her own first, or alone; what is oldest on the portal first. Bounded rows, counted in SQL.</summary>
public sealed class ListaDiLavoro(CigHubDbContext db, ListeInVigore liste, ImpostazioniPromemoria promemoria, TimeProvider clock) : IQuery
{
    /// <summary>Items of a group.</summary>
    public const int PerGruppo = 8;

    /// <summary>A confirmation of capacity that ends within these days is something to do.</summary>
    public const int GiorniDiPreavviso = 15;

    /// <summary>What follows a CIG is shown so many days before its time.</summary>
    public const int GiorniPrima = 3;

    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <param name="soloMiei">Only those whose RUP or author the actor is.</param>
    public async Task<IReadOnlyList<GruppoDiLavoro>> Esegui(Actor actor, bool soloMiei, CancellationToken ct = default)
    {
        var gruppi = new List<GruppoDiLavoro>();
        foreach (var attesa in Enum.GetValues<Attesa>())
        {
            gruppi.Add(await Gruppo(attesa, actor, soloMiei, ct));
        }

        return gruppi;
    }

    /// <summary>One group alone, of all that the actor may see: what waits on the portal, for a Responsabile or an Auditor.</summary>
    /// <param name="primaDi">Only requests that began before this moment.</param>
    public async Task<GruppoDiLavoro> SulPortale(Actor actor, DateTime? primaDi, CancellationToken ct = default)
    {
        var sulPortale = db.Affidamenti.AsNoTracking().Where(a =>
            (a.Stato == StatoAffidamento.CigInRichiesta || a.Stato == StatoAffidamento.EsitoDaVerificare) && (primaDi == null || a.RichiestoIl < primaDi));
        return new GruppoDiLavoro(Attesa.InRichiesta, await Voci(sulPortale.OrderBy(a => a.RichiestoIl), actor, ct), await sulPortale.CountAsync(ct));
    }

    /// <summary>What waits for an approval that this person may give: not hers as author or RUP. The oldest first.</summary>
    public async Task<GruppoDiLavoro> DaApprovare(Actor actor, CancellationToken ct = default)
    {
        var io = actor.PersonaId;
        var attendono = db.Affidamenti.AsNoTracking().Where(a => a.Stato == StatoAffidamento.InApprovazione && a.RupId != io && a.AutoreId != io);
        return new GruppoDiLavoro(Attesa.InApprovazione, await Voci(attendono.OrderBy(a => a.ModificatoIl), actor, ct), await attendono.CountAsync(ct));
    }

    private async Task<GruppoDiLavoro> Gruppo(Attesa attesa, Actor actor, bool soloMiei, CancellationToken ct)
    {
        var io = actor.PersonaId;
        var suoi = db.Affidamenti.AsNoTracking().Where(a => !soloMiei || a.RupId == io || a.AutoreId == io);
        var scelti = attesa switch
        {
            Attesa.EsitoDaVerificare => suoi.Where(a => a.Stato == StatoAffidamento.EsitoDaVerificare),
            Attesa.InRichiesta => suoi.Where(a => a.Stato == StatoAffidamento.CigInRichiesta),
            Attesa.Rifiutato => suoi.Where(a => a.Stato == StatoAffidamento.InLavorazione && a.Ritorno != MotivoRitorno.Nessuno),
            Attesa.Pronto => suoi.Where(a => a.Stato == StatoAffidamento.ProntoPerIlPortale),
            Attesa.InApprovazione => suoi.Where(a => a.Stato == StatoAffidamento.InApprovazione),
            Attesa.InLavorazione => suoi.Where(a => a.Stato == StatoAffidamento.InLavorazione && a.Ritorno == MotivoRitorno.Nessuno),
            Attesa.Acquisito => suoi.Where(a => a.Stato == StatoAffidamento.CigAcquisito),
            Attesa.OperazioneInCorso => suoi.Where(a => db.Operazioni.Any(o => o.AffidamentoId == a.Id && o.Stato == StatoOperazione.Avviata)),
            Attesa.ConfermaInScadenza => ConConfermaInScadenza(suoi),
            Attesa.DopoIlCig => SenzaProva(suoi),
            _ => throw new ArgumentOutOfRangeException(nameof(attesa), attesa, null),
        };
        var primaLeMie = scelti.OrderBy(a => a.RupId == io || a.AutoreId == io ? 0 : 1);
        var ordinati = attesa is Attesa.EsitoDaVerificare or Attesa.InRichiesta ? primaLeMie.ThenBy(a => a.RichiestoIl) : primaLeMie.ThenByDescending(a => a.ModificatoIl);
        var voci = await Voci(ordinati, actor, ct);
        voci = attesa switch
        {
            Attesa.InLavorazione or Attesa.Rifiutato => await ConCioCheManca(voci, ct),
            Attesa.ConfermaInScadenza => await ConLaScadenza(voci, ct),
            _ => voci,
        };
        return new GruppoDiLavoro(attesa, voci, voci.Count < PerGruppo ? voci.Count : await scelti.CountAsync(ct));
    }

    /// <summary>Before the CIG is asked for, a confirmation that ends is a request to be made again; afterwards it has served.</summary>
    private IQueryable<Affidamento> ConConfermaInScadenza(IQueryable<Affidamento> suoi)
    {
        var scadono = Scadono();
        return suoi.Where(a => (a.Stato == StatoAffidamento.InLavorazione || a.Stato == StatoAffidamento.InApprovazione || a.Stato == StatoAffidamento.ProntoPerIlPortale) && scadono.Any(t => t.AffidamentoId == a.Id));
    }

    /// <summary>Order or publication due within <see cref="GiorniPrima"/>, or late by no more than two months: what is older is nobody's work of today.</summary>
    private IQueryable<Affidamento> SenzaProva(IQueryable<Affidamento> suoi)
    {
        var (oggi, giorni) = (clock.Oggi(), promemoria.Giorni);
        var (ordine, pubblicazione) = (db.AttiDiTipo(TipoAtto.OrdinativoDiAdesione), db.AttiDiTipo(TipoAtto.Pubblicazione));
        var (daOrdinare, daPubblicare) = (Prima(giorni.Ordine), Prima(giorni.Pubblicazione));
        var vecchi = OraItaliana.InizioDi(oggi.AddMonths(-2));
        return suoi.Where(a => a.Stato == StatoAffidamento.CigAcquisito && !a.Pregresso && db.Movimenti.Any(m =>
            m.Tipo == TipoMovimento.Adesione && m.Utc >= vecchi && a.Aggiudicazioni.Any(g => g.Id == m.AggiudicazioneId)
            && ((m.Utc < daOrdinare && !ordine.Any(t => t.AffidamentoId == a.Id)) || (m.Utc < daPubblicare && !pubblicazione.Any(t => t.AffidamentoId == a.Id)))));

        DateTime Prima(int entro) => OraItaliana.InizioDi(oggi.AddDays(GiorniPrima - entro + 1));
    }

    private IQueryable<Atto> Scadono() => db.ConfermeCheScadono(clock.Oggi(), clock.Oggi().AddDays(GiorniDiPreavviso));

    private async Task<IReadOnlyList<VoceLavoro>> Voci(IQueryable<Affidamento> ordinati, Actor actor, CancellationToken ct)
    {
        var io = actor.PersonaId;
        var (rup, approva) = (actor.Ruolo.Ammette(Permission.RichiediCig), actor.Ruolo.Ammette(Permission.ApprovaAffidamenti));
        var (rupAttivi, responsabili) = (db.RuoliAttivi(Ruolo.Rup, clock.Oggi()), db.RuoliAttivi(Ruolo.Responsabile, clock.Oggi()));
        var righe = await ordinati.Take(PerGruppo)
            .Select(a => new
            {
                a.Id,
                a.Anno,
                a.Progressivo,
                a.TitoloDocumento,
                Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).First(),
                Rup = db.Persone.Where(p => p.Id == a.RupId).Select(p => p.Nome + " " + p.Cognome).First(),
                a.RupId,
                a.AutoreId,
                a.ImportoAppalto.Centesimi,
                CigPadre = db.Lotti.Where(l => l.Id == a.LottoId).Select(l => l.CigPadre).First(),
                a.CigDerivati,
                a.NotaRitorno,
                a.ModificatoIl,
                a.RichiestoIl,
                RupAttivo = rupAttivi.Any(x => x.PersonaId == a.RupId && x.EnteId == a.EnteId),
                Approvabile = a.Stato != StatoAffidamento.InApprovazione
                    || responsabili.Any(x => x.PersonaId != a.RupId && x.PersonaId != a.AutoreId && (x.EnteId == null || x.EnteId == a.EnteId)),
            })
            .ToListAsync(ct);
        return [.. righe.Select(r => new VoceLavoro(
            r.Id, new NumeroAffidamento(r.Anno, r.Progressivo), r.TitoloDocumento, r.Ente, r.Rup, Importo.DaCentesimi(r.Centesimi), r.CigPadre, r.CigDerivati, r.NotaRitorno, r.ModificatoIl, r.RichiestoIl,
            r.RupId == io || r.AutoreId == io, rup && r.RupId == io, approva && r.RupId != io && r.AutoreId != io,
            RupNonAttivo: !r.RupAttivo, SenzaApprovatore: !r.Approvabile))];
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
        var atti = await Scadono().AsNoTracking().Where(t => id.Contains(t.AffidamentoId)).Select(t => new { t.AffidamentoId, t.Dati }).ToListAsync(ct);
        return [.. voci.Select(v => v with { Scade = atti.Where(t => t.AffidamentoId == v.Id).Min(t => t.Dati.ValidoFinoAl) })];
    }
}
