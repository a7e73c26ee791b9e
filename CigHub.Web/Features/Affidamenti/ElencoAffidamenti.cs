using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti;

/// <summary>A line of the list of Affidamenti.</summary>
public sealed record VoceAffidamento(
    Guid Id,
    NumeroAffidamento Numero,
    string Titolo,
    string Oggetto,
    string Ente,
    string Rup,
    Guid RupId,
    StatoAffidamento Stato,
    MotivoRitorno Ritorno,
    Importo Importo,
    Cig CigPadre,
    Cig? CigDerivato,
    DateTime ModificatoIl,
    DateTime? RichiestoIl)
{
    /// <summary>Where its next action is: the hand-off while a request is open, the scheda otherwise.</summary>
    public string Indirizzo => Stato is StatoAffidamento.CigInRichiesta or StatoAffidamento.EsitoDaVerificare ? AppRoutes.RichiestaDi(Id) : AppRoutes.SchedaDi(Id);
}

/// <summary>The Affidamenti that the actor may see, newest change first, those of one state or all that are not deleted.</summary>
public sealed class ElencoAffidamenti(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<Pagina<VoceAffidamento>> Esegui(StatoAffidamento? stato, int pagina, int perPagina, CancellationToken ct = default)
    {
        var filtrati = db.Affidamenti.AsNoTracking().Where(a => stato == null ? a.Stato != StatoAffidamento.Eliminato : a.Stato == stato);
        var voci = await filtrati
            .OrderByDescending(a => a.ModificatoIl).ThenByDescending(a => a.Id)
            .Skip((pagina - 1) * perPagina).Take(perPagina)
            .Select(a => new
            {
                a.Id,
                a.Anno,
                a.Progressivo,
                a.TitoloDocumento,
                a.Oggetto,
                Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).First(),
                Rup = db.Persone.Where(p => p.Id == a.RupId).Select(p => p.Nome + " " + p.Cognome).First(),
                a.RupId,
                a.Stato,
                a.Ritorno,
                Centesimi = a.Aggiudicazioni.Sum(g => g.Importo.Centesimi),
                CigPadre = db.Lotti.Where(l => l.Id == a.LottoId).Select(l => l.CigPadre).First(),
                CigDerivato = a.Aggiudicazioni.OrderBy(g => g.Indice).Select(g => g.CigDerivato).FirstOrDefault(),
                a.ModificatoIl,
                a.RichiestoIl,
            })
            .ToListAsync(ct);
        return new Pagina<VoceAffidamento>(
            [.. voci.Select(v => new VoceAffidamento(
                v.Id, new NumeroAffidamento(v.Anno, v.Progressivo), v.TitoloDocumento, v.Oggetto, v.Ente, v.Rup, v.RupId, v.Stato, v.Ritorno,
                Importo.DaCentesimi(v.Centesimi), v.CigPadre, v.CigDerivato, v.ModificatoIl, v.RichiestoIl))],
            await filtrati.CountAsync(ct));
    }
}
