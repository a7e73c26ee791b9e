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

/// <summary>Sample requests for access, as new users leave them.</summary>
internal static class SampleRichiesteDiAccesso
{
    public const string Identita = "https://provider.example/ente/v2.0|soggetto";

    public static DatiRichiestaDiAccesso Dati(string nomeUtente = "nuova.arrivata", string sigla = "NVARVT") => new(
        new DatiPersona(nomeUtente, "Carla", "Nuovarrivo", InventedCodes.Persona(sigla, 1990, 'C', 12), "carla@comune.tivoli.example", ""),
        "Comune di Tivoli", null, Ruolo.Rup, "");

    public static async Task<RichiestaDiAccesso> ChiedeDiEntrare(this TestBench banco, DatiRichiestaDiAccesso? dati = null, string identita = Identita)
    {
        var richiesta = RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), identita, dati ?? Dati(), [], 0, TestBench.Adesso.UtcDateTime).Value;
        await banco.Services.Scrivi(richiesta);
        return richiesta;
    }

    /// <summary>Adds a waiting request to an app under test. Returns its id.</summary>
    public static async Task<Guid> ChiedeDiEntrare(this IServiceProvider app)
    {
        var richiesta = RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), Identita, Dati(), [], 0, TestBench.Adesso.UtcDateTime).Value;
        await app.Scrivi(richiesta);
        return richiesta.Id;
    }

    private static Task Scrivi(this IServiceProvider app, RichiestaDiAccesso richiesta) => app.GetRequiredService<SystemWriter>().Scrivi(db =>
    {
        db.RichiesteDiAccesso.Add(richiesta);
        return Task.FromResult(Events.Di(new EventToWrite(Azioni.AccessoRichiesto, Oggetti.RichiestaDiAccesso, richiesta.Id, null)));
    });

    public static Task<RichiestaDiAccesso> RileggiRichiesta(this TestBench banco, Guid id) =>
        banco.Legge(db => db.RichiesteDiAccesso.AsNoTracking().SingleAsync(r => r.Id == id));

    /// <summary>Returns the approval of a request by the office, at Tivoli and from today.</summary>
    public static ApprovaRichiestaDiAccesso Approva(this TestBench banco, RichiestaDiAccesso r, bool eQuella = false, string? codiceFiscale = null) => new(
        r.Id,
        Guid.CreateVersion7(),
        Guid.CreateVersion7(),
        new ApprovazioneDiAccessoForm
        {
            Persona = new PersonaForm
            {
                Nome = r.Nome, Cognome = r.Cognome, CodiceFiscale = codiceFiscale ?? r.CodiceFiscale.Valore, Email = r.Email, Telefono = r.Telefono
            },
            Ruolo = SampleAnagrafe.Ruolo(r.Ruolo, r.Ruolo == Ruolo.Amministratore ? null : banco.Rup.EnteId),
            EQuella = eQuella ? "true" : null,
        },
        r.Version);

    /// <summary>Binds a person to an identity, as the person's sign-in does.</summary>
    public static Task Collega(this TestBench banco, Guid personaId, string identita) => banco.Services.GetRequiredService<SystemWriter>().Scrivi(async db =>
    {
        (await db.Persone.SingleAsync(p => p.Id == personaId)).CollegaIdentita(identita);
        return Events.Di(new EventToWrite(Azioni.IdentitaCollegata, Oggetti.Persona, personaId, null));
    });
}

public sealed class ApprovaRichiestaDiAccessoTests : VersionedCommandContract<ApprovaRichiestaDiAccesso>
{
    public override async Task Fa_cio_che_dice()
    {
        var richiesta = await Banco.ChiedeDiEntrare();
        var comando = Banco.Approva(richiesta);
        await Banco.Riesce(comando, Banco.Amministratore());
        var persona = await Banco.RileggiPersona(comando.PersonaId);
        Assert.Equal(("nuova.arrivata", SampleRichiesteDiAccesso.Identita, true), (persona.NomeUtente, persona.Identita, persona.Attiva));
        var appartenenza = await Banco.Legge(db => db.Appartenenze.SingleAsync(a => a.Id == comando.AppartenenzaId));
        Assert.Equal((persona.Id, Ruolo.Rup, Banco.Rup.EnteId), (appartenenza.PersonaId, appartenenza.Ruolo, appartenenza.EnteId));
        var decisa = await Banco.RileggiRichiesta(richiesta.Id);
        Assert.Equal((StatoRichiestaAccesso.Approvata, Banco.Amministratore().PersonaId, persona.Id), (decisa.Stato, decisa.DecisaDa, decisa.PersonaId));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = Banco.Approva(await Banco.ChiedeDiEntrare());
        await Banco.Rifiuta("accesso.negato", comando, Banco.Rup);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Auditor);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Come("responsabile"));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var richiesta = await Banco.ChiedeDiEntrare();
        await Banco.Riesce(Banco.Approva(richiesta), Banco.Amministratore());
        await Banco.Rifiuta("richiesta-accesso.gia-decisa", Banco.Approva(await Banco.RileggiRichiesta(richiesta.Id)), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", Banco.Approva(richiesta) with { Id = Guid.CreateVersion7() }, Banco.Amministratore());
    }

    private protected override string? EndedBySecondChange => "richiesta-accesso.gia-decisa";

    private protected override async Task<(ApprovaRichiestaDiAccesso Command, Actor Actor)> SeenNow() =>
        (Banco.Approva(await Banco.ChiedeDiEntrare()), Banco.Amministratore());

    [Fact]
    public async Task Chi_c_e_gia_con_quel_codice_fiscale_si_collega_solo_se_lo_si_sceglie()
    {
        var rup = await Banco.RileggiPersona(Banco.Come("rup2.tivoli").PersonaId);
        var richiesta = await Banco.ChiedeDiEntrare(SampleRichiesteDiAccesso.Dati() with { Ruolo = Ruolo.Istruttore });
        var codice = rup.CodiceFiscale!.Valore;
        Assert.Equal("CodiceFiscale",
            (await Banco.Rifiuta("richiesta-accesso.persona-esiste", Banco.Approva(richiesta, false, codice), Banco.Amministratore())).Field);
        await Banco.Riesce(Banco.Approva(richiesta, true, codice), Banco.Amministratore());
        var dopo = await Banco.RileggiPersona(rup.Id);
        Assert.Equal((SampleRichiesteDiAccesso.Identita, "nuova.arrivata"), (dopo.Identita, dopo.NomeUtente));

        // A person who already signs in with another identity is not bound to a new one.
        var seconda = await Banco.ChiedeDiEntrare(SampleRichiesteDiAccesso.Dati("altra"), "https://provider.example/ente/v2.0|altro");
        await Banco.Rifiuta("persona.identita-gia-collegata", Banco.Approva(seconda, true, codice), Banco.Amministratore());
    }

    [Fact]
    public async Task Nessuno_approva_la_propria()
    {
        var io = Banco.Amministratore();
        await Banco.Collega(io.PersonaId, SampleRichiesteDiAccesso.Identita);
        var conLaMiaIdentita = await Banco.ChiedeDiEntrare();
        await Banco.Rifiuta("richiesta-accesso.propria", Banco.Approva(conLaMiaIdentita), io);
        var colMioCodice = await Banco.ChiedeDiEntrare(
            SampleRichiesteDiAccesso.Dati() with
            {
                Persona = SampleRichiesteDiAccesso.Dati().Persona with { CodiceFiscale = (await Banco.RileggiPersona(io.PersonaId)).CodiceFiscale! }
            },
            "https://provider.example/ente/v2.0|mio-secondo");
        await Banco.Rifiuta("richiesta-accesso.propria", Banco.Approva(colMioCodice, true), io);
        await Banco.Rifiuta("richiesta-accesso.propria", new RespingiRichiestaDiAccesso(colMioCodice.Id, "perché no", colMioCodice.Version), io);
    }
}

public sealed class RespingiRichiestaDiAccessoTests : VersionedCommandContract<RespingiRichiestaDiAccesso>
{
    public override async Task Fa_cio_che_dice()
    {
        var richiesta = await Banco.ChiedeDiEntrare();
        await Banco.Riesce(new RespingiRichiestaDiAccesso(richiesta.Id, " Non lavori qui ", richiesta.Version), Banco.Amministratore());
        var decisa = await Banco.RileggiRichiesta(richiesta.Id);
        Assert.Equal((StatoRichiestaAccesso.Respinta, "Non lavori qui"), (decisa.Stato, decisa.Motivo));
        Assert.False(await Banco.Legge(db => db.Persone.AnyAsync(p => p.NomeUtente == richiesta.NomeUtente)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var richiesta = await Banco.ChiedeDiEntrare();
        await Banco.Rifiuta("accesso.negato", new RespingiRichiestaDiAccesso(richiesta.Id, "no", richiesta.Version), Banco.Rup);
        await Banco.Rifiuta("accesso.negato", new RespingiRichiestaDiAccesso(richiesta.Id, "no", richiesta.Version), Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var richiesta = await Banco.ChiedeDiEntrare();
        Assert.Equal("Motivo",
            (await Banco.Rifiuta("modulo.mancante", new RespingiRichiestaDiAccesso(richiesta.Id, " ", richiesta.Version), Banco.Amministratore())).Field);
        await Banco.Riesce(new RespingiRichiestaDiAccesso(richiesta.Id, "no", richiesta.Version), Banco.Amministratore());
        await Banco.Rifiuta("richiesta-accesso.gia-decisa",
            new RespingiRichiestaDiAccesso(richiesta.Id, "no", (await Banco.RileggiRichiesta(richiesta.Id)).Version), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new RespingiRichiestaDiAccesso(Guid.CreateVersion7(), "no", 0), Banco.Amministratore());
    }

    private protected override string? EndedBySecondChange => "richiesta-accesso.gia-decisa";

    private protected override async Task<(RespingiRichiestaDiAccesso Command, Actor Actor)> SeenNow()
    {
        var richiesta = await Banco.ChiedeDiEntrare();
        return (new RespingiRichiestaDiAccesso(richiesta.Id, "no", richiesta.Version), Banco.Amministratore());
    }
}

public sealed class ScollegaIdentitaTests : VersionedCommandContract<ScollegaIdentita>
{
    private async Task<ScollegaIdentita> Comando(bool collegata = true)
    {
        if (collegata)
        {
            await Banco.Collega(Banco.Rup.PersonaId, SampleRichiesteDiAccesso.Identita);
        }

        return new ScollegaIdentita(Banco.Rup.PersonaId, "L'utenza è stata ricreata", (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version);
    }

    public override async Task Fa_cio_che_dice()
    {
        await Banco.Riesce(await Comando(), Banco.Amministratore());
        Assert.Null((await Banco.RileggiPersona(Banco.Rup.PersonaId)).Identita);
        Assert.Contains("ricreata", (await Banco.EventiSu(Banco.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Comando();
        await Banco.Rifiuta("accesso.negato", comando, Banco.Rup);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("persona.senza-identita", await Comando(collegata: false), Banco.Amministratore());
        var comando = await Comando();
        Assert.Equal("Motivo", (await Banco.Rifiuta("modulo.mancante", comando with { Motivo = "" }, Banco.Amministratore())).Field);
        var io = Banco.Amministratore().PersonaId;
        await Banco.Collega(io, "https://provider.example/ente/v2.0|io");
        await Banco.Rifiuta("persona.propria-identita",
            comando with { PersonaId = io, Version = (await Banco.RileggiPersona(io)).Version }, Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", comando with { PersonaId = Guid.CreateVersion7() }, Banco.Amministratore());
    }

    private protected override async Task<(ScollegaIdentita Command, Actor Actor)> SeenNow() => (await Comando(), Banco.Amministratore());
}

/// <summary>Checks which requests for access may be made, and how often.</summary>
public sealed class RichiestaDiAccessoTests
{
    private static readonly DateTime Ora = TestBench.Adesso.UtcDateTime;

    private static RichiestaDiAccesso Una() => RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), [], 0, Ora).Value;

    [Fact]
    public void Una_sola_in_attesa_per_identita() =>
        Assert.Equal("richiesta-accesso.in-attesa",
            RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), [Una()], 1, Ora).Errors[0].Code);

    [Fact]
    public void Non_piu_di_tante_per_identita_e_in_tutto()
    {
        var chi = new Persona(Guid.CreateVersion7(), SampleRichiesteDiAccesso.Dati("amministratore", "DCCRNI").Persona);
        var respinte = Enumerable.Range(0, RichiestaDiAccesso.MaxPerIdentita).Select(_ => Una()).ToList();
        respinte.ForEach(r => Assert.True(r.Respingi(chi, "no", Ora).IsSuccess));
        Assert.Equal("richiesta-accesso.troppe-sue",
            RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), respinte, 0, Ora).Errors[0].Code);
        Assert.True(RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), respinte[1..], 0, Ora).IsSuccess);
        Assert.Equal("richiesta-accesso.troppe",
            RichiestaDiAccesso.Presenta(Guid.CreateVersion7(), "iss|sub", SampleRichiesteDiAccesso.Dati(), [], RichiestaDiAccesso.MaxInAttesa, Ora).Errors[0].Code);
    }
}
