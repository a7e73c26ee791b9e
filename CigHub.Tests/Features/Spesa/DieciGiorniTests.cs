using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Demo.Dimostrazione;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Dettaglio;
using CigHub.Web.Features.Spesa.Movimenti;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Relazione;
using CigHub.Web.Features.Spesa.Riepiloghi;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Spesa;

/// <summary>
/// Compares the two readings of past days with an office that stopped on that day: the generator writes the same story with the same ids, but
/// only up to the day.
/// </summary>
public sealed class DieciGiorniTests
{
    [Fact]
    [LongRun(typeof(DieciGiorniTests), "ten days in place of two")]
    public Task Le_due_letture_di_dieci_giorni_sono_quelle_dell_ufficio_fermato_quel_giorno() =>
        Compare(affidamenti: 90, almenoTardivi: 20, [1, 13, 24, 25, 54, 100, 237, 328, 329, 512]);

    /// <summary>The last day of a month in a year that runs, and the last day of a year.</summary>
    [Fact]
    public Task Le_due_letture_di_due_giorni_sono_quelle_dell_ufficio_fermato_quel_giorno() => Compare(affidamenti: 40, almenoTardivi: 2, [24, 328]);

    /// <summary>Compares both readings of each day with the office that stopped then.</summary>
    /// <param name="affidamenti">The number of Affidamenti of the office.</param>
    /// <param name="almenoTardivi">The least number of movements that were recorded after their day. Fewer would prove nothing.</param>
    /// <param name="giorniPrima">The days before 24 November 2026: months, years and their first and last days.</param>
    private static async Task Compare(int affidamenti, int almenoTardivi, int[] giorniPrima)
    {
        await using var tutto = await TestOffice.Generate(affidamenti);
        var (tardivi, relazioni, registro) = (0, 0, tutto.Rows("Registro"));
        foreach (var prima in giorniPrima)
        {
            await using var fermato = await TestOffice.Generate(affidamenti, fermaGiorniPrima: prima);
            var events = fermato.Rows("Registro");
            Assert.True(events.SequenceEqual(registro.Take(events.Count)), $"{prima} days ago the registro was another one");
            var al = TestOffice.Oggi.AddDays(-prima);
            var (quelGiorno, oggi) = (new SpesaFilter { Al = al, Orologio = SpesaClock.Registrazione }, new SpesaFilter { Al = al });

            // «Come noto quel giorno»: every page, and the report with its last event, are what the stopped office shows.
            Assert.Equal(await Pages(fermato, quelGiorno), await Pages(tutto, quelGiorno));
            foreach (var rup in Rup(await fermato.List<Appartenenza>(), await tutto.List<Appartenenza>()))
            {
                Assert.Equal(await Relazione(fermato, al, rup), await Relazione(tutto, al, rup));
                relazioni++;
            }

            var saputo = await Ask<QuadroSpesa, QuadroSpesaView>(fermato, async q => await q.Run(new SpesaFilter(), false));
            var mostrato = await Ask<QuadroSpesa, QuadroSpesaView>(tutto, async q => await q.Run(quelGiorno, false));
            Assert.Equal(
                saputo.Convenzioni.SelectMany(c => c.Lotti).Select(l => (l.Id, l.Termini)).OrderBy(l => l.Id),
                mostrato.Convenzioni.SelectMany(c => c.Lotti).Select(l => (l.Id, l.Termini)).OrderBy(l => l.Id));

            // «Come noto oggi, per data di adesione»: what the stopped office shows up to the day, and what was recorded afterwards.
            foreach (var voce in Enum.GetValues<ComponenteCapienza>())
            {
                var (allora, adesso, dopo) = (
                    await Rows(fermato, oggi with { Voce = voce }), await Rows(tutto, oggi with { Voce = voce }),
                    await Rows(tutto, oggi with { Voce = voce, Tardivi = true }));
                Assert.Equal(adesso.Order(), allora.Concat(dopo).Order());
                tardivi += dopo.Count;
                var (noto, poi, tra) = (
                    await Total(fermato, oggi with { Voce = voce }), await Total(tutto, oggi with { Voce = voce }),
                    await Total(tutto, oggi with { Voce = voce, Tardivi = true }));
                Assert.Equal(poi, noto + tra);
            }
        }

        Assert.True(tardivi > almenoTardivi, $"{tardivi} rows were recorded late");
        Assert.True(relazioni > giorniPrima.Length, $"{relazioni} reports of one Ente");
    }

    /// <summary>Returns one RUP of each Ente, in a role that stands in both offices.</summary>
    private static IEnumerable<Actor> Rup(IEnumerable<Appartenenza> fermato, IReadOnlyList<Appartenenza> tutto) =>
        fermato.Where(a => a is { Ruolo: Ruolo.Rup, EnteId: not null, Fino: null } && tutto.Any(t => t.Id == a.Id && t.Fino is null))
            .DistinctBy(a => a.EnteId).Select(a => new Actor(a.PersonaId, Ruolo.Rup, a.EnteId, [Ruolo.Rup]));

    private static async Task<string> Relazione(TestOffice office, DateOnly al, Actor actor)
    {
        var answer = await office.Reader.Read<RelazioneSpesa, RelazioneView>(actor, async q => await q.Run(al));
        Assert.True(answer.IsSuccess, string.Join("; ", answer.Errors));
        return AskedQuery.Text(answer.Value);
    }

    /// <summary>Returns everything that the pages of the spending and the report show at a moment, as one text.</summary>
    private static async Task<string> Pages(TestOffice office, SpesaFilter moment)
    {
        var quadro = await Ask<QuadroSpesa, QuadroSpesaView>(office, async q => await q.Run(moment, false));
        List<object> shown = [quadro, await Ask<RelazioneSpesa, RelazioneView>(office, async q => await q.Run(moment.Al!.Value))];
        foreach (var choice in quadro.Convenzioni.Select(c => moment with { ConvenzioneId = c.Id }).Prepend(moment))
        {
            shown.Add(await Ask<ConsumoNelTempo, ConsumoView>(office, async q => await q.Run(choice)));
            foreach (var per in Enum.GetValues<DimensioneSpesa>())
            {
                shown.Add(await Ask<RiepilogoSpesa, RiepilogoView>(office, async q => await q.Run(choice, per)));
            }
        }

        shown.AddRange(await Rows(office, moment));
        return string.Join('\n', shown.Select(AskedQuery.Text));
    }

    private static async Task<List<string>> Rows(TestOffice office, SpesaFilter choice) => await Ask<MovimentiSpesa, List<string>>(
        office, async q => await q.Each(choice, 100_000).Select(r => AskedQuery.Text(r)).ToListAsync());

    private static async Task<Importo> Total(TestOffice office, SpesaFilter choice) =>
        (await Ask<MovimentiSpesa, MovimentiSpesaView>(office, async q => await q.Run(choice, 1))).Totale;

    private static async Task<T> Ask<TQuery, T>(TestOffice office, Func<TQuery, Task<T?>> ask)
        where TQuery : class, IQuery
        where T : class
    {
        var answer = await office.Reader.Read(await office.Responsabile(), ask);
        Assert.True(answer.IsSuccess, string.Join("; ", answer.Errors));
        return answer.Value;
    }
}
