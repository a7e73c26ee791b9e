using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Persone.RichiesteDiAccesso;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Security.Accesso;

/// <summary>
/// Follows a new user through the primo accesso: from the first sign-in at the provider to an approved role, on the pages that the user
/// sees.
/// </summary>
public sealed class PrimoAccessoTests(AppWithSignIn app) : IClassFixture<AppWithSignIn>, IDisposable
{
    private readonly Visitor _lei = app.NuovoVisitatore();

    internal static (string Nome, string Valore)[] Modulo(string sigla, string ruolo) =>
    [
        ("Modulo.Nome", "Ginevra"),
        ("Modulo.Cognome", "Altopiani"),
        ("Modulo.CodiceFiscale", InventedCodes.Persona(sigla, 1985, 'C', 12).Valore),
        ("Modulo.Email", "ginevra.altopiani@comune.tivoli.example"),
        ("Modulo.Telefono", "0774 000000"),
        ("Modulo.Ente", "comune di tivoli"),
        ("Modulo.CodiceFiscaleEnte", ""),
        ("Modulo.Ruolo", ruolo),
        ("Modulo.Nota", "Sostituisco un collega."),
    ];

    [Fact]
    public async Task Chi_e_approvata_entra_al_prossimo_accesso()
    {
        app.Ora(Behaviour.Of("ginevra", "Rup") with { Altri = new Dictionary<string, string> { ["given_name"] = "Ginevra", ["email"] = "g@x.example" } });
        Assert.Equal(AppRoutes.PrimoAccesso, await _lei.SignIn());
        Assert.Contains("value=\"g@x.example\"", _lei.Pagina, StringComparison.Ordinal);
        await _lei.Send(AppRoutes.PrimoAccesso, Modulo("GNVLTP", "Rup"));
        var richiesta = await Richiesta("ginevra");
        Assert.Equal(("Ginevra Altopiani", Ruolo.Rup, StatoRichiestaAccesso.InAttesa), (richiesta.NomeCompleto, richiesta.Ruolo, richiesta.Stato));
        var evento = (await app.Ultimo(Azioni.AccessoRichiesto))!;
        Assert.Equal((richiesta.Id.ToString(), "sistema"), (evento.OggettoId, evento.Ruolo));

        // While the request waits, the page shows no form.
        Assert.DoesNotContain("Modulo.Nome", _lei.Pagina, StringComparison.Ordinal);
        Assert.Equal(AppRoutes.PrimoAccesso, await _lei.SignIn());

        var tivoli = await app.Query(db => db.Enti.Where(e => e.Denominazione == "Comune di Tivoli").Select(e => e.Id).SingleAsync());
        var form = new ApprovazioneDiAccessoForm
        {
            Persona = new PersonaForm
            {
                Nome = "Ginevra",
                Cognome = "Altopiani",
                CodiceFiscale = richiesta.CodiceFiscale.Valore,
                Email = richiesta.Email,
                Telefono = richiesta.Telefono
            },
            Ruolo = SampleAnagrafe.Ruolo(Ruolo.Rup, tivoli, RomeTime.Text(TimeProvider.System.Today())),
        };
        await app.Succeeds(new ApprovaRichiestaDiAccesso(richiesta.Id, Guid.CreateVersion7(), Guid.CreateVersion7(), form, richiesta.Version));
        await _lei.Go(AppRoutes.PrimoAccesso);
        Assert.Contains(AppRoutes.AccediPer(AppRoutes.Cruscotto), _lei.Pagina, StringComparison.Ordinal);
        Assert.Equal(AppRoutes.Cruscotto, await _lei.SignIn());
        Assert.Equal((await app.Persona("ginevra")).Id, (await app.Ultimo(Azioni.AccessoEntrata))!.AttoreId);
    }

    [Fact]
    public async Task Chi_e_respinta_legge_perche_e_puo_richiedere()
    {
        app.Ora(Behaviour.Of("respinta", "Rup"));
        await _lei.SignIn();
        await _lei.Send(AppRoutes.PrimoAccesso, Modulo("RSPNTA", "Rup"));
        var richiesta = await Richiesta("respinta");
        await app.Succeeds(new RespingiRichiestaDiAccesso(richiesta.Id, "Il tuo Ente non ci risulta", richiesta.Version));
        await _lei.Go(AppRoutes.PrimoAccesso);
        Assert.Contains("Il tuo Ente non ci risulta", _lei.Pagina, StringComparison.Ordinal);
        await _lei.Send(AppRoutes.PrimoAccesso, Modulo("RSPNTA", "Rup"));
        Assert.Equal(StatoRichiestaAccesso.InAttesa, (await Richiesta("respinta")).Stato);
    }

    [Fact]
    public async Task Ogni_dato_sbagliato_e_detto_e_nulla_va_perso()
    {
        app.Ora(Behaviour.Of("sbagliata", "Rup"));
        await _lei.SignIn();
        await _lei.Send(
            AppRoutes.PrimoAccesso,
            ("Modulo.Nome", "Ada <b>"),
            ("Modulo.Cognome", ""),
            ("Modulo.CodiceFiscale", "XX"),
            ("Modulo.Email", "x@y"),
            ("Modulo.Telefono", ""),
            ("Modulo.Ente", ""),
            ("Modulo.Ruolo", "Amministratore"));
        foreach (var campo in (string[])["Cognome", "CodiceFiscale", "Email", "Ruolo"])
        {
            Assert.Matches($"id=\"modulo-{campo}\"[^>]*aria-invalid=\"true\"", _lei.Pagina);
        }

        Assert.Contains("value=\"Ada &lt;b&gt;\"", _lei.Pagina, StringComparison.Ordinal);
        Assert.False(await app.Query(db => db.RichiesteDiAccesso.AnyAsync(r => r.NomeUtente == "sbagliata")));
    }

    [Fact]
    public async Task Chi_e_gia_dentro_non_trova_il_modulo()
    {
        app.Ora(Behaviour.Of("rup.velletri", "Rup"));
        await _lei.SignIn();
        await _lei.Go(AppRoutes.PrimoAccesso);
        Assert.Equal(AppRoutes.Cruscotto, _lei.Percorso);
    }

    public void Dispose() => _lei.Dispose();

    private Task<RichiestaDiAccesso> Richiesta(string nomeUtente) =>
        app.Query(db => db.RichiesteDiAccesso.AsNoTracking().Where(r => r.NomeUtente == nomeUtente).OrderByDescending(r => r.Id).FirstAsync());
}

/// <summary>The app right after its installation, when it knows no person yet.</summary>
public sealed class EmptyApp : AppWithSignIn
{
    protected override bool Dimostrazione => false;

    protected override IEnumerable<(string Nome, string Valore)> Impostazioni() => [.. base.Impostazioni(), ("Accesso:PrimoAmministratore", "Prima.Persona")];
}

/// <summary>
/// Checks that the first Amministratore can register without approval, but only once and only with the user name that the settings name.
/// </summary>
public sealed class PrimoAmministratoreTests(EmptyApp app) : IClassFixture<EmptyApp>
{
    [Fact]
    public async Task La_prima_persona_indicata_diventa_Amministratore_e_poi_nessun_altra()
    {
        using var lei = app.NuovoVisitatore();
        using var altra = app.NuovoVisitatore();

        // A user with another user name, or without the role, requests access like everybody.
        app.Ora(Behaviour.Of("altra.persona", "Amministratore"));
        await altra.SignIn();
        await altra.Send(AppRoutes.PrimoAccesso, PrimoAccessoTests.Modulo("LTRPRS", "Amministratore"));
        app.Ora(Behaviour.Of("prima.persona", "Rup"));
        Assert.Equal(AppRoutes.PrimoAccesso, await lei.SignIn());
        await lei.Send(AppRoutes.PrimoAccesso, PrimoAccessoTests.Modulo("PRMPRS", "Rup"));
        Assert.Equal(0, await app.Query(db => db.Persone.CountAsync()));

        app.Ora(Behaviour.Of("prima.persona", "Amministratore"));
        Assert.Equal(AppRoutes.PrimoAccesso, await lei.SignIn());
        await lei.Send(AppRoutes.PrimoAccesso, PrimoAccessoTests.Modulo("PRMPRS", "Amministratore"));
        Assert.Equal(AppRoutes.Cruscotto, lei.Percorso);
        var persona = await app.Persona("prima.persona");
        Assert.Equal($"{app.Provider.Issuer}|s-prima.persona", persona.Identita);
        Assert.Equal("sistema", (await app.Ultimo(Azioni.RuoloAssegnato))!.Ruolo);

        // From now on the setting has no effect, not even for a new account with that user name.
        app.Ora(Behaviour.Of("prima.persona", "Amministratore") with { Soggetto = "s-un-altra-ancora" });
        using var terza = app.NuovoVisitatore();
        Assert.Equal(AppRoutes.PrimoAccesso, await terza.SignIn());
        await terza.Send(AppRoutes.PrimoAccesso, PrimoAccessoTests.Modulo("TRZPRS", "Amministratore"));
        Assert.Equal(1, await app.Query(db => db.Persone.CountAsync()));
    }
}
