using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Security.Accesso;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using Basic = OpenIddict.Abstractions.OpenIddictConstants.ClientAuthenticationMethods;

namespace CigHub.Tests.Security.Accesso;

/// <summary>Checks the sign-in as it is in Production, against a real OpenID provider on this machine.</summary>
public sealed class SignInTests(AppWithSignIn app) : IClassFixture<AppWithSignIn>, IDisposable
{
    private readonly Visitor _lei = app.NuovoVisitatore();

    public static TheoryData<string> Falsi => new(Alterazioni.Keys);

    private static Dictionary<string, Action<SecurityTokenDescriptor>> Alterazioni { get; } = new()
    {
        ["another tenant"] = d => d.Issuer = d.Issuer.Replace(TestProvider.Tenant, "altro-tenant", StringComparison.Ordinal),
        ["the issuer with a slash more"] = d => d.Issuer += "/",
        ["another audience"] = d => d.Claims["aud"] = "un-altra-app",
        ["expired two minutes ago"] = d => (d.IssuedAt, d.NotBefore, d.Expires) = (MinutesAgo(10), MinutesAgo(10), MinutesAgo(2)),
        ["another key under the same name"] = d =>
            d.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = d.SigningCredentials.Key.KeyId }, SecurityAlgorithms.RsaSha256),
        ["signed with the client's secret"] = d => d.SigningCredentials = new(
            new SymmetricSecurityKey(SHA256.HashData(Encoding.UTF8.GetBytes(TestProvider.Segreto))), SecurityAlgorithms.HmacSha256),
        ["no signature"] = d => d.SigningCredentials = null,
        ["another nonce"] = d => Nonce(d, "un-altro"),
        ["no nonce"] = d => Nonce(d, null),
        ["another access token's hash"] = d => Change(d, "at_hash", "AAAAAAAAAAAAAAAAAAAAAA"),
    };

    [Fact]
    public async Task Chi_e_conosciuta_entra_e_dalla_prima_volta_e_riconosciuta_dal_soggetto()
    {
        app.Ora(Behaviour.Of("istruttore.tivoli", "Istruttore", "Un-ruolo-di-altri"));
        Assert.Equal(AppRoutes.Cruscotto, await _lei.SignIn());
        var persona = await app.Persona("istruttore.tivoli");
        Assert.Equal($"{app.Provider.Issuer}|s-istruttore.tivoli", persona.Identita);
        Assert.Equal(persona.Id.ToString(), (await app.Ultimo(Azioni.IdentitaCollegata))!.OggettoId);
        var entrata = (await app.Ultimo(Azioni.AccessoEntrata))!;
        var tivoli = await app.Query(db => db.Appartenenze.Where(a => a.PersonaId == persona.Id).Select(a => a.EnteId).SingleAsync());
        Assert.Equal((persona.Id, "Istruttore", tivoli, "ok"), (entrata.AttoreId, entrata.Ruolo, entrata.EnteId, entrata.Esito));

        // The provider renames the user. CigHub keeps the old user name, so nobody else can take it.
        app.Ora(Behaviour.Of("istruttore.tivoli", "Istruttore") with { NomeUtente = "nuovo.cognome" });
        using var dopo = app.NuovoVisitatore();
        Assert.Equal(AppRoutes.Cruscotto, await dopo.SignIn());
        Assert.Equal(persona.Id, (await app.Ultimo(Azioni.AccessoEntrata))!.AttoreId);
        Assert.Equal("istruttore.tivoli", (await app.Persona("istruttore.tivoli")).NomeUtente);
    }

    [Fact]
    public async Task Le_identita_non_stanno_in_chiaro_nel_registro()
    {
        app.Ora(Behaviour.Of("responsabile", "Responsabile"));
        await _lei.SignIn();
        var testo = Encoding.UTF8.GetString((await app.Ultimo(Azioni.IdentitaCollegata))!.Byte);
        Assert.DoesNotContain("s-responsabile", testo, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", testo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nome_utente_e_ruoli_possono_venire_dal_solo_UserInfo()
    {
        app.Ora(Behaviour.Of("rup.tivoli", "Rup") with { SoloUserInfo = true });
        var prima = app.Provider.ChiamateUserInfo;
        Assert.Equal(AppRoutes.Cruscotto, await _lei.SignIn());
        Assert.Equal(prima + 1, app.Provider.ChiamateUserInfo);

        app.Ora(Behaviour.Of("rup.tivoli", "Rup"));
        using var dopo = app.NuovoVisitatore();
        Assert.Equal(AppRoutes.Cruscotto, await dopo.SignIn());
        Assert.Equal(prima + 1, app.Provider.ChiamateUserInfo);
    }

    [Fact]
    public async Task UserInfo_di_un_altro_soggetto_non_fa_entrare()
    {
        app.Ora(Behaviour.Of("rup.tivoli", "Rup") with { SoloUserInfo = true, SoggettoDiUserInfo = "un-altro" });
        await NonRiesce();
    }

    [Theory]
    [InlineData(Basic.ClientSecretBasic, false, Basic.ClientSecretBasic)]
    [InlineData(null, false, Basic.ClientSecretBasic)]
    [InlineData(Basic.ClientSecretPost, false, Basic.ClientSecretPost)]
    [InlineData(Basic.ClientSecretBasic, true, Basic.ClientSecretBasic)]
    [InlineData(Basic.ClientSecretPost, true, Basic.ClientSecretBasic, Basic.ClientSecretPost)]
    public async Task Il_segreto_arriva_come_il_provider_lo_vuole(string? metodo, bool dichiaraEntrambi, params string[] usati)
    {
        app.Ora(Behaviour.Of("rup.tivoli", "Rup") with { Metodo = metodo, DichiaraEntrambi = dichiaraEntrambi });
        app.Provider.MetodiUsati.Clear();
        Assert.Equal(AppRoutes.Cruscotto, await _lei.SignIn());
        Assert.Equal(usati, app.Provider.MetodiUsati);
    }

    [Theory]
    [MemberData(nameof(Falsi))]
    public async Task Un_id_token_che_non_torna_non_fa_entrare(string quale)
    {
        app.Ora(Behaviour.Of("rup.tivoli", "Rup") with { Altera = Alterazioni[quale] });
        await NonRiesce();
    }

    [Fact]
    public async Task Chi_annulla_al_provider_non_entra()
    {
        app.Ora(new Behaviour { Nega = true });
        await NonRiesce();
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    public async Task Una_risposta_senza_una_sua_parte_non_fa_entrare(string parte)
    {
        app.Ora(new Behaviour());
        await _lei.Go(AppRoutes.Accedi, u => u.AbsolutePath == "/signin-oidc" ? Senza(u, parte) : u);
        await FuoriConUnCodice();
    }

    [Fact]
    public async Task Una_risposta_gia_usata_o_di_un_altro_browser_non_fa_entrare()
    {
        app.Ora(new Behaviour());
        await _lei.SignIn();
        using var altra = app.NuovoVisitatore();
        await altra.Go(_lei.Ritorno!.ToString());
        Assert.Equal(AppRoutes.AccessoNonRiuscito, altra.Percorso);
        Assert.False(await altra.Dentro());
        await _lei.Go(_lei.Ritorno!.ToString());
        Assert.Equal(AppRoutes.AccessoNonRiuscito, _lei.Percorso);
    }

    [Theory]
    [InlineData("https://altrove.example/", "/")]
    [InlineData("//altrove.example/", "/")]
    [InlineData("/\\altrove.example/", "/")]
    [InlineData("/\t/altrove.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/affidamenti?stato=x", "/affidamenti")]
    public async Task Si_torna_solo_dentro_l_applicazione(string ritorno, string dove)
    {
        app.Ora(new Behaviour());
        Assert.Equal(dove, await _lei.SignIn(ritorno));
        Assert.Equal(app.Indirizzo.Authority, _lei.Dove.Authority);
    }

    [Fact]
    public async Task Chi_non_e_entrato_e_mandato_al_provider_e_torna_dove_voleva()
    {
        app.Ora(new Behaviour());
        await _lei.Go(AppRoutes.Affidamenti + "?stato=Eliminato");
        Assert.Equal(AppRoutes.Affidamenti + "?stato=Eliminato", _lei.Dove.PathAndQuery);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Senza_un_ruolo_nel_token_non_si_vede_nulla(bool soloUserInfo)
    {
        app.Ora(Behaviour.Of("rup.tivoli", "rup", "Altro") with { SoloUserInfo = soloUserInfo });
        Assert.Equal(AppRoutes.NonAbilitato, await _lei.SignIn());
        await NullaSiLegge();
        var rifiuto = (await app.Ultimo(Azioni.AccessoRifiutato))!;
        Assert.Equal(((await app.Persona("rup.tivoli")).Id, "negato"), (rifiuto.AttoreId, rifiuto.Esito));
    }

    [Fact]
    public async Task Chi_e_sconosciuta_vede_solo_il_primo_accesso()
    {
        app.Ora(Behaviour.Of("mai.vista", "Rup"));
        Assert.Equal(AppRoutes.PrimoAccesso, await _lei.SignIn());
        await NullaSiLegge();
        Assert.Null((await app.Ultimo(Azioni.AccessoRifiutato))!.AttoreId);
    }

    [Fact]
    public async Task Un_indirizzo_non_verificato_non_e_un_nome_utente()
    {
        var altri = new Dictionary<string, string> { ["email"] = "rup.tivoli" };
        app.Ora(Behaviour.Of("rup.tivoli", "Rup") with { Soggetto = "s-altra", NomeUtente = null, Altri = altri });
        Assert.Equal(AppRoutes.NonAbilitato, await _lei.SignIn());
        Assert.Null((await app.Ultimo(Azioni.AccessoRifiutato))!.AttoreId);
    }

    [Fact]
    public async Task Chi_e_disattivata_non_entra_e_non_puo_chiedere()
    {
        var persona = await app.Persona("rup.guidonia");
        await app.Succeeds(new DisattivaPersona(persona.Id, "Trasferita ad altro Ente", persona.Version));
        app.Ora(Behaviour.Of("rup.guidonia", "Rup"));
        Assert.Equal(AppRoutes.NonAbilitato, await _lei.SignIn());
        Assert.DoesNotContain("Modulo.", _lei.Pagina, StringComparison.Ordinal);
        await _lei.Go(AppRoutes.PrimoAccesso);
        Assert.Equal(AppRoutes.NonAbilitato, _lei.Percorso);
        await NullaSiLegge();
        Assert.Null((await app.Persona("rup.guidonia")).Identita);
    }

    [Fact]
    public async Task Il_nome_utente_dato_a_un_altra_non_apre_la_porta_della_prima()
    {
        app.Ora(Behaviour.Of("rup2.tivoli", "Rup"));
        Assert.Equal(AppRoutes.Cruscotto, await _lei.SignIn());
        app.Ora(Behaviour.Of("rup2.tivoli", "Rup") with { Soggetto = "s-nuova-assunta" });
        using var altra = app.NuovoVisitatore();
        Assert.Equal(AppRoutes.PrimoAccesso, await altra.SignIn());

        // The office unbinds the old identity. That ends the first user's session, and the new account can sign in.
        var persona = await app.Persona("rup2.tivoli");
        await app.Succeeds(new ScollegaIdentita(persona.Id, "L'utenza è stata ricreata.", persona.Version));
        Assert.Equal(HttpStatusCode.Found, await _lei.Stato(AppRoutes.PrimoAccesso));
        Assert.Equal(AppRoutes.Cruscotto, await altra.SignIn());
        Assert.Equal($"{app.Provider.Issuer}|s-nuova-assunta", (await app.Persona("rup2.tivoli")).Identita);
    }

    [Fact]
    public async Task Un_ruolo_tolto_al_provider_manca_dal_prossimo_accesso()
    {
        app.Ora(Behaviour.Of("rup.velletri", "Rup"));
        Assert.Equal(AppRoutes.Cruscotto, await _lei.SignIn());
        app.Ora(Behaviour.Of("rup.velletri", "Auditor"));
        Assert.Equal(AppRoutes.PrimoAccesso, await _lei.SignIn());
        await NullaSiLegge();
    }

    [Fact]
    public async Task Dove_il_tenant_e_un_nome_il_suo_id_nel_token_non_si_confronta()
    {
        app.Ora(Behaviour.Of("rup.tivoli", "Rup") with { Altri = new Dictionary<string, string> { ["tid"] = "9188040d-6c67-4c5b-b112-36a304b66dad" } });
        Assert.Equal(AppRoutes.Cruscotto, await _lei.SignIn());
    }

    [Fact]
    public async Task Uscendo_finisce_anche_la_sessione_del_provider()
    {
        app.Ora(new Behaviour());
        await _lei.SignIn();
        await _lei.Go(AppRoutes.Esci);
        await _lei.Send(AccountEndpoints.SignOut);
        Assert.Equal(AppRoutes.Uscita, _lei.Percorso);
        Assert.Contains("id_token_hint=eyJ", app.Provider.UltimaUscita, StringComparison.Ordinal);
        Assert.Contains($"post_logout_redirect_uri={Uri.EscapeDataString($"{app.Indirizzo}signout-callback-oidc")}",
            app.Provider.UltimaUscita, StringComparison.Ordinal);
        Assert.False(await _lei.Dentro());
        Assert.Equal((await app.Persona("rup.tivoli")).Id, (await app.Ultimo(Azioni.AccessoUscita))!.AttoreId);
    }

    [Fact]
    public async Task Si_esce_anche_da_un_provider_che_non_ha_uscita()
    {
        app.Ora(new Behaviour { SenzaUscita = true });
        await _lei.SignIn();
        await _lei.Go(AppRoutes.Esci);
        await _lei.Send(AccountEndpoints.SignOut);
        Assert.Equal(AppRoutes.Uscita, _lei.Percorso);
        Assert.False(await _lei.Dentro());
    }

    [Fact]
    public async Task Un_uscita_senza_antiforgery_e_rifiutata()
    {
        app.Ora(new Behaviour());
        await _lei.SignIn();
        await _lei.Go(AppRoutes.AccessoNonRiuscito);
        await _lei.Send(AccountEndpoints.SignOut);
        Assert.True(await _lei.Dentro());
    }

    [Fact]
    public async Task Il_provider_puo_chiudere_la_sessione_che_e_sua()
    {
        app.Ora(new Behaviour { Altri = new Dictionary<string, string> { ["sid"] = "sessione-1" } });
        await _lei.SignIn();
        await _lei.Go("/signout-oidc?sid=un-altra");
        Assert.True(await _lei.Dentro());
        await _lei.Go("/signout-oidc?sid=sessione-1");
        Assert.False(await _lei.Dentro());
    }

    public void Dispose() => _lei.Dispose();

    private static DateTime MinutesAgo(int minuti) => TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-minuti);

    private static void Nonce(SecurityTokenDescriptor descriptor, string? valore) => Change(descriptor, OpenIddictConstants.Claims.Nonce, valore);

    private static void Change(SecurityTokenDescriptor descriptor, string nome, string? valore)
    {
        descriptor.Subject.RemoveClaim(descriptor.Subject.FindFirst(nome));
        if (valore is not null)
        {
            descriptor.Subject.AddClaim(new Claim(nome, valore));
        }
    }

    private static Uri Senza(Uri indirizzo, string parte) =>
        new($"{indirizzo.GetLeftPart(UriPartial.Path)}?"
            + $"{string.Join('&', indirizzo.Query.TrimStart('?').Split('&').Where(p => !p.StartsWith(parte + "=", StringComparison.Ordinal)))}");

    private async Task NonRiesce()
    {
        await _lei.Go(AppRoutes.Accedi);
        await FuoriConUnCodice();
    }

    /// <summary>
    /// Asserts that the visitor is on the page of a failed sign-in and has no session. The page must show a code that the log holds too,
    /// and the log must hold no token.
    /// </summary>
    private async Task FuoriConUnCodice()
    {
        Assert.Equal(AppRoutes.AccessoNonRiuscito, _lei.Percorso);
        var codice = _lei.Dove.Query.Split('=')[^1];
        Assert.Contains(codice, _lei.Pagina, StringComparison.Ordinal);
        Assert.Contains(app.Diario, r => r.StartsWith("Warning", StringComparison.Ordinal) && r.Contains(codice, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Diario, r => r.Contains("eyJ", StringComparison.Ordinal));
        Assert.False(await _lei.Dentro());
    }

    private async Task NullaSiLegge()
    {
        var (ente, affidamento) = await app.Query(
            async db => (await db.Enti.Select(e => e.Denominazione).FirstAsync(), await db.Affidamenti.Select(a => a.Id).FirstAsync()));
        Assert.DoesNotContain(ente, _lei.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("Ferrantini", _lei.Pagina, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await _lei.Stato(AppRoutes.AllegatoDi(affidamento, Guid.CreateVersion7())));
        Assert.NotEqual(HttpStatusCode.OK, await _lei.Stato(AppRoutes.ElencoPortaleFileDi(affidamento)));
    }
}
