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
/// Checks that a session lives on the server and ends when it must: by the clock, by the user, by the office, or when the user's rights
/// end.
/// </summary>
public sealed class SessionsTests : WithBench
{
    private TicketStore Biglietti => Banco.Services.GetRequiredService<TicketStore>();

    private OpenSessions Aperte => Banco.Services.GetRequiredService<OpenSessions>();

    private SessionStore Archivio => Banco.Services.GetRequiredService<SessionStore>();

    [Fact]
    public async Task Nel_database_non_c_e_ne_la_chiave_ne_il_biglietto_in_chiaro()
    {
        var chiave = await Apri("rup.tivoli");
        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(chiave).Length);
        Assert.NotEqual(chiave, await Apri("rup.tivoli"));
        var righe = await Banco.Services.GetRequiredService<SessionStore>().Aperte();
        Assert.Equal(2, righe.Count);
        Assert.All(righe, r => Assert.DoesNotContain(chiave, r.Chiave, StringComparison.Ordinal));

        await using var scope = Banco.Services.CreateAsyncScope();
        var biglietti = await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Sessioni.Select(s => s.Biglietto).ToListAsync();
        Assert.All(biglietti, b => Assert.DoesNotContain("rup.tivoli", Encoding.UTF8.GetString(b), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letta_dice_di_quale_sessione_e_e_in_quale_ruolo()
    {
        var chiave = await Apri("rup.tivoli");
        var principal = (await Biglietti.RetrieveAsync(chiave))!.Principal;
        var riga = Assert.Single(await Archivio.Aperte(Banco.Rup.PersonaId));
        Assert.Equal(riga.Id, TicketStore.IdDi(principal));

        // The role of a user with one role is chosen at once.
        Assert.Equal(riga.AppartenenzaId.ToString(), principal.FindFirstValue(UserSession.ClaimAppartenenza));
        Assert.Null(await Biglietti.RetrieveAsync(chiave + "x"));
    }

    [Fact]
    public async Task Con_piu_ruoli_nessuno_e_scelto_al_posto_suo()
    {
        var chiave = await Apri("rup2.tivoli");
        Assert.Null((await Biglietti.RetrieveAsync(chiave))!.Principal.FindFirstValue(UserSession.ClaimAppartenenza));
    }

    [Fact]
    public async Task Senza_attivita_finisce_con_attivita_continua_fino_al_limite_assoluto()
    {
        var (usata, lasciata) = (await Apri("rup.tivoli"), await Apri("auditor"));
        for (var minuti = 25; minuti < 600; minuti += 25)
        {
            Banco.Orologio.Advance(TimeSpan.FromMinutes(25));
            Assert.NotNull(await Biglietti.RetrieveAsync(usata));
            if (minuti > 25)
            {
                Assert.Null(await Biglietti.RetrieveAsync(lasciata));
            }
            else
            {
                Assert.Single(await Archivio.Aperte(Banco.Auditor.PersonaId));
            }
        }

        Banco.Orologio.Advance(TimeSpan.FromMinutes(25));
        Assert.Null(await Biglietti.RetrieveAsync(usata));
        Assert.Equal([MotivoFine.DurataMassima, MotivoFine.Inattivita], [await Motivo("rup.tivoli"), await Motivo("auditor")]);
    }

    [Fact]
    public async Task Il_guardiano_avvisa_due_minuti_prima_poi_chiude_e_il_circuito_lo_sa()
    {
        await Apri("rup.tivoli");
        var viva = await Aperte.Entra((await Archivio.Aperte()).Single().Id);
        var volte = 0;
        viva.Cambiata += () => volte++;

        Banco.Orologio.Advance(TimeSpan.FromMinutes(27));
        await Aperte.Giro();
        Assert.Null(viva.Scade);
        Banco.Orologio.Advance(TimeSpan.FromMinutes(1));
        await Aperte.Giro();
        Assert.Equal((Support.TestBench.Adesso.UtcDateTime.AddMinutes(30), true), viva.Scade);

        viva.Tocca(Banco.Orologio.GetUtcNow().UtcDateTime);
        Assert.Null(viva.Scade);
        Banco.Orologio.Advance(TimeSpan.FromMinutes(29));
        await Aperte.Giro();
        Assert.NotNull(viva.Scade);
        Assert.Null(viva.Fine);
        Banco.Orologio.Advance(TimeSpan.FromMinutes(1));
        await Aperte.Giro();
        Assert.Equal(MotivoFine.Inattivita, viva.Fine);
        Assert.Equal(4, volte);
    }

    /// <summary>Checks, without a page, that nothing the browser sends reaches a component after the session has ended.</summary>
    [Fact]
    public async Task Finita_la_sessione_il_circuito_non_smista_piu_nulla()
    {
        var chiave = await Apri("rup.tivoli");
        using var custode = await Circuito((await Biglietti.RetrieveAsync(chiave))!.Principal);
        var passati = 0;
        var passa = custode.CreateInboundActivityHandler(_ =>
        {
            passati++;
            return Task.CompletedTask;
        });
        await passa(null!);
        Assert.Null(custode.Fine);
        await Biglietti.RemoveAsync(chiave);
        await passa(null!);
        Assert.Equal((1, nameof(MotivoFine.Uscita)), (passati, custode.Fine));
    }

    [Fact]
    public async Task Un_circuito_di_chi_e_entrato_senza_una_sessione_non_smista_nulla_quello_di_nessuno_si()
    {
        using var ignoto = await Circuito(new ClaimsPrincipal(new ClaimsIdentity([new Claim("preferred_username", "rup.tivoli")], "prova")));
        using var nessuno = await Circuito(new ClaimsPrincipal(new ClaimsIdentity()));
        Assert.Equal((nameof(MotivoFine.Sconosciuta), null), (ignoto.Fine, nessuno.Fine));
    }

    [Fact]
    public async Task L_attivita_si_scrive_al_giro_non_a_ogni_tasto()
    {
        await Apri("rup.tivoli");
        var viva = await Aperte.Entra((await Archivio.Aperte()).Single().Id);
        Banco.Orologio.Advance(TimeSpan.FromMinutes(20));
        viva.Tocca(Banco.Orologio.GetUtcNow().UtcDateTime);
        Assert.Equal(Support.TestBench.Adesso.UtcDateTime, (await Archivio.Aperte()).Single().UltimaAttivita);
        await Aperte.Giro();
        Assert.Equal(Support.TestBench.Adesso.UtcDateTime.AddMinutes(20), (await Archivio.Aperte()).Single().UltimaAttivita);
    }

    [Fact]
    public async Task Disattivata_la_persona_le_sue_sessioni_finiscono_con_il_comando_e_le_altre_no()
    {
        var (sua, altrui) = (await Apri("rup.tivoli"), await Apri("auditor"));
        var viva = await Aperte.Entra((await Archivio.Aperte(Banco.Rup.PersonaId)).Single().Id);
        var version = (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version;
        await Banco.Riesce(new DisattivaPersona(Banco.Rup.PersonaId, "Trasferita ad altro Ente", version), Banco.Amministratore());
        Assert.Equal(MotivoFine.PersonaDisattivata, viva.Fine);
        Assert.Null(await Biglietti.RetrieveAsync(sua));
        Assert.NotNull(await Biglietti.RetrieveAsync(altrui));
    }

    [Fact]
    public async Task Tolto_il_ruolo_finisce_la_sessione_in_quel_ruolo_e_non_quella_in_un_altro()
    {
        var persona = Banco.Come("rup2.tivoli").PersonaId;
        var sue = await Banco.Legge(db => db.Appartenenze.AsNoTracking().Where(a => a.PersonaId == persona).ToListAsync());
        var (rup, responsabile) = (sue.Single(a => a.Ruolo == Ruolo.Rup), sue.Single(a => a.Ruolo == Ruolo.Responsabile));
        var (daRup, daResponsabile) = (await Apri("rup2.tivoli", rup.Id), await Apri("rup2.tivoli", responsabile.Id));
        await Banco.Riesce(new TogliRuolo(rup.Id, persona, SampleAnagrafe.Oggi, (await Banco.RileggiPersona(persona)).Version), Banco.Amministratore());
        Assert.Null(await Biglietti.RetrieveAsync(daRup));
        Assert.NotNull(await Biglietti.RetrieveAsync(daResponsabile));
    }

    [Fact]
    public async Task Un_ruolo_che_termina_con_il_giorno_finisce_la_sessione_al_giro_dopo()
    {
        var sua = (await Banco.Legge(db => db.Appartenenze.AsNoTracking().SingleAsync(a => a.PersonaId == Banco.Rup.PersonaId))).Id;
        Banco.Orologio.Advance(TimeSpan.FromHours(13.75));
        await Apri("rup.tivoli");
        var viva = await Aperte.Entra((await Archivio.Aperte()).Single().Id);
        await Banco.Riesce(
            new TogliRuolo(sua, Banco.Rup.PersonaId, "25/11/2026", (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version), Banco.Amministratore());
        await Aperte.Giro();
        Assert.Null(viva.Fine);

        // The clock moves to midnight in Rome.
        Banco.Orologio.Advance(TimeSpan.FromMinutes(15));
        await Aperte.Giro();
        Assert.Equal(MotivoFine.RuoloTolto, viva.Fine);
    }

    [Fact]
    public async Task Un_ruolo_che_il_token_non_ha_non_tiene_aperta_la_sessione()
    {
        var chiave = await Apri("rup.tivoli", ruoli: [Ruolo.Auditor]);
        Assert.Null((await Archivio.Aperte()).Single().PersonaId);
        await Aperte.Giro();
        Assert.NotNull(await Biglietti.RetrieveAsync(chiave));
    }

    [Fact]
    public async Task Il_primo_motivo_resta_e_il_biglietto_se_ne_va()
    {
        var chiave = await Apri("rup.tivoli");
        var id = (await Archivio.Aperte()).Single().Id;
        await Biglietti.RemoveAsync(chiave);
        await Aperte.Termina([id], MotivoFine.ChiusaDallUfficio);
        Assert.Equal(MotivoFine.Uscita, await Archivio.Fine(id));
        await using (var scope = Banco.Services.CreateAsyncScope())
        {
            Assert.Empty((await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Sessioni.SingleAsync()).Biglietto);
        }

        Banco.Orologio.Advance(TimeSpan.FromDays(31));
        await Aperte.Giro();
        Assert.Equal(MotivoFine.Sconosciuta, await Archivio.Fine(id));
    }

    [Fact]
    public async Task Finita_altrove_il_giro_se_ne_accorge()
    {
        await Apri("rup.tivoli");
        var id = (await Archivio.Aperte()).Single().Id;
        var viva = await Aperte.Entra(id);
        await Archivio.Termina([id], MotivoFine.Uscita, Banco.Orologio.GetUtcNow().UtcDateTime);
        Assert.Null(viva.Fine);
        await Aperte.Giro();
        Assert.Equal(MotivoFine.Uscita, viva.Fine);
        Assert.Equal(MotivoFine.Uscita, (await Aperte.Entra(id)).Fine);
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
    public void Il_browser_si_descrive_con_parole_nostre(string? userAgent, string atteso) => Assert.Equal(atteso, BrowserDescription.Di(userAgent));

    private async Task<CircuitWatch> Circuito(ClaimsPrincipal chi)
    {
        var custode = new CircuitWatch(new SignedIn(chi), Aperte, Banco.Orologio);
        await custode.OnCircuitOpenedAsync(null!, default);
        return custode;
    }

    private async Task<string> Apri(string nomeUtente, Guid? appartenenza = null, Ruolo[]? ruoli = null)
    {
        var persona = Banco.Catalogo.Persone.Single(p => p.NomeUtente == nomeUtente);
        var nelToken = ruoli ?? [.. Banco.Catalogo.Appartenenze.Where(a => a.PersonaId == persona.Id).Select(a => a.Ruolo)];
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
        await using var scope = Banco.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Sessioni.SingleAsync(s => s.NomeUtente == nomeUtente)).Motivo;
    }
}

public sealed class ChiudiSessioniTests : VersionedCommandContract<ChiudiSessioni>
{
    private async Task<ChiudiSessioni> Comando(string? motivo = "Computer smarrito") =>
        new(Banco.Rup.PersonaId, motivo, (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version);

    public override async Task Fa_cio_che_dice()
    {
        var archivio = Banco.Services.GetRequiredService<SessionStore>();
        foreach (var chi in new[] { Banco.Rup, Banco.Rup, Banco.Auditor })
        {
            await archivio.Aggiungi(Sessione(chi.PersonaId));
        }

        await Banco.Riesce(await Comando(), Banco.Amministratore());
        Assert.Equal(Banco.Auditor.PersonaId, Assert.Single(await archivio.Aperte()).PersonaId);
        Assert.Contains("\"motivo\":\"Computer smarrito\"", (await Banco.EventiSu(Banco.Rup.PersonaId))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Banco.Rifiuta("accesso.negato", await Comando(), Banco.Rup);
        await Banco.Rifiuta("accesso.negato", await Comando(), Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("sessioni.motivo", await Comando(" "), Banco.Amministratore());
        await Banco.Rifiuta("sessioni.motivo-lungo", await Comando(new string('x', ChiudiSessioni.MaxMotivo + 1)), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new ChiudiSessioni(Guid.CreateVersion7(), "x", 0), Banco.Amministratore());
    }

    private protected override async Task<(ChiudiSessioni Command, Actor Actor)> SeenNow() => (await Comando(), Banco.Amministratore());

    private static Sessione Sessione(Guid persona) => new()
    {
        Id = Guid.CreateVersion7(),
        Chiave = Guid.NewGuid().ToString(),
        PersonaId = persona,
        NomeUtente = "x",
        Ruoli = "Rup",
        Browser = "x",
        ApertaIl = Support.TestBench.Adesso.UtcDateTime,
        UltimaAttivita = Support.TestBench.Adesso.UtcDateTime,
        Scadenza = Support.TestBench.Adesso.UtcDateTime.AddHours(10),
    };
}
