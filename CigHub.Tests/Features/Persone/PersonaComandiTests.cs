using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Persone;

public sealed class SalvaPersonaTests : VersionedCommandContract<SalvaPersona>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.NuovaPersona();
        var persona = await Bench.RileggiPersona(id);
        Assert.Equal(("bruna.sorgenti@comune.forano.example", "Bruna Sorgenti", true), (persona.NomeUtente, persona.NomeCompleto, persona.Attiva));

        var form = PersonaForm.Of(persona);
        form.Telefono = "";
        await Bench.Succeeds(new SalvaPersona(id, form, persona.Version), Bench.Amministratore());
        Assert.Equal("", (await Bench.RileggiPersona(id)).Telefono);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(), null), Bench.Rup);
        await Bench.Refuses("accesso.negato", new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(), null), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("dati.non-trovato", new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(), 1), Bench.Amministratore());
        var id = await Bench.NuovaPersona();
        await Bench.Refuses("persona.esiste-gia", new SalvaPersona(id, SampleAnagrafe.Persona(), null), Bench.Amministratore());
        Assert.Equal("CodiceFiscale", (await Bench.Refuses("persona.codice-fiscale-usato",
            new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona("altra"), null), Bench.Amministratore())).Field);
        Assert.Equal("NomeUtente", (await Bench.Refuses("persona.esiste-gia",
            new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(sigla: "SRGBRA"), null), Bench.Amministratore())).Field);
    }

    private protected override async Task<(SalvaPersona Command, Actor Actor)> SeenNow()
    {
        var persona = await Bench.RileggiPersona(await Bench.NuovaPersona());
        return (new SalvaPersona(persona.Id, SampleAnagrafe.Persona("altro.nome"), persona.Version), Bench.Amministratore());
    }

    [Fact]
    public async Task Ogni_dato_sbagliato_e_detto_al_suo_campo()
    {
        var form = new PersonaForm { NomeUtente = "due parole", CodiceFiscale = InventedCodes.PartitaIva(901).Valore, Email = "x@y", Telefono = "123" };
        var esito = await Bench.Run(new SalvaPersona(Guid.CreateVersion7(), form, null), Bench.Amministratore());
        (string, string?)[] attesi =
        [
            ("nome-utente.spazi", "NomeUtente"),
            ("modulo.mancante", "Nome"),
            ("modulo.mancante", "Cognome"),
            ("codice-fiscale.non-di-persona", "CodiceFiscale"),
            ("indirizzo.formato", "Email"),
            ("telefono.formato", "Telefono"),
        ];
        Assert.Equal(attesi.Order(), esito.Errors.Select(e => (e.Code, e.Field)).Order());
    }

    [Fact]
    public async Task Il_registro_non_contiene_nulla_che_dica_chi_e()
    {
        var id = await Bench.NuovaPersona();
        var persona = await Bench.RileggiPersona(id);
        var form = PersonaForm.Of(persona);
        form.Telefono = "0765 333333";
        form.Email = "altra@comune.forano.example";
        await Bench.Succeeds(new SalvaPersona(id, form, persona.Version), Bench.Amministratore());

        var eventi = await Bench.EventiSu(id);
        Assert.Equal(2, eventi.Count);
        Assert.Contains("\"Attiva\":true", eventi[0], StringComparison.Ordinal);
        Assert.Contains("\"cambiati\":[\"Email\",\"Telefono\"]", eventi[1], StringComparison.Ordinal);
        foreach (var taciuto in new[] { "Bruna", "Sorgenti", "sorgenti", persona.CodiceFiscale!.Valore, "forano.example", "0765" })
        {
            Assert.All(eventi, e => Assert.DoesNotContain(taciuto, e, StringComparison.Ordinal));
        }
    }
}

public sealed class DisattivaPersonaTests : VersionedCommandContract<DisattivaPersona>
{
    private async Task<DisattivaPersona> Comando(Guid? id = null)
    {
        var chi = id ?? Bench.Rup.PersonaId;
        return new DisattivaPersona(chi, "Trasferita ad altro Ente", (await Bench.RileggiPersona(chi)).Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(await Comando(), Bench.Amministratore());
        Assert.False((await Bench.RileggiPersona(Bench.Rup.PersonaId)).Attiva);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", await Comando(), Bench.Rup);
        await Bench.Refuses("accesso.negato", await Comando(), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Succeeds(await Comando(), Bench.Amministratore());
        await Bench.Refuses("persona.gia-disattivata", await Comando(), Bench.Amministratore());
        await Bench.Refuses("persona.ultimo-amministratore", await Comando(Bench.Amministratore().PersonaId), Bench.Amministratore());
        Assert.True((await Bench.RileggiPersona(Bench.Amministratore().PersonaId)).Attiva);
        await Bench.Refuses("dati.non-trovato", new DisattivaPersona(Guid.CreateVersion7(), "Trasferita ad altro Ente", 0), Bench.Amministratore());
    }

    private protected override async Task<(DisattivaPersona Command, Actor Actor)> SeenNow() => (await Comando(), Bench.Amministratore());
}

public sealed class RiattivaPersonaTests : VersionedCommandContract<RiattivaPersona>
{
    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(new RiattivaPersona(Bench.Rup.PersonaId, await Disattivata()), Bench.Amministratore());
        Assert.True((await Bench.RileggiPersona(Bench.Rup.PersonaId)).Attiva);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var version = await Disattivata();
        await Bench.Refuses("accesso.negato", new RiattivaPersona(Bench.Rup.PersonaId, version), Bench.Rup);
        await Bench.Refuses("accesso.negato", new RiattivaPersona(Bench.Rup.PersonaId, version), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("persona.attiva",
            new RiattivaPersona(Bench.Rup.PersonaId, (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new RiattivaPersona(Guid.CreateVersion7(), 0), Bench.Amministratore());
    }

    private protected override async Task<(RiattivaPersona Command, Actor Actor)> SeenNow() =>
        (new RiattivaPersona(Bench.Rup.PersonaId, await Disattivata()), Bench.Amministratore());

    private async Task<int> Disattivata()
    {
        var persona = await Bench.RileggiPersona(Bench.Rup.PersonaId);
        return (await Bench.Succeeds(new DisattivaPersona(persona.Id, "Trasferita ad altro Ente", persona.Version), Bench.Amministratore())).Version;
    }
}
