using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Deleghe;

/// <summary>Checks who confers a delega, to whom, and with which act.</summary>
public sealed class ConferisciDelegaTests : CommandContract<ConferisciDelega>
{
    private Guid Istruttore => Bench.ActorOf("istruttore.tivoli").PersonaId;

    public override async Task Fa_cio_che_dice()
    {
        var affidamento = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var (id, form) = (Guid.CreateVersion7(), SampleDeleghe.Scelti(Istruttore, affidamento));
        form.OperaSulPortale = "";
        await Bench.Succeeds(new ConferisciDelega(id, form));

        var delega = await Bench.Query(db => db.Deleghe.AsNoTracking().Include(d => d.Affidamenti).SingleAsync());
        Assert.Equal((id, Bench.Rup.PersonaId, Istruttore, Bench.Rup.EnteId), (delega.Id, delega.DeleganteId, delega.DelegatoId, delega.EnteId));
        Assert.Equal([AttoDelegabile.Compilare, AttoDelegabile.RegistrareEsito, AttoDelegabile.TenereFascicolo], delega.Atti);
        Assert.Equal(affidamento, Assert.Single(delega.Affidamenti).AffidamentoId);
        Assert.Equal(new AttoDiDelega(TipoAttoDiNomina.OrdineDiServizio, "12", new DateOnly(2026, 11, 20), "4512/2026"), delega.Atto);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new ConferisciDelega(Guid.CreateVersion7(), SampleDeleghe.Form(Istruttore));
        foreach (var chi in new[] { "istruttore.tivoli", "responsabile", "auditor", "amministratore" })
        {
            await Bench.Refuses("accesso.negato", comando, Bench.ActorOf(chi));
        }

        await Bench.Refuses("delega.fuori-dall-ente", comando, Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var altrui = await Bench.Affidamento(StatoAffidamento.InLavorazione, rup: "rup2.tivoli");
        await Bench.Refuses("delega.affidamento-altrui", new ConferisciDelega(Guid.CreateVersion7(), SampleDeleghe.Scelti(Istruttore, altrui)));
        await Bench.Refuses("delega.a-se-stesso", new ConferisciDelega(Guid.CreateVersion7(), SampleDeleghe.Form(Bench.Rup.PersonaId)));
        await Bench.Refuses(
            "delega.fuori-dall-ente",
            new ConferisciDelega(Guid.CreateVersion7(), SampleDeleghe.Form(Bench.ActorOf("istruttore.velletri").PersonaId)));
        await Bench.Refuses("delega.chi-controlla", new ConferisciDelega(Guid.CreateVersion7(), SampleDeleghe.Form(Bench.Auditor.PersonaId)));
        Assert.Empty(await Bench.Query(db => db.Deleghe.ToListAsync()));
    }

    [Fact]
    public async Task Si_delega_chi_lavora_al_Soggetto_Aggregatore()
    {
        // The Ente of Velletri becomes the Soggetto Aggregatore of this test: the setting names it by its codice fiscale.
        var ente = await Bench.Query(db => db.Enti.AsNoTracking().SingleAsync(e => e.Id == Bench.RupOfAnotherEnte.EnteId));
        var form = EnteForm.Of(ente);
        form.CodiceFiscale = new DelegheSettings().SoggettoAggregatore;
        await Bench.Succeeds(new SalvaEnte(ente.Id, form, ente.Version), Bench.Amministratore());

        var delegato = await Bench.Delegato(who: "istruttore.velletri");
        Assert.Equal((Ruolo.Delegato, Bench.Rup.EnteId), (delegato.Ruolo, delegato.EnteId));
    }
}

/// <summary>Checks that only the RUP who conferred a delega revokes it, with a reason, and once.</summary>
public sealed class RevocaDelegaTests : CommandContract<RevocaDelega>
{
    public override async Task Fa_cio_che_dice()
    {
        var delegato = await Bench.Delegato();
        await Bench.Succeeds(Revoca(delegato));
        var delega = await Bench.Query(db => db.Deleghe.AsNoTracking().SingleAsync());
        Assert.Equal((Bench.Clock.GetUtcNow().UtcDateTime, "Rientro dalle ferie"), (delega.RevocataIl, delega.MotivoRevoca));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var revoca = Revoca(await Bench.Delegato());
        await Bench.Refuses("accesso.negato", revoca, Bench.ActorOf("amministratore"));
        await Bench.Refuses("accesso.negato", revoca, Bench.ActorOf("istruttore.tivoli"));
        await Bench.Refuses("dati.non-trovato", revoca, Bench.RupOfAnotherEnte);
        await Bench.Refuses("delega.non-tua", revoca, Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var delegato = await Bench.Delegato();
        await Bench.Refuses("delega.senza-motivo", Revoca(delegato) with { Motivo = "  " });
        await Bench.Succeeds(Revoca(delegato));
        await Bench.Refuses("delega.gia-revocata", Revoca(delegato));
    }

    private static RevocaDelega Revoca(Actor delegato) => new(delegato.Delega!.Id, "Rientro dalle ferie");
}

/// <summary>Checks the delegate's own declaration on conflicts of interest.</summary>
public sealed class DichiaraDaDelegatoTests : CommandContract<DichiaraDaDelegato>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var delegato = await Bench.Delegato();
        await Bench.Declared(delegato, id);
        var dichiarata = await Bench.Query(db => db.DichiarazioniConflitto.SingleAsync(d => d.PersonaId == delegato.PersonaId));
        Assert.Equal((EsitoDichiarazione.NessunConflitto, id), (dichiarata.Esito, dichiarata.AffidamentoId));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new DichiaraDaDelegato(await Bench.Affidamento(StatoAffidamento.InLavorazione), DichiarazioneConflitto.VersioneTesto);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("auditor"));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var comando = new DichiaraDaDelegato(id, DichiarazioneConflitto.VersioneTesto);
        await Bench.Refuses("delega.non-serve", comando);
        await Bench.Refuses("conflitto.da-dichiarare", comando with { Dichiarazione = "2020-01" }, await Bench.Delegato());
    }
}
