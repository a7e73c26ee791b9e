using System.Security.Claims;
using System.Text;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Security;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CigHub.Tests.Security.Sessioni;

/// <summary>
/// Checks that a session is kept on the server and ends when it must: after a time, by the user, by the office, or when the user's rights
/// end.
/// </summary>
public sealed class SessionsTests : WithBench
{
    private TicketStore Biglietti => Bench.Services.GetRequiredService<TicketStore>();

    private OpenSessions Aperte => Bench.Services.GetRequiredService<OpenSessions>();

    private SessionStore Archivio => Bench.Services.GetRequiredService<SessionStore>();

    [Fact]
    public async Task Nel_database_non_c_e_ne_la_chiave_ne_il_biglietto_in_chiaro()
    {
        var chiave = await Open("rup.tivoli");
        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(chiave).Length);
        Assert.NotEqual(chiave, await Open("rup.tivoli"));
        var righe = await Bench.Services.GetRequiredService<SessionStore>().Open();
        Assert.Equal(2, righe.Count);
        Assert.All(righe, r => Assert.DoesNotContain(chiave, r.Chiave, StringComparison.Ordinal));

        await using var scope = Bench.Services.CreateAsyncScope();
        var biglietti = await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Sessioni.Select(s => s.Biglietto).ToListAsync();
        Assert.All(biglietti, b => Assert.DoesNotContain("rup.tivoli", Encoding.UTF8.GetString(b), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letta_dice_di_quale_sessione_e_e_in_quale_ruolo()
    {
        var chiave = await Open("rup.tivoli");
        var principal = (await Biglietti.RetrieveAsync(chiave))!.Principal;
        var riga = Assert.Single(await Archivio.Open(Bench.Rup.PersonaId));
        Assert.Equal(riga.Id, TicketStore.IdOf(principal));

        // The role of a user with one role is chosen at once.
        Assert.Equal(riga.AppartenenzaId.ToString(), principal.FindFirstValue(UserSession.ClaimAppartenenza));
        Assert.Null(await Biglietti.RetrieveAsync(chiave + "x"));
    }

    [Fact]
    public async Task Con_piu_ruoli_nessuno_e_scelto_al_posto_suo()
    {
        var chiave = await Open("rup2.tivoli");
        Assert.Null((await Biglietti.RetrieveAsync(chiave))!.Principal.FindFirstValue(UserSession.ClaimAppartenenza));
    }

    [Fact]
    public async Task Senza_attivita_finisce_con_attivita_continua_fino_al_limite_assoluto()
    {
        var (usata, lasciata) = (await Open("rup.tivoli"), await Open("auditor"));
        for (var minuti = 25; minuti < 600; minuti += 25)
        {
            Bench.Clock.Advance(TimeSpan.FromMinutes(25));
            Assert.NotNull(await Biglietti.RetrieveAsync(usata));
            if (minuti > 25)
            {
                Assert.Null(await Biglietti.RetrieveAsync(lasciata));
            }
            else
            {
                Assert.Single(await Archivio.Open(Bench.Auditor.PersonaId));
            }
        }

        Bench.Clock.Advance(TimeSpan.FromMinutes(25));
        Assert.Null(await Biglietti.RetrieveAsync(usata));
        Assert.Equal([MotivoFine.DurataMassima, MotivoFine.Inattivita], [await Motivo("rup.tivoli"), await Motivo("auditor")]);
    }

    [Fact]
    public async Task Il_guardiano_avvisa_due_minuti_prima_poi_chiude_e_il_circuito_lo_sa()
    {
        await Open("rup.tivoli");
        var viva = await Aperte.Enter((await Archivio.Open()).Single().Id);
        var volte = 0;
        viva.Changed += () => volte++;

        Bench.Clock.Advance(TimeSpan.FromMinutes(27));
        await Aperte.Round();
        Assert.Null(viva.Expires);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Aperte.Round();
        Assert.Equal((Support.TestBench.Now.UtcDateTime.AddMinutes(30), true), viva.Expires);

        viva.Touch(Bench.Clock.GetUtcNow().UtcDateTime);
        Assert.Null(viva.Expires);
        Bench.Clock.Advance(TimeSpan.FromMinutes(29));
        await Aperte.Round();
        Assert.NotNull(viva.Expires);
        Assert.Null(viva.EndReason);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Aperte.Round();
        Assert.Equal(MotivoFine.Inattivita, viva.EndReason);
        Assert.Equal(4, volte);
    }

    /// <summary>
    /// The circuit must pass nothing from the browser to a component after the session has ended. The test needs no page.
    /// </summary>
    [Fact]
    public async Task Finita_la_sessione_il_circuito_non_smista_piu_nulla()
    {
        var chiave = await Open("rup.tivoli");
        using var custode = await Circuito((await Biglietti.RetrieveAsync(chiave))!.Principal);
        var passati = 0;
        var passa = custode.CreateInboundActivityHandler(_ =>
        {
            passati++;
            return Task.CompletedTask;
        });
        await passa(null!);
        Assert.Null(custode.End);
        await Biglietti.RemoveAsync(chiave);
        await passa(null!);
        Assert.Equal((1, nameof(MotivoFine.Uscita)), (passati, custode.End));
    }

    [Fact]
    public async Task Un_circuito_di_chi_e_entrato_senza_una_sessione_non_smista_nulla_quello_di_nessuno_si()
    {
        using var ignoto = await Circuito(new ClaimsPrincipal(new ClaimsIdentity([new Claim("preferred_username", "rup.tivoli")], "prova")));
        using var nessuno = await Circuito(new ClaimsPrincipal(new ClaimsIdentity()));
        Assert.Equal((nameof(MotivoFine.Sconosciuta), null), (ignoto.End, nessuno.End));
    }

    [Fact]
    public async Task L_attivita_si_scrive_al_giro_non_a_ogni_tasto()
    {
        await Open("rup.tivoli");
        var viva = await Aperte.Enter((await Archivio.Open()).Single().Id);
        Bench.Clock.Advance(TimeSpan.FromMinutes(20));
        viva.Touch(Bench.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(Support.TestBench.Now.UtcDateTime, (await Archivio.Open()).Single().UltimaAttivita);
        await Aperte.Round();
        Assert.Equal(Support.TestBench.Now.UtcDateTime.AddMinutes(20), (await Archivio.Open()).Single().UltimaAttivita);
    }

    [Fact]
    public async Task Disattivata_la_persona_le_sue_sessioni_finiscono_con_il_comando_e_le_altre_no()
    {
        var (sua, altrui) = (await Open("rup.tivoli"), await Open("auditor"));
        var viva = await Aperte.Enter((await Archivio.Open(Bench.Rup.PersonaId)).Single().Id);
        var version = (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version;
        await Bench.Succeeds(new DisattivaPersona(Bench.Rup.PersonaId, "Trasferita ad altro Ente", version), Bench.Amministratore());
        Assert.Equal(MotivoFine.PersonaDisattivata, viva.EndReason);
        Assert.Null(await Biglietti.RetrieveAsync(sua));
        Assert.NotNull(await Biglietti.RetrieveAsync(altrui));
    }

    [Fact]
    public async Task Tolto_il_ruolo_finisce_la_sessione_in_quel_ruolo_e_non_quella_in_un_altro()
    {
        var persona = Bench.ActorOf("rup2.tivoli").PersonaId;
        var sue = await Bench.Query(db => db.Appartenenze.AsNoTracking().Where(a => a.PersonaId == persona).ToListAsync());
        var (rup, responsabile) = (sue.Single(a => a.Ruolo == Ruolo.Rup), sue.Single(a => a.Ruolo == Ruolo.Responsabile));
        var (daRup, daResponsabile) = (await Open("rup2.tivoli", rup.Id), await Open("rup2.tivoli", responsabile.Id));
        await Bench.Succeeds(new TogliRuolo(rup.Id, persona, SampleAnagrafe.Oggi, (await Bench.RileggiPersona(persona)).Version), Bench.Amministratore());
        Assert.Null(await Biglietti.RetrieveAsync(daRup));
        Assert.NotNull(await Biglietti.RetrieveAsync(daResponsabile));
    }

    [Fact]
    public async Task Un_ruolo_che_termina_con_il_giorno_finisce_la_sessione_al_giro_dopo()
    {
        var sua = (await Bench.Query(db => db.Appartenenze.AsNoTracking().SingleAsync(a => a.PersonaId == Bench.Rup.PersonaId))).Id;
        Bench.Clock.Advance(TimeSpan.FromHours(13.75));
        await Open("rup.tivoli");
        var viva = await Aperte.Enter((await Archivio.Open()).Single().Id);
        await Bench.Succeeds(
            new TogliRuolo(sua, Bench.Rup.PersonaId, "25/11/2026", (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version), Bench.Amministratore());
        await Aperte.Round();
        Assert.Null(viva.EndReason);

        // The clock moves to midnight in Rome.
        Bench.Clock.Advance(TimeSpan.FromMinutes(15));
        await Aperte.Round();
        Assert.Equal(MotivoFine.RuoloTolto, viva.EndReason);
    }

    [Fact]
    public async Task Un_ruolo_che_il_token_non_ha_non_tiene_aperta_la_sessione()
    {
        var chiave = await Open("rup.tivoli", ruoli: [Ruolo.Auditor]);
        Assert.Null((await Archivio.Open()).Single().PersonaId);
        await Aperte.Round();
        Assert.NotNull(await Biglietti.RetrieveAsync(chiave));
    }

    [Fact]
    public async Task Il_primo_motivo_resta_e_il_biglietto_se_ne_va()
    {
        var chiave = await Open("rup.tivoli");
        var id = (await Archivio.Open()).Single().Id;
        await Biglietti.RemoveAsync(chiave);
        await Aperte.End([id], MotivoFine.ChiusaDallUfficio);
        Assert.Equal(MotivoFine.Uscita, await Archivio.EndOf(id));
        await using (var scope = Bench.Services.CreateAsyncScope())
        {
            Assert.Empty((await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Sessioni.SingleAsync()).Biglietto);
        }

        Bench.Clock.Advance(TimeSpan.FromDays(31));
        await Aperte.Round();
        Assert.Equal(MotivoFine.Sconosciuta, await Archivio.EndOf(id));
    }

    [Fact]
    public async Task Finita_altrove_il_giro_se_ne_accorge()
    {
        await Open("rup.tivoli");
        var id = (await Archivio.Open()).Single().Id;
        var viva = await Aperte.Enter(id);
        await Archivio.End([id], MotivoFine.Uscita, Bench.Clock.GetUtcNow().UtcDateTime);
        Assert.Null(viva.EndReason);
        await Aperte.Round();
        Assert.Equal(MotivoFine.Uscita, viva.EndReason);
        Assert.Equal(MotivoFine.Uscita, (await Aperte.Enter(id)).EndReason);
    }

    [Theory]
    [InlineData("Sessione:InattivitaMinuti", "4")]
    [InlineData("Sessione:InattivitaMinuti", "241")]
    [InlineData("Sessione:InattivitaMinuti", "mezz'ora")]
    [InlineData("Sessione:DurataMassimaOre", "0")]
    [InlineData("Sessione:DurataMassimaOre", "25")]
    public void Un_impostazione_fuori_misura_e_rifiutata_e_dice_quale(string chiave, string valore)
    {
        var configurazione = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [chiave] = valore }).Build();
        var refusal = Assert.Throws<OptionsValidationException>(configurazione.ReadSettings<SessionSettings>);
        Assert.Contains($"«{chiave}»", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox su Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0", "Edge su Windows")]
    [InlineData("<script>", "Browser sconosciuto")]
    [InlineData(null, "Browser sconosciuto")]
    public void Il_browser_si_descrive_con_parole_nostre(string? userAgent, string atteso) => Assert.Equal(atteso, BrowserDescription.Of(userAgent));

    private async Task<CircuitWatch> Circuito(ClaimsPrincipal chi)
    {
        var custode = new CircuitWatch(new SignedIn(chi), Aperte, Bench.Clock);
        await custode.OnCircuitOpenedAsync(null!, default);
        return custode;
    }

    private async Task<string> Open(string nomeUtente, Guid? appartenenza = null, Ruolo[]? ruoli = null)
    {
        var persona = Bench.Catalogo.Persone.Single(p => p.NomeUtente == nomeUtente);
        var nelToken = ruoli ?? [.. Bench.Catalogo.Appartenenze.Where(a => a.PersonaId == persona.Id).Select(a => a.Ruolo)];
        var identita = new ClaimsIdentity(
            [new Claim(UserSession.ClaimPersona, persona.Id.ToString()), .. nelToken.Select(r => new Claim(ClaimTypes.Role, r.ToString()))], "prova");
        if (appartenenza is { } scelta)
        {
            identita.AddClaim(new Claim(UserSession.ClaimAppartenenza, scelta.ToString()));
        }

        return await Biglietti.StoreAsync(new AuthenticationTicket(new ClaimsPrincipal(identita), CookieAuthenticationDefaults.AuthenticationScheme));
    }

    private sealed class SignedIn(ClaimsPrincipal chi) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(chi));
    }

    private async Task<MotivoFine?> Motivo(string nomeUtente)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Sessioni.SingleAsync(s => s.NomeUtente == nomeUtente)).Motivo;
    }
}

public sealed class ChiudiSessioniTests : VersionedCommandContract<ChiudiSessioni>
{
    private async Task<ChiudiSessioni> Comando(string? motivo = "Computer smarrito") =>
        new(Bench.Rup.PersonaId, motivo, (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version);

    public override async Task Fa_cio_che_dice()
    {
        var store = Bench.Services.GetRequiredService<SessionStore>();
        foreach (var chi in new[] { Bench.Rup, Bench.Rup, Bench.Auditor })
        {
            await store.Add(Sessione(chi.PersonaId));
        }

        await Bench.Succeeds(await Comando(), Bench.Amministratore());
        Assert.Equal(Bench.Auditor.PersonaId, Assert.Single(await store.Open()).PersonaId);
        Assert.Contains("\"motivo\":\"Computer smarrito\"", (await Bench.EventiSu(Bench.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", await Comando(), Bench.Rup);
        await Bench.Refuses("accesso.negato", await Comando(), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("sessioni.motivo", await Comando(" "), Bench.Amministratore());
        await Bench.Refuses("sessioni.motivo-lungo", await Comando(new string('x', ChiudiSessioni.MaxMotivo + 1)), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new ChiudiSessioni(Guid.CreateVersion7(), "x", 0), Bench.Amministratore());
    }

    private protected override async Task<(ChiudiSessioni Command, Actor Actor)> SeenNow() => (await Comando(), Bench.Amministratore());

    private static Sessione Sessione(Guid persona) => new()
    {
        Id = Guid.CreateVersion7(),
        Chiave = Guid.NewGuid().ToString(),
        PersonaId = persona,
        NomeUtente = "x",
        Ruoli = "Rup",
        Browser = "x",
        ApertaIl = Support.TestBench.Now.UtcDateTime,
        UltimaAttivita = Support.TestBench.Now.UtcDateTime,
        Scadenza = Support.TestBench.Now.UtcDateTime.AddHours(10),
    };
}
