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
        var id = await Banco.NuovaPersona();
        var persona = await Banco.RileggiPersona(id);
        Assert.Equal(("bruna.sorgenti@comune.forano.example", "Bruna Sorgenti", true), (persona.NomeUtente, persona.NomeCompleto, persona.Attiva));

        var modulo = PersonaForm.Di(persona);
        modulo.Telefono = "";
        await Banco.Riesce(new SalvaPersona(id, modulo, persona.Version), Banco.Amministratore());
        Assert.Equal("", (await Banco.RileggiPersona(id)).Telefono);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Banco.Rifiuta("accesso.negato", new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(), null), Banco.Rup);
        await Banco.Rifiuta("accesso.negato", new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(), null), Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("dati.non-trovato", new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(), 1), Banco.Amministratore());
        var id = await Banco.NuovaPersona();
        await Banco.Rifiuta("persona.esiste-gia", new SalvaPersona(id, SampleAnagrafe.Persona(), null), Banco.Amministratore());
        Assert.Equal("CodiceFiscale", (await Banco.Rifiuta("persona.codice-fiscale-usato",
            new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona("altra"), null), Banco.Amministratore())).Field);
        Assert.Equal("NomeUtente", (await Banco.Rifiuta("persona.esiste-gia",
            new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(sigla: "SRGBRA"), null), Banco.Amministratore())).Field);
    }

    private protected override async Task<(SalvaPersona Command, Actor Actor)> SeenNow()
    {
        var persona = await Banco.RileggiPersona(await Banco.NuovaPersona());
        return (new SalvaPersona(persona.Id, SampleAnagrafe.Persona("altro.nome"), persona.Version), Banco.Amministratore());
    }

    [Fact]
    public async Task Ogni_dato_sbagliato_e_detto_al_suo_campo()
    {
        var modulo = new PersonaForm { NomeUtente = "due parole", CodiceFiscale = InventedCodes.PartitaIva(901).Valore, Email = "x@y", Telefono = "123" };
        var esito = await Banco.Esegui(new SalvaPersona(Guid.CreateVersion7(), modulo, null), Banco.Amministratore());
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
        var id = await Banco.NuovaPersona();
        var persona = await Banco.RileggiPersona(id);
        var modulo = PersonaForm.Di(persona);
        modulo.Telefono = "0765 333333";
        modulo.Email = "altra@comune.forano.example";
        await Banco.Riesce(new SalvaPersona(id, modulo, persona.Version), Banco.Amministratore());

        var eventi = await Banco.EventiSu(id);
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
        var chi = id ?? Banco.Rup.PersonaId;
        return new DisattivaPersona(chi, "Trasferita ad altro Ente", (await Banco.RileggiPersona(chi)).Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        await Banco.Riesce(await Comando(), Banco.Amministratore());
        Assert.False((await Banco.RileggiPersona(Banco.Rup.PersonaId)).Attiva);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Banco.Rifiuta("accesso.negato", await Comando(), Banco.Rup);
        await Banco.Rifiuta("accesso.negato", await Comando(), Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Riesce(await Comando(), Banco.Amministratore());
        await Banco.Rifiuta("persona.gia-disattivata", await Comando(), Banco.Amministratore());
        await Banco.Rifiuta("persona.ultimo-amministratore", await Comando(Banco.Amministratore().PersonaId), Banco.Amministratore());
        Assert.True((await Banco.RileggiPersona(Banco.Amministratore().PersonaId)).Attiva);
        await Banco.Rifiuta("dati.non-trovato", new DisattivaPersona(Guid.CreateVersion7(), "Trasferita ad altro Ente", 0), Banco.Amministratore());
    }

    private protected override async Task<(DisattivaPersona Command, Actor Actor)> SeenNow() => (await Comando(), Banco.Amministratore());
}

public sealed class RiattivaPersonaTests : VersionedCommandContract<RiattivaPersona>
{
    public override async Task Fa_cio_che_dice()
    {
        await Banco.Riesce(new RiattivaPersona(Banco.Rup.PersonaId, await Disattivata()), Banco.Amministratore());
        Assert.True((await Banco.RileggiPersona(Banco.Rup.PersonaId)).Attiva);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var version = await Disattivata();
        await Banco.Rifiuta("accesso.negato", new RiattivaPersona(Banco.Rup.PersonaId, version), Banco.Rup);
        await Banco.Rifiuta("accesso.negato", new RiattivaPersona(Banco.Rup.PersonaId, version), Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("persona.attiva",
            new RiattivaPersona(Banco.Rup.PersonaId, (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new RiattivaPersona(Guid.CreateVersion7(), 0), Banco.Amministratore());
    }

    private protected override async Task<(RiattivaPersona Command, Actor Actor)> SeenNow() =>
        (new RiattivaPersona(Banco.Rup.PersonaId, await Disattivata()), Banco.Amministratore());

    private async Task<int> Disattivata()
    {
        var persona = await Banco.RileggiPersona(Banco.Rup.PersonaId);
        return (await Banco.Riesce(new DisattivaPersona(persona.Id, "Trasferita ad altro Ente", persona.Version), Banco.Amministratore())).Version;
    }
}
