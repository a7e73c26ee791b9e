using System.Security.Claims;
using System.Text.Json;
using CigHub.Domain.Persone;
using CigHub.Web.Security.Accesso;

namespace CigHub.Tests.Security.Accesso;

/// <summary>Checks the data that the app reads from an id_token and from UserInfo, and the data in them that it does not trust.</summary>
public sealed class TokenDataTests
{
    [Fact]
    public void L_identita_e_emittente_e_soggetto() => Assert.Equal("https://p.example/e/v2.0|s", Of().Identita);

    [Theory]
    [InlineData(null, "s")]
    [InlineData("https://p.example/e/v2.0", null)]
    [InlineData("https://p.example/e/v2.0", " ")]
    public void Senza_emittente_o_soggetto_non_c_e_nessuno(string? iss, string? sub)
    {
        Claim[] claims = [.. new[] { ("iss", iss), ("sub", sub) }.Where(c => c.Item2 is not null).Select(c => new Claim(c.Item1, c.Item2!))];
        Assert.Null(TokenData.From(new ClaimsPrincipal(new ClaimsIdentity(claims))));
    }

    [Fact]
    public void Un_soggetto_smisurato_non_e_di_nessuno() => Assert.Null(TokenData.From(Principal(("sub", new string('x', Persona.MaxIdentita)))));

    [Fact]
    public void I_ruoli_hanno_piu_nomi_ma_un_solo_modo_di_essere_scritti()
    {
        var token = Of(("roles", "Rup"), ("role", "Auditor"), (ClaimTypes.Role, "Responsabile"), ("roles", "rup"), ("roles", "2"),
            ("roles", "Altro"), ("roles", "Rup"));
        Assert.Equal([Ruolo.Rup, Ruolo.Auditor, Ruolo.Responsabile], token.Ruoli);
    }

    [Fact]
    public void Il_nome_utente_e_il_primo_che_c_e_e_in_minuscolo()
    {
        Assert.Equal("anna@ente.it", Of(("preferred_username", "Anna@Ente.it"), ("upn", "x"), ("email", "y")).NomeUtente);
        Assert.Equal("anna.upn", Of(("upn", "anna.upn"), ("email", "y")).NomeUtente);
        Assert.Null(Of(("email", "anna@ente.it")).NomeUtente);
        Assert.Null(Of(("email", "anna@ente.it"), ("email_verified", "false")).NomeUtente);
        Assert.Equal("anna@ente.it", Of(("email", "anna@ente.it"), ("email_verified", "true")).NomeUtente);
    }

    [Theory]
    [InlineData("""{"sub":"s","roles":["Rup","Auditor"],"preferred_username":"Anna"}""", 2)]
    [InlineData("""{"sub":"s","role":"Rup","preferred_username":"Anna"}""", 1)]
    [InlineData("""{"sub":"s","roles":{"Rup":true},"preferred_username":"Anna"}""", 0)]
    public void UserInfo_aggiunge_cio_che_manca(string json, int ruoli)
    {
        var token = Of().With(JsonDocument.Parse(json).RootElement)!;
        Assert.Equal(("anna", ruoli), (token.NomeUtente, token.Ruoli.Count));
    }

    [Fact]
    public void UserInfo_non_cambia_il_nome_che_il_token_ha_gia() =>
        Assert.Equal("anna", Of(("preferred_username", "anna"))
            .With(JsonDocument.Parse("""{"sub":"s","preferred_username":"altra"}""").RootElement)!.NomeUtente);

    [Theory]
    [InlineData("""{"sub":"S","roles":"Rup"}""")]
    [InlineData("""{"roles":"Rup"}""")]
    [InlineData("""{"sub":["s","t"]}""")]
    [InlineData("""["s"]""")]
    public void UserInfo_di_un_altro_non_vale(string json) => Assert.Null(Of().With(JsonDocument.Parse(json).RootElement));

    private static TokenData Of(params (string, string)[] altri) => TokenData.From(Principal([("sub", "s"), .. altri]))!;

    private static ClaimsPrincipal Principal(params (string Tipo, string Valore)[] claims) =>
        new(new ClaimsIdentity([new Claim("iss", "https://p.example/e/v2.0"), .. claims.Select(c => new Claim(c.Tipo, c.Valore))]));
}
