using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.DopoIlCig;

/// <summary>The base class of the tests of a CIG too many: a second CIG that the portal gave for one award.</summary>
public abstract class CigInPiuContract<TCommand> : VersionedCommandContract<TCommand>
    where TCommand : ICommand
{
    private protected static readonly string Secondo = InventedCodes.Cig('C', 0x777).Valore;

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var (comando, _) = await SeenNow();
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("responsabile"));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
    }

    private protected async Task<RegistraCigInPiu> Registra(Guid id, string? cig = null) =>
        new(id, Guid.CreateVersion7(), cig ?? Secondo, false, await Bench.Version(id));

    private protected Task<CigInPiu> Letto(Guid affidamento) => Bench.Query(db => db.CigInPiu.AsNoTracking().SingleAsync(c => c.AffidamentoId == affidamento));

    private protected async Task<GruppoDiLavoro> NelCruscotto() =>
        (await Bench.Reader.Read<ListaDiLavoro, GruppoDiLavoro>(Bench.Rup, async q => await q.One(Attesa.CigDaAnnullare, Bench.Rup))).Value;
}

public sealed class RegistraCigInPiuTests : CigInPiuContract<RegistraCigInPiu>
{
    public override async Task Fa_cio_che_dice()
    {
        var (comando, _) = await SeenNow();
        await Bench.Succeeds(comando);
        var letto = await Letto(comando.AffidamentoId);
        Assert.Equal((Secondo, new DateOnly(2026, 12, 1), OrigineCigInPiu.Mano), (letto.Cig.Valore, letto.Entro, letto.Origine));

        // The Lotto gives the amount once.
        var lotto = Bench.Catalogo.Lotti[0].Id;
        Assert.Equal(Importo.DaEuro(1000), await Bench.Query(db => db.Capienze.Where(c => c.LottoId == lotto).Select(c => c.Aderito).SingleAsync()));
        await Bench.RegistroIntegro();
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        await Bench.Refuses("affidamento.stato", await Registra(await Bench.Affidamento(StatoAffidamento.CigInRichiesta)));

    [Fact]
    public async Task Resta_sul_Cruscotto_con_la_scadenza_finche_il_suo_annullamento_non_e_registrato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Assert.Equal(0, (await NelCruscotto()).Totale);
        await Bench.Succeeds(await Registra(id));
        Bench.Clock.Advance(TimeSpan.FromDays(30));
        var voce = Assert.Single((await NelCruscotto()).Voci);
        Assert.Equal((id, new DateOnly(2026, 12, 1)), (voce.Id, voce.Entro));

        await Bench.Succeeds(new AnnullaCigInPiu(id, (await Letto(id)).Id, "24/12/2026", "PI000123-26", await Bench.Version(id)));
        Assert.Equal(0, (await NelCruscotto()).Totale);
    }

    [Fact]
    public async Task Il_CIG_dell_affidamento_non_e_uno_in_piu_e_uno_in_piu_non_e_di_un_altro()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.Refuses("cig-in-piu.e-il-derivato", await Registra(id, (await Bench.ReadAgain(id)).CigDerivati));
        await Bench.Refuses("cig.e-il-padre", await Registra(id, Bench.Catalogo.Lotti[0].CigPadre.Valore));
        await Bench.Succeeds(await Registra(id));
        await Bench.Refuses("cig.gia-usato", await Registra(id));

        var altro = await Bench.ReadAgain(await Bench.Affidamento(StatoAffidamento.CigInRichiesta, cig: 0x999));
        await Bench.Refuses("cig.gia-usato", new RegistraCigDerivato(altro.Id, altro.Aggiudicazioni[0].Id, Secondo, altro.Version));
    }

    private protected override async Task<(RegistraCigInPiu Command, Actor Actor)> SeenNow() =>
        (await Registra(await Bench.Affidamento(StatoAffidamento.CigAcquisito)), Bench.Rup);
}

public sealed class AnnullaCigInPiuTests : CigInPiuContract<AnnullaCigInPiu>
{
    public override async Task Fa_cio_che_dice()
    {
        var (comando, _) = await SeenNow();
        await Bench.Succeeds(comando);
        var letto = await Letto(comando.AffidamentoId);
        Assert.Equal((new DateOnly(2026, 11, 24), "PI000123-26"), (letto.AnnullatoIl, letto.Riferimento));
        await Bench.RegistroIntegro();
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var (comando, _) = await SeenNow();
        await Bench.Succeeds(comando);
        await Bench.Refuses("cig-in-piu.gia-annullato", comando with { Version = await Bench.Version(comando.AffidamentoId) });
    }

    [Theory]
    [InlineData("25/11/2026", "PI1", "cig-in-piu.data-futura", "Giorno")]
    [InlineData("24/11/2026", " ", "modulo.mancante", "Riferimento")]
    public async Task Vuole_il_giorno_e_il_riferimento_dell_annullamento(string giorno, string riferimento, string codice, string campo)
    {
        var (comando, _) = await SeenNow();
        Assert.Equal(campo, (await Bench.Refuses(codice, comando with { Giorno = giorno, Riferimento = riferimento })).Field);
    }

    private protected override async Task<(AnnullaCigInPiu Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.Succeeds(await Registra(id));
        return (new AnnullaCigInPiu(id, (await Letto(id)).Id, "24/11/2026", "PI000123-26", await Bench.Version(id)), Bench.Rup);
    }
}
