using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Avvisi;

/// <summary>An alert that is muted, with the person who did it, the last day and the reason.</summary>
public sealed record AvvisoMuto(AvvisoShown Avviso, string Chi, DateOnly FinoAl, string Motivo);

/// <summary>The alerts of today, the worst first: those that ask for attention, and those that somebody muted.</summary>
public sealed record AvvisiView(IReadOnlyList<AvvisoShown> Attivi, IReadOnlyList<AvvisoMuto> Silenziati);

/// <summary>
/// Returns the alerts about the Lotti that the user's Ente uses, or about all. Who works for one Ente has the muted alerts of that Ente, who
/// works for all Enti has those of the office.
/// </summary>
public sealed class AvvisiAttuali(CigHubDbContext db, Ambito ambito, QuadroSpesa quadro, RichiesteInCorso inCorso, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    public async Task<AvvisiView> Run(CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var tutti = AvvisiSpesa.Of(await quadro.Run(new SpesaFilter(), soloUsati: true, ct), await inCorso.Trattenute(ct), oggi);
        var silenziati = await (
            from s in db.AvvisiSilenziati.AsNoTracking()
            where s.EnteId == ambito.EnteId && s.FinoAl >= oggi
            join p in db.Persone on s.PersonaId equals p.Id
            select new { Silenziato = s, p.NomeCompleto }).ToDictionaryAsync(s => (s.Silenziato.LottoId, s.Silenziato.Tipo), ct);
        var (attivi, muti) = (new List<AvvisoShown>(), new List<AvvisoMuto>());
        foreach (var a in tutti)
        {
            if (!a.Oltre && silenziati.TryGetValue((a.LottoId, a.Tipo), out var s) && s.Silenziato.Copre(a.Gravita, oggi))
            {
                muti.Add(new AvvisoMuto(a, s.NomeCompleto, s.Silenziato.FinoAl, s.Silenziato.Motivo));
            }
            else
            {
                attivi.Add(a);
            }
        }

        return new AvvisiView(attivi, muti);
    }
}
