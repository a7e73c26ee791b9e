using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Spesa.Avvisi;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Scadenze;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Spesa;

/// <summary>Tests the last days that come soon and the alerts, for users of all Enti, of one Ente and of none.</summary>
public sealed class ScadenzeEAvvisiTests : WithBench
{
    private Actor Everywhere => Bench.ActorOf("responsabile");

    private Actor OfTivoli => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    private DateOnly Oggi => Bench.Clock.Today();

    [Fact]
    public async Task Una_conferma_ancora_da_usare_si_vede_dal_suo_Ente_fino_all_ultimo_giorno()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Atto(id, Oggi.AddDays(30));
        var usata = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 1);
        await Atto(usata, Oggi.AddDays(30));
        await Bench.Succeeds(new AvviaRichiestaCig(usata, await Bench.Version(usata), DichiarazioneConflitto.VersioneTesto));
        foreach (var actor in new[] { Everywhere, OfTivoli, Bench.Auditor })
        {
            var row = Assert.Single(await Scadenze(actor, 30), r => r.Tipo == TipoScadenza.ConfermaDiCapienza);
            Assert.Equal((Oggi.AddDays(30), 30, AppRoutes.SchedaDi(id), "Comune di Tivoli"), (row.Giorno, row.Giorni, row.Indirizzo, row.Ente));
        }

        foreach (var stranger in new[] { Bench.ActorOf("amministratore"), Bench.RupOfAnotherEnte })
        {
            Assert.DoesNotContain(await Scadenze(stranger, 180), r => r.Tipo == TipoScadenza.ConfermaDiCapienza);
        }

        Bench.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, Assert.Single(await Scadenze(OfTivoli, 30), r => r.Tipo == TipoScadenza.ConfermaDiCapienza).Giorni);
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain(await Scadenze(OfTivoli, 30), r => r.Tipo == TipoScadenza.ConfermaDiCapienza);
    }

    [Fact]
    public async Task Le_finestre_stanno_in_ordine_di_giorno_e_contano_chi_chiude_prima()
    {
        var (convenzione, lotto) = (Bench.Catalogo.Convenzioni[1], Bench.Catalogo.Lotti[0]);
        await Scrivi(async db => (await db.Convenzioni.SingleAsync(c => c.Id == convenzione.Id)).Modifica(
            new(convenzione.Titolo, convenzione.Disciplina, convenzione.DataBando, convenzione.AdesioniDal, Oggi.AddDays(31), convenzione.ConfrontoCompetitivo,
                convenzione.Erosione)));
        Assert.DoesNotContain(await Scadenze(Everywhere, 30), r => r.Indirizzo == AppRoutes.SpesaConvenzioneDi(convenzione.Id));
        var row = Assert.Single(await Scadenze(Bench.ActorOf("amministratore"), 60), r => r.Indirizzo == AppRoutes.SpesaConvenzioneDi(convenzione.Id));
        Assert.Equal((Oggi.AddDays(31), 31, null), (row.Giorno, row.Giorni, row.Ente));
        var all = await Scadenze(Everywhere, 10_000);
        Assert.Equal(all.Select(r => r.Giorno).Order(), all.Select(r => r.Giorno));
        Assert.All(all, r => Assert.InRange(r.Giorni, 0, 180));
        Assert.NotEqual(convenzione.Id, lotto.ConvenzioneId);
    }

    [Fact]
    public async Task Un_contratto_avvisa_da_novanta_giorni_prima_e_non_da_novantuno()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Bench.Forza("UPDATE Affidamenti SET ContrattoAl = $al WHERE Id = $id", ("$id", id), ("$al", $"{Oggi.AddDays(91):yyyy-MM-dd}"));
        Assert.DoesNotContain(await Scadenze(OfTivoli, 90), r => r.Tipo == TipoScadenza.Contratto && r.Indirizzo == AppRoutes.FascicoloDi(id));
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(90, Assert.Single(await Scadenze(OfTivoli, 90), r => r.Indirizzo == AppRoutes.FascicoloDi(id)).Giorni);
        Bench.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(0, Assert.Single(await Scadenze(OfTivoli, 90), r => r.Indirizzo == AppRoutes.FascicoloDi(id)).Giorni);
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain(await Scadenze(OfTivoli, 90), r => r.Indirizzo == AppRoutes.FascicoloDi(id));
    }

    [Fact]
    public async Task Gli_avvisi_vanno_dal_piu_grave_e_portano_alle_cifre()
    {
        var quasi = Bench.Catalogo.Lotti[2];
        var avvisi = await Avvisi(Everywhere);
        Assert.Equal(avvisi.Select(a => a.Gravita).Order(), avvisi.Select(a => a.Gravita));
        var basso = Assert.Single(avvisi, a => a.Indirizzo == AppRoutes.SpesaLottoDi(quasi.Id) && a.Frase.StartsWith("Restano ", StringComparison.Ordinal));
        Assert.Matches(@"^Restano [\d.,]+ € su [\d.,]+ € \([\d,]+.%\): meno del (5|10) %\.$", basso.Frase.Replace('\u00A0', ' '));
        Assert.Contains(avvisi, a => a.Frase.StartsWith("CMRC non ha mai comunicato adesioni", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Una_richiesta_ferma_avvisa_il_suo_Ente_e_nessun_altro()
    {
        await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        Assert.DoesNotContain(await Avvisi(OfTivoli), Ferma);
        Bench.Clock.Advance(TimeSpan.FromDays(30));
        var own = Assert.Single(await Avvisi(OfTivoli), Ferma);
        Assert.StartsWith("1 richiesta ferma da almeno 30 giorni tiene ", own.Frase, StringComparison.Ordinal);
        Assert.EndsWith("la più vecchia è aperta da 30 giorni.", own.Frase, StringComparison.Ordinal);
        Assert.Contains(await Avvisi(Everywhere), Ferma);
        Assert.DoesNotContain(await Avvisi(Bench.RupOfAnotherEnte), Ferma);

        static bool Ferma(AvvisoShown a) => a.Indirizzo.StartsWith(AppRoutes.SpesaInCorso, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Una_conferma_senza_richiesta_avvisa_come_una_richiesta_ferma()
    {
        await Atto(await Bench.Affidamento(StatoAffidamento.InLavorazione), Oggi.AddDays(90));
        Bench.Clock.Advance(TimeSpan.FromDays(30));
        var own = Assert.Single(await Avvisi(OfTivoli), a => a.Indirizzo.StartsWith(AppRoutes.SpesaInCorso, StringComparison.Ordinal));
        Assert.StartsWith("1 conferma senza richiesta da almeno 30 giorni tiene 1.000,00", own.Frase, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<AvvisoShown>> Avvisi(Actor actor) => AvvisiSpesa.Of(
        (await Bench.Reader.Read<QuadroSpesa, QuadroSpesaView>(actor, async q => await q.Run(new SpesaFilter(), false))).Value,
        (await Bench.Reader.Read<RichiesteInCorso, IReadOnlyList<CapienzaTrattenuta>>(actor, async q => await q.Trattenute())).Value, Oggi);

    private async Task<IReadOnlyList<ScadenzaRow>> Scadenze(Actor actor, int entro) =>
        (await Bench.Reader.Read<ScadenzeSpesa, ScadenzeView>(actor, async q => await q.Run(entro, null))).Value.Righe;

    private async Task Atto(Guid id, DateOnly fino) => await Bench.Succeeds(
        new RegistraRisposta(id, Guid.CreateVersion7(), SampleFiles.Confirm(fino: RomeTime.Text(fino)), await Bench.Version(id)));

    private Task Scrivi(Func<CigHub.Web.Data.CigHubDbContext, Task> write) => Bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
    {
        await write(db);
        return Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));
    });
}
