using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.ListaAttesa;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.ListaAttesa;

/// <summary>Fills a Lotto, so that an Affidamento on it has to wait, and empties it again.</summary>
internal static class FullLotto
{
    /// <summary>Records as much altre adesioni on the Lotto of the Affidamento that exactly this much is left.</summary>
    public static async Task LeftOnTheLotto(this TestBench bench, Guid id, decimal euro)
    {
        var capienza = await bench.Query(db => db.Capienze.AsNoTracking()
            .SingleAsync(c => c.LottoId == db.Affidamenti.IgnoreQueryFilters().First(a => a.Id == id).LottoId));
        await bench.Succeeds(
            new RegistraAltreAdesioni(
                capienza.LottoId,
                new AttoSulLottoForm
                {
                    Importo = (capienza.Residuo - Importo.DaEuro(euro)).ToString(),
                    Descrizione = "Comunicazione",
                    Data = "24/11/2026",
                    Protocollo = "1/2026",
                }),
            bench.Amministratore());
    }
}

public sealed class MettiInListaAttesaTests : FascicoloContract<MettiInListaAttesa>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.ProntoPerIlPortale;

    private protected override StatoAffidamento? NonAmmesso => StatoAffidamento.CigInRichiesta;

    private protected override async Task<MettiInListaAttesa> Comando(Guid id)
    {
        if ((await Bench.ReadAgain(id)).Stato == StatoAffidamento.ProntoPerIlPortale)
        {
            await Bench.LeftOnTheLotto(id, 10);
        }

        return new MettiInListaAttesa(id, await Bench.Version(id));
    }

    private protected override async Task HaFatto(Guid id)
    {
        var a = await Bench.ReadAgain(id);
        Assert.NotNull(a.InListaDal);
        Assert.Equal(Importo.DaEuro(10), (await Bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == a.LottoId))).Residuo);
        Assert.Equal(0, await Bench.Query(db => db.Movimenti.CountAsync(m => m.Tipo == TipoMovimento.Riserva)));
    }

    [Fact]
    public async Task Con_il_posto_non_si_aspetta()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Refuses("lista-attesa.c-e-posto", new MettiInListaAttesa(id, await Bench.Version(id)));
    }
}

public sealed class LasciaListaAttesaTests : FascicoloContract<LasciaListaAttesa>
{
    private protected override StatoAffidamento Prima => StatoAffidamento.ProntoPerIlPortale;

    private protected override StatoAffidamento? NonAmmesso => StatoAffidamento.CigInRichiesta;

    private protected override async Task<LasciaListaAttesa> Comando(Guid id)
    {
        if ((await Bench.ReadAgain(id)).Stato == StatoAffidamento.ProntoPerIlPortale)
        {
            await Bench.LeftOnTheLotto(id, 10);
            await Bench.Succeeds(new MettiInListaAttesa(id, await Bench.Version(id)));
        }

        return new LasciaListaAttesa(id, await Bench.Version(id));
    }

    private protected override async Task HaFatto(Guid id) => Assert.Null((await Bench.ReadAgain(id)).InListaDal);
}

/// <summary>Checks the order of the lista d'attesa over two Enti, whom the Cruscotto tells that there is room, and what a manager sees.</summary>
public sealed class ListaAttesaTests : WithBench
{
    private static readonly SpesaFilter Tutto = new();

    [Fact]
    public async Task Chi_arriva_prima_lo_sa_dal_Cruscotto_e_chi_viene_dopo_aspetta_ancora()
    {
        var (tivoli, velletri) = (Bench.Rup, Bench.RupOfAnotherEnte);
        var primo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var secondo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "50,00", rup: "rup.velletri");
        await Bench.LeftOnTheLotto(primo, 10);
        await Bench.Succeeds(new MettiInListaAttesa(primo, await Bench.Version(primo)), tivoli);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.Succeeds(new MettiInListaAttesa(secondo, await Bench.Version(secondo)), velletri);
        Assert.Equal(new PostoDellaLista(1, 2), await Posto(primo, tivoli));
        Assert.Equal(new PostoDellaLista(2, 2), await Posto(secondo, velletri));
        Assert.False((await Bench.Reader.Read<PostoInLista, PostoDellaLista>(velletri, async q => await q.Run(primo), default)).IsSuccess);

        // There is room for the second one, but the first one has waited longer and needs more.
        await Bench.LeftOnTheLotto(primo, 60);
        Assert.Empty(await Liberati(tivoli));
        Assert.Empty(await Liberati(velletri));
        await Bench.LeftOnTheLotto(primo, 999.99m);
        Assert.Empty(await Liberati(tivoli));
        await Bench.LeftOnTheLotto(primo, 1000);
        Assert.Equal(primo, Assert.Single(await Liberati(tivoli)).AffidamentoId);
        Assert.Empty(await Liberati(velletri));

        await Bench.Succeeds(new LasciaListaAttesa(primo, await Bench.Version(primo)), tivoli);
        Assert.Equal(secondo, Assert.Single(await Liberati(velletri)).AffidamentoId);
        Assert.Empty(await Liberati(tivoli));
    }

    [Fact]
    public async Task Il_dirigente_di_tutti_vede_la_lista_in_ordine_e_quello_di_un_Ente_gli_altri_solo_contati()
    {
        var primo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup.velletri");
        var secondo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "50,00");
        await Bench.LeftOnTheLotto(primo, 49.99m);
        await Bench.Succeeds(new MettiInListaAttesa(primo, await Bench.Version(primo)), Bench.RupOfAnotherEnte);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.Succeeds(new MettiInListaAttesa(secondo, await Bench.Version(secondo)));
        await Bench.LeftOnTheLotto(primo, 50);

        var tutti = await Lista(Bench.Responsabile(), Tutto);
        Assert.Equal([(primo, 1, false), (secondo, 2, true)], tutti.Righe.Select(r => (r.AffidamentoId, r.Posto, r.CiSta)));
        Assert.Equal((0, Importo.DaEuro(50)), (tutti.AltriEnti, tutti.Righe[0].Residuo));

        var uno = await Lista(Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile), Tutto);
        Assert.Equal((secondo, 2, 1), (Assert.Single(uno.Righe).AffidamentoId, uno.Righe[0].Posto, uno.AltriEnti));
        Assert.Empty((await Lista(Bench.Responsabile(), new SpesaFilter { LottoId = Bench.Catalogo.Lotti[1].Id })).Righe);
    }

    private async Task<PostoDellaLista> Posto(Guid id, Actor chi) =>
        (await Bench.Reader.Read<PostoInLista, PostoDellaLista>(chi, async q => await q.Run(id), default)).Value;

    private async Task<IReadOnlyList<PostoLiberatoRow>> Liberati(Actor chi) =>
        (await Bench.Reader.Read<PostiLiberati, PostiLiberatiView>(chi, async q => await q.Run(chi.PersonaId), default)).Value.Righe;

    private async Task<InAttesaView> Lista(Actor chi, SpesaFilter filter) =>
        (await Bench.Reader.Read<InAttesaDiCapienza, InAttesaView>(chi, async q => await q.Run(filter), default)).Value;
}
