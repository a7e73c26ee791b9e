using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Spesa;

/// <summary>
/// Writes a ledger with all that it knows, by chance but always the same: conferme that end and that a request consumes, riserve
/// that end with and without a CIG, adhesions made before
/// CigHub, corrections up and down, annulments and their withdrawal, communications and their corrections, and extensions of the massimale.
/// Days fall into leap years, and rows are recorded on the same day or much later.
/// </summary>
internal sealed class SpesaStory(TestBench bench)
{
    private const string Cig = "B1234ABC7C";

    private static readonly DateOnly _first = new(2023, 11, 1);

    private readonly Random _chance = new(28112026);

    private IReadOnlyList<Lotto> Lotti => [bench.Catalogo.Lotti[0], bench.Catalogo.Lotti.First(l => l.HaPiuAggiudicatari), bench.Catalogo.Lotti[3]];

    public async Task Tell(int acts)
    {
        foreach (var lotto in Lotti)
        {
            await bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
            {
                var capienza = await db.Capienze.SingleAsync(c => c.LottoId == lotto.Id);
                db.Movimenti.AddRange(Enumerable.Range(0, acts).SelectMany(_ => Act(lotto, capienza)).ToList());
                return Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Lotto, lotto.Id, null));
            });
        }
    }

    /// <summary>Gives each party of the Lotto with several suppliers a quota: ten per cent, and to the first one the rest.</summary>
    public Task Quote() => bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
    {
        var lotto = await db.Lotti.SingleAsync(l => l.Id == Lotti[1].Id);
        var parties = lotto.Fornitori.Select(f => f.IdPartecipante).Distinct().ToList();
        Assert.True(lotto.Modifica(new DatiLotto(
            lotto.Numero, lotto.Oggetto, lotto.CigPadre, lotto.Caratteristiche,
            [.. lotto.Fornitori.Select(f => f with { Quota = f.IdPartecipante == parties[0] ? 100 - (10 * (parties.Count - 1)) : 10 })])
        {
            EsitoPadre = lotto.EsitoPadre,
            PadreVerificatoIl = lotto.PadreVerificatoIl,
        }).IsSuccess);
        return Events.Of(new EventToWrite(Azioni.LottoSalvato, Oggetti.Lotto, lotto.Id, null));
    });

    /// <summary>Returns the rows of one act. One in ten lies on the last day of February or on the first of March.</summary>
    private IReadOnlyList<MovimentoCapienza> Act(Lotto lotto, Capienza capienza)
    {
        var day = _chance.Next(10) == 0 ? new DateOnly(2024, 2, 28 + _chance.Next(2)) : _first.AddDays(_chance.Next(1100));
        var later = day.AddDays(_chance.Next(4) == 0 ? _chance.Next(200) : 0).ToDateTime(new TimeOnly(_chance.Next(24), 30), DateTimeKind.Utc);
        var amount = Importo.DaCentesimi(_chance.Next(1, 300_000));
        var adesione = new DatiAdesione(
            Guid.CreateVersion7(), bench.Catalogo.Enti[_chance.Next(bench.Catalogo.Enti.Count)].Id,
            _chance.Next(20) == 0 ? Guid.Empty : lotto.Fornitori[_chance.Next(lotto.Fornitori.Count)].IdPartecipante, day);
        var atto = new AttoDiRiferimento("Nota", day, "prot. 1");
        switch (_chance.Next(11))
        {
            case 0 when capienza.RegistraAltreAdesioni(_chance.Next(5) == 0 ? -amount : amount, atto, later).TryGet(out var communicated):
                return [communicated];
            case 1 when capienza.VariaMassimale(_chance.Next(2) == 0 ? amount : -amount, true, atto, later).TryGet(out var varied):
                return [varied];
            case 2:
                return [capienza.RegistraPregressa(adesione, amount, Cig, later)];
            case 3 when capienza.Riserva(adesione, amount, later).TryGet(out var waiting):
                return [waiting];
            case 4 when capienza.Riserva(adesione, amount, later).TryGet(out var ended):
                return [ended, capienza.Rilascia(adesione, amount, later.AddDays(40))];
            case 5:
                return [capienza.AderisciSenzaRiserva(adesione, amount, Cig, later), capienza.CorreggiAdesione(adesione, amount, Cig, later.AddDays(35))];
            case 6:
                return [capienza.AderisciSenzaRiserva(adesione, amount, Cig, later), capienza.AnnullaAdesione(adesione, amount, Cig, later.AddDays(35))];
            case 7:
                var annulled = new List<MovimentoCapienza>
                {
                    capienza.AderisciSenzaRiserva(adesione, amount, Cig, later), capienza.AnnullaAdesione(adesione, amount, Cig, later.AddDays(3)),
                };
                return capienza.RiprendiAdesione(adesione, amount, Cig, later.AddDays(70)).TryGet(out var again) ? [.. annulled, again] : annulled;
            case 8 when capienza.Conferma(adesione, amount, Importo.Zero, atto, later).TryGet(out var confirmed):
                return _chance.Next(2) == 0 ? [confirmed] : [confirmed, capienza.FineConferma(adesione, amount, "finita", later.AddDays(60))];
            case 9 when capienza.Conferma(adesione, amount, Importo.Zero, atto, later).TryGet(out var used):
                var rows = new List<MovimentoCapienza> { used, capienza.FineConferma(adesione, amount, "richiesta", later.AddDays(20)) };
                rows.Add(capienza.Riserva(adesione, amount, later.AddDays(20), amount).Value);
                return rows;
            default:
                return capienza.Riserva(adesione, amount, later).TryGet(out var asked)
                    ? [asked, .. capienza.Aderisci(adesione, amount, Cig, later.AddDays(_chance.Next(60)))]
                    : [];
        }
    }
}
