using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.InCorso;

/// <summary>One Affidamento that waits for room on its Lotto.</summary>
/// <param name="Posto">The place in the list of its Lotto, from 1, with the Affidamenti of other Enti counted.</param>
/// <param name="Dal">The instant, UTC, since which it waits.</param>
/// <param name="Residuo">What is left of the Lotto now.</param>
/// <param name="CiSta">Says whether the residuo is enough for it now.</param>
public sealed record InAttesaRow(
    Guid AffidamentoId, NumeroAffidamento Numero, StatoAffidamento Stato, string Oggetto, string Ente, string Rup, Guid LottoId, int Lotto,
    string Convenzione, int Posto, DateTime Dal, Importo Importo, Importo Residuo, bool CiSta);

/// <summary>The Affidamenti that wait for capacity, by Lotto and order of arrival, and the number of those that the user may not see.</summary>
public sealed record InAttesaView(IReadOnlyList<InAttesaRow> Righe, int AltriEnti);

/// <summary>Returns the lista d'attesa of the Lotti. Waiting takes no capacity, so that no amount of it is in any sum.</summary>
public sealed class InAttesaDiCapienza(CigHubDbContext db, Ambito ambito) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<InAttesaView> Run(SpesaFilter filter, CancellationToken ct = default)
    {
        var tutti = await (
            from a in db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            where a.InListaDal != null
            join l in db.Lotti on a.LottoId equals l.Id
            join c in db.Convenzioni on l.ConvenzioneId equals c.Id
            join k in db.Capienze on l.Id equals k.LottoId
            join e in db.Enti on a.EnteId equals e.Id
            join p in db.Persone on a.RupId equals p.Id
            where (filter.LottoId == null || l.Id == filter.LottoId) && (filter.ConvenzioneId == null || c.Id == filter.ConvenzioneId)
            select new
            {
                a.Id,
                a.Anno,
                a.Progressivo,
                a.Stato,
                a.Oggetto,
                a.EnteId,
                a.InListaDal,
                Ente = e.Denominazione,
                Rup = p.NomeCompleto,
                LottoId = l.Id,
                l.Numero,
                c.Titolo,
                Importo = a.ImportoAppalto.Centesimi,
                Confermato = a.Confermato.Centesimi,
                Residuo = k.Massimale.Centesimi - k.Aderito.Centesimi - k.Riservato.Centesimi - k.AltreAdesioni.Centesimi,
            }).ToListAsync(ct);
        var sguardo = SguardoSpesa.Of(ambito);
        var righe =
            from lista in tutti.GroupBy(a => a.LottoId)
            from a in lista
            where sguardo.Tutti || a.EnteId == sguardo.SoloEnte
            orderby a.Titolo, a.Numero, a.InListaDal
            select new InAttesaRow(
                a.Id, new NumeroAffidamento(a.Anno, a.Progressivo), a.Stato, a.Oggetto, a.Ente, a.Rup, a.LottoId, a.Numero, a.Titolo,
                1 + lista.Count(x => x.InListaDal < a.InListaDal), a.InListaDal!.Value, Importo.DaCentesimi(a.Importo),
                Importo.DaCentesimi(a.Residuo), a.Importo <= a.Residuo + a.Confermato);
        List<InAttesaRow> viste = [.. righe];
        return new InAttesaView(viste, tutti.Count - viste.Count);
    }
}
