using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.Features.Persone.NuovoRup;
using CigHub.Web.Features.Persone.RuoliENomine;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Persone;

public sealed class AggiungiRupTests : CommandContract<AggiungiRup>
{
    private Guid Velletri => Bench.RupOfAnotherEnte.EnteId!.Value;

    public override async Task Fa_cio_che_dice()
    {
        var nuova = Comando();
        await Bench.Succeeds(nuova, Bench.Amministratore());
        var ruolo = await Bench.Query(db => db.Appartenenze.AsNoTracking().SingleAsync(a => a.Id == nuova.RuoloId));
        Assert.Equal((nuova.PersonaId, Ruolo.Rup, Velletri), (ruolo.PersonaId, ruolo.Ruolo, ruolo.EnteId));
        Assert.Equal(2, (await Bench.EventiSu(nuova.PersonaId)).Count);

        // A person who works with CigHub already gets the role alone.
        var nota = Comando(Bench.ActorOf("istruttore.tivoli").PersonaId);
        await Bench.Succeeds(nota, Bench.Amministratore());
        Assert.Equal("Livia Serrani", (await Bench.RileggiPersona(nota.PersonaId)).NomeCompleto);
        Assert.True(await Bench.Query(db => db.Appartenenze.AnyAsync(a => a.Id == nota.RuoloId && a.EnteId == Velletri)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", Comando(), Bench.Rup);
        await Bench.Refuses("accesso.negato", Comando(), Bench.RupOfAnotherEnte);
        await Bench.Refuses("accesso.negato", Comando(), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var office = Bench.Amministratore();
        await Bench.Refuses("dati.non-trovato", Comando() with { EnteId = Guid.CreateVersion7() }, office);
        await Bench.Refuses("dati.non-trovato", Comando(Guid.CreateVersion7()), office);
        await Bench.Refuses(SeparazioneCompiti.NessunRuoloASeStesso.Codice, Comando(office.PersonaId), office);

        var senzaAtto = Comando();
        senzaAtto.Form.Ruolo.TipoAtto = senzaAtto.Form.Ruolo.NumeroAtto = senzaAtto.Form.Ruolo.DataAtto = senzaAtto.Form.Ruolo.EmanatoDa = "";
        Assert.Equal("TipoAtto", (await Bench.Refuses("nomina.senza-atto", senzaAtto, office)).Field);

        var omonima = Comando();
        omonima.Form.Persona.CodiceFiscale = (await Bench.RileggiPersona(Bench.Rup.PersonaId)).CodiceFiscale!.Valore;
        Assert.Equal("CodiceFiscale", (await Bench.Refuses("persona.codice-fiscale-usato", omonima, office)).Field);

        var due = Comando();
        await Bench.Succeeds(due, office);
        await Bench.Refuses("appartenenza.esiste-gia", due, office);
    }

    private AggiungiRup Comando(Guid? persona = null) => new(
        Velletri, persona ?? Guid.CreateVersion7(), Guid.CreateVersion7(),
        new NuovoRupForm
        {
            Chi = persona is { } id ? $"{id}" : NuovoRupForm.UnaNuova,
            Persona = SampleAnagrafe.Persona(),
            Ruolo = SampleAnagrafe.Ruolo(Ruolo.Rup, Velletri),
        });
}

/// <summary>Checks which roles end soon, on the Cruscotto and in the list of people.</summary>
public sealed class RuoliInScadenzaTests : WithBench
{
    [Fact]
    public async Task Si_vede_chi_perde_un_ruolo_entro_trenta_giorni_se_nulla_lo_continua()
    {
        Assert.Equal(0, (await Scadenze()).Total);
        var rup = Bench.Rup.PersonaId;
        await Togli(rup, "24/12/2026");
        await Togli(Bench.ActorOf("istruttore.tivoli").PersonaId, "25/12/2026");

        var sola = Assert.Single((await Scadenze()).Rows);
        Assert.Equal((rup, new DateOnly(2026, 12, 23)), (sola.Id, sola.Ruoli[0].UltimoGiorno));
        var elenco = await Bench.Reader.Read<ListaPersone, ListPage<PersonaRow>>(
            Bench.Amministratore(), async q => await q.Run(new AnagrafeFilter(null, AnagrafeFilter.ConRuoloInScadenza), 1, 50, Bench.Amministratore()));
        Assert.Equal(rup, Assert.Single(elenco.Value.Rows).Id);

        var ancora = new AssegnaRuolo(
            Guid.CreateVersion7(), rup, SampleAnagrafe.Ruolo(Ruolo.Rup, Bench.Rup.EnteId, "24/12/2026"), (await Bench.RileggiPersona(rup)).Version);
        await Bench.Succeeds(ancora, Bench.Amministratore());
        Assert.Equal(0, (await Scadenze()).Total);
    }

    private async Task Togli(Guid persona, string fino)
    {
        var sua = Bench.Catalogo.Appartenenze.First(a => a.PersonaId == persona);
        await Bench.Succeeds(new TogliRuolo(sua.Id, persona, fino, (await Bench.RileggiPersona(persona)).Version), Bench.Amministratore());
    }

    private async Task<ListPage<TitolareInScadenza>> Scadenze() =>
        (await Bench.Reader.Read<PersoneInScadenza, ListPage<TitolareInScadenza>>(Bench.Amministratore(), async q => await q.Run())).Value;
}
