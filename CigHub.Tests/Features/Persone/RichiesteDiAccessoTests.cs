using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.RichiesteDiAccesso;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Persone;

/// <summary>Sample richieste di accesso, as new users leave them.</summary>
internal static class SampleRichiesteDiAccesso
{
    public const string Identita = "https://provider.example/ente/v2.0|soggetto";

    public static DatiRichiestaDiAccesso Dati(string nomeUtente = "nuova.arrivata", string sigla = "NVARVT") => new(
        new DatiPersona(nomeUtente, "Carla", "Nuovarrivo", InventedCodes.Persona(sigla, 1990, 'C', 12), "carla@comune.tivoli.example", ""),
        "Comune di Tivoli", null, Ruolo.Rup, "");

    public static async Task<RichiestaDiAccesso> ChiedeDiEntrare(this TestBench bench, DatiRichiestaDiAccesso? dati = null, string identita = Identita)
    {
        var richiesta = RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), identita, dati ?? Dati(), [], 0, TestBench.Now.UtcDateTime).Value;
        await bench.Services.Write(richiesta);
        return richiesta;
    }

    /// <summary>Adds a richiesta di accesso that waits for a decision to an app under test. Returns its id.</summary>
    public static async Task<Guid> ChiedeDiEntrare(this IServiceProvider app)
    {
        var richiesta = RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), Identita, Dati(), [], 0, TestBench.Now.UtcDateTime).Value;
        await app.Write(richiesta);
        return richiesta.Id;
    }

    private static Task Write(this IServiceProvider app, RichiestaDiAccesso richiesta) => app.GetRequiredService<SystemWriter>().Write(db =>
    {
        db.RichiesteDiAccesso.Add(richiesta);
        return Task.FromResult(Events.Of(new EventToWrite(Azioni.AccessoRichiesto, Oggetti.RichiestaDiAccesso, richiesta.Id, null)));
    });

    public static Task<RichiestaDiAccesso> RileggiRichiesta(this TestBench bench, Guid id) =>
        bench.Query(db => db.RichiesteDiAccesso.AsNoTracking().SingleAsync(r => r.Id == id));

    /// <summary>Returns the command by which the office approves a richiesta di accesso, with a role at Tivoli from today.</summary>
    public static ApprovaRichiestaDiAccesso Approva(this TestBench bench, RichiestaDiAccesso r, bool eQuella = false, string? codiceFiscale = null) => new(
        r.Id,
        Guid.CreateVersion7(),
        Guid.CreateVersion7(),
        new ApprovazioneDiAccessoForm
        {
            Persona = new PersonaForm
            {
                Nome = r.Nome,
                Cognome = r.Cognome,
                CodiceFiscale = codiceFiscale ?? r.CodiceFiscale.Valore,
                Email = r.Email,
                Telefono = r.Telefono
            },
            Ruolo = SampleAnagrafe.Ruolo(r.Ruolo, r.Ruolo == Ruolo.Amministratore ? null : bench.Rup.EnteId),
            EQuella = eQuella ? "true" : null,
        },
        r.Version);

    /// <summary>Binds a person to an identity of the provider, as the person's first sign-in does.</summary>
    public static Task Collega(this TestBench bench, Guid personaId, string identita) => bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
    {
        (await db.Persone.SingleAsync(p => p.Id == personaId)).CollegaIdentita(identita);
        return Events.Of(new EventToWrite(Azioni.IdentitaCollegata, Oggetti.Persona, personaId, null));
    });
}

public sealed class ApprovaRichiestaDiAccessoTests : VersionedCommandContract<ApprovaRichiestaDiAccesso>
{
    public override async Task Fa_cio_che_dice()
    {
        var richiesta = await Bench.ChiedeDiEntrare();
        var comando = Bench.Approva(richiesta);
        await Bench.Succeeds(comando, Bench.Amministratore());
        var persona = await Bench.RileggiPersona(comando.PersonaId);
        Assert.Equal(("nuova.arrivata", SampleRichiesteDiAccesso.Identita, true), (persona.NomeUtente, persona.Identita, persona.Attiva));
        var appartenenza = await Bench.Query(db => db.Appartenenze.SingleAsync(a => a.Id == comando.AppartenenzaId));
        Assert.Equal((persona.Id, Ruolo.Rup, Bench.Rup.EnteId), (appartenenza.PersonaId, appartenenza.Ruolo, appartenenza.EnteId));
        var decisa = await Bench.RileggiRichiesta(richiesta.Id);
        Assert.Equal((StatoRichiestaAccesso.Approvata, Bench.Amministratore().PersonaId, persona.Id), (decisa.Stato, decisa.DecisaDa, decisa.PersonaId));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = Bench.Approva(await Bench.ChiedeDiEntrare());
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("responsabile"));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var richiesta = await Bench.ChiedeDiEntrare();
        await Bench.Succeeds(Bench.Approva(richiesta), Bench.Amministratore());
        await Bench.Refuses("richiesta-accesso.gia-decisa", Bench.Approva(await Bench.RileggiRichiesta(richiesta.Id)), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", Bench.Approva(richiesta) with { Id = Guid.CreateVersion7() }, Bench.Amministratore());
    }

    private protected override string? EndedBySecondChange => "richiesta-accesso.gia-decisa";

    private protected override async Task<(ApprovaRichiestaDiAccesso Command, Actor Actor)> SeenNow() =>
        (Bench.Approva(await Bench.ChiedeDiEntrare()), Bench.Amministratore());

    [Fact]
    public async Task Chi_c_e_gia_con_quel_codice_fiscale_si_collega_solo_se_lo_si_sceglie()
    {
        var rup = await Bench.RileggiPersona(Bench.ActorOf("rup2.tivoli").PersonaId);
        var richiesta = await Bench.ChiedeDiEntrare(SampleRichiesteDiAccesso.Dati() with { Ruolo = Ruolo.Istruttore });
        var codice = rup.CodiceFiscale!.Valore;
        Assert.Equal("CodiceFiscale",
            (await Bench.Refuses("richiesta-accesso.persona-esiste", Bench.Approva(richiesta, false, codice), Bench.Amministratore())).Field);
        await Bench.Succeeds(Bench.Approva(richiesta, true, codice), Bench.Amministratore());
        var dopo = await Bench.RileggiPersona(rup.Id);
        Assert.Equal((SampleRichiesteDiAccesso.Identita, "nuova.arrivata"), (dopo.Identita, dopo.NomeUtente));

        // A person who already signs in with another identity is not bound to a new one.
        var seconda = await Bench.ChiedeDiEntrare(SampleRichiesteDiAccesso.Dati("altra"), "https://provider.example/ente/v2.0|altro");
        await Bench.Refuses("persona.identita-gia-collegata", Bench.Approva(seconda, true, codice), Bench.Amministratore());
    }

    [Fact]
    public async Task Nessuno_approva_la_propria()
    {
        var io = Bench.Amministratore();
        await Bench.Collega(io.PersonaId, SampleRichiesteDiAccesso.Identita);
        var conLaMiaIdentita = await Bench.ChiedeDiEntrare();
        await Bench.Refuses("richiesta-accesso.propria", Bench.Approva(conLaMiaIdentita), io);
        var colMioCodice = await Bench.ChiedeDiEntrare(
            SampleRichiesteDiAccesso.Dati() with
            {
                Persona = SampleRichiesteDiAccesso.Dati().Persona with { CodiceFiscale = (await Bench.RileggiPersona(io.PersonaId)).CodiceFiscale! }
            },
            "https://provider.example/ente/v2.0|mio-secondo");
        await Bench.Refuses("richiesta-accesso.propria", Bench.Approva(colMioCodice, true), io);
        await Bench.Refuses("richiesta-accesso.propria", new RespingiRichiestaDiAccesso(colMioCodice.Id, "perché no", colMioCodice.Version), io);
    }
}

public sealed class RespingiRichiestaDiAccessoTests : VersionedCommandContract<RespingiRichiestaDiAccesso>
{
    public override async Task Fa_cio_che_dice()
    {
        var richiesta = await Bench.ChiedeDiEntrare();
        await Bench.Succeeds(new RespingiRichiestaDiAccesso(richiesta.Id, " Non lavori qui ", richiesta.Version), Bench.Amministratore());
        var decisa = await Bench.RileggiRichiesta(richiesta.Id);
        Assert.Equal((StatoRichiestaAccesso.Respinta, "Non lavori qui"), (decisa.Stato, decisa.Motivo));
        Assert.False(await Bench.Query(db => db.Persone.AnyAsync(p => p.NomeUtente == richiesta.NomeUtente)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var richiesta = await Bench.ChiedeDiEntrare();
        await Bench.Refuses("accesso.negato", new RespingiRichiestaDiAccesso(richiesta.Id, "no", richiesta.Version), Bench.Rup);
        await Bench.Refuses("accesso.negato", new RespingiRichiestaDiAccesso(richiesta.Id, "no", richiesta.Version), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var richiesta = await Bench.ChiedeDiEntrare();
        Assert.Equal("Motivo",
            (await Bench.Refuses("modulo.mancante", new RespingiRichiestaDiAccesso(richiesta.Id, " ", richiesta.Version), Bench.Amministratore())).Field);
        await Bench.Succeeds(new RespingiRichiestaDiAccesso(richiesta.Id, "no", richiesta.Version), Bench.Amministratore());
        await Bench.Refuses("richiesta-accesso.gia-decisa",
            new RespingiRichiestaDiAccesso(richiesta.Id, "no", (await Bench.RileggiRichiesta(richiesta.Id)).Version), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new RespingiRichiestaDiAccesso(Guid.CreateVersion7(), "no", 0), Bench.Amministratore());
    }

    private protected override string? EndedBySecondChange => "richiesta-accesso.gia-decisa";

    private protected override async Task<(RespingiRichiestaDiAccesso Command, Actor Actor)> SeenNow()
    {
        var richiesta = await Bench.ChiedeDiEntrare();
        return (new RespingiRichiestaDiAccesso(richiesta.Id, "no", richiesta.Version), Bench.Amministratore());
    }
}

public sealed class ScollegaIdentitaTests : VersionedCommandContract<ScollegaIdentita>
{
    private async Task<ScollegaIdentita> Comando(bool collegata = true)
    {
        if (collegata)
        {
            await Bench.Collega(Bench.Rup.PersonaId, SampleRichiesteDiAccesso.Identita);
        }

        return new ScollegaIdentita(Bench.Rup.PersonaId, "L'utenza è stata ricreata", (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(await Comando(), Bench.Amministratore());
        Assert.Null((await Bench.RileggiPersona(Bench.Rup.PersonaId)).Identita);
        Assert.Contains("ricreata", (await Bench.EventiSu(Bench.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Comando();
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("persona.senza-identita", await Comando(collegata: false), Bench.Amministratore());
        var comando = await Comando();
        Assert.Equal("Motivo", (await Bench.Refuses("modulo.mancante", comando with { Motivo = "" }, Bench.Amministratore())).Field);
        var io = Bench.Amministratore().PersonaId;
        await Bench.Collega(io, "https://provider.example/ente/v2.0|io");
        await Bench.Refuses("persona.propria-identita",
            comando with { PersonaId = io, Version = (await Bench.RileggiPersona(io)).Version }, Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", comando with { PersonaId = Guid.CreateVersion7() }, Bench.Amministratore());
    }

    private protected override async Task<(ScollegaIdentita Command, Actor Actor)> SeenNow() => (await Comando(), Bench.Amministratore());
}

/// <summary>Checks the rules for a richiesta di accesso: which ones may be made, and how often.</summary>
public sealed class RichiestaDiAccessoTests
{
    private static readonly DateTime Ora = TestBench.Now.UtcDateTime;

    private static RichiestaDiAccesso One() => RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), [], 0, Ora).Value;

    [Fact]
    public void Una_sola_in_attesa_per_identita() =>
        Assert.Equal("richiesta-accesso.in-attesa",
            RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), [One()], 1, Ora).Errors[0].Code);

    [Fact]
    public void Non_piu_di_tante_per_identita_e_in_tutto()
    {
        var chi = new Persona(Guid.CreateVersion7(), SampleRichiesteDiAccesso.Dati("amministratore", "DCCRNI").Persona);
        var respinte = Enumerable.Range(0, RichiestaDiAccesso.MaxPerIdentita).Select(_ => One()).ToList();
        respinte.ForEach(r => Assert.True(r.Respingi(chi, "no", Ora).IsSuccess));
        Assert.Equal("richiesta-accesso.troppe-sue",
            RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), respinte, 0, Ora).Errors[0].Code);
        Assert.True(RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), respinte[1..], 0, Ora).IsSuccess);
        Assert.Equal("richiesta-accesso.troppe",
            RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), [], RichiestaDiAccesso.MaxInAttesa, Ora)
                .Errors[0].Code);
    }
}
