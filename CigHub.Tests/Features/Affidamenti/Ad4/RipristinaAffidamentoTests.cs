using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Ad4;

public sealed class RipristinaAffidamentoTests : VersionedCommandContract<RipristinaAffidamento>
{
    private Actor Istruttore => Bench.ActorOf("istruttore.tivoli");

    /// <summary>The second person deletes the Affidamento again, so that only this person may bring it back.</summary>
    private protected override string? EndedBySecondChange => "ripristino.altra-persona";

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var bozza = (await Bench.ReadAgain(id)).Bozza;
        await Bench.Succeeds(await Eliminato(id, Bench.Rup));
        var ora = await Bench.ReadAgain(id);
        Assert.Equal((StatoAffidamento.InLavorazione, bozza), (ora.Stato, ora.Bozza));
        Assert.Equal(Azioni.AffidamentoRipristinato, await Bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).Select(e => e.Azione).FirstAsync()));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Eliminato(await Bench.Affidamento(StatoAffidamento.InLavorazione), Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("amministratore"));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
        await Bench.Refuses("ripristino.altra-persona", comando, Istruttore);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("affidamento.stato", new RipristinaAffidamento(id, await Bench.Version(id)));
    }

    [Fact]
    public async Task Dopo_una_copia_di_chiunque_si_continua_con_quella_e_le_copie_di_prima_non_contano()
    {
        var (id, altro) = (await Bench.Affidamento(StatoAffidamento.InLavorazione), await Bench.Affidamento(StatoAffidamento.InLavorazione));
        await Bench.Succeeds(new CopiaAffidamento(id, Guid.CreateVersion7()));
        await Bench.Succeeds(await Eliminato(id, Bench.Rup));

        var comando = await Eliminato(id, Bench.Rup);
        await Bench.Succeeds(new CopiaAffidamento(altro, Guid.CreateVersion7()));
        await Bench.Succeeds(new CopiaAffidamento(id, Guid.CreateVersion7()), Istruttore);
        await Bench.Refuses("ripristino.copiato", comando);
    }

    [Fact]
    public async Task Due_volte_insieme_si_ripristina_una_volta_sola()
    {
        var comando = await Eliminato(await Bench.Affidamento(StatoAffidamento.InLavorazione), Bench.Rup);
        var esiti = await Task.WhenAll(Bench.Run(comando), Bench.Run(comando));
        Assert.Single(esiti, e => e.IsSuccess);
    }

    private protected override async Task<(RipristinaAffidamento Command, Actor Actor)> SeenNow() =>
        (await Eliminato(await Bench.Affidamento(StatoAffidamento.InLavorazione), Bench.Rup), Bench.Rup);

    private protected override async Task<Actor> ChangedBySecondPerson(RipristinaAffidamento command, Actor first)
    {
        await Bench.Succeeds(command, first);
        await Eliminato(command.AffidamentoId, Istruttore);
        return Istruttore;
    }

    private async Task<RipristinaAffidamento> Eliminato(Guid id, Actor chi)
    {
        await Bench.Succeeds(new EliminaAffidamento(id, await Bench.Version(id)), chi);
        return new RipristinaAffidamento(id, await Bench.Version(id));
    }
}
