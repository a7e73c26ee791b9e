using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.Conservazione;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Persone;

/// <summary>Helpers for tests about a person who has left the office. It is the RUP of Tivoli.</summary>
internal static class FormerPersona
{
    public const string Motivo = "Opposizione dell'interessato, prot. 120 del 03/02/2027";

    public static async Task<int> Disattiva(this TestBench bench) => (await bench.Succeeds(
        new DisattivaPersona(bench.Rup.PersonaId, "Trasferito ad altro Ente", (await bench.RileggiPersona(bench.Rup.PersonaId)).Version),
        bench.Amministratore())).Version;

    public static async Task<int> Limita(this TestBench bench) =>
        (await bench.Succeeds(new LimitaNome(bench.Rup.PersonaId, true, Motivo, await bench.Disattiva()), bench.Amministratore())).Version;

    /// <summary>Moves the clock eleven years ahead, so that the retention period of a person who left is over.</summary>
    public static void FinitoIlPeriodo(this TestBench bench) => bench.Clock.SetUtcNow(TestBench.Now.AddYears(11));

    public static ChiediCancellazione Richiesta(this TestBench bench, int version) =>
        new(bench.Rup.PersonaId, "Determinazione n. 12 del 10/11/2037", "Autorizzazione n. 3 del 20/10/2037", version);

    /// <summary>Returns the name that the given actor reads as the author of the last event by the RUP of Tivoli.</summary>
    public static async Task<string> NomeLettoDa(this TestBench bench, Actor chi)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenFor(chi);
        var rup = bench.Rup.PersonaId;
        var riga = await bench.Query(db => db.Registro.AsNoTracking().Where(e => e.AttoreId == rup).OrderByDescending(e => e.Seq)
            .Select(e => e.Byte).FirstAsync());
        var evento = Evento.Leggi(riga).Value;
        return (await scope.ServiceProvider.GetRequiredService<NamesAtTheTime>().DiChiAgisce([evento], default))[evento.Seq];
    }

    /// <summary>Compares all tables with the events of the registro. Returns the discordanze, none when they agree.</summary>
    public static async Task<IEnumerable<Discordanza>> Discordanze(this TestBench bench) =>
        (await bench.Reader.Read<ConfrontoConIDati, Concordanza>(bench.Auditor, q => q.Run(null))).Value.Discordanze;
}

public sealed class LimitaNomeTests : VersionedCommandContract<LimitaNome>
{
    public override async Task Fa_cio_che_dice()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var version = await Bench.Limita();
        var limitata = await Bench.RileggiPersona(Bench.Rup.PersonaId);
        Assert.Equal((Persona.NomeLimitato, null, ""), (limitata.NomeCompleto, limitata.CodiceFiscale, limitata.Email));
        Assert.Equal("Nome limitato", await Bench.NomeLettoDa(Bench.ActorOf("rup2.tivoli", Ruolo.Rup)));
        Assert.Equal("Nome limitato", await Bench.NomeLettoDa(Bench.Amministratore()));
        Assert.Equal("Aldo Ferrantini", await Bench.NomeLettoDa(Bench.Auditor));
        Assert.Equal("Ferrantini", (await Scheda(Bench.Auditor)).Riservati!.Cognome);
        Assert.Null((await Scheda(Bench.Amministratore())).Riservati);
        Assert.Empty(await Bench.Discordanze());

        await Bench.Succeeds(new LimitaNome(Bench.Rup.PersonaId, false, "Opposizione ritirata", version), Bench.Amministratore());
        Assert.Equal("Aldo Ferrantini", (await Bench.RileggiPersona(Bench.Rup.PersonaId)).NomeCompleto);
        Assert.Equal("Aldo Ferrantini", await Bench.NomeLettoDa(Bench.Amministratore()));
        Assert.Empty(await Bench.Discordanze());
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new LimitaNome(Bench.Rup.PersonaId, true, FormerPersona.Motivo, await Bench.Disattiva());
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = new LimitaNome(Bench.Rup.PersonaId, true, FormerPersona.Motivo, (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version);
        await Bench.Refuses("persona.limitata-attiva", comando, Bench.Amministratore());
        await Bench.Refuses("persona.limita-motivo", comando with { Motivo = " " }, Bench.Amministratore());
        await Bench.Refuses("persona.non-limitata", comando with { Limitato = false }, Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", comando with { Id = Guid.CreateVersion7() }, Bench.Amministratore());

        var version = await Bench.Limita();
        await Bench.Refuses("persona.gia-limitata", comando with { Version = version }, Bench.Amministratore());
        await Bench.Refuses("persona.senza-nome", new RiattivaPersona(Bench.Rup.PersonaId, version), Bench.Amministratore());
        await Bench.Refuses("persona.senza-nome", new SalvaPersona(Bench.Rup.PersonaId, SampleAnagrafe.Persona(), version), Bench.Amministratore());
    }

    [Fact]
    public async Task Il_nome_non_torna_se_un_altra_persona_ha_preso_il_suo_nome_utente()
    {
        var nomeUtente = (await Bench.RileggiPersona(Bench.Rup.PersonaId)).NomeUtente;
        var version = await Bench.Limita();
        await Bench.Succeeds(new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(nomeUtente, "NTRCVL"), null), Bench.Amministratore());
        await Bench.Refuses("persona.nome-utente-usato", new LimitaNome(Bench.Rup.PersonaId, false, "Ritirata", version), Bench.Amministratore());
    }

    private protected override async Task<(LimitaNome Command, Actor Actor)> SeenNow() =>
        (new LimitaNome(Bench.Rup.PersonaId, true, FormerPersona.Motivo, await Bench.Disattiva()), Bench.Amministratore());

    private async Task<PersonaDetails> Scheda(Actor chi) =>
        (await Bench.Reader.Read<DettaglioPersona, PersonaDetails>(chi, q => q.Run(Bench.Rup.PersonaId, chi))).Value;
}

public sealed class VincolaIdentitaTests : VersionedCommandContract<VincolaIdentita>
{
    public override async Task Fa_cio_che_dice()
    {
        var version = await Bench.Disattiva();
        Bench.FinitoIlPeriodo();
        version = (await Bench.Succeeds(Bench.Richiesta(version), Bench.Amministratore())).Version;
        version = (await Bench.Succeeds(new VincolaIdentita(Bench.Rup.PersonaId, true, "Contenzioso n. 12", version), Bench.Amministratore())).Version;
        Assert.Equal(("Contenzioso n. 12", null),
            ((await Bench.RileggiPersona(Bench.Rup.PersonaId)).Vincolo, (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Cancellazione));
        var negata = await Bench.Refuses("persona.vincolata", Bench.Richiesta(version), Bench.Amministratore());
        Assert.Contains("Contenzioso n. 12", negata.Message, StringComparison.Ordinal);

        version = (await Bench.Succeeds(
            new VincolaIdentita(Bench.Rup.PersonaId, false, "Sentenza passata in giudicato", version), Bench.Amministratore())).Version;
        await Bench.Succeeds(Bench.Richiesta(version), Bench.Amministratore());
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new VincolaIdentita(Bench.Rup.PersonaId, true, "Indagine", (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = new VincolaIdentita(Bench.Rup.PersonaId, false, "Indagine", (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version);
        await Bench.Refuses("persona.non-vincolata", comando, Bench.Amministratore());
        await Bench.Refuses("persona.vincolo-motivo", comando with { Motivo = null }, Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", comando with { Id = Guid.CreateVersion7() }, Bench.Amministratore());
        var version = (await Bench.Succeeds(comando with { Vincolata = true }, Bench.Amministratore())).Version;
        await Bench.Refuses("persona.gia-vincolata", comando with { Vincolata = true, Version = version }, Bench.Amministratore());
    }

    private protected override async Task<(VincolaIdentita Command, Actor Actor)> SeenNow() =>
        (new VincolaIdentita(Bench.Rup.PersonaId, true, "Indagine", (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version), Bench.Amministratore());
}

public sealed class ChiediCancellazioneTests : VersionedCommandContract<ChiediCancellazione>
{
    public override async Task Fa_cio_che_dice()
    {
        var version = await Bench.Disattiva();
        Bench.FinitoIlPeriodo();
        await Bench.Succeeds(Bench.Richiesta(version), Bench.Amministratore());
        var richiesta = (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Cancellazione!;
        Assert.Equal((Bench.Amministratore().PersonaId, "Autorizzazione n. 3 del 20/10/2037"), (richiesta.ChiestaDa, richiesta.Autorizzazione));
        Assert.Equal("Aldo Ferrantini", (await Bench.RileggiPersona(Bench.Rup.PersonaId)).NomeCompleto);
        Assert.Empty(await Bench.Discordanze());
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var version = await Bench.Disattiva();
        await Bench.Refuses("accesso.negato", Bench.Richiesta(version), Bench.Auditor);
        await Bench.Refuses("accesso.negato", Bench.Richiesta(version), Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var attiva = (await Bench.RileggiPersona(Bench.Rup.PersonaId)).Version;
        await Bench.Refuses("persona.cancellata-attiva", Bench.Richiesta(attiva), Bench.Amministratore());
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var version = await Bench.Disattiva();
        await Bench.Refuses("persona.cancella-atto", Bench.Richiesta(version) with { Atto = "" }, Bench.Amministratore());
        await Bench.Refuses("persona.cancella-autorizzazione", Bench.Richiesta(version) with { Autorizzazione = " " }, Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", Bench.Richiesta(version) with { Id = Guid.CreateVersion7() }, Bench.Amministratore());

        // The retention period ends ten years after the last act of this person, to the day.
        Bench.Clock.SetUtcNow(TestBench.Now.AddYears(10).AddDays(-1));
        var presto = await Bench.Refuses("persona.conservazione-in-corso", Bench.Richiesta(version), Bench.Amministratore());
        Assert.Contains("fino al 24/11/2036", presto.Message, StringComparison.Ordinal);
        Bench.Clock.SetUtcNow(TestBench.Now.AddYears(10));
        version = (await Bench.Succeeds(Bench.Richiesta(version), Bench.Amministratore())).Version;
        await Bench.Refuses("persona.cancellazione-chiesta", Bench.Richiesta(version), Bench.Amministratore());
    }

    private protected override async Task<(ChiediCancellazione Command, Actor Actor)> SeenNow()
    {
        await Bench.AnotherAmministratore();
        var version = await Bench.Disattiva();
        Bench.FinitoIlPeriodo();
        return (Bench.Richiesta(version), Bench.Amministratore());
    }
}

public sealed class DecidiCancellazioneTests : VersionedCommandContract<DecidiCancellazione>
{
    public override async Task Fa_cio_che_dice()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var (comando, altro) = await SeenNow();
        await Bench.Succeeds(comando, altro);

        var cancellata = await Bench.RileggiPersona(Bench.Rup.PersonaId);
        Assert.Equal((Persona.NomeCancellato, null, null), (cancellata.NomeCompleto, cancellata.CodiceFiscale, cancellata.DatiRiservati));
        Assert.Equal("Nome cancellato", await Bench.NomeLettoDa(Bench.Auditor));
        Assert.Empty(await Bench.Discordanze());
        await Bench.RegistroIntegro();

        // The tables hold no personal data of the RUP any more. VACUUM drops the freed pages of the file too.
        await Bench.Query(db => db.Database.ExecuteSqlRawAsync("VACUUM"));
        var righe = Bench.Rows("SELECT Nome || Cognome || Email || NomeUtente || COALESCE(CodiceFiscale, '') || COALESCE(DatiRiservati, '') FROM Persone")
            .Concat(Bench.Rows("SELECT Contenuto FROM IdentitaPersone"));
        Assert.DoesNotContain(righe, r => $"{r[0]}".Contains("Ferrantini", StringComparison.OrdinalIgnoreCase));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var (comando, _) = await SeenNow();
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("rup2.tivoli", Ruolo.Rup));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var (comando, altro) = await SeenNow();
        await Bench.Refuses("persona.cancellazione-stessa-persona", comando, Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", comando with { Id = Guid.CreateVersion7() }, altro);
        var version = (await Bench.Succeeds(comando with { Conferma = false }, Bench.Amministratore())).Version;
        await Bench.Refuses("persona.cancellazione-non-chiesta", comando with { Version = version }, altro);
        Assert.Equal("Aldo Ferrantini", (await Bench.RileggiPersona(Bench.Rup.PersonaId)).NomeCompleto);
    }

    private protected override async Task<(DecidiCancellazione Command, Actor Actor)> SeenNow()
    {
        var altro = await Bench.AnotherAmministratore();
        var version = await Bench.Disattiva();
        Bench.FinitoIlPeriodo();
        version = (await Bench.Succeeds(Bench.Richiesta(version), Bench.Amministratore())).Version;
        return (new DecidiCancellazione(Bench.Rup.PersonaId, true, version), altro);
    }
}
